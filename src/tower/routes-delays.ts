import { z } from 'zod';
import { IsoDay, Problem } from '#kernel/contract.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { admitted, type Door } from '#platform/http/route.ts';
import { Delays } from './contract-delays.ts';
import { delaysOf } from './delays.ts';
import { towerPolicies } from './policy.ts';

const Ask = z
  .object({ from: IsoDay.optional(), until: IsoDay.optional() })
  .refine(
    ({ from, until }) => from === undefined || until === undefined || from < until,
    'De eerste dag ligt voor de laatste.',
  );

const REGION_ROLES: readonly string[] = ['desk', 'region-manager'];

/** Adds who could go and was still there, by cause and by law: a house about its own stays, the region about all. */
export const delayRoute = (door: Door): void => {
  const policy = towerPolicies.delays;
  door.app.route({
    method: 'GET',
    url: '/api/v1/delayed-departures',
    schema: {
      summary:
        'Days that somebody could have been gone: by what stood in the way, and the wrong bed by law apart',
      tags: ['tower'],
      description: `${policy.name}: ${policy.why}`,
      querystring: Ask,
      response: { 200: Delays, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const { role, organisationId } = actor.value;
      const { from, until } = request.query as z.infer<typeof Ask>;
      const houseId = REGION_ROLES.includes(role) ? null : organisationId;
      return reply.send(await delaysOf(door.database, { from, until, houseId }, door.clock.now()));
    },
  });
};
