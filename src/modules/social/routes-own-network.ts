import { ById } from '#kernel/contract.ts';
import { refuse } from '#kernel/result.ts';
import { type Door, versionOf } from '#platform/http/route.ts';
import { AroundBody, AroundView, ByAround, NetworkView } from './contract-network.ts';
import type { SocialParts } from './parts.ts';
import { ownDoor } from './routes-own-conversation.ts';
import { readNetwork, takeOut, writeAround } from './service-network.ts';

/** Adds the network at the person's own door: they say who is around, and with their carer how caring goes. */
export const ownNetworkRoutes = (door: Door, parts: SocialParts): void => {
  const add = ownDoor(door, parts);
  add({
    ...{ method: 'GET', url: '/:id/network', params: ById, answer: NetworkView },
    summary: 'Wie er om mij heen staan',
    run: (tx, _, { params }) => readNetwork(tx, (params as ById).id),
  });
  add({
    ...{ method: 'PUT', url: '/:id/network/:around', params: ByAround, body: AroundBody, answer: AroundView },
    summary: 'Bewaar wat ik zeg over iemand die bij mij hoort',
    run: async (tx, talking, request) => {
      const seen = versionOf(request);
      if (seen === null) return refuse({ code: 'version-needed' });
      return writeAround(
        tx,
        { ...(request.params as ByAround), said: request.body as AroundBody, seen },
        talking,
      );
    },
  });
  add({
    ...{ method: 'DELETE', url: '/:id/network/:around', params: ByAround, answer: NetworkView },
    summary: 'Haal iemand weg',
    run: (tx, talking, { params }) => takeOut(tx, params as ByAround, talking),
  });
};
