import { instantOf } from '#kernel/calendar.ts';
import type { StaffHalfDay, StaffNurse } from '#modules/day-treatment/contract.ts';
import type { Competence } from '#modules/day-treatment/types.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import { lackingIn, proofOn, ranOut, standingOf } from './rota.ts';

/** What the rota says in words. */
export interface StaffWords {
  /** `do 22 okt middag` */
  readonly halfDay: (halfDay: Pick<StaffHalfDay, 'day' | 'part'>) => string;
  /** Why nothing runs then, as a whole sentence; null: it can. */
  readonly shut: (halfDay: StaffHalfDay) => string | null;
  /** What is not as usual in a half-day that can run: what nobody may do, a holiday on which it is open. */
  readonly heed: (halfDay: StaffHalfDay, nurses: readonly StaffNurse[]) => readonly string[];
  /** `infuus en prik` */
  readonly competences: (competences: readonly Competence[]) => string;
  /** `verloopt over 20 dagen`; null while it holds long enough. */
  readonly proof: (validUntil: string, today: string) => string | null;
  /** `Ziek t/m do 3 dec` */
  readonly away: (away: StaffNurse['away'][number]) => string;
  /** All that a cell of the rota says, for who listens. */
  readonly cell: (halfDay: StaffHalfDay, nurse: StaffNurse) => string;
  /** `12 dec 2026` */
  readonly date: (day: string) => string;
}

/** The words of the rota, in the language of the reader. */
export const useStaffWords = (): StaffWords => {
  const t = useText('day-staff');
  const week = useText('day-treatment');
  const { day: dayOf, shut } = useWeekWords();
  const format = useFormat();
  const language = currentLanguage();
  const halfDay: StaffWords['halfDay'] = ({ day, part }) =>
    t('halfDay', { day: dayOf(day), part: week(`part.${part}`) });
  const competences: StaffWords['competences'] = (list) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(
      list.map((each) => t(`competence.${each}`)),
    );
  const noon = (day: string): number => instantOf(day, 720, REGION_ZONE);
  return {
    halfDay,
    competences,
    shut: (of) => (of.standstill === 'closed' ? t('shut', { why: shut(of) }) : of.standstill && t('tooFew')),
    heed: (of, nurses) => {
      const lacking = lackingIn(of, nurses);
      return [
        ...(of.holiday !== null && of.closed === null
          ? [t('holidayOpen', { holiday: week(`holiday.${of.holiday}`) })]
          : []),
        ...(lacking.length === 0 ? [] : [t('lacking', { competences: competences(lacking) })]),
      ];
    },
    proof: (validUntil, today) => {
      const { standing, days } = proofOn(validUntil, today);
      if (standing === 'good') return null;
      return standing === 'over' ? t('proof.over') : t('proof.soon', { count: days });
    },
    away: ({ from, last, why }) => {
      const named = { why: t(`standing.${why}`), from: dayOf(from) };
      return last === null ? t('away.open', named) : t('away.until', { ...named, last: dayOf(last) });
    },
    cell: (of, nurse) => {
      const over = ranOut(nurse, of.day);
      return [
        t('cell', {
          name: nurse.name,
          halfDay: halfDay(of),
          standing: t(`standing.${standingOf(of, nurse.id)}`),
        }),
        ...(over.length === 0 ? [] : [t('cellOver', { competences: competences(over) })]),
      ].join(', ');
    },
    date: (day) => format.longDay(noon(day)).replace(/^\S+ /, ''),
  };
};
