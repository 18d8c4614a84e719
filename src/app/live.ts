import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Instant } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { admitted, type Door } from '#platform/http/route.ts';
import { showAfter, turnAway } from '#platform/http/shown.ts';
import type { Change, Feed } from '#platform/live/feed.ts';
import { type LiveBoard, towerPolicies } from '#tower/index.ts';
import { toldToHelping } from './helping-live.ts';
import { toldToFamily } from './own-live.ts';

const READER = byHouse('picture');
/** How often is looked whether time itself changed the board. */
const TICK_MS = 1_000;

/** Whom a line concerns, as it says itself; a line that names nobody is told to nobody. */
const partiesOf = (line: WrittenEntry): readonly string[] => {
  const { organisations } = line.body;
  return Array.isArray(organisations) ? organisations.filter((each) => typeof each === 'string') : [];
};

/** What is told beside the beds: teams in the neighbourhood, how busy hospitals are. */
const ASIDE: ReadonlyMap<string, string> = new Map([
  ['team-counted', 'team'],
  ['team-written', 'team'],
  ['load-reported', 'load'],
  ['stop-began', 'load'],
  ['stop-ended', 'load'],
]);

/** What parties hear of, per room. */
const OF_PARTIES: ReadonlyMap<string, string> = new Map([
  ['placement', 'request'],
  ['stay', 'stay'],
  ['cases', 'case'],
]);

/** Of the social map a referral alone has parties: who referred and who got it. */
const topicOf = ({ room, event }: WrittenEntry): string | undefined => {
  if (room === 'social') return event.startsWith('referral-') ? 'referral' : undefined;
  return OF_PARTIES.get(room);
};

/** A request, a stay, a case or a referral, and the sheet of the ward it is on: for its parties only. */
const toldToParties = (line: WrittenEntry, version: string): Change[] => {
  const topic = topicOf(line);
  if (topic === undefined) return [];
  const parties = { version, organisations: partiesOf(line) };
  const told = [{ topic, id: line.subject, ...parties }, ...toldToFamily(line, version)];
  return line.unitId === null ? told : [...told, { topic: 'ward', id: line.unitId, ...parties }];
};

/** Of day treatment every screen may hear which room moved; an order only its parties. Chairs are not on the board. */
const ofDayTreatment = (line: WrittenEntry, version: string): Change[] | null => {
  const isChair = line.room === 'capacity' && line.event.startsWith('chair-');
  if (!isChair && line.room !== 'day-treatment') return null;
  const organisations = partiesOf(line);
  const about = { topic: 'day-order', id: line.subject, version, organisations };
  const order = organisations.length === 0 ? [] : [about];
  if (line.unitId === null) return order;
  return [...order, { topic: 'day-room', id: line.unitId, version, organisations: null }];
};

/** What the social map tells is about services and nobody: every screen may hear which. */
const OF_MAP: ReadonlySet<string> = new Set(['map-written', 'state-said', 'assured']);

const asideOf = ({ room, event }: WrittenEntry): string | undefined => {
  if (room === 'social') return OF_MAP.has(event) ? 'service' : undefined;
  return room === 'capacity' ? ASIDE.get(event) : undefined;
};

/** Forecasts, alerts and prices are counts for everybody; a scenario is told to who kept it. */
const ofOutlook = (line: WrittenEntry, version: string): Change[] | null => {
  if (line.room !== 'outlook') return null;
  const parties = partiesOf(line);
  return [{ topic: 'outlook', id: 'all', version, organisations: parties.length === 0 ? null : parties }];
};

/** A conversation is told to who may see something of it: that it changed, never what. */
const ofConversation = ({ room, event }: WrittenEntry): boolean =>
  room === 'social' && event.startsWith('conversation-');

