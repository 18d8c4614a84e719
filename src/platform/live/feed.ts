import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Session } from '#platform/http/actor.ts';

/** Something changed; a screen that shows it asks again. `organisations` null goes to everyone signed in. */
export interface Change {
  readonly topic: string;
  readonly id: string;
  readonly version: string;
  readonly organisations: readonly string[] | null;
}

const REMEMBERED = 4_000;
/** A screen that reads this much too slowly is cut off; it comes back and catches up. */
const BACKLOG_BYTES = 256 * 1024;
/** A screen that heard nothing for three of these knows that it is cut off. */
const BEAT_MS = 5_000;
/** A screen comes back after this, and then must be signed in still. It loses nothing. */
const OPEN_FOR_MS = 60 * 60_000;

interface Kept {
  readonly frame: Buffer;
  readonly organisations: readonly string[] | null;
}

interface Screen {
  readonly response: ServerResponse;
  readonly socket: Socket;
  readonly organisation: string;
  readonly session: string;
  readonly openedAt: number;
}

/** The open screens of this process. */
export interface Feed {
  /** Sends changes to whom they concern; each screen gets one message. */
  publish(changes: readonly Change[]): void;
  /** Opens a stream; `lastSeen` resumes it without a gap, or tells the screen to reload. */
  open(response: ServerResponse, session: Pick<Session, 'id' | 'actor'>, lastSeen: string | null): void;
  /** Ends the streams of sessions that ended; one of them that opens only now ends at once. */
  cut(sessions: readonly string[]): void;
  readonly size: number;
  readonly delivered: number;
  close(): void;
}

/** One chunk of the stream, framed for HTTP/1.1 once instead of once per screen. */
const frameOf = (text: string): Buffer => {
  const length = Buffer.byteLength(text);
  return Buffer.from(`${length.toString(16)}\r\n${text}\r\n`);
};

const messageOf = (id: string, changes: readonly Omit<Change, 'organisations'>[]): Buffer =>
  frameOf(
    `id: ${id}\ndata: ${JSON.stringify(changes.map(({ topic, id: about, version }) => ({ topic, id: about, version })))}\n\n`,
  );

const BEAT = frameOf('event: beat\ndata: 1\n\n');

/** Groups one publication by whom it is for, so that each screen gets as few writes as can be. */
const byAudience = (changes: readonly Change[]): Map<string, Change[]> => {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = change.organisations === null ? '*' : [...change.organisations].sort().join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return groups;
};

const concerns = (item: Kept, organisation: string): boolean =>
  item.organisations === null || item.organisations.includes(organisation);

/** Writes past the response, whose framing is done already; false when the screen reads too slowly to keep. */
const send = (socket: Socket, frame: Buffer): boolean => {
  if (socket.writableLength > BACKLOG_BYTES) return false;
  socket.write(frame);
  return true;
};

/** What was published last, numbered, for screens that come back. Numbers of another process mean nothing here. */
const openMemory = () => {
  const era = Date.now().toString(36);
  let kept: Kept[] = [];
  let published = 0;
  const idOf = (number: number): string => `${era}-${number}`;
  return {
    now: () => idOf(published),
    add(changes: readonly Change[]): Kept {
      published++;
      const item = {
        frame: messageOf(idOf(published), changes),
        organisations: changes[0]?.organisations ?? null,
      };
      kept.push(item);
      // Trimmed by the half, so that it is not moved up at every message.
      if (kept.length >= 2 * REMEMBERED) kept = kept.slice(-REMEMBERED);
      return item;
    },
    /** What came after; null when that is not known any more. */
    after(id: string): readonly Kept[] | null {
      const [its, number] = id.split('-');
      const missed = published - Number(number);
      if (its !== era || !(missed >= 0) || missed > kept.length) return null;
      return missed === 0 ? [] : kept.slice(-missed);
    },
  };
};

const HEAD = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  connection: 'keep-alive',
  'transfer-encoding': 'chunked',
  'x-accel-buffering': 'no',
} as const;

/** Tells a screen that came back what it missed, or that it must read everything again. */
const resume = (
  { socket, organisation }: Screen,
  memory: ReturnType<typeof openMemory>,
  lastSeen: string,
): void => {
  const missed = memory.after(lastSeen);
  if (missed === null) {
    send(socket, messageOf(memory.now(), [{ topic: 'reload', id: 'all', version: memory.now() }]));
    return;
  }
  for (const item of missed) if (concerns(item, organisation)) send(socket, item.frame);
};

/** Opens the feed of this process. */
export const openFeed = (): Feed => {
  const screens = new Set<Screen>();
  const ended = new Set<string>();
  const memory = openMemory();
  let delivered = 0;

  const cutOff = (screen: Screen): void => {
    screens.delete(screen);
    screen.response.destroy();
  };
  const sendAll = (item: Kept): void => {
    for (const screen of screens) {
      if (!concerns(item, screen.organisation)) continue;
      if (send(screen.socket, item.frame)) delivered++;
      else cutOff(screen);
    }
  };
  const beat = setInterval(() => {
    const now = performance.now();
    for (const screen of screens) {
      if (now - screen.openedAt > OPEN_FOR_MS || !send(screen.socket, BEAT)) cutOff(screen);
    }
  }, BEAT_MS);
  beat.unref();

  return {
    publish(changes) {
      for (const group of byAudience(changes).values()) sendAll(memory.add(group));
    },
    open(response, session, lastSeen) {
      const { socket } = response;
      // Gone before it was answered, or queued behind another question on the same connection: it comes back.
      if (socket === null || ended.has(session.id)) return void response.destroy();
      response.writeHead(200, HEAD);
      response.flushHeaders();
      const organisation = session.actor.organisationId;
      const screen = { response, socket, organisation, session: session.id, openedAt: performance.now() };
      send(socket, frameOf('retry: 1000\n\n'));
      // Who comes back keeps its own number until it has what it missed: a cut in between loses nothing.
      if (lastSeen === null) send(socket, messageOf(memory.now(), []));
      else resume(screen, memory, lastSeen);
      screens.add(screen);
      response.on('close', () => screens.delete(screen));
    },
    cut(sessions) {
      if (ended.size > REMEMBERED) ended.clear();
      for (const id of sessions) ended.add(id);
      for (const screen of screens) if (sessions.includes(screen.session)) cutOff(screen);
    },
    get size() {
      return screens.size;
    },
    get delivered() {
      return delivered;
    },
    close() {
      clearInterval(beat);
      for (const { response } of screens) response.end();
      screens.clear();
    },
  };
};
