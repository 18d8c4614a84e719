import type { JSX } from 'react';
import type { DayVisit } from '#modules/day-treatment/contract.ts';
import { CHECKS, type Check } from '#modules/day-treatment/types.ts';
import { useNow } from '#web/api/clock.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import { DayDialog } from './DayDialog.tsx';
import styles from './Dialog.module.css';
import { factOf, type Row } from './due.ts';
import type { DayActs } from './use-day.ts';
import { useVisitWords } from './use-visit-words.ts';

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** What is known of one check, in words. */
const useFact = (): ((visit: DayVisit, check: Check) => string) => {
  const t = useText('day-list');
  const format = useFormat();
  const now = useNow('minute');
  const identity = ({ person }: DayVisit): string =>
    person === null
      ? t('fact.nameless')
      : t('fact.identity', {
          name: person.name,
          born: format.longDay(noon(person.birthDate)).replace(/^\S+ /, ''),
        });
  const order = ({ facts, dose, stopped }: DayVisit): string => {
    if (stopped) return t('fact.orderStopped');
    return t(facts.order.ok ? 'fact.order' : 'fact.orderOver', {
      day: format.day(noon(facts.order.until)),
      dose,
    });
  };
  const lab = ({ facts: { lab: result } }: DayVisit): string => {
    if (result.ok === null) return t('fact.labNone');
    if (result.on === null) return t('fact.labMissing');
    return t(result.ok ? 'fact.lab' : 'fact.labBad', { day: format.day(noon(result.on)) });
  };
  const drug = ({ facts }: DayVisit): string => {
    const at = facts.drug.readyAt === null ? null : Date.parse(facts.drug.readyAt);
    if (at === null) return t('fact.drugUnknown');
    return t(at <= now ? 'fact.drug' : 'fact.drugLater', { moment: format.moment(at, now) });
  };
  const facts = { identity, order, lab, drug };
  return (visit, check) => facts[check](visit);
};

const OneCheck = ({
  row: { visit, standing },
  check,
  onSee,
}: {
  row: Row;
  check: Check;
  onSee: (right: boolean) => void;
}): JSX.Element => {
  const t = useText('day-list');
  const fact = useFact();
  const now = useNow('minute');
  const known = factOf(visit, check, now);
  const seen = standing.checks[check];
  const chips = [
    ...(known === 'refused' ? [] : [{ value: 'right' as const, label: t('check.right'), icon: 'check' }]),
    { value: 'wrong' as const, label: t('check.wrong'), icon: 'x' },
  ];
  const marked = seen === undefined ? [] : [seen ? ('right' as const) : ('wrong' as const)];
  return (
    <li className={styles.check} data-known={known}>
      <div>
        <b>{t(`check.${check}`)}</b>
        <p>{fact(visit, check)}</p>
        {(known === 'refused' || seen === false) && (
          <ButtonLink to={telephone(visit.specialist.phone)} look="call" icon="phone">
            {t('check.call', { who: visit.specialist.name, phone: visit.specialist.phone })}
          </ButtonLink>
        )}
      </div>
      <ChipToggles<'right' | 'wrong'>
        label={t(`check.${check}`)}
        one
        shape="box"
        chips={chips}
        values={marked}
        onChange={([said]) => onSee(said === 'right')}
      />
    </li>
  );
};

/** The four things that are looked at before anything starts, each by itself. */
export const CheckDialog = ({
  row,
  acts,
  onClose,
}: {
  row: Row;
  acts: DayActs;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const { visit, standing } = row;
  const see = async (check: Check, right: boolean): Promise<void> => {
    if (standing.checks[check] === right) return;
    const kept = await acts.add({ visitId: visit.id, kind: 'checked', body: { check, right } });
    const others = CHECKS.filter((other) => other !== check);
    if (kept && right && others.every((other) => standing.checks[other] === true)) onClose();
  };
  return (
    <DayDialog title={t('check.title', { name: words.name(visit) })} onClose={onClose}>
      <ul className={styles.checks}>
        {CHECKS.map((check) => (
          <OneCheck key={check} row={row} check={check} onSee={(right) => void see(check, right)} />
        ))}
      </ul>
      <p className={styles.quiet}>{t('check.line', { rule: visit.stopRule })}</p>
    </DayDialog>
  );
};
