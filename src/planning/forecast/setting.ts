import { type Clock, hourInStep, stepOf } from './clock.ts';
import { rateOf, shareThatCame, spreadOf, weekdaysOf } from './demand.ts';
import type { Leaving } from './leaves.ts';
import type { PastRows } from './past.ts';
import type { Plan, Play, Stretch } from './play.ts';
import { type Hazards, type Here, hazardsOf, rateAt } from './survival.ts';
import { AHEAD_DAYS, type ForecastFacts, type PlannedStay, type StandingSite } from './types.ts';

/** Chance that a plan goes through. A guess: what was promised nearly always is, a hold is sometimes given back. */
const GOES_THROUGH: Readonly<Record<PlannedStay['kind'], number>> = { reserved: 0.95, hold: 0.7 };
/** Chance that who finds the own site full takes another. A guess, used where sites were seldom full apart. */
const TAKES_OTHER = 0.6;
/** How far, as a share of who comes, a fortnight may be off for reasons that no history shows. A guess. */
const MODEL_OFF = 0.09;
/** So many arrivals and departures at the usual hours are added to what was seen: people come from ten to seven, and leave from eight to two. */
const AS_SEEN = 24;
const comesAt = (hour: number): number => (hour < 9 ? 1 / 9 : 0);
const leavesAt = (hour: number): number => (hour < 4 || hour >= 22 ? 1 / 6 : 0);

/** The share of a step that is still to come after so many hours of it. */
const shareAfter = (seen: Float64Array, usual: (hour: number) => number, hour: number): number => {
  let all = 0;
  let after = 0;
  seen.forEach((count, at) => {
    const weight = count + AS_SEEN * usual(at);
    all += weight;
    if (at >= hour) after += weight;
  });
  return after / all;
};

/** A stretch with the step it lies in and which share of it. */
interface Part {
  readonly step: number;
  readonly day: number | null;
  /** Of who comes in such a step, the part that comes in it; and how fast people leave beside the mean day. */
  readonly comes: number;
  readonly leaves: number;
}

/** What is left of the step of now, and the steps after it until the last forecast hour. */
const partsOf = (clock: Clock, { cameAt, leftAt }: PastRows, { ofWeekday }: Hazards): Part[] => {
  const hour = hourInStep(clock, clock.now, clock.current);
  const last = clock.first + AHEAD_DAYS - 1;
  return Array.from({ length: last - clock.current + 1 }, (_, at) => {
    const step = clock.current + at;
    const leaves = ofWeekday[clock.weekday(step)] as number;
    return {
      step,
      day: step < clock.first ? null : step - clock.first,
      comes: at === 0 ? shareAfter(cameAt, comesAt, hour) : 1,
      leaves: at === 0 ? leaves * shareAfter(leftAt, leavesAt, hour) : leaves,
    };
  });
};

/** The chance to have gone at the end of each part. */
const goneOf = (parts: readonly Part[], hazards: Hazards, who: Here, factor: number): Float64Array => {
  const gone = new Float64Array(parts.length);
  let sum = 0;
  for (let at = 0; at < parts.length; at++) {
    const { step, leaves } = parts[at] as Part;
    sum += rateAt(hazards, who, step) * leaves;
    gone[at] = 1 - Math.exp(-sum * factor);
  }
  return gone;
};

/** How far expected ends may be off together, as a share, and how much the people who leave differ by themselves. */
const ENDS_OFF = 0.25;
const ENDS_TELL = 0.3;
/** Over so many stretches. */
const WEEK = 8;

/**
 * Wards move an expected end, mostly to later, and the history knows only the first one. So the expected ends say who leaves and
 * when, and how many leave in all is drawn towards what people do who stayed as long: the more people, the further.
 */
const drawnTogether = (here: readonly Here[], parts: readonly Part[], hazards: Hazards): number => {
  const week = parts.slice(0, WEEK);
  let told = 0;
  let usual = 0;
  for (const who of here) {
    if (who.expected === null) continue;
    let byEnd = 0;
    let byAge = 0;
    for (const { step, leaves } of week) {
      byEnd += rateAt(hazards, who, step) * leaves;
      byAge += rateAt(hazards, { ...who, expected: null }, step) * leaves;
    }
    told += 1 - Math.exp(-byEnd);
    usual += 1 - Math.exp(-byAge);
  }
  if (told < 0.1 || usual < 0.1) return 1;
  const weight = ENDS_OFF ** 2 / (ENDS_OFF ** 2 + ENDS_TELL / usual);
  return Math.round(1e6 * (usual / told) ** weight) / 1e6;
};

/** The same for who comes in each part: rows of `Play.newcomerGone`. */
const newcomersGone = (parts: readonly Part[], hazards: Hazards): Float64Array => {
  const all = new Float64Array(parts.length ** 2);
  parts.forEach(({ step: came }, at) => {
    const gone = goneOf(parts.slice(at), hazards, { site: -1, came, expected: null }, 1);
    all.set(gone, at * parts.length + at);
  });
  return all;
};

/** Places that are taken by our count beside what the board says is free. */
interface Taken {
  readonly unknown: number;
  readonly behind: number;
  readonly spare: number;
}

/**
 * The board is right about now. Places it does not call free and in which nobody is known are taken by somebody of whom we
 * know nothing (a bed being cleaned, the other product of a shared bed). When it calls more free than we count, the last plans
 * follow somebody who is still there, and what is left is spare.
 */
