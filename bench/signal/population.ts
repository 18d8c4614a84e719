import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import type { Practice } from '#modules/cases/decide/signal.ts';
import { CONTACT_KINDS, type ContactKind } from '#modules/cases/types-signal.ts';

/** Sunday 22 November 2026, as a day of the calendar. */
export const TODAY = 20_779;
const YEAR = 365;
const YEARS = 3;

/** What is planted in one of so many people. No two in the same person. */
const PLANTED = { persistent: 100, 'same-reason': 100, 'many-helpers': 200 } as const;
export type Planted = keyof typeof PLANTED;

/** What looks like it and is not: planted too, so that finding it counts against who finds it. */
const LOOKALIKES = {
  'one-year': 40,
  'other-reasons': 80,
  'long-ago': 80,
  'helpers-over-years': 60,
  programme: 20,
};
type Lookalike = keyof typeof LOOKALIKES;

/** Contacts in a year of an age-sex group, as published for a Dutch practice (Smits 2008): younger to older, women and men. */
const RATES = [
  [3.2, 2.8],
  [4.6, 2.2],
  [5, 2.9],
  [5.6, 3.8],
  [7.6, 6.9],
] as const;
const AGES = [0, 18, 31, 46, 61, 90];
/** One in four has no contact in a year. */
const NONE = 0.24;
/** A reason is often not written down, and now and then wrongly. */
const NO_REASON = 0.1;
const WRONG_REASON = 0.05;

/** Sleep, tired, tense, low, headache, low back: what tends to repeat. */
const REPEATING = ['P06', 'A04', 'P01', 'P03', 'N01', 'L03'];
/** Welfare on prescription: half of the social help is known by its kind of contact, half by this reason only. */
const SOCIAL = 'Z68';
/** The social help of somebody in whom something is planted: half of them have none. */
const SOCIAL_HELP = [null, null, { kind: 'social' }, { kind: 'consult', reason: SOCIAL }] as const;
const HELPERS = ['HA-1', 'HA-2', 'HA-3', 'POH-S', 'POH-G', 'HAP', 'FYSIO', 'DIETIST'];

/** A practice with what was planted in it, and in whom. */
export interface Population {
  readonly practice: Practice;
  readonly helpers: readonly string[];
  readonly planted: Readonly<Record<Planted, ReadonlySet<number>>>;
  /** Of those in whom something was planted: who had no social contact in the last year. */
  readonly alone: ReadonlySet<number>;
}

const poisson = (chance: Chance, mean: number): number => {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = chance(); product > floor; product *= chance()) count++;
  return count;
};

const reasonsOf = (): string[] => {
  const chapters = [...'ABDFHKLNPRSTUWXYZ'];
  return [
    '',
    ...chapters.flatMap((chapter) =>
      ['01', '03', '06', '71', '74', '86', '92', '99'].map((n) => chapter + n),
    ),
  ];
};

/** The columns as they fill up. */
const openColumns = (chance: Chance, reasons: readonly string[]) => {
  const columns: Record<'person' | 'day' | 'kind' | 'reason' | 'helper', number[]> = {
    ...{ person: [], day: [], kind: [], reason: [], helper: [] },
  };
  const kinds = CONTACT_KINDS.filter((kind) => kind !== 'planned' && kind !== 'social');
  const ordinary = reasons.filter((reason) => reason !== '' && reason !== SOCIAL);
  const number = new Map(reasons.map((reason, at) => [reason, at]));
  const coded = (reason: string): number => {
    const draw = chance();
    if (draw < NO_REASON) return 0;
    const written = draw < NO_REASON + WRONG_REASON ? pick(chance, ordinary) : reason;
    return number.get(written) ?? 0;
  };
  return {
    columns,
    add(
      person: number,
      ago: number,
      more: { kind?: ContactKind; reason?: string; helper?: string } = {},
    ): void {
      columns.person.push(person);
      columns.day.push(TODAY - Math.floor(ago));
      columns.kind.push(CONTACT_KINDS.indexOf(more.kind ?? pick(chance, kinds)));
      columns.reason.push(coded(more.reason ?? pick(chance, ordinary)));
      columns.helper.push(
        1 + HELPERS.indexOf(more.helper ?? (chance() < 0.8 ? 'HA-1' : pick(chance, HELPERS))),
      );
    },
  };
};

type Columns = ReturnType<typeof openColumns>;
type Act = (chance: Chance, columns: Columns, person: number, rate: number) => void;

const often = (chance: Chance, least: number, most: number): number =>
  least + Math.floor(chance() * (most - least + 1));
