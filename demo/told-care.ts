import { type DayPart, type ObservationKind, SCALES, type SeenBy } from '#modules/stay/types.ts';

/** What was seen of somebody the guide tells of: on which day of the stay, at which minute of it, by whom. */
export interface Seen {
  readonly day: number;
  readonly minutes: number;
  readonly kind: ObservationKind;
  readonly measured?: Readonly<Record<string, number>>;
  readonly part?: DayPart;
  readonly by?: readonly [SeenBy, string];
  readonly text?: string;
  readonly lab?: {
    readonly sample: 'blood' | 'urine';
    readonly name: string;
    readonly value: number | null;
    readonly unit: string;
  };
}

const NURSE = ['nurse', 'N. Buter'] as const;
const CARER = ['carer', 'J. Everts'] as const;
const PHYSIO = ['physio', 'S. Padberg'] as const;
const FAMILY = ['family', 'Anneke Venema'] as const;

/** Signs of restlessness were seen: the first so many of the scale. */
const signs = (many: number): Record<string, number> =>
  Object.fromEntries(SCALES.dos.items.map(({ code }, n) => [code, n < many ? 1 : 0]));

/** One day of the strip: hours slept, what was eaten, blood pressure lying and standing, signs of restlessness, metres. */
type DayLine = readonly [
  day: number,
  sleep: number | null,
  meals: readonly (0 | 0.5 | 1 | null)[],
  pressure: readonly [lying: number, standing: number],
  dos: number,
  metres: number,
];

const LINES: readonly DayLine[] = [
  [1, null, [null, 0.5, 0.5], [152, 120], 5, 12],
  [2, 3.5, [1, 0.5, 0], [148, 118], 6, 15],
  [3, 4.5, [1, 1, 0.5], [149, 120], 4, 15],
  [4, 4, [1, 0.5, 1], [150, 119], 3, 30],
  [5, 5.5, [1, 1, 1], [142, 124], 1, 45],
  [6, 6.5, [1, 1, 1], [139, 130], 1, 60],
  [7, 6.5, [1, null, null], [138, 130], 0, 80],
];

const MEALS: readonly (readonly [DayPart, number])[] = [
  ['morning', 8 * 60 + 40],
  ['afternoon', 12 * 60 + 50],
  ['evening', 18 * 60],
];

/** The first day begins after the arrival, at half past one. */
const clock = (day: number, minutes: number): number => (day === 1 ? Math.max(minutes, 15 * 60) : minutes);

const TOLD: Readonly<Partial<Record<string, string>>> = {
  '7 sleep': 'Sliep van 23:15 tot 5:45. Eén keer eruit, zelf terug.',
  '7 blood-pressure': 'Niet duizelig.',
  '7 walking': 'Met rollator. Trap nog met hulp.',
};

const dayLines = ([day, sleep, meals, [lying, standing], dos, metres]: DayLine): Seen[] => {
  const told = (kind: ObservationKind): { text?: string } => {
    const text = TOLD[`${day} ${kind}`];
    return text === undefined ? {} : { text };
  };
  const eaten = meals.flatMap((part, n): Seen[] => {
    const meal = MEALS[n];
    if (part === null || meal === undefined) return [];
    return [
      { day, minutes: clock(day, meal[1]), kind: 'meal', measured: { part }, part: meal[0], by: CARER },
    ];
  });
  return [
    ...(sleep === null
      ? []
      : [
          {
            day,
            minutes: 450,
            kind: 'sleep',
            measured: { hours: sleep },
            by: CARER,
            ...told('sleep'),
          } as const,
        ]),
    {
      ...{ day, minutes: clock(day, 495), kind: 'blood-pressure', measured: { lying, standing }, by: NURSE },
      ...told('blood-pressure'),
    },
    { day, minutes: clock(day, 500), kind: 'restlessness', measured: signs(dos), by: NURSE },
    ...eaten,
    { day, minutes: clock(day, 580), kind: 'walking', measured: { metres }, by: PHYSIO, ...told('walking') },
  ];
};

/** What was seen of Evert Venema in his first days. */
export const VENEMA_SEEN: readonly Seen[] = [
  ...LINES.flatMap(dayLines),
  { day: 2, minutes: 560, kind: 'weight', measured: { kg: 61 }, by: NURSE },
  {
    day: 3,
    minutes: 660,
    kind: 'talk',
    by: NURSE,
    text: 'Dochter: sinds de nieuwe slaaptablet valt hij, vooral vroeg in de ochtend.',
  },
  {
    day: 4,
    minutes: 540,
    kind: 'lab',
    by: NURSE,
    lab: { sample: 'blood', name: 'Natrium', value: 133, unit: 'mmol/l' },
  },
  {
    day: 4,
    minutes: 545,
    kind: 'lab',
    by: NURSE,
    lab: { sample: 'urine', name: 'Kweek', value: null, unit: '' },
    text: 'Geen bacteriën.',
  },
  {
    day: 6,
    minutes: 14 * 60,
    kind: 'house-visit',
    by: NURSE,
    text: 'Losse kleden in de gang. Trap zonder tweede leuning.',
  },
  {
    day: 6,
    minutes: 19 * 60 + 20,
    kind: 'talk',
    by: FAMILY,
    text: 'Vader vertelt weer. Hij wil naar de tuin.',
  },
];

/** What changed in his medicines on day 5; why the second was lowered, nobody wrote down yet. */
export const VENEMA_MEDICINES = [
  {
    medicine: 'Slaaptablet',
    change: 'stopped',
    detail: '',
    reason: 'Slaperig in de ochtend, en verward in de nacht.',
  },
  { medicine: 'Plaspil', change: 'lowered', detail: 'de helft', reason: null },
] as const;

/** What the ward wrote to the GP so far. */
export const VENEMA_ANSWER = {
  seen: 'Bloeddruk zakt 30 punten bij opstaan. Slaap kort, onrust in de nacht. Eet weinig als hij moe is.',
  finding: 'Duizelig door plaspil en slaaptablet. Geen delier meer sinds dag 5.',
  advice: 'Thuis met wijkverpleging 2× per dag, rollator, traphek. Welzijn: hulp voor zijn vrouw.',
  followUp: '',
} as const;
