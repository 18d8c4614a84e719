import type { JSX, ReactNode } from 'react';
import { instantOf } from '#kernel/calendar.ts';
import type { OrderView } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Panel } from '#web/design/Panel.tsx';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Order.module.css';

/** A day without a clock is written by its middle. */
const NOON = 720;

/** A day of the calendar as it is written here. */
const useDay = (): ((day: string) => string) => {
  const format = useFormat();
  return (day) => format.day(instantOf(day, NOON, REGION_ZONE));
};

const Fact = ({ name, children }: { name: string; children: ReactNode }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** When somebody would like to come; null: any time. */
const useWishes = (): ((wishes: OrderView['wishes']) => string | null) => {
  const t = useText('orders');
  return ({ weekdays, part }) => {
    const words = [
      ...weekdays.map((each) => t(`weekday.${each}`)),
      ...(part === null ? [] : [t(`part.${part}`).toLowerCase()]),
    ];
    return words.length === 0 ? null : capital(words.join(', '));
  };
};

const useFacts = (order: OrderView): readonly (readonly [fact: string, words: string | null])[] => {
  const t = useText('orders');
  const day = useDay();
  const format = useFormat();
  const wishes = useWishes();
  const { weightKg, labOn, labOk, firstGivenOn, treatment } = order;
  const lab = labOk === false ? 'lab.bad' : labOk === true ? 'lab.good' : 'lab.unjudged';
  return [
    ['treatment', t('read.version', { name: treatment.name, version: treatment.version })],
    ['dose', order.dose],
    ['course', t('read.course', { count: order.visits })],
    ['intervalDays', order.visits > 1 ? t('read.interval', order) : null],
    [
      'given',
      order.given === 0
        ? null
        : t('read.given', { count: order.given, day: firstGivenOn === null ? '?' : day(firstGivenOn) }),
    ],
    ['days', t('read.days', { from: day(order.fromDay), latest: day(order.latestDay) })],
    ['validUntil', format.longDay(instantOf(order.validUntil, NOON, REGION_ZONE))],
    ['urgency', order.urgency === 1 ? null : t(`urgency.${order.urgency}`)],
    ['weightKg', weightKg === null ? null : t('read.kilos', { kilos: String(weightKg).replace('.', ',') })],
    ['labOn', labOn === null ? null : t(lab, { day: day(labOn) })],
    ['stopRule', order.stopRule],
    ['limits', order.limits],
    ['wishes', wishes(order.wishes)],
    ['gpOrg', order.gp?.name ?? null],
    ['specialist', t('read.specialist', { name: order.specialistName, phone: order.specialistPhone })],
  ];
};

/** What was ordered, as it stands signed. */
export const OrderRead = ({ order }: { order: OrderView }): JSX.Element => {
  const t = useText('orders');
  return (
    <Panel title={t('read.title')}>
      <dl className={styles.facts}>
        {useFacts(order).map(
          ([fact, words]) =>
            words !== null && (
              <Fact key={fact} name={t(`fact.${fact}`)}>
                {words}
              </Fact>
            ),
        )}
      </dl>
    </Panel>
  );
};

/** Every signature: by whom, when, under which version of the treatment, and what it changed. */
export const Signatures = ({ order: { signatures } }: { order: OrderView }): JSX.Element | null => {
  const t = useText('orders');
  const format = useFormat();
  const now = useNow('minute');
  if (signatures.length === 0) return null;
  return (
    <Panel title={t('signatures.title')}>
      <ol className={styles.signatures}>
        {signatures.toReversed().map(({ signature, signedAt, signedBy, treatmentVersion, changed }) => (
          <li key={signature}>
            <b>{t('signatures.line', { signature, who: signedBy })}</b>
            <span>
              {t('signatures.when', {
                moment: format.moment(Date.parse(signedAt), now),
                version: treatmentVersion,
              })}
            </span>
            {changed.length > 0 && (
              <span>
                {t('signatures.changed', {
                  what: changed.map((field) => t(`field.${field}`).toLowerCase()).join(', '),
                })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
};