const takenOf = (site: StandingSite): Taken => {
  const usable = site.usableNow ?? site.usable[0] ?? 0;
  const over = usable - (site.freeNow ?? 0) - site.present.length - site.planned.length;
  const behind = Math.min(site.planned.length, Math.max(0, -over));
  // Short of staff there are more people than places: that is no sign of spare ones.
  const crowded = (site.freeNow ?? 0) === 0;
  return {
    unknown: Math.max(0, over),
    behind: crowded ? 0 : behind,
    spare: crowded ? 0 : Math.max(0, -over - behind),
  };
};

const inOrder = (a: Here, b: Here): number =>
  (a.came ?? 0) - (b.came ?? 0) || (a.expected ?? 1e9) - (b.expected ?? 1e9);

const hereOf = (site: StandingSite, at: number, clock: Clock): Here[] => {
  const known = site.present.map(
    ({ arrivedAt, expectedEnd }): Here => ({
      site: at,
      came: stepOf(clock, arrivedAt),
      expected: expectedEnd === null ? null : stepOf(clock, expectedEnd),
    }),
  );
  const unknown = Array.from(
    { length: takenOf(site).unknown },
    (): Here => ({ site: at, came: null, expected: null }),
  );
  return [...known.sort(inOrder), ...unknown];
};

const plansOf = (site: StandingSite, at: number, clock: Clock): Plan[] => {
  const { behind } = takenOf(site);
  const sorted = [...site.planned].sort((a, b) => a.from - b.from || (a.kind < b.kind ? -1 : 1));
  return sorted.map(({ from, kind }, index) => ({
    ...{ site: at, goesThrough: GOES_THROUGH[kind], blocks: index < sorted.length - behind },
    from: Math.max(0, stepOf(clock, from) - clock.current),
  }));
};

/** A number from a name, so that every site has chance of its own whatever stands beside it (FNV-1a). */
const seedOf = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

const runningShares = (rates: readonly number[]): Float64Array => {
  const all = rates.reduce((sum, rate) => sum + rate, 0);
  let before = 0;
  const shares = Float64Array.from(rates, (rate) => {
    before += rate;
    return before / all;
  });
  shares[shares.length - 1] = 1;
  return shares;
};

/** What wants to come: per stretch in the region, where, and how sure we are of it. */
const demandOf = (parts: readonly Part[], clock: Clock, { seen }: PastRows, drawn: readonly number[]) => {
  const region = seen.at(-1);
  if (region === undefined) throw new Error('the region is always counted');
  const ofWeekday = weekdaysOf(region);
  const { rate } = rateOf(region, ofWeekday);
  const spread = spreadOf(region, rate, ofWeekday);
  const rates = seen.slice(0, -1).map((site) => rateOf(site, ofWeekday).rate);
  const asked = drawn.map((at) => rates[at] ?? 0);
  const share = asked.reduce((sum, each) => sum + each, 0) / rates.reduce((sum, each) => sum + each, 0);
  const wanted = (rate * share) / shareThatCame(seen.slice(0, -1), rates, TAKES_OTHER);
  const stretches = parts.map(
    ({ step, day, comes }): Stretch => ({
      day,
      come: wanted * comes * (ofWeekday[clock.weekday(step)] as number),
    }),
  );
  const unsure = 1 / Math.max(1, rate * region.came.length);
  return {
    stretches,
    wish: runningShares(asked),
    fortnightShape: 1 / (spread.fortnight + unsure + MODEL_OFF ** 2),
    dayShape: 1 / spread.day,
  };
};

/** What is played of one product, from the facts as they stand and the history in steps. */
export const settingOf = (
  facts: ForecastFacts,
  clock: Clock,
  sites: readonly StandingSite[],
  rows: PastRows,
): Play => {
  const product = sites[0]?.product ?? 'elv-high';
  const standing = facts.sites
    .filter((site) => site.product === product)
    .map(({ siteId }) => siteId)
    .sort();
  const drawn = sites.map(({ siteId }) => standing.indexOf(siteId));
  const hazards = hazardsOf(rows.spells, product, { sites: standing.length, clock });
  const parts = partsOf(clock, rows, hazards);
  const here = sites.flatMap((site, at) => hereOf(site, at, clock));
  const factor = drawnTogether(
    here.map((who) => ({ ...who, site: drawn[who.site] ?? 0 })),
    parts,
    hazards,
  );
  return {
    ...demandOf(parts, clock, rows, drawn),
    usable: Float64Array.from(
      sites.flatMap(({ usable }) =>
        Array.from({ length: AHEAD_DAYS }, (_, day) => Math.max(0, Math.floor(usable[day] ?? 0))),
      ),
    ),
    here: here.map(
      ({ site, ...who }): Leaving => ({
        site,
        gone: goneOf(parts, hazards, { ...who, site: drawn[site] ?? 0 }, who.expected === null ? 1 : factor),
      }),
    ),
    plans: sites.flatMap((site, at) => plansOf(site, at, clock)),
    spare: Float64Array.from(sites, (site) => takenOf(site).spare),
    takesOther: TAKES_OTHER,
    asking: Float64Array.from(sites, ({ asking }) => Math.max(0, asking)),
    newcomerGone: newcomersGone(parts, hazards),
    seeds: sites.map(({ siteId }) => seedOf(`${product}:${siteId}`)),
    seed: seedOf(product),
  };
};
