import { clockOf, type Day, instantOf } from '#kernel/calendar.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { figureOf, type Measured, type MedicationMark, type PlanTask, type StripRow } from './strip.ts';

const NOON = 12 * 60;

/** The words of the strip: numbers as one says them, what is too much, and what changed. */
export interface StripWords {
  /** `6,5`, `−30` */
  readonly number: (value: number) => string;
  /** What stands beside a shape: `6,5`, `30 m`, `−30`; empty when nothing was measured. */
  readonly figure: (row: StripRow, measured: Measured) => string;
  /** The same for a table and aloud, with out of range in words; of days to come nothing. */
  readonly spoken: (row: StripRow, measured: Measured, today: Day | null) => string;
  /** `te veel: −20 of lager`, or null. */
  readonly limit: (row: StripRow) => string | null;
  /** `vr 16 okt` */
  readonly day: (day: Day) => string;
  /** `vrijdag 16 oktober 2026` */
  readonly longDay: (day: Day) => string;
  /** `16 oktober 2026` */
  readonly date: (day: Day) => string;
  /** `Team 14:00` */
  readonly task: (task: PlanTask) => string;
  /** `Slaaptablet gestopt` */
  readonly mark: (mark: MedicationMark) => string;
}

/** The words of the strip, in the language of the reader. */
export const useStripWords = (zone: string): StripWords => {
  const t = useText('observation');
  const format = useFormat();
  const language = currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB';
  const figures = new Intl.NumberFormat(language, {
    maximumFractionDigits: 1,
  });
  const dates = new Intl.DateTimeFormat(language, {
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
    timeZone: zone,
  });
  const number = (value: number): string => figures.format(value).replace('-', '−');
  const noon = (day: Day): number => instantOf(day, NOON, zone);
  const figure: StripWords['figure'] = (row, measured) => {
    const value = figureOf(measured);
    if (value === null) return '';
    if (row.kind === 'meals') {
      const eaten = (measured.values ?? []).reduce<number>((sum, part) => sum + (part ?? 0), 0);
      return number(eaten);
    }
    return t(`row.${row.kind}.figure`, { number: number(value) });
  };
  const meals = ({ values }: Measured): string =>
    (values ?? [])
      .map((part) =>
        t(`meal.${part === null ? 'unknown' : part === 1 ? 'full' : part === 0.5 ? 'half' : 'none'}`),
      )
      .join(', ');
  return {
    number,
    figure,
    spoken: (row, measured, today) => {
      if (figureOf(measured) === null) return today !== null && measured.day > today ? '' : t('notMeasured');
      const said = row.kind === 'meals' ? meals(measured) : figure(row, measured);
      return measured.out ? t('out', { figure: said }) : said;
    },
    limit: (row) =>
      row.limit === null ? null : t(`row.${row.kind}.limit`, { number: number(row.limit.at) }),
    day: (day) => format.day(noon(day)),
    longDay: (day) => format.longDay(noon(day)),
    date: (day) => dates.format(noon(day)),
    task: ({ label, minutes }) =>
      minutes === null ? label : t('plan.timed', { label, clock: clockOf(minutes) }),
    mark: ({ medicine, change }) => t('mark.words', { medicine, change: t(`mark.${change}`) }),
  };
};
