import { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import { ok } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  BeginBody,
  ByPart,
  ConversationAnswer,
  ConversationList,
  FinishedAnswer,
  PartAnswer,
  PartBody,
  PerhapsConversation,
  ShareBody,
} from './contract-conversation.ts';
import { listedConversations, lookAt, shownConversation } from './looks-conversation.ts';
import type { SocialParts } from './parts.ts';
import { socialPolicies as may } from './policy.ts';
import { begin, beginInCase, finish, share, type Talking, writePart } from './service-conversation.ts';
import {
  caseConversation,
  listConversations,
  oneConversation,
  viewConversation,
  viewPart,
} from './view-conversation.ts';

const tag = 'gesprek';
const Nothing = z.strictObject({}).nullish();

/** In whose name a professional acts in a conversation. */
export const talkingOf = async (
  { regionOf }: SocialParts,
  { tx, actor, now }: { readonly tx: Tx; readonly actor: Actor; readonly now: number },
): Promise<Talking> => ({
  ...{ actor: actor.id, organisationId: actor.organisationId, now },
  region: await regionOf(tx),
});

const readingRoutes = (door: Door, parts: SocialParts): void => {
  read<unknown, unknown, ConversationList>(door, {
    ...{ url: '/api/v1/conversations', tag, policy: may.converse, answer: ConversationList },
    summary: 'Gesprekken die uw organisatie voert, of waarvan de persoon iets met haar deelt',
    looks: listedConversations,
    run: async (ask) => ok(await listConversations(ask.tx, await talkingOf(parts, ask))),
  });
  read<ById, unknown, ConversationAnswer>(door, {
    ...{ url: '/api/v1/conversations/:id', tag, policy: may.converse, params: ById },
    summary:
      'Eén gesprek, voor zover de persoon het met u deelt; wat niet open is, staat niet in het antwoord',
    answer: ConversationAnswer,
    looks: shownConversation('read'),
    run: async (ask) => {
      const found = await oneConversation(ask.tx, ask.params.id, await talkingOf(parts, ask));
      return found.ok ? ok({ conversation: found.value }) : found;
    },
  });
  read<ById, unknown, PerhapsConversation>(door, {
    ...{ url: '/api/v1/cases/:id/conversation', tag, policy: may.inCase, params: ById },
    summary: 'Wat de persoon van het gesprek met uw organisatie deelt, in deze samenwerking',
    answer: PerhapsConversation,
    looks: shownConversation('read'),
    run: async (ask) => caseConversation(ask.tx, ask.params.id, await talkingOf(parts, ask)),
  });
};

const holdingRoutes = (door: Door, parts: SocialParts): void => {
  const shape = { tag, policy: may.converse, answer: ConversationAnswer };
  command<unknown, BeginBody, ConversationAnswer>(door, {
    ...{ ...shape, url: '/api/v1/conversations', body: BeginBody, looks: shownConversation('add') },
    summary: 'Begin een gesprek met iemand die u kent, of ga verder met het gesprek dat open staat',
    run: async (act) => {
      const talking = await talkingOf(parts, act);
      const begun =
        'case' in act.body
          ? await beginInCase(act.tx, act.body.case, talking)
          : await begin(act.tx, act.body.person, talking);
      return begun.ok ? ok({ conversation: await viewConversation(act.tx, begun.value, talking) }) : begun;
    },
  });
  command<ById, ShareBody, ConversationAnswer>(door, {
    ...{ ...shape, url: '/api/v1/conversations/:id/shares', method: 'PUT', params: ById, body: ShareBody },
    summary: 'Leg vast welke delen de persoon met een organisatie deelt; de andere gaan dicht',
    looks: shownConversation('change'),
    run: async (act) => {
      const talking = await talkingOf(parts, act);
      const shared = await share(act.tx, { ...act.params, ...act.body }, talking);
      return shared.ok ? ok({ conversation: await viewConversation(act.tx, shared.value, talking) }) : shared;
    },
  });
  command<ById, unknown, FinishedAnswer>(door, {
    ...{
      ...shape,
      url: '/api/v1/conversations/:id/finish',
      params: ById,
      body: Nothing,
      answer: FinishedAnswer,
    },
    summary: 'Het gesprek is klaar; daarna ziet u alleen wat de persoon deelt',
    // Who held it may not see it any more: whom it is about is in the answer.
    looks: ({ finished, person: personId }) => [
      { event: 'change', objectType: 'conversation', objectId: finished, personId, categories: [] },
    ],
    run: async (act) => finish(act.tx, act.params.id, await talkingOf(parts, act)),
  });
};

const writingRoute = (door: Door, parts: SocialParts): void =>
  command<ByPart, PartBody, PartAnswer>(door, {
    ...{ url: '/api/v1/conversations/:id/parts/:part', method: 'PUT', tag, policy: may.converse },
    summary: 'Bewaar wat de persoon bij één deel zegt',
    params: ByPart,
    body: PartBody,
    answer: PartAnswer,
    versioned: true,
    looks: async (_, { tx, params }) => [await lookAt(tx, 'change', params.id)],
    run: async (act) => {
      const talking = await talkingOf(parts, act);
      const wrote = { ...act.params, said: act.body, seen: act.version };
      const kept = await writePart(act.tx, wrote, talking);
      return kept.ok ? ok({ part: viewPart(kept.value, talking.region), version: kept.value.version }) : kept;
    },
  });

/** Adds the conversation as a professional holds it with the person, and reads what is shared. */
export const conversationRoutes = (door: Door, parts: SocialParts): void => {
  readingRoutes(door, parts);
  holdingRoutes(door, parts);
  writingRoute(door, parts);
};
