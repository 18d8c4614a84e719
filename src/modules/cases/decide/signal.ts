import {
  type Attending,
  CONTACT_KINDS,
  type Contacts,
  type Recurring,
  type Sign,
  type SignCode,
  type Thresholds,
} from '#modules/cases/types-signal.ts';

/** What is gone over: contacts, whom they are about, and what the numbers of reasons stand for (0 is none). */
export interface Practice {
  readonly contacts: Contacts;
  readonly people: Attending;
  readonly reasons: readonly string[];
}

/** Being frequent for one year mostly passes, and who has no social contact needs none by that: alone these propose nothing. */
const PROPOSING: ReadonlySet<SignCode> = new Set(['persistent', 'same-reason', 'many-helpers']);

/** Days in a year of a life. A day beside a birthday moves nobody far: groups are of fifteen years. */
const LIFE_YEAR = 365.2425;

/** What a pass over the contacts leaves: counts per year and person, and which contacts were lately. */
interface Counted {
  readonly perYear: readonly Int32Array[];
  readonly lately: Int32Array;
}

const flags = <T>(all: readonly T[], chosen: readonly T[]): Uint8Array =>
  Uint8Array.from(all, (one) => (chosen.includes(one) ? 1 : 0));

const countContacts = ({ contacts, people }: Practice, rules: Thresholds, today: number): Counted => {
  const perYear = Array.from({ length: rules.years }, () => new Int32Array(people.born.length));
  const lately = new Int32Array(contacts.person.length);
  const notAsked = flags(CONTACT_KINDS, rules.notAsked);
  const recent = Math.max(rules.sameReason.days, rules.manyHelpers.days);
  let kept = 0;
  for (let at = 0; at < contacts.person.length; at++) {
    const ago = today - (contacts.day[at] as number);
    if (ago < 0 || notAsked[contacts.kind[at] as number] === 1) continue;
    const person = contacts.person[at] as number;
    const year = perYear[Math.floor(ago / rules.yearDays)];
    if (year !== undefined) year[person] = (year[person] as number) + 1;
    if (ago < recent) lately[kept++] = at;
  }
  return { perYear, lately: lately.subarray(0, kept) };
};

/** Who had a contact with the social domain not too long ago, by its kind or by its reason. */
const metSocial = ({ contacts, people, reasons }: Practice, rules: Thresholds, today: number): Uint8Array => {
  const met = new Uint8Array(people.born.length);
  const [byKind, byReason] = [flags(CONTACT_KINDS, ['social']), flags(reasons, rules.social.reasons)];
  for (let at = 0; at < contacts.person.length; at++) {
    const ago = today - (contacts.day[at] as number);
    if (ago < 0 || ago >= rules.social.days) continue;
    if (byKind[contacts.kind[at] as number] === 1 || byReason[contacts.reason[at] as number] === 1)
      met[contacts.person[at] as number] = 1;
  }
  return met;
};

const groupOf = (ages: readonly number[], age: number): number => {
  let group = 0;
  while (group + 1 < ages.length && age >= (ages[group + 1] as number)) group++;
  return group;
};

/** The group of each person on a day: sex, and the age they had. */
const groupsOn = ({ born, sex }: Attending, ages: readonly number[], day: number): Int32Array =>
  Int32Array.from({ length: born.length }, (_, person) => {
    const age = Math.floor((day - (born[person] as number)) / LIFE_YEAR);
    return (sex[person] as number) * ages.length + groupOf(ages, age);
  });

/** From how many contacts on somebody of this group counts as frequent: never more than the share, so who is equal at the edge stays out. */
const edgeOf = (counts: readonly number[], rules: Thresholds): number => {
  if (counts.length < rules.smallestGroup) return Number.POSITIVE_INFINITY;
  const sorted = [...counts].sort((a, b) => b - a);
  const beyond = sorted[Math.floor(counts.length * rules.topShare + 1e-9)] as number;
  return beyond + 1;
};

