import { z } from 'zod';
import { Id, IsoDay, Problem } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { Picture } from '#modules/capacity/index.ts';
import type { Book } from '#modules/placement/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { admitted, type Door, read } from '#platform/http/route.ts';
import type { LiveBoard } from './board-bytes.ts';
import { Board, Pressure, Ward, Why } from './contract.ts';
import { openGains } from './gains.ts';
import { openKeeping } from './keeping.ts';
import { towerPolicies } from './policy.ts';
import type { LivePressure } from './pressure.ts';
import { delayRoute } from './routes-delays.ts';
import { departureRoutes } from './routes-departures.ts';
import { gainRoutes } from './routes-gains.ts';
import { historyRoutes } from './routes-history.ts';
import { keepingRoute } from './routes-keeping.ts';
import { waitingRoutes } from './routes-waiting.ts';
import { sendMade } from './squeeze.ts';
import { wardOf } from './ward.ts';
import { seenOnWard } from './ward-looks.ts';
import { whyOf } from './why.ts';

/** What the tower looks with. */
export interface TowerParts {
  readonly picture: Picture;
  readonly board: LiveBoard;
  readonly pressure: LivePressure;
  readonly book: Book;
}

const WhyAsk = z.object({ site: Id, product: z.enum(PRODUCTS) });
const WardAsk = z.object({
  from: IsoDay.optional(),
  days: z.coerce.number().int().min(1).max(31).default(14),
});

const boardRoute = (door: Door, parts: TowerParts): void => {
  const policy = towerPolicies.board;
  door.app.route({
    method: 'GET',
    url: '/api/v1/board',
    schema: {
      summary: 'The whole region now: free, held, to come and unknown, per site and product',
      tags: ['tower'],
      description: `${policy.name}: ${policy.why}`,
      response: { 200: Board, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      // Everybody gets the same bytes, so this one passes by the serialiser and the database.
      return sendMade(request, reply, parts.board.current(door.clock.now()), 'private, no-cache');
    },
  });
};

const pressureRoute = (door: Door, parts: TowerParts): void => {
  const policy = towerPolicies.board;
  door.app.route({
    method: 'GET',
    url: '/api/v1/pressure',
    schema: {
      summary: 'How busy the region is, beside what is usual at this hour',
      tags: ['tower'],
      description: `${policy.name}: ${policy.why}`,
      response: { 200: Pressure, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      return reply.send(await parts.pressure.current(door.clock.now()));
    },
  });
};

/** Adds what the tower shows. It only reads. */
export const towerRoutes = (door: Door, parts: TowerParts): void => {
  boardRoute(door, parts);
  pressureRoute(door, parts);
  waitingRoutes(door, parts.picture);
  departureRoutes(door, parts.picture);
  delayRoute(door);
  gainRoutes(door, parts.picture, openGains(door.database, parts.picture, parts.book));
  historyRoutes(door, parts.picture);
  keepingRoute(door, openKeeping(door.database, parts.picture));
  read<unknown, z.infer<typeof WhyAsk>, Why>(door, {
    url: '/api/v1/board/why',
    summary: 'Why this number: the sum that ends in it, and the beds behind it',
    tag: 'tower',
    policy: towerPolicies.board,
    query: WhyAsk,
    answer: Why,
    looks: nobody,
    run: async ({ query, now }) => {
      const site = parts.picture.region.sites.find((each) => each.id === query.site);
      const why = site === undefined ? null : whyOf(parts.picture, site, query.product, now);
      return why === null ? refuse({ code: 'not-on-board' }) : ok(why);
    },
  });
  read<{ unitId: string }, z.infer<typeof WardAsk>, Ward>(door, {
    url: '/api/v1/wards/:unitId',
    summary: 'A ward over some days: every bed, who is expected and who leaves when',
    tag: 'tower',
    policy: towerPolicies.ward,
    params: z.object({ unitId: Id }),
    query: WardAsk,
    answer: Ward,
    looks: seenOnWard,
    run: async ({ tx, actor, now, params, query }) => {
      const ask = { actor, now, unitId: params.unitId, from: query.from, days: query.days };
      const ward = await wardOf(tx, parts.picture, ask);
      return ward === null ? refuse({ code: 'unit-unknown' }) : ok(ward);
    },
  });
};
