import { instantOf } from '#kernel/calendar.ts';
import type { Choice, DayWeek, GridVisit, HalfDayView, ToPlan } from '#modules/day-treatment/contract.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { familyName } from './grid.ts';
import { useToldWords } from './use-told-words.ts';

type Chair = DayWeek['room']['chairs'][number];

/** All that says whether something runs in a half-day, and why not. */
interface MayBeShut extends Pick<HalfDayView, 'closed' | 'closedNote' | 'holiday' | 'standstill'> {
  readonly nurses: readonly Pick<HalfDayView['nurses'][number], 'absent'>[];
}

/** What the week of a room says in words. */
export interface WeekWords {
  /** `do 22 okt` */
  readonly day: (day: string) => string;
  /** `do 22` */
  readonly shortDay: (day: string) => string;
  /** `do 22 okt middag, 12:30–16:30` */
  readonly halfDay: (halfDay: Pick<HalfDayView, 'day' | 'part' | 'opens' | 'closes'>) => string;
  /** Why nothing runs then; null: it can. */
  readonly shut: (halfDay: MayBeShut) => string | null;
  readonly chairRoom: (chair: Chair) => string;
  /** `IJzer, beurt 1 van 2` */
  readonly treatment: (
    group: GridVisit['group'],
    of: { readonly number: number; readonly of: number },
  ) => string;
  readonly letter: (group: GridVisit['group']) => string;
  /** The family name; for who may not know it, the letter of the treatment. */
  readonly face: (visit: GridVisit) => string;
  /** All that a box on the grid says, for who listens. */
  readonly visit: (visit: GridVisit, chairs: readonly Chair[]) => string;
  /** Where, with whom, and why this moment is a good one: two lines. */
  readonly choice: (choice: Choice) => readonly [string, string];
  /** `do 22 okt, 13:45` */
  readonly moment: (choice: Choice) => string;
  /** Why somebody has no moment yet; null: they can get one. */
  readonly waits: (visit: ToPlan) => string | null;
  /** A number with at most one decimal. */
  readonly number: (value: number) => string;
}

/** The words of the week, in the language of the reader. */
export const useWeekWords = (): WeekWords => {
  const t = useText('day-treatment');
  const format = useFormat();
  const told = useToldWords();
  const language = currentLanguage();
  const noon = (day: string): number => instantOf(day, 720, REGION_ZONE);
  const clocks = (from: string, until: string): string =>
    t('clocks', { from: format.clock(Date.parse(from)), until: format.clock(Date.parse(until)) });
  const closed = ({ closed: why, holiday, closedNote }: MayBeShut): string => {
    if (why === 'holiday' && holiday !== null) return t(`holiday.${holiday}`);
    const words = t(`closed.${why ?? 'other'}`);
    return closedNote === null ? words : t('closedNote', { why: words, note: closedNote });
  };
  const others = ({ others: initials }: Choice): string =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(initials);
  const treatment: WeekWords['treatment'] = (group, { number, of }) =>
    of === 1 ? t(`group.${group}`) : t('visitOf', { group: t(`group.${group}`), number, of });
  const chairsOf = ({ seats }: GridVisit, chairs: readonly Chair[]): string =>
    [...new Set(seats.map(({ chairId }) => chairs.find(({ id }) => id === chairId)?.code ?? ''))].join(', ');
  return {
    day: (day) => format.day(noon(day)),
    shortDay: (day) => format.day(noon(day)).replace(/ \S+$/, ''),
    halfDay: (halfDay) =>
      t('halfDay', {
        day: format.day(noon(halfDay.day)),
        part: t(`part.${halfDay.part}`),
        clocks: clocks(halfDay.opens, halfDay.closes),
      }),
    shut: (halfDay) => {
      if (halfDay.standstill === null) return null;
      if (halfDay.standstill === 'closed') return closed(halfDay);
      return t('tooFew', { count: halfDay.nurses.filter(({ absent }) => absent === null).length });
    },
    chairRoom: ({ room, lying }) => t(lying ? 'chair.bed' : `chair.${room}`),
    treatment,
    letter: (group) => t(`letter.${group}`),
    face: ({ person, group }) => (person === null ? t(`letter.${group}`) : familyName(person.name)),
    visit: (visit, chairs) =>
      [
        visit.person?.name ?? t('nameless'),
        treatment(visit.group, visit),
        t('onChair', { chair: chairsOf(visit, chairs) }),
        clocks(visit.from, visit.until),
        ...(visit.locked ? [t('locked')] : []),
        ...told.short(visit.told),
        ...(visit.mustMove === null ? [] : [t(`mustMove.${visit.mustMove}`)]),
      ].join(', '),
    choice: (choice) => {
      const chairs = choice.chairs.map(({ code }) => code).join(', ');
      const nurse = choice.nurse.initials;
      const reasons = choice.reasons.map((reason) => t(`reason.${reason}`));
      return [
        choice.others.length === 0
          ? t('choice.alone', { chairs, nurse })
          : t('choice.with', { chairs, nurse, others: others(choice) }),
        [...reasons, t('choice.busy', choice.busy)].join(', '),
      ];
    },
    moment: ({ day, from }) =>
      t('choice.moment', { day: format.day(noon(day)), clock: format.clock(Date.parse(from)) }),
    waits: ({ waits }) => (waits === null ? null : t(`waits.${waits}`)),
    number: (value) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value),
  };
};
