import type { Sentence } from '#kernel/refusal.ts';
import type { RowKind } from '#modules/stay/types-observation.ts';
import type { TrendDay, TrendRow } from './trend.ts';

/** A sentence that can be put into "what we saw". */
export interface Proposal extends Sentence {
  readonly code: RowKind;
}

type Said = (values: readonly number[], days: readonly TrendDay[]) => Sentence;

const dutch = (value: number): string => String(value).replace('.', ',').replace('-', '−');
const english = (value: number): string => String(value).replace('-', '−');

/** From the first figure to the last, or the one there is. */
const course = (values: readonly number[], say: (value: number) => string, to: string): string => {
  const [from = 0] = values;
  const last = values.at(-1) ?? from;
  return from === last ? say(from) : `${say(from)} ${to} ${say(last)}`;
};

const outDays = (days: readonly TrendDay[]): number => days.filter(({ out }) => out).length;

const SAID: Readonly<Record<RowKind, Said>> = {
  'pressure-drop': (values, days) => ({
    nl: `Bloeddruk bij opstaan: ${course(values, dutch, 'naar')} punten. Te veel gedaald op ${outDays(days)} van ${values.length} dagen.`,
    en: `Blood pressure on standing up: ${course(values, english, 'to')} points. Too low on ${outDays(days)} of ${values.length} days.`,
  }),
  sleep: (values) => ({
    nl: `Slaap: ${course(values, dutch, 'naar')} uur per nacht.`,
    en: `Sleep: ${course(values, english, 'to')} hours a night.`,
  }),
  restlessness: (values, days) => ({
    nl: `Onrust (DOS): ${course(values, dutch, 'naar')}. Op ${outDays(days)} van ${values.length} dagen 3 of hoger.`,
    en: `Restlessness (DOS): ${course(values, english, 'to')}. On ${outDays(days)} of ${values.length} days 3 or higher.`,
  }),
  meals: (values) => {
    const whole = values.filter((part) => part === 1).length;
    return {
      nl: `Eten: ${whole} van ${values.length} maaltijden helemaal op.`,
      en: `Meals: ${whole} of ${values.length} eaten whole.`,
    };
  },
  walking: (values) => ({
    nl: `Lopen: ${course(values, dutch, 'naar')} meter achter elkaar.`,
    en: `Walking: ${course(values, english, 'to')} metres in one go.`,
  }),
};

/** In which order the ward tells it: what makes somebody fall first. */
const ORDER: readonly RowKind[] = ['pressure-drop', 'sleep', 'restlessness', 'meals', 'walking'];

/** What the strip says, in sentences to choose from. The ward writes the answer; nothing is put there by itself. */
export const proposalsOf = (rows: readonly TrendRow[]): readonly Proposal[] =>
  ORDER.flatMap((code) => {
    const days = rows.find(({ kind }) => kind === code)?.days ?? [];
    const values = days.flatMap((day) => day.values ?? []).filter((value) => value !== null);
    return values.length === 0 ? [] : [{ code, ...SAID[code](values, days) }];
  });
