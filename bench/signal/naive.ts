import { type Planted, type Population, TODAY } from './population.ts';

/** Whom somebody would pick out of the same list, per pattern. */
export type Picked = Readonly<Record<Planted, ReadonlySet<number>>>;

const TOP = 0.1;
const QUARTER = 90;

/** The tenth of all people with the most contacts, whatever their age. */
const topOfAll = (counts: Int32Array): Set<number> => {
  const order = Array.from(counts, (_, person) => person).sort(
    (a, b) => (counts[b] as number) - (counts[a] as number),
  );
  return new Set(order.slice(0, Math.floor(counts.length * TOP)));
};

/** In how many different ways somebody stands in a column, or how often in the same: of people with at least so many. */
const atLeast = (counts: ReadonlyMap<number, number>, least: number): Set<number> =>
  new Set([...counts].filter(([, count]) => count >= least).map(([person]) => person));

/**
 * As a spreadsheet does it: everything counted, also what was planned; the tenth with the most contacts of all; five times
 * the same reason, or four helpers, in a calendar quarter of ninety days, without asking what kind of contact it was.
 */
export const pickNaively = ({ practice: { contacts, people, reasons } }: Population): Picked => {
  const total = new Int32Array(people.born.length);
  const [perReason, helpers] = [new Map<number, number>(), new Map<number, Set<number>>()];
  for (let at = 0; at < contacts.person.length; at++) {
    const person = contacts.person[at] as number;
    total[person] = (total[person] as number) + 1;
    if (TODAY - (contacts.day[at] as number) >= QUARTER) continue;
    const key = person * reasons.length + (contacts.reason[at] as number);
    perReason.set(key, (perReason.get(key) ?? 0) + 1);
    helpers.set(person, (helpers.get(person) ?? new Set()).add(contacts.helper[at] as number));
  }
  const repeated = [...atLeast(perReason, 5)].map((key) => Math.floor(key / reasons.length));
  const many = new Map([...helpers].map(([person, each]) => [person, each.size]));
  return { persistent: topOfAll(total), 'same-reason': new Set(repeated), 'many-helpers': atLeast(many, 4) };
};
