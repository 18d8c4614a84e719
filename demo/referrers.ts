import type { Chance } from '#kernel/seeded.ts';
import type { Origin } from '#modules/placement/types.ts';
import type { Professional, Role } from '#modules/region/types.ts';
import { draw } from './parameters.ts';
import type { Cast } from './professionals.ts';

const ROLES_FOR: Readonly<Record<Origin, readonly Role[]>> = {
  home: ['gp', 'gp-assistant'],
  hospital: ['transfer-nurse'],
  emergency: ['transfer-nurse'],
  other: ['gp'],
};

/** Who sends a request for somebody who is there now: the practice, or the transfer nurses of the hospital. */
export const referrerFor = (cast: Cast, chance: Chance, origin: Origin): Professional => {
  const able = cast.anyOf(ROLES_FOR[origin]);
  // Those who are busy stand last and are drawn least.
  return draw(
    chance,
    able.map((who, i) => [who, able.length - i] as const),
  );
};
