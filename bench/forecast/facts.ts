import { instantOf } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import {
  AHEAD_DAYS,
  AT_HOUR,
  type ForecastFacts,
  type PastFree,
  type PastStay,
  type StandingSite,
} from '#planning/forecast/types.ts';
import { type MadeHistory, type MadePerson, ZONE } from './region.ts';

/** Free places of a product at `AT_HOUR` of each day, per site: what came, to hold a forecast against. */
export const freeAt = (history: MadeHistory, of: number): Int32Array[] => {
  const sites = history.sites[of] ?? [];
  const at = history.days.map((day) => instantOf(day, AT_HOUR * 60, ZONE));
  const taken = sites.map(() => new Int32Array(history.days.length + 1));
  const dayAfter = (instant: Instant): number => {
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at[middle] ?? 0) >= instant) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  for (const { site, promisedAt, leavesAt } of history.people[of] ?? []) {
    const row = taken[site];
    if (row === undefined) continue;
    const from = dayAfter(promisedAt);
    const until = dayAfter(leavesAt);
    row[from] = (row[from] ?? 0) + 1;
    row[until] = (row[until] ?? 0) - 1;
  }
  return sites.map(({ usable }, site) => {
    let sum = 0;
    return Int32Array.from(usable, (beds, day) => {
      sum += taken[site]?.[day] ?? 0;
      return Math.max(0, beds - sum);
    });
  });
};

const endAt = ({ ends }: MadePerson, now: Instant): Instant | null => {
  let known: Instant | null = null;
  for (const { from, end } of ends) if (from <= now) known = end;
  return known;
};

type Standing = Omit<StandingSite, 'present' | 'planned' | 'asking'> & {
  readonly present: StandingSite['present'][number][];
  readonly planned: StandingSite['planned'][number][];
  asking: number;
  readonly usableNow: number;
};

/** Adds somebody where they are, where they are awaited, or where they ask. */
const addPerson = (standing: readonly Standing[], person: MadePerson, now: Instant): void => {
  const site = standing[person.site];
  const wish = standing[person.wish];
  if (site !== undefined && person.arrivesAt <= now) {
    site.present.push({ arrivedAt: person.arrivesAt, expectedEnd: endAt(person, now), latestEnd: null });
  } else if (site !== undefined && person.promisedAt <= now) {
    site.planned.push({ from: person.arrivesAt, until: person.leavesAt, kind: 'reserved' });
  } else if (person.givesUpAt > now) {
    // Who takes any house asks several at once.
    if (person.other) for (const each of standing) each.asking += 1 / standing.length;
    else if (wish !== undefined) wish.asking += 1;
  }
};

const standingOf = (history: MadeHistory, of: number, now: Instant, today: number): StandingSite[] => {
  const standing = (history.sites[of] ?? []).map(
    ({ id, product, usable }): Standing => ({
      ...{ siteId: id, product, present: [], planned: [], asking: 0, freeNow: 0 },
      usableNow: usable[today] ?? 0,
      usable: Array.from({ length: AHEAD_DAYS }, (_, ahead) => usable[today + 1 + ahead] ?? 0),
    }),
  );
  for (const person of history.people[of] ?? []) {
    if (person.askedAt <= now && person.leavesAt > now) addPerson(standing, person, now);
  }
  return standing.map((site) => ({
    ...site,
    freeNow: Math.max(0, site.usableNow - site.present.length - site.planned.length),
  }));
};

/** The facts as they were at an hour of a day: nothing of what came after is in them. */
export const factsAt = (
  history: MadeHistory,
  free: readonly (readonly Int32Array[])[],
  { today, hour, back }: { readonly today: number; readonly hour: number; readonly back: number },
): ForecastFacts => {
  const now = instantOf(history.days[today] ?? '', hour * 60, ZONE);
  const since = history.begins[Math.max(0, today - back)] ?? 0;
  const past = history.people.flatMap((people, of) =>
    people.flatMap((person): PastStay[] =>
      person.arrivesAt < since || person.arrivesAt > now || person.site < 0
        ? []
        : [
            {
              ...{
                siteId: history.sites[of]?.[person.site]?.id ?? '',
                product: person.product,
                arrivedAt: person.arrivesAt,
              },
              ...{ leftAt: person.leavesAt <= now ? person.leavesAt : null, expectedEnd: person.firstEnd },
            },
          ],
    ),
  );
  const first = Math.max(0, today - back);
  const until = hour >= AT_HOUR ? today : today - 1;
  const frees = history.sites.flatMap((sites, of) =>
    sites.flatMap(({ id, product }, site) =>
      Array.from(
        { length: until - first + 1 },
        (_, at): PastFree => ({
          ...{ siteId: id, product, day: history.days[first + at] ?? '' },
          free: free[of]?.[site]?.[first + at] ?? 0,
        }),
      ),
    ),
  );
  const sites = history.sites.flatMap((_, of) => standingOf(history, of, now, today));
  return { now, zone: ZONE, sites, past, since, free: frees };
};
