import { type Chance, seeded } from '#kernel/seeded.ts';
import { gamma, poisson } from './chance.ts';
import { AHEAD_DAYS } from './types.ts';

/** So many times the coming days are played. */
export const PATHS = 400;

/** One stretch of the coming time: a day from ten to ten, or what is left of one. */
export interface Stretch {
  /** Mean arrivals of the product in the region that want to come in it. */
  readonly come: number;
  /** Which forecast day ends it; null: the hour is not one that is forecast. */
  readonly day: number | null;
}

/** Somebody in a place or with a plan for it. */
export interface Leaving {
  readonly site: number;
  /** The chance that they have gone at the end of each stretch. */
  readonly gone: Float64Array;
}

/** A plan: from which stretch somebody is there, and whether it blocks the place before. */
export interface Plan {
  readonly site: number;
  readonly from: number;
  readonly blocks: boolean;
  readonly goesThrough: number;
}

/** Everything that is played of one product. */
export interface Play {
  readonly stretches: readonly Stretch[];
  /** Site × forecast day. */
  readonly usable: Float64Array;
  readonly here: readonly Leaving[];
  readonly plans: readonly Plan[];
  /** Places that are free though by our count somebody has them. */
  readonly spare: Float64Array;
  /** Running sums of where people want to be, ending at 1. */
  readonly wish: Float64Array;
  /** Chance that who finds the own site full takes another. */
  readonly takesOther: number;
  /** Mean waiting people per site. */
  readonly asking: Float64Array;
  /** Chance that somebody who comes in stretch a has gone at the end of stretch b: a × stretches + b. */
  readonly newcomerGone: Float64Array;
  /** Shapes of the gamma factors on the arrivals: the whole fortnight, and each day. */
  readonly fortnightShape: number;
  readonly dayShape: number;
  readonly seeds: readonly number[];
  readonly seed: number;
}

/** How often how many were free: row (site × day, the region last) × number free. */
export interface Played {
  readonly often: readonly Int32Array[];
  /** Per site, the region last: in how many plays none was free on any of the first n days. */
  readonly none: readonly Int32Array[];
}

/** Chance per day that who waits is still looking the day after; chance that a waiting person can come on a day. */
const STILL_LOOKS = 0.9;
const CAN_COME = 0.6;

/** Per stretch, path and site: how many of who is here have left by chance. */
const leavesOf = ({ here, stretches, seeds }: Play, sites: number): Int16Array => {
  const count = stretches.length;
  const leaves = new Int16Array(PATHS * count * sites);
  const chances = seeds.map((seed) => seeded(seed));
  for (const { site, gone } of here) {
    const chance = chances[site] as Chance;
    const last = gone[count - 1] as number;
    for (let path = 0; path < PATHS; path++) {
      const u = chance();
      if (u >= last) continue;
      let stretch = 0;
      while (u >= (gone[stretch] as number)) stretch++;
      const cell = (path * count + stretch) * sites + site;
      leaves[cell] = (leaves[cell] as number) + 1;
    }
  }
  return leaves;
};

/** Who waits in one play: where, when they can come, until when they look, and the chances that are theirs. */
interface Waiting {
  readonly site: number;
  readonly ready: number;
  readonly until: number;
  readonly stay: number;
  readonly other: boolean;
}

/** One play as it goes. */
interface Path {
  readonly play: Play;
  readonly sites: number;
  readonly count: number;
  readonly chance: Chance;
  /** Taken per site, and who leaves per stretch × site. */
  readonly taken: Float64Array;
  readonly leaving: Int16Array;
  /** Free per site in this stretch, and in all. */
  readonly free: Float64Array;
  open: number;
  waiting: Waiting[];
}

const occupy = (path: Path, site: number, stretch: number, stay: number): void => {
  const { play, sites, count, leaving } = path;
  path.taken[site] = (path.taken[site] as number) + 1;
  path.free[site] = (path.free[site] as number) - 1;
  path.open--;
  const row = stretch * count;
  if (stay >= (play.newcomerGone[row + count - 1] as number)) return;
  let end = stretch;
  while (stay >= (play.newcomerGone[row + end] as number)) end++;
  // Who comes and goes within one stretch has left at its end.
  const cell = Math.max(end, stretch + 1) * sites + site;
  if (cell < leaving.length) leaving[cell] = (leaving[cell] as number) + 1;
};

/** The site with most free; who takes another goes where there is room. */
const roomiest = (path: Path): number => {
  let best = 0;
  for (let site = 1; site < path.sites; site++) {
    if ((path.free[site] as number) > (path.free[best] as number)) best = site;
  }
  return best;
};

const seat = (path: Path, who: Waiting, stretch: number): boolean => {
  if (path.open <= 0) return false;
  if ((path.free[who.site] as number) > 0) {
    occupy(path, who.site, stretch, who.stay);
    return true;
  }
  if (!who.other) return false;
  occupy(path, roomiest(path), stretch, who.stay);
  return true;
};

const looksFor = (chance: number): number => Math.floor(Math.log(1 - chance) / Math.log(STILL_LOOKS));
const readyAfter = (chance: number): number => Math.floor(Math.log(1 - chance) / Math.log(1 - CAN_COME));

