import type {
  DayPart,
  KindSpec,
  NumberSpec,
  ObservationKind,
  RowKind,
  RowLimit,
  Unit,
} from '#modules/stay/types-observation.ts';

const number = (key: string, unit: Unit, [min, max]: readonly [number, number], step = 1): NumberSpec => ({
  key,
  unit,
  min,
  max,
  step,
  needed: true,
});

const maybe = (spec: NumberSpec): NumberSpec => ({ ...spec, needed: false });

const kind = (name: ObservationKind, rest: Partial<KindSpec> = {}): KindSpec => ({
  kind: name,
  numbers: [],
  scale: null,
  row: null,
  parts: [],
  textNeeded: false,
  ...rest,
});

const MEALS: readonly DayPart[] = ['morning', 'afternoon', 'evening'];
const PRESSURE = [40, 280] as const;

/**
 * What can be seen, as data: which numbers with unit and bounds, and in which row of the strip. Bounds only keep out what
 * nobody can have (a typing slip); they say nothing about what is healthy.
 */
export const OBSERVATION_KINDS: Readonly<Record<ObservationKind, KindSpec>> = {
  // A night belongs to the day on which it ends: it is written down in the morning.
  sleep: kind('sleep', {
    numbers: [number('hours', 'hours', [0, 16], 0.25)],
    row: 'sleep',
    parts: ['night'],
  }),
  // How much of a meal was eaten: nothing, half, or all.
  meal: kind('meal', { numbers: [number('part', 'part', [0, 1], 0.5)], row: 'meals', parts: MEALS }),
  // Upper and lower number, lying and after standing up; how far it drops is counted.
  'blood-pressure': kind('blood-pressure', {
    numbers: [
      number('lying', 'mmHg', PRESSURE),
      maybe(number('lyingLow', 'mmHg', [20, 180])),
      maybe(number('standing', 'mmHg', PRESSURE)),
      maybe(number('standingLow', 'mmHg', [20, 180])),
    ],
    row: 'pressure-drop',
  }),
  restlessness: kind('restlessness', { scale: 'dos', row: 'restlessness' }),
  walking: kind('walking', { numbers: [number('metres', 'metres', [0, 2000])], row: 'walking' }),
  weight: kind('weight', { numbers: [number('kg', 'kg', [20, 300], 0.1)] }),
  pain: kind('pain', { numbers: [number('score', 'score', [0, 10])] }),
  temperature: kind('temperature', { numbers: [number('celsius', 'celsius', [30, 44], 0.1)] }),
  pulse: kind('pulse', { numbers: [number('perMinute', 'per-minute', [20, 250])] }),
  nutrition: kind('nutrition', { scale: 'snaq65' }),
  'self-care': kind('self-care', { scale: 'barthel' }),
  lab: kind('lab'),
  physio: kind('physio', { textNeeded: true }),
  'house-visit': kind('house-visit', { textNeeded: true }),
  talk: kind('talk', { textNeeded: true }),
  note: kind('note', { textNeeded: true }),
};

/**
 * From where a row is out of range. A drop of 20 mmHg or more on standing: consensus on orthostatic hypotension (Freeman
 * 2011, Clin Auton Res 21:69). DOS 3 or more: Schuurmans 2003 (Res Theory Nurs Pract 17:31). The others are read as a line
 * of the person, not against a norm.
 */
export const ROW_LIMITS: Readonly<Record<RowKind, RowLimit | null>> = {
  sleep: null,
  meals: null,
  'pressure-drop': { at: -20, side: 'below' },
  restlessness: { at: 3, side: 'above' },
  walking: null,
};
