import { isoFromInstant } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import {
  type Book,
  dueOf,
  nextMovesOf,
  type OpenSearch,
  openStrips,
  type PlaceSearch,
  planOf,
} from '#modules/placement/index.ts';
import type { NextMoves, QueuePlan } from './contract.ts';
import type { ExpectedFree } from './expected-free.ts';
import { bedsHoldUntil, byDue, queueOf } from './queue.ts';
import { type Made, squeeze } from './squeeze.ts';

/** The row of the desk and the plan for it, drawn up again only when something in them changed. */
export interface LiveQueue {
  queue(now: Instant): Promise<MadeOfRequests>;
  plan(now: Instant): Promise<MadeOfRequests>;
  moves(now: Instant): Promise<MadeOfRequests>;
}

/** An answer about people who wait, and about which: whoever gets it has looked at each of them. */
export interface MadeOfRequests extends Made {
  readonly requestIds: readonly string[];
}

/** What was drawn, from what, and until when it is true. */
interface Drawn {
  readonly seen: string;
  readonly at: Instant;
  readonly until: Instant;
  readonly made: MadeOfRequests;
}

/** An answer, and who stands in it. */
interface Drawing {
  readonly answer: unknown;
  readonly shown: readonly { readonly id: string }[];
}

const planBody = (book: Book, open: OpenSearch, now: Instant): QueuePlan => {
  const all = [...book.requests.values()];
  const due = byDue(all, { region: open.region, now });
  const rows = planOf(all, open, now).sort((a, b) => (due.get(a.id) ?? 0) - (due.get(b.id) ?? 0));
  return { asOf: isoFromInstant(now), placed: rows.filter(({ place }) => place !== null).length, rows };
};

const movesBody = (
  book: Book,
  open: OpenSearch,
  forecasts: Awaited<ReturnType<ExpectedFree['at']>>,
  now: Instant,
): NextMoves => {
  const all = [...book.requests.values()];
  const due = byDue(all, { region: open.region, now });
  const rows = nextMovesOf(all, open, forecasts, now).sort(
    (a, b) => (due.get(a.id) ?? 0) - (due.get(b.id) ?? 0),
  );
  const count = (takes: NextMoves['rows'][number]['takes']): number =>
    rows.filter((row) => row.takes === takes).length;
  return {
    asOf: isoFromInstant(now),
    ...{ now: count('now'), later: count('later') },
    expected: forecasts.filter(({ none }) => none === null).length,
    rows,
  };
};

/** Keeps the row of the desk ready to be sent. Words with a clock in them are renewed every minute. */
export const openQueue = (
  { picture, book, search }: { picture: Picture; book: Book; search: PlaceSearch },
  expected: ExpectedFree,
): LiveQueue => {
  const strips = openStrips();
  const seenNow = (): string => `${picture.version}.${book.version}`;
  const borders = (now: Instant): Instant => {
    const at = { region: picture.region, now };
    const due = [...book.requests.values()]
      .map((booked) => dueOf(booked, at) ?? 0)
      .filter((each) => each > now);
    return Math.min((Math.floor(now / MINUTE) + 1) * MINUTE, bedsHoldUntil(picture, now), ...due);
  };
  /** Many screens ask at once after a change: it is drawn once for all of them. */
  const keep = (draw: (open: OpenSearch, now: Instant) => Drawing | Promise<Drawing>): LiveQueue['queue'] => {
    let drawn: Drawn | null = null;
    let drawing: Promise<Drawn> | null = null;
    const redraw = async (now: Instant): Promise<Drawn> => {
      const open = await search.openAt(now);
      const seen = seenNow();
      const { answer, shown } = await draw(open, now);
      const etag = `W/"${seen}.${Math.round(now).toString(36)}"`;
      const made = { etag, body: squeeze(answer), requestIds: shown.map(({ id }) => id) };
      drawn = { seen, at: now, until: borders(now), made };
      return drawn;
    };
    return async (now) => {
      if (drawn !== null && drawn.seen === seenNow() && drawn.at <= now && now < drawn.until)
        return drawn.made;
      drawing ??= redraw(now).finally(() => {
        drawing = null;
      });
      return (await drawing).made;
    };
  };
  return {
    queue: keep((open, now) => {
      const from = { requests: [...book.requests.values()], lastPlacedAt: book.lastPlacedAt };
      const answer = queueOf({ picture, open, strips }, from, now);
      return { answer, shown: answer.requests };
    }),
    plan: keep((open, now) => {
      const answer = planBody(book, open, now);
      return { answer, shown: answer.rows };
    }),
    moves: keep(async (open, now) => {
      const answer = movesBody(book, open, await expected.at(now), now);
      return { answer, shown: answer.rows };
    }),
  };
};