const repeat = (count: number, act: (at: number) => void): void => {
  for (let at = 0; at < count; at++) act(at);
};

const PLANTS: Readonly<Record<Planted | Lookalike, Act>> = {
  // Three times what others of their age have, year after year, for whatever it is.
  persistent: (chance, { add }, person, rate) =>
    repeat(YEARS, (year) =>
      repeat(poisson(chance, rate * 3) + 6, () => add(person, year * YEAR + chance() * YEAR)),
    ),
  'same-reason': (chance, { add }, person) => {
    const reason = pick(chance, REPEATING);
    repeat(often(chance, 6, 9), () => add(person, chance() * 85, { reason }));
  },
  'many-helpers': (chance, { add }, person) => {
    const helpers = HELPERS.slice(0, often(chance, 4, 6));
    for (const helper of helpers) add(person, chance() * 55, { helper });
  },
  // Ill for one year, and well again.
  'one-year': (chance, { add }, person, rate) =>
    repeat(poisson(chance, rate * 3) + 6, () => add(person, chance() * YEAR)),
  // As often as who is planted, each time for something else.
  'other-reasons': (chance, { add }, person) =>
    repeat(often(chance, 6, 9), () => add(person, chance() * 85, { helper: 'HA-1' })),
  'long-ago': (chance, { add }, person) => {
    const reason = pick(chance, REPEATING);
    repeat(often(chance, 6, 9), () => add(person, YEAR + chance() * 85, { reason, helper: 'HA-1' }));
  },
  'helpers-over-years': (chance, { add }, person) => {
    for (const helper of HELPERS) add(person, 80 + chance() * 900, { helper });
  },
  // Check-ups the practice itself plans, every two weeks for a while.
  programme: (chance, { add }, person) =>
    repeat(7, (at) => add(person, at * 13 + chance(), { reason: 'T90', kind: 'planned', helper: 'POH-S' })),
};

/** What happens to somebody anyway: in three of four years something, more for who is often ill. */
const ordinary: Act = (chance, { add }, person, rate) => {
  const frail = 0.4 + chance() * 1.2;
  repeat(YEARS, (year) => {
    if (chance() < NONE) return;
    repeat(poisson(chance, rate * frail), () => add(person, year * YEAR + chance() * YEAR));
  });
};

const isPlanted = (what: string): what is Planted => what in PLANTED;

/** What is planted in somebody: nothing for most. */
const drawn = (chance: Chance): Planted | Lookalike | null => {
  let draw = chance();
  for (const [what, one] of Object.entries({ ...PLANTED, ...LOOKALIKES })) {
    draw -= 1 / one;
    if (draw < 0) return what as Planted | Lookalike;
  }
  return null;
};

/** A practice of so many people with three years of contacts, the same for the same seed. */
export const makePopulation = (seed: number, size: number): Population => {
  const chance = seeded(seed);
  const reasons = [...new Set([...reasonsOf(), ...REPEATING, 'T90', SOCIAL])];
  const all = openColumns(chance, reasons);
  const [born, sex] = [new Int32Array(size), new Uint8Array(size)];
  const planted = {
    persistent: new Set<number>(),
    'same-reason': new Set<number>(),
    'many-helpers': new Set<number>(),
  };
  const alone = new Set<number>();
  for (let person = 0; person < size; person++) {
    const band = Math.floor(chance() * RATES.length);
    const [from = 0, until = 0] = [AGES[band], AGES[band + 1]];
    born[person] = Math.round(TODAY - (from + chance() * (until - from)) * 365.2425);
    sex[person] = chance() < 0.5 ? 0 : 1;
    const rate = RATES[band]?.[sex[person] as 0 | 1] ?? 0;
    ordinary(chance, all, person, rate);
    const what = drawn(chance);
    if (what === null) continue;
    PLANTS[what](chance, all, person, rate);
    if (!isPlanted(what)) continue;
    planted[what].add(person);
    const social = pick(chance, SOCIAL_HELP);
    if (social === null) alone.add(person);
    else all.add(person, chance() * 360, social);
  }
  const { person, day, kind, reason, helper } = all.columns;
  return {
    practice: {
      contacts: {
        ...{ person: Int32Array.from(person), day: Int32Array.from(day), kind: Uint8Array.from(kind) },
        ...{ reason: Int32Array.from(reason), helper: Int32Array.from(helper) },
      },
      people: { born, sex },
      reasons,
    },
    ...{ helpers: ['', ...HELPERS], planted, alone },
  };
};
