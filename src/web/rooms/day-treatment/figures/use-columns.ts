import type { DayFigures } from '#modules/day-treatment/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { mondayOf, weekNumber } from '#web/rooms/day-treatment/week/grid.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import type { Counted } from './figures.ts';

/** One place along the drawings: a week or a half-day. */
export interface Column {
  readonly key: string;
  /** In the table and aloud. */
  readonly name: string;
  /** Below the drawing; empty where there is no room. */
  readonly tick: string;
  readonly counted: Counted;
}

/** What stands along the drawings. Half-days get the name of their day below the first of it. */
export const useColumns = ({ weeks, halfDays }: DayFigures, per: 'week' | 'half-day'): readonly Column[] => {
  const t = useText('day-figures');
  const week = useText('day-treatment');
  const words = useWeekWords();
  if (per === 'week')
    return weeks.map(({ from, ...counted }) => ({
      key: from,
      name: t('weekOf', { number: weekNumber(from), day: words.day(from) }),
      tick: t('weekTick', { number: weekNumber(from) }),
      counted,
    }));
  // With more half-days than that only the first of each week has room for a name.
  const few = halfDays.length <= 30;
  return halfDays.map(({ id, day, part, opens: _opens, closes: _closes, ...counted }, n) => {
    const before = halfDays[n - 1]?.day;
    const named = few ? before !== day : before === undefined || mondayOf(before) !== mondayOf(day);
    return {
      key: id,
      name: t('halfDayOf', { day: words.day(day), part: week(`part.${part}`) }),
      tick: named ? words.shortDay(day) : '',
      counted,
    };
  });
};
