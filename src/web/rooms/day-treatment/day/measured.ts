/** What can be measured, and between which bounds a figure can be true. */
export const MEASURES = {
  systolic: [30, 300],
  diastolic: [20, 200],
  pulse: [20, 250],
  saturation: [40, 100],
  temperature: [30, 43],
} as const satisfies Record<string, readonly [least: number, most: number]>;
export type Measure = keyof typeof MEASURES;

/** In the order in which a nurse takes them. */
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

/** What was typed, per measure. */
export type Typed = Readonly<Partial<Record<Measure, string>>>;

const isFilled = (typed: Typed, measure: Measure): boolean => (typed[measure] ?? '').trim() !== '';
const figureOf = (typed: Typed, measure: Measure): number =>
  Number((typed[measure] ?? '').trim().replace(',', '.'));

/** Which of them cannot be true as typed. */
export const impossible = (typed: Typed): Measure[] =>
  MEASURE_NAMES.filter((measure) => {
    const [least, most] = MEASURES[measure];
    const figure = figureOf(typed, measure);
    return isFilled(typed, measure) && !(figure >= least && figure <= most);
  });

/** The figures as they are kept; what was not typed is not there. Null: nothing was. */
export const figuresOf = (typed: Typed): Record<string, number> | null => {
  const filled = MEASURE_NAMES.filter((measure) => isFilled(typed, measure));
  return filled.length === 0
    ? null
    : Object.fromEntries(filled.map((measure) => [measure, figureOf(typed, measure)]));
};
