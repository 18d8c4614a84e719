import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Id, Problem } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { type Book, openStrips, type PlaceSearch, readOpenBooked } from '#modules/placement/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Look } from '#platform/access-log/types.ts';
import type { Actor } from '#platform/http/actor.ts';
import { admitted, command, type Door, read } from '#platform/http/route.ts';
import { type Asking, showAfter, turnAway } from '#platform/http/shown.ts';
import type { Change } from '#platform/live/feed.ts';
import { Lookers, LookingBody, NextMoves, Queue, QueuePlan } from './contract.ts';
import { type OnScreen, openOnScreen } from './on-screen.ts';
import { towerPolicies } from './policy.ts';
import { queueOf } from './queue.ts';
import type { LiveQueue, MadeOfRequests } from './queue-bytes.ts';
import type { Looking } from './queue-looking.ts';
import { isKnown, sendMade } from './squeeze.ts';

/** What the desk looks with. */
export interface QueueParts {
  readonly picture: Picture;
  readonly book: Book;
  readonly search: PlaceSearch;
  readonly queue: LiveQueue;
  readonly looking: Looking;
  /** Tells open screens that something changed. */
  readonly tell: (changes: readonly Change[]) => void;
}

/** What says something of people stays out of every cache on the way. */
const CACHING = 'private, no-store';

const shape = (summary: string, policy: { name: string; why: string }, answer: z.ZodType) => ({
  summary,
  tags: ['tower'],
  description: `${policy.name}: ${policy.why}`,
  response: { 200: answer, '4xx': Problem, '5xx': Problem },
});

/** Nobody's name stands in the row, but each who waits is somebody of whom the desk sees the profile. */
const waitingLooks = (requestIds: readonly string[]): readonly Look[] =>
  requestIds.map((objectId) => ({ event: 'list', objectType: 'request', objectId, categories: ['profile'] }));

/**
 * Sends what was drawn for the desk, after the looks are written. Who has it already is shown nothing new, and neither is a
 * screen on which somebody else in the row moved: of whom it shows a while already there is a line.
 */
const sendRow = async (
  door: Door,
  onScreen: OnScreen,
  asking: Asking & { readonly reply: FastifyReply },
  made: MadeOfRequests,
): Promise<FastifyReply> => {
  const { request, reply } = asking;
  const write = (ids: readonly string[]): Promise<void> => showAfter(door, asking, waitingLooks(ids));
  const screen = request.session?.id;
  if (!isKnown(request, made))
    await (screen === undefined
      ? write(made.requestIds)
      : onScreen.show(screen, made.requestIds, door.clock.now(), write));
  return sendMade(request, reply, made, CACHING);
};

/**
 * The desk is a party to every request and gets the row from memory. Somebody with the same role at another organisation
 * gets what row-level security gives to that organisation.
 */
const queueRoute = (door: Door, parts: QueueParts): void => {
  const policy = towerPolicies.queue;
  const onScreen = openOnScreen();
  const { picture, search } = parts;
  const ofOthers = async ({ id, organisationId }: Actor, now: number): Promise<Queue> => {
    const open = await search.openAt(now);
    const acting = { actor: id, organisationId };
    const from = await door.database.transaction(acting, (tx) => readOpenBooked(tx, now));
    return queueOf({ picture, open, strips: openStrips() }, from, now);
  };
  door.app.route({
    method: 'GET',
    url: '/api/v1/queue',
    schema: shape('What the desk watches over, least time first', policy, Queue),
    config: { policy, looks: 'people' },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return turnAway(door, { request, reply, policy }, actor.refusal);
      const now = door.clock.now();
      const asking = { request, actor: actor.value, policy };
      if (actor.value.organisationId !== picture.region.agreement.deskOrganisationId) {
        const queue = await ofOthers(actor.value, now);
        await showAfter(door, asking, waitingLooks(queue.requests.map(({ id }) => id)));
        return reply.header('cache-control', CACHING).send(queue);
      }
      return sendRow(door, onScreen, { ...asking, reply }, await parts.queue.queue(now));
    },
  });
};

/** A proposal about everybody who waits, for the desk itself: drawn once for all its screens. */
const proposalRoute = (
  door: Door,
  { picture }: QueueParts,
  proposal: {
    readonly url: string;
    readonly summary: string;
    readonly answer: z.ZodType;
    readonly made: (now: Instant) => Promise<MadeOfRequests>;
  },
): void => {
  const policy = towerPolicies.plan;
  const onScreen = openOnScreen();
  const { url, summary, answer, made } = proposal;
  door.app.route({
    method: 'GET',
    url,
    schema: shape(summary, policy, answer),
    config: { policy, looks: 'people' },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return turnAway(door, { request, reply, policy }, actor.refusal);
      if (actor.value.organisationId !== picture.region.agreement.deskOrganisationId)
        return turnAway(door, { request, reply, policy }, { code: 'not-allowed' });
      const asking = { request, reply, actor: actor.value, policy };
      return sendRow(door, onScreen, asking, await made(door.clock.now()));
    },
  });
};

const proposalRoutes = (door: Door, parts: QueueParts): void => {
  proposalRoute(door, parts, {
    ...{ url: '/api/v1/queue/plan', answer: QueuePlan, made: parts.queue.plan },
    summary: 'A place for everybody who waits, all at once, as a proposal',
  });
  proposalRoute(door, parts, {
    ...{ url: '/api/v1/next-moves', answer: NextMoves, made: parts.queue.moves },
    summary: 'The best next move for everybody who waits: a place now, or wait for one that is expected',
  });
};

const lookingRoutes = (door: Door, { picture, book, looking, tell }: QueueParts): void => {
  const policy = towerPolicies.plan;
  const isDesk = ({ organisationId }: Actor): boolean =>
    organisationId === picture.region.agreement.deskOrganisationId;
  command<{ id: string }, z.infer<typeof LookingBody>, Lookers>(door, {
    url: '/api/v1/requests/:id/looking',
    tag: 'tower',
    summary: 'This planner has the request open; kept for a minute and told to the desk only',
    policy,
    params: z.object({ id: Id }),
    body: LookingBody,
    answer: Lookers,
    looks: nobody,
    run: async ({ actor, now, params, body }) => {
      if (!isDesk(actor)) return refuse({ code: 'not-allowed' });
      if (!book.requests.has(params.id)) return refuse({ code: 'request-unknown' });
      looking.look(actor, params.id, body.doing, now);
      tell([
        { topic: 'looking', id: params.id, version: String(now), organisations: [actor.organisationId] },
      ]);
      return ok(looking.lookers(actor, now));
    },
  });
  read<unknown, unknown, Lookers>(door, {
    url: '/api/v1/queue/looking',
    summary: 'Who of the desk has which request open now',
    tag: 'tower',
    policy,
    answer: Lookers,
    looks: nobody,
    run: async ({ actor, now }) =>
      isDesk(actor) ? ok(looking.lookers(actor, now)) : refuse({ code: 'not-allowed' }),
  });
};

/** Adds what only the desk looks at. */
export const queueRoutes = (door: Door, parts: QueueParts): void => {
  queueRoute(door, parts);
  proposalRoutes(door, parts);
  lookingRoutes(door, parts);
};
