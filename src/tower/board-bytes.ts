import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { boardOf, type SiteBoard, siteBoard } from './board.ts';
import type { Board } from './contract.ts';
import { type Squeezed, squeeze } from './squeeze.ts';

/** An unchanged board says this long that it was true "just now"; then its moment is written anew. */
const SAYS_NOW = MINUTE;

/** The board as it leaves the house: made once for everybody, squeezed once per way of squeezing. */
export interface BoardBytes {
  readonly version: string;
  /** Changes with the content only; the moment written in it does not count. */
  readonly etag: string;
  readonly board: Board;
  readonly body: Squeezed;
}

/** The board of the region, drawn up again only when something on it changed. */
export interface LiveBoard {
  current(now: Instant): BoardBytes;
  /** The version that was drawn last; empty before the first. */
  readonly version: string;
  /** When it changes by itself: a hold runs out, a figure grows old, a site opens. */
  readonly until: Instant;
}

const sitesOf = (
  picture: Picture,
  before: ReadonlyMap<string, SiteBoard>,
  now: Instant,
): Map<string, SiteBoard> => {
  const sites = new Map<string, SiteBoard>();
  const { region, unitsOfSite } = picture;
  for (const site of region.sites) {
    const looks = (unitsOfSite.get(site.id) ?? []).flatMap((unitId) => picture.look(unitId, now) ?? []);
    if (looks.length === 0) continue;
    const known = before.get(site.id);
    const same =
      known !== undefined &&
      known.looks.length === looks.length &&
      looks.every((look, i) => look === known.looks[i]);
    sites.set(site.id, same ? known : siteBoard(site, looks, now));
  }
  return sites;
};

const sameSites = (a: ReadonlyMap<string, SiteBoard>, b: ReadonlyMap<string, SiteBoard>): boolean =>
  a.size === b.size && [...a].every(([id, site]) => b.get(id) === site);

/** What was drawn last, and from what. */
interface Drawn {
  readonly region: Picture['region'];
  readonly sites: ReadonlyMap<string, SiteBoard>;
  readonly seen: string;
  readonly at: Instant;
  readonly until: Instant;
  readonly bytes: BoardBytes;
}

const draw = (picture: Picture, before: Drawn | null, now: Instant): Drawn => {
  const { region, version: seen } = picture;
  const sites = sitesOf(picture, before?.sites ?? new Map(), now);
  const until = Math.min(...[...sites.values()].map((site) => site.until));
  const same = before !== null && region === before.region && sameSites(before.sites, sites);
  if (same && before.at <= now && now - before.at < SAYS_NOW) return { ...before, seen, until };
  // The moment belongs to the version: time alone changes the board too.
  const version = same ? before.bytes.version : `${seen}.${Math.round(now).toString(36)}`;
  const board = boardOf(region, sites, { version, asOf: now });
  return {
    region,
    sites,
    seen,
    at: now,
    until,
    bytes: { version, etag: `W/"${version}"`, board, body: squeeze(board) },
  };
};

/** Keeps the board of this picture ready to be sent. */
export const openBoard = (picture: Picture): LiveBoard => {
  let drawn: Drawn | null = null;
  const holds = (before: Drawn, now: Instant): boolean =>
    before.seen === picture.version && before.at <= now && now < before.until && now - before.at < SAYS_NOW;
  return {
    current(now) {
      if (drawn === null || !holds(drawn, now)) drawn = draw(picture, drawn, now);
      return drawn.bytes;
    },
    get version() {
      return drawn?.bytes.version ?? '';
    },
    get until() {
      return drawn?.until ?? Number.NEGATIVE_INFINITY;
    },
  };
};