/** Who waits now: of a broken number the rest is there by chance. */
const queueUp = (path: Path): void => {
  const { play, chance } = path;
  for (let site = 0; site < path.sites; site++) {
    const asking = play.asking[site] as number;
    const people = Math.floor(asking) + (chance() < asking % 1 ? 1 : 0);
    for (let each = 0; each < people; each++) {
      const ready = readyAfter(chance());
      const until = ready + looksFor(chance());
      path.waiting.push({ site, ready, until, stay: chance(), other: chance() < play.takesOther });
    }
  }
};

const siteOf = (wish: Float64Array, u: number): number => {
  let low = 0;
  let high = wish.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (u < (wish[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Who waits goes first, then who comes today; who finds nothing waits on. */
const fill = (path: Path, stretch: number, factor: number): void => {
  const { play, chance } = path;
  const left: Waiting[] = [];
  for (const who of path.waiting) {
    if (who.until < stretch) continue;
    if (who.ready > stretch || !seat(path, who, stretch)) left.push(who);
  }
  path.waiting = left;
  const { come } = play.stretches[stretch] as Stretch;
  const day = come > 0 ? gamma(chance, play.dayShape) : 1;
  const people = poisson(chance, come * factor * day);
  for (let each = 0; each < people; each++) {
    const site = siteOf(play.wish, chance());
    const stay = chance();
    const u = chance();
    const other = u < play.takesOther;
    if ((path.free[site] as number) > 0) {
      occupy(path, site, stretch, stay);
      continue;
    }
    const who = { site, stay, other, ready: stretch, until: stretch + looksFor((u * 16) % 1) };
    if (!seat(path, who, stretch)) path.waiting.push(who);
  }
};

/** One plan: when it blocks its place it has it already, and gives it back when it does not go through. */
const takePlan = (path: Path, { site, from, blocks }: Plan, goes: boolean, stay: number): void => {
  const { play, sites, count } = path;
  if (blocks) path.taken[site] = (path.taken[site] as number) + 1;
  if (from >= count) return;
  if (blocks !== goes) add(path.leaving, from * sites + site, goes ? -1 : 1);
  if (!goes) return;
  let end = from;
  while (end < count && stay >= (play.newcomerGone[from * count + end] as number)) end++;
  if (end < count) add(path.leaving, Math.max(end, from + 1) * sites + site, 1);
};

const add = (row: Int16Array, cell: number, by: number): void => {
  if (cell < row.length) row[cell] = (row[cell] as number) + by;
};

const count = (row: Int32Array | undefined, free: number): void => {
  if (row !== undefined) row[free] = (row[free] as number) + 1;
};

/** At the end of a stretch: how many are free at each site and in all. */
const record = (path: Path, day: number, played: Played, never: Uint8Array): void => {
  const { play, sites } = path;
  let all = 0;
  for (let site = 0; site <= sites; site++) {
    const usable = site < sites ? (play.usable[site * AHEAD_DAYS + day] as number) : 0;
    const own = usable - (path.taken[site] as number) + (play.spare[site] as number);
    const free = site === sites ? all : Math.max(0, Math.min(usable, own));
    all += site < sites ? free : 0;
    count(played.often[site * AHEAD_DAYS + day], free);
    if (free > 0) never[site] = 0;
    if (never[site] === 1) count(played.none[site], day);
  }
};

const playOnce = (path: Path, played: Played): void => {
  const { play, sites, chance } = path;
  for (const plan of play.plans) takePlan(path, plan, chance() < plan.goesThrough, chance());
  queueUp(path);
  const factor = gamma(chance, play.fortnightShape);
  const never = new Uint8Array(sites + 1).fill(1);
  play.stretches.forEach(({ day }, stretch) => {
    const until = day ?? 0;
    path.open = 0;
    for (let site = 0; site < sites; site++) {
      const taken = (path.taken[site] as number) - (path.leaving[stretch * sites + site] as number);
      path.taken[site] = taken;
      const usable = play.usable[site * AHEAD_DAYS + until] as number;
      const free = Math.max(0, Math.min(usable, usable - taken + (play.spare[site] as number)));
      path.free[site] = free;
      path.open += free;
    }
    fill(path, stretch, factor);
    if (day !== null) record(path, day, played, never);
  });
};

/** Plays the coming days many times, with chance of its own for who leaves each site and for who comes. */
export const playAhead = (play: Play): Played => {
  const sites = play.seeds.length;
  const steps = play.stretches.length;
  const leaves = leavesOf(play, sites);
  const most = (row: number): number =>
    Math.max(0, ...play.usable.subarray(row * AHEAD_DAYS, (row + 1) * AHEAD_DAYS));
  const tops = Array.from({ length: sites }, (_, site) => most(site));
  tops.push(tops.reduce((sum, top) => sum + top, 0));
  const played: Played = {
    often: tops.flatMap((top) => Array.from({ length: AHEAD_DAYS }, () => new Int32Array(top + 1))),
    none: tops.map(() => new Int32Array(AHEAD_DAYS)),
  };
  const chance = seeded(play.seed);
  const begin = new Float64Array(sites);
  for (const { site } of play.here) begin[site] = (begin[site] as number) + 1;
  for (let at = 0; at < PATHS; at++) {
    const leaving = leaves.subarray(at * steps * sites, (at + 1) * steps * sites);
    const taken = begin.slice();
    const free = new Float64Array(sites);
    playOnce({ play, sites, count: steps, chance, taken, leaving, free, open: 0, waiting: [] }, played);
  }
  return played;
};
