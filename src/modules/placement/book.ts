import { DAY, type Instant } from '#kernel/interval.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { offersOf, requestsById } from './store.ts';
import { type Homes, homesOf, lastYesSince, openIds, papersOf } from './store-book.ts';
import type { Offer, Request } from './types.ts';

/** An open request as the desk keeps it in mind: the profile, the offers and the clocks. It does not say who it is for. */
export interface Booked extends Homes {
  readonly request: Request;
  readonly offers: readonly Offer[];
  /** When papers came in. */
  readonly papersAt: readonly Instant[];
}

/** All open requests of the region in memory, kept true by the diary. */
export interface Book {
  /** Open requests by id; a request that did not change stays the same object. */
  readonly requests: ReadonlyMap<string, Booked>;
  /** Changes with whatever was read. */
  readonly version: number;
  /** The last yes of the last week, as far as we heard; null when there was none. */
  readonly lastPlacedAt: Instant | null;
  /** Takes in lines of the diary: reads the touched requests again. Failed once, the next call reads them too. */
  hear(lines: readonly WrittenEntry[]): Promise<void>;
}

const OPEN = new Set<Request['state']>(['searching', 'offered', 'accepted']);

const groupBy = <T extends { readonly requestId: string }>(all: readonly T[]): Map<string, T[]> =>
  Map.groupBy(all, ({ requestId }) => requestId);

/** A pseudonym and the name of a doctor are of no use to the row of the desk. */
const withoutPeople = ({ personId: _person, ...offer }: Offer & { readonly personId: string }): Offer => ({
  ...offer,
  doctor: null,
});

/** Reads requests as the desk keeps them in mind, as far as the reader is a party to them. */
const readBooked = async (tx: Tx, ids: readonly string[]): Promise<Booked[]> => {
  if (ids.length === 0) return [];
  const requests = await requestsById(tx, ids);
  const offers = groupBy(await offersOf(tx, ids));
  const homes = groupBy(await homesOf(tx, ids));
  const papers = groupBy(await papersOf(tx, ids));
  return requests.map((request) => ({
    homePc4: null,
    partnerPc4: null,
    areaPc4: null,
    ...homes.get(request.id)?.[0],
    requestId: request.id,
    request,
    offers: (offers.get(request.id) ?? []).map(withoutPeople),
    papersAt: (papers.get(request.id) ?? []).map(({ at }) => at),
  }));
};

/** Open requests, and when a place was given last. */
export interface OpenBooked {
  readonly requests: readonly Booked[];
  readonly lastPlacedAt: Instant | null;
}

/** What is open now, as far as the reader is a party to it: the way without the book. */
export const readOpenBooked = async (tx: Tx, now: Instant): Promise<OpenBooked> => ({
  requests: await readBooked(tx, await openIds(tx)),
  lastPlacedAt: await lastYesSince(tx, now - 7 * DAY),
});

/**
 * Opens the book. It reads in the name of the desk, the one party to every request; when the region gets another desk
 * the whole book is read again under the new name.
 */
export const openBook = async (
  database: Database,
  deskOf: () => string,
  now: () => Instant,
): Promise<Book> => {
  const requests = new Map<string, Booked>();
  const untold = new Set<string>();
  let desk = '';
  let version = 0;
  let lastPlacedAt: Instant | null = null;
  const asDesk = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    database.transaction(byHouse('book', desk), work);

  const take = (fresh: readonly Booked[], placed: Instant | null): void => {
    for (const booked of fresh) {
      if (OPEN.has(booked.request.state)) requests.set(booked.requestId, booked);
      else requests.delete(booked.requestId);
    }
    const moments = [...fresh.map(({ request }) => request.acceptedAt), placed].filter((at) => at !== null);
    lastPlacedAt = moments.length === 0 ? lastPlacedAt : Math.max(lastPlacedAt ?? 0, ...moments);
    version += 1;
  };
  const readAll = async (): Promise<void> => {
    desk = deskOf();
    const open = await asDesk((tx) => readOpenBooked(tx, now()));
    requests.clear();
    untold.clear();
    take(open.requests, open.lastPlacedAt);
  };
  const readAgain = async (): Promise<void> => {
    const ids = [...untold];
    const fresh = await asDesk((tx) => readBooked(tx, ids));
    const found = new Set(fresh.map(({ requestId }) => requestId));
    for (const id of ids) {
      untold.delete(id);
      if (!found.has(id)) requests.delete(id);
    }
    take(fresh, null);
  };
  await readAll();
  return {
    requests,
    get version() {
      return version;
    },
    get lastPlacedAt() {
      return lastPlacedAt;
    },
    async hear(lines) {
      for (const line of lines) if (line.room === 'placement') untold.add(line.subject);
      if (deskOf() !== desk) await readAll();
      else if (untold.size > 0) await readAgain();
    },
  };
};
