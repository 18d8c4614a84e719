import type { JSX } from 'react';
import { MINUTE } from '#kernel/interval.ts';
import type { Property } from '#kernel/product.ts';
import { capital, PRODUCT_WORDS, PROPERTY_WORDS } from '#kernel/words.ts';
import type { Looker, RequestView } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { inWords, useProfileTitle } from '#web/rooms/placement/words.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Case.module.css';
import { Colleagues } from './Colleagues.tsx';

const URGENT = 10 * MINUTE;

/** Needs that a trait already says; twice the same chip says nothing more. */
const SAID_BY: Readonly<Partial<Record<Property, RequestView['traits'][number]>>> = {
  isolation: 'mrsa',
  oxygen: 'oxygen',
  lift: 'lift',
  'wound-care': 'wound',
  'couple-room': 'partner',
};

const useChips = (request: RequestView): string[] => {
  const t = useText('desk');
  const words = useText('design');
  const { traits, needs, open, language, origin } = request;
  return [
    ...(open === null || open.wish === '' ? [] : [t('chip.wish', { wish: open.wish })]),
    ...(origin === 'home' ? [] : [t(`origin.${origin}`)]),
    ...traits.map((trait) => words(`profile.trait.${trait}`)),
    ...needs
      .filter((need) => {
        const trait = SAID_BY[need];
        return trait === undefined || !traits.includes(trait);
      })
      .map((need) => inWords(capital(PROPERTY_WORDS[need]))),
    ...(language === null ? [] : [t('chip.language', { language })]),
    ...(open === null || open.partnerPc4 === null ? [] : [t('chip.partner', { pc4: open.partnerPc4 })]),
    ...(open === null || open.areaPc4 === null ? [] : [t('chip.area', { pc4: open.areaPc4 })]),
  ];
};

const TimeLeft = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('desk');
  const format = useFormat();
  const now = useNow('minute');
  if (request.dueAt === null || request.state === 'accepted') return null;
  const due = Date.parse(request.dueAt);
  const { figure, unit } = format.left(Math.abs(due - now));
  const moment = format.moment(due, now);
  return (
    <div className={cx(styles.left, due - now <= URGENT && styles.urgent)}>
      <p>{due < now ? t('left.over', { figure, unit }) : t('left.figure', { figure, unit })}</p>
      <span>{t(request.state === 'offered' ? 'left.answer' : 'left.choose', { moment })}</span>
    </div>
  );
};

const Meta = ({ request }: { request: RequestView }): JSX.Element => {
  const t = useText('desk');
  const format = useFormat();
  const now = useNow('minute');
  const { code, open, referrer, sentAt } = request;
  const said = [
    code,
    ...(open === null || open.homePc4 === null ? [] : [open.homePc4]),
    t('case.from', { name: referrer.name, moment: format.moment(Date.parse(sentAt), now) }),
  ];
  return (
    <p className={styles.meta}>
      {said.join(' · ')}
      {open !== null && (
        <>
          {' · '}
          <a href={telephone(open.callbackPhone)}>{t('case.callBack', { phone: open.callbackPhone })}</a>
        </>
      )}
    </p>
  );
};

/** Who it is about without saying who, what is asked in the words of the one who asks, and how long there is. */
export const CaseHead = ({
  request,
  lookers,
}: {
  request: RequestView;
  lookers: readonly Looker[];
}): JSX.Element => {
  const t = useText('desk');
  const title = useProfileTitle()(request);
  const chips = useChips(request);
  const { open } = request;
  const said = open?.remarks ?? '';
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <div>
          <div className={styles.title}>
            <h2>{title}</h2>
            <span className={styles.product}>{inWords(PRODUCT_WORDS[request.product].long)}</span>
          </div>
          <Meta request={request} />
        </div>
        <TimeLeft request={request} />
      </div>
      <Colleagues lookers={lookers} />
      <div className={styles.question}>
        <Icon name="quote" size={18} />
        <div>
          <h3>{t('case.question', { name: request.referrer.name })}</h3>
          {said !== '' && <p>{said}</p>}
          <ul className={styles.chips}>
            {chips.map((chip) => (
              <li key={chip}>{chip}</li>
            ))}
            <li className={styles.unnamed}>
              <Icon name="eye-off" size={14} />
              {t('chip.unnamed')}
            </li>
          </ul>
        </div>
      </div>
    </header>
  );
};
