import { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { admitted, type Door } from '#platform/http/route.ts';
import { KEEPING_DAYS, Keeping } from './contract-keeping.ts';
import type { LiveKeeping } from './keeping.ts';
import { towerPolicies } from './policy.ts';

const Ask = z.object({ days: z.enum(KEEPING_DAYS).default('30') });

/** Adds how the parties keep what they agreed: the same counts for everybody who is signed in. */
export const keepingRoute = (door: Door, keeping: LiveKeeping): void => {
  const policy = towerPolicies.keeping;
  door.app.route({
    method: 'GET',
    url: '/api/v1/keeping',
    schema: {
      summary: 'How each party kept the agreement over 30 or 90 days: counts, by name, for all parties alike',
      tags: ['tower'],
      description: `${policy.name}: ${policy.why}`,
      querystring: Ask,
      response: { 200: Keeping, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const { days } = request.query as z.infer<typeof Ask>;
      return reply.send(await keeping.over(Number(days), door.clock.now()));
    },
  });
};
