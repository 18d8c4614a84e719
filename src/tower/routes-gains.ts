import { z } from 'zod';
import { Id } from '#kernel/contract.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Look } from '#platform/access-log/types.ts';
import { type Door, read } from '#platform/http/route.ts';
import { RegionGains, WardGains } from './contract-next.ts';
import type { Gains } from './gains.ts';
import { towerPolicies } from './policy.ts';

/** Nobody's name stands there, but of each stay the house sees what is in the way. */
const seenOf = ({ byCode }: WardGains): readonly Look[] =>
  [...new Set(byCode.flatMap(({ beds }) => beds.map(({ stayId }) => stayId)))].map((objectId) => ({
    ...{ event: 'list', objectType: 'stay', objectId },
    categories: ['stay'],
  }));

/** Adds which barrier gives most days: by bed for the house itself, in counts for the region. */
export const gainRoutes = (door: Door, picture: Picture, gains: Gains): void => {
  read<{ id: string }, unknown, WardGains>(door, {
    url: '/api/v1/units/:id/barrier-gains',
    tag: 'tower',
    summary: 'Which barrier, removed today, frees most bed days on this ward',
    policy: towerPolicies.wardGains,
    params: z.object({ id: Id }),
    answer: WardGains,
    looks: seenOf,
    run: async ({ tx, actor, now, params }) => {
      const unit = picture.region.units.find(({ id }) => id === params.id);
      const site = picture.region.sites.find(({ id }) => id === unit?.siteId);
      if (site === undefined) return refuse({ code: 'unit-unknown' });
      if (site.organisationId !== actor.organisationId) return refuse({ code: 'other-unit' });
      return ok(await gains.ofWard(tx, params.id, now));
    },
  });
  read<unknown, unknown, RegionGains>(door, {
    url: '/api/v1/barrier-gains',
    tag: 'tower',
    summary: 'Which barrier, removed today, frees most bed days in the region; counts only',
    policy: towerPolicies.regionGains,
    answer: RegionGains,
    looks: nobody,
    run: async ({ now }) => ok(await gains.ofRegion(now)),
  });
};
