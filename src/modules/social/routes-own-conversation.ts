import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { answeredToVisitor, schemaForVisitor, visit } from '#modules/people/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Door, versionOf } from '#platform/http/route.ts';
import {
  ByPart,
  ConversationAnswer,
  FinishedAnswer,
  OwnConversations,
  PartAnswer,
  PartBody,
  ShareBody,
} from './contract-conversation.ts';
import type { SocialParts } from './parts.ts';
import { socialPolicies as may } from './policy.ts';
import { begin, finish, share, type Talking, writePart } from './service-conversation.ts';
import { oneConversation, ownConversations, viewConversation, viewPart } from './view-conversation.ts';

/** A route of the person's own door about their conversation. */
interface OwnRoute<A> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType<A>;
  readonly run: (
    tx: Tx,
    talking: Talking & { readonly personId: string },
    request: FastifyRequest,
  ) => Promise<Result<A, Refusal>>;
}

/** How a route of the own door about the conversation is added. Nothing is kept under a key, and a relative has no part in it. */
export const ownDoor =
  (door: Door, { regionOf }: SocialParts) =>
  <A>({ method, url, summary, params, body, answer, run }: OwnRoute<A>): void => {
    const shape = { ...(params === undefined ? {} : { params }), ...(body === undefined ? {} : { body }) };
    door.app.route({
      ...{ method, url: `/api/v1/own/conversation${url}` },
      schema: { ...schemaForVisitor(may.own, summary, shape, answer), tags: ['gesprek'] },
      // Who reads about themselves looks at nobody else.
      config: { policy: may.own, looks: nobody },
      handler: async (request, reply) => {
        const now = door.clock.now();
        const done = await visit<A, Refusal>(door, request, async (tx, { personId, relativeId }) => {
          if (relativeId !== null) return refuse({ code: 'own-not-family' });
          const by = { actor: `person:${personId}`, organisationId: null, now };
          return run(tx, { ...by, personId, region: await regionOf(tx) }, request);
        });
        if (done.ok && method !== 'GET') door.committed();
        return answeredToVisitor(reply, done);
      },
    });
  };

const readingRoutes = (add: ReturnType<typeof ownDoor>): void => {
  add({
    ...{ method: 'GET', url: '', answer: OwnConversations },
    summary: 'Mijn gesprek: wat open staat of het laatste, en wat er eerder was',
    run: async (tx, talking) => ok(await ownConversations(tx, talking)),
  });
  add({
    ...{ method: 'GET', url: '/:id', params: ById, answer: ConversationAnswer },
    summary: 'Een eerder gesprek van mij',
    run: async (tx, talking, { params }) => {
      const found = await oneConversation(tx, (params as ById).id, talking);
      return found.ok ? ok({ conversation: found.value }) : found;
    },
  });
};

const writingRoutes = (add: ReturnType<typeof ownDoor>): void => {
  add({
    ...{ method: 'POST', url: '', answer: ConversationAnswer },
    summary: 'Ik begin een gesprek, of ga verder met het mijne',
    run: async (tx, talking) => {
      const begun = await begin(tx, talking.personId, talking);
      return begun.ok ? ok({ conversation: await viewConversation(tx, begun.value, talking) }) : begun;
    },
  });
  add({
    ...{ method: 'PUT', url: '/:id/parts/:part', params: ByPart, body: PartBody, answer: PartAnswer },
    summary: 'Bewaar wat ik bij één deel zeg',
    run: async (tx, talking, request) => {
      const seen = versionOf(request);
      if (seen === null) return refuse({ code: 'version-needed' });
      const wrote = { ...(request.params as ByPart), said: request.body as PartBody, seen };
      const kept = await writePart(tx, wrote, talking);
      return kept.ok ? ok({ part: viewPart(kept.value, talking.region), version: kept.value.version }) : kept;
    },
  });
};

const decidingRoutes = (add: ReturnType<typeof ownDoor>): void => {
  add({
    ...{ method: 'POST', url: '/:id/finish', params: ById, answer: FinishedAnswer },
    summary: 'Mijn gesprek is klaar',
    run: async (tx, talking, { params }) => finish(tx, (params as ById).id, talking),
  });
  add({
    ...{ method: 'PUT', url: '/:id/shares', params: ById, body: ShareBody, answer: ConversationAnswer },
    summary: 'Ik zeg welke delen een organisatie mag zien; de andere gaan meteen dicht',
    run: async (tx, talking, { params, body }) => {
      const shared = await share(tx, { ...(params as ById), ...(body as ShareBody) }, talking);
      return shared.ok ? ok({ conversation: await viewConversation(tx, shared.value, talking) }) : shared;
    },
  });
};

/** Adds the conversation at the person's own door: they read, write, finish and share it themselves. */
export const ownConversationRoutes = (door: Door, parts: SocialParts): void => {
  const add = ownDoor(door, parts);
  readingRoutes(add);
  writingRoutes(add);
  decidingRoutes(add);
};
