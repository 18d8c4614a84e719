import { type Day, plusDays } from '#kernel/calendar.ts';
import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import type { ContactsBody } from '#modules/cases/contract.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import { between } from './past.ts';
import { BOXEM, ENSING, KRUIMS, ZWIERS } from './social-people.ts';

const YEAR = 365;
const YEARS = 3;

/** Reasons a practice writes down on an ordinary day (ICPC-1). */
const REASONS = ['R05', 'L03', 'S74', 'A97', 'K86', 'D06', 'H81', 'U71', 'L86', 'R74', 'S88', 'D84', 'F75'];
/** What tends to repeat: sleep, tired, tense, low, headache. */
const REPEATING = ['P06', 'A04', 'P01', 'P03', 'N01'];
const OFTEN = ['consult', 'consult', 'consult', 'phone', 'phone', 'message', 'visit'] as const;
const ROUND = ['HA-1', 'HA-2', 'POH-G', 'HAP', 'FYSIO'];

/** Contacts a year by age, younger to older, women and men (Smits 2008); the first birth year of each group. */
const RATES = [
  [2010, 3.2, 2.8],
  [1998, 4.6, 2.2],
  [1982, 5, 2.9],
  [1968, 5.6, 3.8],
  [1940, 7.6, 6.9],
] as const;

type OwnContact = ContactsBody['contacts'][number];
/** Whose contact it is. */
type Whose = Pick<OwnContact, 'number' | 'bsn' | 'birthDate' | 'sex'>;
type More = Partial<Pick<OwnContact, 'kind' | 'reason' | 'helper'>>;
type Say = (ago: number, more?: More) => void;

/** Something that repeats in somebody: planted, so that it is there to be found. */
type Pattern = (chance: Chance, say: Say) => void;

const spread = (count: number, days: number, act: (ago: number) => void): void => {
  for (let n = 0; n < count; n++) act(Math.floor((n * days) / count) + 3);
};

const forOneReason: Pattern = (chance, say) => {
  const reason = pick(chance, REPEATING);
  spread(between(chance, 5, 7), 84, (ago) => say(ago, { reason }));
};

const manyHelpers: Pattern = (_, say) =>
  ROUND.forEach((helper, n) => {
    say(4 + n * 9, { helper });
  });

const yearAfterYear: Pattern = (chance, say) =>
  spread(between(chance, 50, 60), YEARS * YEAR, (ago) => say(ago));

/** Ill for one year and well again: that is no question that comes back. */
const oneYear: Pattern = (_, say) => spread(11, YEAR, (ago) => say(ago));

/** What the practice plans itself is no question either. */
const programme: Pattern = (_, say) =>
  spread(7, 88, (ago) => say(ago, { kind: 'planned', reason: 'T90', helper: 'POH-S' }));

/** One in so many of a practice has this. */
const PLANTED: readonly (readonly [every: number, pattern: Pattern])[] = [
  [71, forOneReason],
  [97, manyHelpers],
  [113, yearAfterYear],
  [53, oneYear],
  [37, programme],
];

/** Of whom the guide tells: for years, and lately for sleep with four who each do their piece. */
const ensing: Pattern = (_, say) => {
  spread(36, YEARS * YEAR - 95, (ago) => say(90 + ago, { reason: ago % 2 === 0 ? 'A04' : 'N01' }));
  const lately = [6, 19, 33, 47, 61, 78];
  const by = ['HA-1', 'POH-G', 'HAP', 'FYSIO', 'HA-1', 'HA-1'];
  lately.forEach((ago, n) => {
    say(ago, { reason: 'P06', kind: n === 2 ? 'out-of-hours' : 'consult', helper: by[n] ?? 'HA-1' });
  });
};

const kruims: Pattern = (_, say) => {
  spread(7, 88, (ago) => say(ago, { reason: 'P03' }));
  say(20, { kind: 'social', reason: 'Z68' });
};

const boxem: Pattern = (_, say) => spread(6, 80, (ago) => say(ago, { reason: 'A04' }));

const zwiers: Pattern = (_, say) => {
  spread(18, 2 * YEAR, (ago) => say(200 + ago, { reason: 'N01' }));
  say(150, { kind: 'social', reason: 'Z68' });
};

const TOLD: Readonly<Record<string, readonly (readonly [who: PersonEntry, pattern: Pattern])[]>> = {
  vaartzicht: [
    [ENSING, ensing],
    [KRUIMS, kruims],
    [BOXEM, boxem],
  ],
  'de-es': [[ZWIERS, zwiers]],
};

/** How many people come to a practice of which three years of contacts stand here. */
export const PRACTICES: Readonly<Record<string, number>> = { vaartzicht: 320, 'de-es': 240 };

const drawPerson = (chance: Chance, number: string): { readonly whose: Whose; readonly rate: number } => {
  const at = Math.floor(chance() * RATES.length);
  const [from, women, men] = RATES[at] ?? RATES[0];
  const until = RATES[at - 1]?.[0] ?? 2024;
  const birthDate = plusDays(`${from}-01-01`, Math.floor(chance() * (until - from) * 365));
  const isWoman = chance() < 0.5;
  const sex = isWoman ? 'female' : 'male';
  return { whose: { number, bsn: null, birthDate, sex }, rate: isWoman ? women : men };
};

/** What happens to anybody: one in four does not come at all in a year. */
const ordinary = (chance: Chance, say: Say, rate: number): void => {
  for (let year = 0; year < YEARS; year++) {
    const visits = chance() < 0.24 ? 0 : Math.round(rate * (0.3 + chance() * 1.3));
    for (let visit = 0; visit < visits; visit++) say(Math.floor((year + chance()) * YEAR));
  }
};

/** Three years of contacts of one practice up to a day: mostly ordinary, with questions planted that come back. */
export const contactsOf = (
  practice: string,
  { seed, until }: { readonly seed: number; readonly until: Day },
): OwnContact[] => {
  const chance = seeded(seed + practice.length * 977);
  const all: OwnContact[] = [];
  const sayFor =
    (whose: Whose): Say =>
    (ago, { kind = pick(chance, OFTEN), reason = pick(chance, REASONS), helper = 'HA-1' } = {}) => {
      if (ago < YEARS * YEAR) all.push({ ...whose, day: plusDays(until, -ago), kind, reason, helper });
    };
  for (let n = 0; n < (PRACTICES[practice] ?? 0); n++) {
    const { whose, rate } = drawPerson(chance, String(10_201 + n * 3));
    const say = sayFor(whose);
    ordinary(chance, say, rate);
    for (const [every, pattern] of PLANTED) if (n % every === every - 1) pattern(chance, say);
  }
  for (const [{ bsn, birthDate, sex }, pattern] of TOLD[practice] ?? [])
    pattern(chance, sayFor({ number: null, bsn, birthDate, sex }));
  return all;
};
