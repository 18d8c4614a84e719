import { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import type { Region } from '#modules/region/types.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Database } from '#platform/db/database.ts';
import { admitted, type Door } from '#platform/http/route.ts';
import { Unmet, Waiting } from './contract.ts';
import { towerPolicies } from './policy.ts';
import { unmetOf } from './unmet.ts';
import { waitingOf } from './waiting.ts';

const Days = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });

/** A sum over the last days. It is counted as the desk, so it opens no transaction in the name of who asks. */
interface SumSpec<A> {
  readonly url: string;
  readonly summary: string;
  readonly answer: z.ZodType<A>;
  readonly sum: (
    database: Database,
    region: Region,
    ask: { readonly days: number; readonly now: Instant },
  ) => Promise<A>;
}

const sumRoute = <A>(door: Door, picture: Picture, { url, summary, answer, sum }: SumSpec<A>): void => {
  const policy = towerPolicies.sums;
  door.app.route({
    method: 'GET',
    url,
    schema: {
      summary,
      tags: ['tower'],
      description: `${policy.name}: ${policy.why}`,
      querystring: Days,
      response: { 200: answer, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const { days } = request.query as z.infer<typeof Days>;
      return reply.send(await sum(door.database, picture.region, { days, now: door.clock.now() }));
    },
  });
};

/** Adds the two sums of the route: where people waited, and what could not be placed. */
export const waitingRoutes = (door: Door, picture: Picture): void => {
  sumRoute(door, picture, {
    url: '/api/v1/waiting',
    summary: 'Where requests waited: total and middle per cause and per kind of care',
    answer: Waiting,
    sum: waitingOf,
  });
  sumRoute(door, picture, {
    url: '/api/v1/unmet',
    summary: 'Requests that ended without a place: why, and what would have made it possible',
    answer: Unmet,
    sum: unmetOf,
  });
};
