import { type Chance, seeded } from '#kernel/seeded.ts';
import { gamma, poisson } from './chance.ts';
import { type Leaving, leavesOf, PATHS } from './leaves.ts';
import { AHEAD_DAYS } from './types.ts';

/** One stretch of the coming time: a day from ten to ten, or what is left of one. */
export interface Stretch {
  /** Mean arrivals of the product in the region that want to come in it. */
  readonly come: number;
  /** Which forecast day ends it; null: the hour is not one that is forecast. */
  readonly day: number | null;
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

/** How often how many were free. Rows are sites, the region is the last. */
export interface Played {
  /** Row × day × number free, rows beginning at `offsets`, each day as long as `lengths`. */
  readonly often: Int32Array;
  readonly offsets: Int32Array;
  readonly lengths: Int32Array;
  /** Row × n: in how many plays none was free on any of the first n + 1 days. */
  readonly none: Int32Array;
}

/** Chance per day that who waits is still looking the day after; chance that a waiting person can come on a day. */
const STILL_LOOKS = 0.9;
const CAN_COME = 0.6;

/** Who waits in one play: where, when they can come, until when they look, and the chances that are theirs. */
interface Waiting {
  readonly site: number;
  readonly ready: number;
  readonly until: number;
  readonly stay: number;
  readonly other: boolean;
}

/** One play as it goes; the arrays are used again by the next. */
interface Path {
  readonly play: Play;
  readonly sites: number;
  readonly count: number;
  readonly chance: Chance;
  readonly guide: Uint16Array;
  /** Taken per site. */
  readonly taken: Int32Array;
  /** Who leaves, per stretch × site. */
  leaving: Int16Array;
  /** Free per site in this stretch, and in all. */
  readonly free: Int32Array;
  open: number;
  /** 1 while none was free yet on any forecast hour, per site and for the region. */
  readonly never: Uint8Array;
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

/** Cells of the table that says where among the wishes to begin looking. */
const CELLS = 256;
const guideOf = (wish: Float64Array): Uint16Array => {
  let site = 0;
  return Uint16Array.from({ length: CELLS }, (_, cell) => {
    while (site < wish.length - 1 && (wish[site] as number) <= cell / CELLS) site++;
    return site;
  });
};

const siteOf = ({ play, guide }: Path, u: number): number => {
  let site = guide[Math.floor(u * CELLS)] as number;
  while (u >= (play.wish[site] as number)) site++;
  return site;
};

/** Who waits goes first, in the order in which they came. */
const seatWaiting = (path: Path, stretch: number): void => {
  if (path.waiting.length === 0) return;
  path.waiting = path.waiting.filter(
    (who) => who.until >= stretch && (who.ready > stretch || !seat(path, who, stretch)),
  );
};

/** Then who comes today; who finds nothing waits on. */
const seatNew = (path: Path, stretch: number, factor: number): void => {
  const { play, chance, free } = path;
  const { come } = play.stretches[stretch] as Stretch;
  const people = come > 0 ? poisson(chance, come * factor * gamma(chance, play.dayShape)) : 0;
  for (let each = 0; each < people; each++) {
    const u = chance();
    const site = siteOf(path, u);
    const stay = chance();
    if ((free[site] as number) > 0) {
      occupy(path, site, stretch, stay);
      continue;
    }
    // What the first figures of a chance did not say, the last may.
    const other = (u * 65_536) % 1 < play.takesOther;
    const who = { site, stay, other, ready: stretch, until: stretch + looksFor((stay * 65_536) % 1) };
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

/** At the end of a stretch: how many are free at each site and in all. */
const record = (path: Path, day: number, { often, offsets, lengths, none }: Played): void => {
  const { sites, free, never } = path;
  for (let row = 0; row <= sites; row++) {
    const count = row < sites ? (free[row] as number) : path.open;
    const cell = (offsets[row] as number) + day * (lengths[row] as number) + count;
    often[cell] = (often[cell] as number) + 1;
    if (count > 0) never[row] = 0;
    if (never[row] === 1) none[row * AHEAD_DAYS + day] = (none[row * AHEAD_DAYS + day] as number) + 1;
  }
};

/** Who leaves goes, and what is free then is what the days can use less who is there. */
const openUp = (path: Path, stretch: number, day: number): void => {
  const { play, sites, taken, leaving, free } = path;
  const { usable, spare } = play;
  let open = 0;
  for (let site = 0; site < sites; site++) {
    const here = (taken[site] as number) - (leaving[stretch * sites + site] as number);
    taken[site] = here;
    const beds = usable[site * AHEAD_DAYS + day] as number;
    const room = beds - here + (spare[site] as number);
    const own = room < 0 ? 0 : room > beds ? beds : room;
    free[site] = own;
    open += own;
  }
  path.open = open;
};

const playOnce = (path: Path, played: Played): void => {
  const { play, chance } = path;
  for (const plan of play.plans) takePlan(path, plan, chance() < plan.goesThrough, chance());
  queueUp(path);
  const factor = gamma(chance, play.fortnightShape);
  for (let stretch = 0; stretch < path.count; stretch++) {
    const { day } = play.stretches[stretch] as Stretch;
    openUp(path, stretch, day ?? 0);
    seatWaiting(path, stretch);
    seatNew(path, stretch, factor);
    if (day !== null) record(path, day, played);
  }
};

/** Room for what is counted. */
const emptyPlayed = ({ usable }: Play, sites: number): Played => {
  const lengths = new Int32Array(sites + 1).fill(1);
  for (let site = 0; site < sites; site++) {
    const most = Math.max(0, ...usable.subarray(site * AHEAD_DAYS, (site + 1) * AHEAD_DAYS));
    lengths[site] = most + 1;
    lengths[sites] = (lengths[sites] as number) + most;
  }
  let cells = 0;
  const offsets = lengths.map((length) => {
    cells += length * AHEAD_DAYS;
    return cells - length * AHEAD_DAYS;
  });
  return {
    often: new Int32Array(cells),
    offsets,
    lengths,
    none: new Int32Array(lengths.length * AHEAD_DAYS),
  };
};

/** Plays the coming days many times, with chance of its own for who leaves each site and for who comes. */
export const playAhead = (play: Play): Played => {
  const sites = play.seeds.length;
  const count = play.stretches.length;
  const leaves = leavesOf(play.here, play.seeds, count);
  const played = emptyPlayed(play, sites);
  const begin = new Int32Array(sites);
  for (const { site } of play.here) begin[site] = (begin[site] as number) + 1;
  const path: Path = {
    ...{ play, sites, count, chance: seeded(play.seed), guide: guideOf(play.wish), leaving: leaves, open: 0 },
    ...{
      taken: new Int32Array(sites),
      free: new Int32Array(sites),
      never: new Uint8Array(sites + 1),
      waiting: [],
    },
  };
  for (let at = 0; at < PATHS; at++) {
    path.leaving = leaves.subarray(at * count * sites, (at + 1) * count * sites);
    path.taken.set(begin);
    path.never.fill(1);
    path.waiting = [];
    playOnce(path, played);
  }
  return played;
};