/** Per person from how many contacts in this year on they would be frequent. */
const edgesOf = (year: Int32Array, groups: Int32Array, rules: Thresholds): ((person: number) => number) => {
  const counts = new Map<number, number[]>();
  for (let person = 0; person < year.length; person++) {
    const group = groups[person] as number;
    const known = counts.get(group);
    if (known === undefined) counts.set(group, [year[person] as number]);
    else known.push(year[person] as number);
  }
  const edges = new Map([...counts].map(([group, each]) => [group, edgeOf(each, rules)]));
  return (person) => edges.get(groups[person] as number) as number;
};

/** Frequent for years on end, or in the last one only. */
const frequentSigns = ({ perYear }: Counted, people: Attending, rules: Thresholds, today: number) => {
  const edges = perYear.map((year, ago) =>
    edgesOf(year, groupsOn(people, rules.ages, today - ago * rules.yearDays), rules),
  );
  return (person: number): Sign[] => {
    const counts = perYear.map((year) => year[person] as number);
    const is = counts.map((count, ago) => count >= (edges[ago]?.(person) as number));
    const [contacts = 0, from = 0] = [counts[0], edges[0]?.(person)];
    if (is.every(Boolean)) return [{ code: 'persistent', perYear: counts }];
    return is[0] === true ? [{ code: 'frequent', contacts, from }] : [];
  };
};

/** The contacts of each person lately, by where they stand in the columns. */
const latelyByPerson = (lately: Int32Array, person: ArrayLike<number>): Map<number, number[]> => {
  const found = new Map<number, number[]>();
  for (const at of lately) {
    const who = person[at] as number;
    const known = found.get(who);
    if (known === undefined) found.set(who, [at]);
    else known.push(at);
  }
  return found;
};

/** How often each of these numbers stands in a column, without those that say nothing (0). */
const tally = (column: ArrayLike<number>, rows: readonly number[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const at of rows) {
    const value = column[at] as number;
    if (value !== 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

const sameReason = (
  practice: Practice,
  rows: readonly number[],
  { contacts, days }: Thresholds['sameReason'],
) => {
  const often = [...tally(practice.contacts.reason, rows)]
    .filter(([, count]) => count >= contacts)
    .map(([reason, count]) => ({ reason: practice.reasons[reason] as string, contacts: count }));
  const [most] = often.sort((a, b) => b.contacts - a.contacts || (a.reason < b.reason ? -1 : 1));
  return most === undefined ? [] : [{ code: 'same-reason' as const, ...most, days }];
};

const manyHelpers = (practice: Practice, rows: readonly number[], rule: Thresholds['manyHelpers']) => {
  const helpers = tally(practice.contacts.helper, rows).size;
  const sign = { code: 'many-helpers' as const, helpers, contacts: rows.length, days: rule.days };
  return helpers >= rule.helpers ? [sign] : [];
};

/** What the last weeks say of one person. */
const latelySigns = (
  practice: Practice,
  rows: readonly number[],
  rules: Thresholds,
  today: number,
): Sign[] => {
  const within = (days: number): readonly number[] =>
    rows.filter((at) => today - (practice.contacts.day[at] as number) < days);
  return [
    ...sameReason(practice, within(rules.sameReason.days), rules.sameReason),
    ...manyHelpers(practice, within(rules.manyHelpers.days), rules.manyHelpers),
  ];
};

/**
 * Whose question comes back, in the contacts of one organisation up to today, each with why. Somebody is proposed for being
 * frequent year after year, for one reason that repeats, or for several helpers in a short time; nobody for a single busy year.
 */
export const recurring = (practice: Practice, rules: Thresholds, today: number): Recurring[] => {
  const counted = countContacts(practice, rules, today);
  const social = metSocial(practice, rules, today);
  const frequent = frequentSigns(counted, practice.people, rules, today);
  const lately = latelyByPerson(counted.lately, practice.contacts.person);
  const found: Recurring[] = [];
  for (let person = 0; person < practice.people.born.length; person++) {
    const signs = [...frequent(person), ...latelySigns(practice, lately.get(person) ?? [], rules, today)];
    if (!signs.some(({ code }) => PROPOSING.has(code))) continue;
    const alone: Sign[] = social[person] === 1 ? [] : [{ code: 'no-social', days: rules.social.days }];
    found.push({ person, signs: [...signs, ...alone] });
  }
  return found;
};
