import { openSmallHouse, type SmallHouse } from '#demo/small-house.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import { newId } from '#platform/db/ids.ts';
import type { PlaceHeld } from './decide/hold.ts';
import type { Doing } from './doing.ts';
import { holdPlaces } from './service-hold.ts';
import type { HoldPlace } from './types.ts';

/** A Monday morning. */
export const NOW = Date.parse('2026-11-23T10:00:00Z');

/** In nobody's organisation: beds hold no personal data. */
export const acting = { actor: 'tester', organisationId: null } as const;

/** A hold for somebody new. */
export const command = (placeId: string, now = NOW, minutes = 45): HoldPlace => ({
  claimId: newId(),
  placeId,
  subject: newId(),
  product: 'elv-high',
  from: now,
  expiresAt: now + minutes * MINUTE,
});

/** Two homes with forty beds each, and the ways in which these stories act on them. */
export interface Beds {
  readonly house: SmallHouse;
  readonly doing: (now?: number, organisationId?: string) => Doing;
  readonly hold: (wanted: HoldPlace, now?: number) => Promise<Result<PlaceHeld, Refusal>>;
  readonly place: (i: number) => string;
}

/** Opens them on a database of its own. */
export const openBeds = async (): Promise<Beds> => {
  const house = await openSmallHouse({ now: NOW, placesPerUnit: 40 }, 16);
  const doing: Beds['doing'] = (now = NOW, organisationId = house.small.wards[0].organisationId) => ({
    actor: { id: 'tester', organisationId },
    now,
    region: house.region,
  });
  const nobody = { id: 'tester', organisationId: '' };
  return {
    house,
    doing,
    hold: (wanted, now = NOW) =>
      house.database.transaction(acting, async (tx) => {
        const [result] = await holdPlaces(tx, [{ command: wanted, actor: nobody }], doing(now));
        if (result === undefined) throw new Error('no answer');
        return result;
      }),
    place: (i) => house.small.places[0][i] as string,
  };
};