/** Beds hold no personal data: every screen may hear which ward moved. Requests are told to their parties only. */
const changesOfLine = (line: WrittenEntry, version: string): Change[] => {
  const everyone = { version, organisations: null };
  if (line.room === 'region') {
    return [
      { topic: 'region', id: 'all', ...everyone },
      { topic: 'board', id: 'region', ...everyone },
    ];
  }
  if (ofConversation(line))
    return [{ topic: 'conversation', id: line.subject, version, organisations: partiesOf(line) }];
  const aside = asideOf(line);
  if (aside !== undefined) return [{ topic: aside, id: line.subject, ...everyone }];
  if (line.room === 'capacity') {
    const board = { topic: 'board', id: 'region', ...everyone };
    return line.unitId === null ? [board] : [board, { topic: 'ward', id: line.unitId, ...everyone }];
  }
  if (line.room === 'people' && line.event.startsWith('consent-')) {
    // A yes that came or went opens or shuts a name: on the request, and on the sheet of the ward.
    const about = { id: line.subject, version, organisations: partiesOf(line) };
    return ['consent', 'request', 'ward'].map((topic) => ({ topic, ...about }));
  }
  if (line.room === 'people' && line.event.startsWith('family-'))
    return [{ topic: 'family', id: line.subject, version, organisations: partiesOf(line) }];
  if (line.room === 'review' && line.organisationId !== null)
    return [{ topic: 'review', id: 'all', version, organisations: [line.organisationId] }];
  return toldToParties(line, version);
};

/** What screens must ask again after these lines of the diary; the same thing for the same readers once. */
export const changesOf = (lines: readonly WrittenEntry[]): Change[] => {
  const changes = new Map<string, Change>();
  for (const line of lines) {
    const version = `${line.xid}-${line.id}`;
    const changed = ofDayTreatment(line, version) ?? ofOutlook(line, version) ?? changesOfLine(line, version);
    for (const change of [...changed, ...toldToHelping(line, version)]) {
      changes.set(`${change.topic} ${change.id} ${change.organisations?.join(' ') ?? '*'}`, change);
    }
  }
  return [...changes.values()];
};

const Resume = z.object({ last: z.string().max(80).optional(), lastEventId: z.string().max(80).optional() });

/** The number of the last message a screen heard; null when it opens for the first time. */
const lastSeenOf = (request: FastifyRequest): string | null => {
  const { last, lastEventId } = request.query as z.infer<typeof Resume>;
  const header = request.headers['last-event-id'];
  return (typeof header === 'string' && header !== '' ? header : undefined) ?? last ?? lastEventId ?? null;
};

/** What is followed is what changes, not who: each person is logged when the screen asks for them. */
const FOLLOWED = { event: 'follow', objectType: 'stream', objectId: null, categories: [] } as const;

/** Adds the live stream: `[{topic, id, version}]` per message; what changed is asked again by its own route. */
export const liveRoute = (door: Door, feed: Feed): void => {
  const policy = towerPolicies.live;
  door.app.route({
    method: 'GET',
    url: '/api/v1/live',
    schema: {
      summary: 'What changes, as it changes (server-sent events); resumes with Last-Event-ID',
      tags: ['tower'],
      description: `${policy.name}: ${policy.why}`,
      querystring: Resume,
      produces: ['text/event-stream'],
    },
    config: { policy, looks: 'people' },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return turnAway(door, { request, reply, policy }, actor.refusal);
      await showAfter(door, { request, actor: actor.value, policy }, [FOLLOWED]);
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.hijack();
      if (request.session !== null) feed.open(reply.raw, request.session, lastSeenOf(request));
      return reply;
    },
  });
};

/** What the ticking works with. */
export interface TickingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly picture: Picture;
  readonly board: LiveBoard;
  readonly feed: Feed;
  readonly report: (error: unknown) => void;
}

/**
 * Tells screens what time changed by itself: a figure grew too old, a closure ended, a site opened. No act wrote a line
 * about that. Also reads the region again on a new day. Returns how to stop.
 */
export const startTicking = (parts: TickingParts): (() => Promise<void>) => {
  const { database, clock, picture, board, feed } = parts;
  let busy: Promise<void> = Promise.resolve();
  const tick = async (now: Instant): Promise<void> => {
    if (now >= picture.until) await database.transaction(READER, (tx) => picture.apply(tx, [], now));
    if (now < board.until) return;
    const before = board.version;
    const { version } = board.current(now);
    if (version !== before) feed.publish([{ topic: 'board', id: 'region', version, organisations: null }]);
  };
  const timer = setInterval(() => {
    busy = busy.then(() => tick(clock.now())).catch(parts.report);
  }, TICK_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await busy;
  };
};
