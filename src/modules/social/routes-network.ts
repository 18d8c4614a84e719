import { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { AroundBody, AroundView, ByAround, NetworkView } from './contract-network.ts';
import { lookAt } from './looks-conversation.ts';
import type { SocialParts } from './parts.ts';
import { socialPolicies as may } from './policy.ts';
import { talkingOf } from './routes-conversation.ts';
import { readNetwork, takeOut, writeAround } from './service-network.ts';

const tag = 'gesprek';

/** Adds the network of the person for who holds the conversation with them, and for whom the person shares it with. */
export const networkRoutes = (door: Door, parts: SocialParts): void => {
  read<ById, unknown, NetworkView>(door, {
    ...{ url: '/api/v1/conversations/:id/network', tag, policy: may.converse, params: ById },
    summary: 'Wie er om de persoon heen staan, en hoe het met de mantelzorger gaat, voor zover gedeeld',
    answer: NetworkView,
    looks: async (_, { tx, params }) => [await lookAt(tx, 'read', params.id)],
    run: ({ tx, params }) => readNetwork(tx, params.id),
  });
  command<ByAround, AroundBody, AroundView>(door, {
    ...{ url: '/api/v1/conversations/:id/network/:around', method: 'PUT', tag, policy: may.converse },
    summary: 'Bewaar wat de persoon zegt over iemand die erbij hoort, en wat de mantelzorger zelf zegt',
    params: ByAround,
    body: AroundBody,
    answer: AroundView,
    versioned: true,
    looks: async (_, { tx, params }) => [await lookAt(tx, 'change', params.id)],
    run: async (act) =>
      writeAround(act.tx, { ...act.params, said: act.body, seen: act.version }, await talkingOf(parts, act)),
  });
  command<ByAround, unknown, NetworkView>(door, {
    ...{ url: '/api/v1/conversations/:id/network/:around', method: 'DELETE', tag, policy: may.converse },
    summary: 'Haal iemand weg uit het netwerk',
    params: ByAround,
    body: z.strictObject({}).nullish(),
    answer: NetworkView,
    looks: async (_, { tx, params }) => [await lookAt(tx, 'change', params.id)],
    run: async (act) => takeOut(act.tx, act.params, await talkingOf(parts, act)),
  });
};
