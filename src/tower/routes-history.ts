import { z } from 'zod';
import { instantFromIso } from '#kernel/calendar.ts';
import { IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { type Door, read } from '#platform/http/route.ts';
import { Definition, Flows, ProductHistory, Then } from './contract-history.ts';
import { DEFINITIONS } from './definitions.ts';
import { flowsOf } from './flows.ts';
import { openPast } from './history.ts';
import { towerPolicies } from './policy.ts';
import { productDays } from './product-days.ts';
import { listRoutes } from './routes-list.ts';
import { thenOf } from './then.ts';

const At = z.object({ at: IsoInstant });
const Days = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });
const ProductDays = Days.extend({ product: z.enum(PRODUCTS) });
const Definitions = z.object({ definitions: z.array(Definition) });

/** Adds what was: a moment of the past, the ways people went, a product day by day, and what each number means. */
export const historyRoutes = (door: Door, picture: Picture): void => {
  const past = openPast(door.database, picture);
  listRoutes(door, picture, past);
  const common = { tag: 'tower', policy: towerPolicies.sums, looks: nobody } as const;
  read<unknown, z.infer<typeof At>, Then>(door, {
    ...common,
    url: '/api/v1/history/then',
    summary: 'The board as it was at a moment, by the same rules of free as now',
    query: At,
    answer: Then,
    run: async ({ query, now }) => {
      const at = instantFromIso(query.at);
      if (at > now) return refuse({ code: 'not-yet' });
      const kept = await past.current(now);
      return at < kept.since ? refuse({ code: 'before-history' }) : ok(thenOf(kept, picture, at));
    },
  });
  read<unknown, z.infer<typeof Days>, Flows>(door, {
    ...common,
    url: '/api/v1/history/flows',
    summary: 'From where to where people went in the last days; fewer than five is not told',
    query: Days,
    answer: Flows,
    run: async ({ query, now }) => ok(flowsOf(await past.current(now), query.days, now)),
  });
  read<unknown, z.infer<typeof ProductDays>, ProductHistory>(door, {
    ...common,
    url: '/api/v1/history/products',
    summary:
      'A kind of care day by day: beds, in use, free, asked, placed, refused, without a place, waiting',
    query: ProductDays,
    answer: ProductHistory,
    run: async ({ query, now }) => ok(productDays(await past.current(now), picture, query, now)),
  });
  read<unknown, unknown, z.infer<typeof Definitions>>(door, {
    ...common,
    url: '/api/v1/definitions',
    summary: 'What each number means, every version of it, the newest first',
    answer: Definitions,
    run: () => Promise.resolve(ok({ definitions: [...DEFINITIONS] })),
  });
};
