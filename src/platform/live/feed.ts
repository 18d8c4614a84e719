import type { ServerResponse } from 'node:http';
import type { Actor } from '#platform/http/actor.ts';

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
/** A browser does not see comments, so the heartbeat is an event; a page older than ten seconds says so. */
const HEARTBEAT_MS = 5_000;

interface Kept {
  readonly position: string;
  readonly text: Buffer;
  readonly organisations: readonly string[] | null;
}

/** The open screens of this process. */
export interface Feed {
  /** Sends changes that share one position in the diary to whom they concern. */
  publish(position: string, changes: readonly Change[]): void;
  /** Opens a stream; `lastSeen` resumes it without a gap, or tells the screen to reload. */
  open(response: ServerResponse, actor: Actor, lastSeen: string | null): void;
  readonly size: number;
  readonly delivered: number;
  close(): void;
}

const textOf = (position: string, changes: readonly Change[]): Buffer =>
  Buffer.from(
    `id: ${position}\ndata: ${JSON.stringify(changes.map(({ topic, id, version }) => ({ topic, id, version })))}\n\n`,
  );

/** Groups one publication by whom it is for, so that each screen gets one write. */
const byAudience = (changes: readonly Change[]): Map<string, Change[]> => {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = change.organisations === null ? '*' : [...change.organisations].sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return groups;
};

const RELOAD = (position: string): Buffer => textOf(position, [{ topic: 'reload', id: 'all', version: position, organisations: null }]);

/** Opens the feed of this process. The heartbeat bounds how long a screen can think it is alive. */
export const openFeed = (): Feed => {
  const screens = new Map<ServerResponse, string>();
  const kept: Kept[] = [];
  let position = '0-0';
  let delivered = 0;

  const send = (response: ServerResponse, text: Buffer): void => {
    if (response.writableLength > BACKLOG_BYTES) {
      screens.delete(response);
      response.destroy();
      return;
    }
    response.write(text);
    delivered++;
  };
  const sendAll = (item: Kept): void => {
    for (const [response, organisation] of screens) {
      if (item.organisations === null || item.organisations.includes(organisation)) send(response, item.text);
    }
  };
  const resume = (response: ServerResponse, organisation: string, lastSeen: string): void => {
    const at = kept.findLastIndex((item) => item.position === lastSeen);
    if (at < 0 && lastSeen !== position) return send(response, RELOAD(position));
    for (const item of kept.slice(at + 1)) {
      if (at >= 0 && (item.organisations === null || item.organisations.includes(organisation))) send(response, item.text);
    }
  };
  const heartbeat = setInterval(() => {
    for (const response of screens.keys()) send(response, Buffer.from('event: beat\ndata: 1\n\n'));
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return {
    publish(at, changes) {
      let part = 0;
      for (const group of byAudience(changes).values()) {
        // Each write has a position of its own, so that a cut between two of them loses neither.
        position = `${at}-${part++}`;
        const item = { position, text: textOf(position, group), organisations: group[0]?.organisations ?? null };
        kept.push(item);
        sendAll(item);
      }
      if (kept.length > REMEMBERED) kept.splice(0, kept.length - REMEMBERED);
    },
    open(response, actor, lastSeen) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        connection: 'keep-alive',
        'x-accel-buffering': 'no',
      });
      response.write(`retry: 1000\nid: ${position}\n: open\n\n`);
      screens.set(response, actor.organisationId);
      response.on('close', () => screens.delete(response));
      if (lastSeen !== null) resume(response, actor.organisationId, lastSeen);
    },
    get size() {
      return screens.size;
    },
    get delivered() {
      return delivered;
    },
    close() {
      clearInterval(heartbeat);
      for (const response of screens.keys()) response.end();
      screens.clear();
    },
  };
};
