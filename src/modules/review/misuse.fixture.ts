import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import { alertsIn, COMMON_SURNAMES, type Known } from './decide/alerts.ts';
import type { Likeness, Look, Looker } from './types.ts';

/** Somebody of the month, as their own record has them. */
export interface Somebody {
  readonly id: string;
  readonly surname: string;
  readonly pc4: string | null;
}
/** Somebody who looks, in their work. */
export type Worker = Looker & Somebody;
/** Somebody who is looked at. */
export type Person = Somebody & { readonly colleague: boolean };

/** Names as they fall in a region: a few that many bear, many that few bear. */
const SURNAMES = ['vries', 'jansen', 'bakker', 'visser', 'smit'];
const PC4S = ['9401', '9402', '9403', '9404', '9405', '9406', '9407', '9408'];
const GROUNDS = ['treatment', 'treatment', 'treatment', 'referral', 'offer', 'triage'];
const BEGIN = Date.parse('2026-10-05T00:00:00Z');
const DAYS = 28;

/** Looks of a month with improper ones hidden among them, and which those are. */
export interface Month {
  readonly looks: readonly Look[];
  readonly known: Known;
  readonly workers: readonly Worker[];
  readonly people: readonly Person[];
  /** The improper looks; of a day of looking round, its looks together are one. */
  readonly improper: readonly (readonly string[])[];
}

/** A name of its own for a number, in letters as names are. */
const rare = (n: number): string =>
  `ten${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;

const surname = (chance: Chance): string =>
  chance() < 0.3 ? pick(chance, SURNAMES) : rare(Math.floor(chance() * 4_000));

const peopleOf = (chance: Chance): { lookers: Worker[]; seen: Person[] } => ({
  lookers: Array.from({ length: 200 }, (_, i) => ({
    id: `looker-${i}`,
    surname: surname(chance),
    pc4: chance() < 0.5 ? pick(chance, PC4S) : null,
    roundTheClock: i % 2 === 0,
  })),
  seen: Array.from({ length: 2_000 }, (_, i) => ({
    id: `person-${i}`,
    surname: surname(chance),
    pc4: pick(chance, PC4S),
    colleague: false,
  })),
});

/** When people work: nurses around the clock, others by day and now and then late. */
const workTime = (chance: Chance, looker: Looker): Instant => {
  const day = BEGIN + Math.floor(chance() * DAYS) * DAY;
  if (looker.roundTheClock) return day + chance() * DAY;
  // One evening in two hundred somebody works on.
  return chance() < 0.005 ? day + 22 * HOUR : day + 6 * HOUR + chance() * 11 * HOUR;
};

/** What two share, as the database says it of its own rows. */
const alikeIn =
  (lookers: ReadonlyMap<string, Worker>, people: ReadonlyMap<string, Person>) =>
  (actor: string, personId: string): Likeness | undefined => {
    const [who, whom] = [lookers.get(actor), people.get(personId)];
    if (who === undefined || whom === undefined) return undefined;
    return {
      surname: who.surname === whom.surname && !COMMON_SURNAMES.includes(who.surname),
      postcode: who.pc4 !== null && who.pc4 === whom.pc4,
      colleague: whom.colleague,
    };
  };

/** Makes the month: `size` proper looks, and `improper` hidden ones of every sort in turn. */
export const monthOf = (seed: number, size: number, improper: number): Month => {
  const chance = seeded(seed);
  const { lookers, seen } = peopleOf(chance);
  const looks: Look[] = [];
  const add = (look: Omit<Look, 'id' | 'outcome'>): string => {
    const id = `look-${looks.length}`;
    looks.push({ id, outcome: 'done', ...look, at: Math.floor(look.at) });
    return id;
  };
  for (let i = 0; i < size; i++) {
    const looker = pick(chance, lookers);
    const at = workTime(chance, looker);
    add({ at, actor: looker.id, personId: pick(chance, seen).id, ground: pick(chance, GROUNDS) });
  }
  const hidden: string[][] = [];
  const people = new Map(seen.map((each) => [each.id, each]));
  for (let i = 0; i < improper; i++) {
    const looker: Worker = {
      id: `looker-x${i}`,
      surname: `geheim${rare(i)}`,
      pc4: '9499',
      roundTheClock: false,
    };
    const person: Person = { id: `person-x${i}`, surname: `ander${rare(i)}`, pc4: '9400', colleague: false };
    const noon = BEGIN + (i % DAYS) * DAY + 11 * HOUR + chance() * HOUR;
    const one = (change: Partial<Look>): string[] => [
      add({ at: noon, actor: looker.id, personId: person.id, ground: 'treatment', ...change }),
    ];
    const acts: readonly (() => string[])[] = [
      () => one({ ground: 'break-glass' }),
      () => one({ ground: 'none' }),
      () => {
        people.set(person.id, { ...person, colleague: true });
        return one({});
      },
      () => {
        people.set(person.id, { ...person, surname: looker.surname });
        return one({});
      },
      () => {
        people.set(person.id, { ...person, pc4: looker.pc4 });
        return one({ ground: 'administration' });
      },
      () => one({ at: noon - 9 * HOUR }),
      () =>
        Array.from({ length: 90 }, (_, n) =>
          add({ at: noon + n * MINUTE, actor: looker.id, personId: `person-${n}`, ground: 'triage' }),
        ),
    ];
    lookers.push(looker);
    people.set(person.id, person);
    hidden.push(acts[i % acts.length]?.() ?? []);
  }
  const known: Known = {
    lookers: new Map(lookers.map((each) => [each.id, each])),
    alike: alikeIn(new Map(lookers.map((each) => [each.id, each])), people),
    asked: new Set(),
    zone: 'Europe/Amsterdam',
  };
  // By day and hour, as a log stands; not with what was hidden at the end.
  return {
    looks: looks.toSorted((a, b) => a.at - b.at),
    ...{ known, improper: hidden, workers: lookers, people: [...people.values()] },
  };
};

/** How many of the hidden ones were raised, and which part of the proper looks was raised for nothing. */
export const judged = (month: Month): { raised: number; falseAlarms: number } =>
  countedIn(month, new Set(alertsIn(month.looks, month.known).flatMap((alert) => alert.looks)));

/** The same, of looks that were raised by whatever raised them. */
export const countedIn = (
  { looks, improper }: Month,
  raised: ReadonlySet<string>,
): { raised: number; falseAlarms: number } => {
  const hidden = new Set(improper.flat());
  const proper = looks.filter(({ id }) => !hidden.has(id));
  return {
    raised: improper.filter((ids) => ids.every((id) => raised.has(id))).length,
    falseAlarms: proper.filter(({ id }) => raised.has(id)).length / proper.length,
  };
};
