import { openSmallHouse, type SmallHouse } from '#demo/small-house.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import type { PlaceHeld } from './decide/hold.ts';
import { lookAt, type UnitLook } from './picture.ts';
import { type Counts, type CountsNow, chooseReport, publishCounts } from './service-counts.ts';
import { holdPlaces } from './service-hold.ts';
import { closePlaces } from './service-unit.ts';
import { readFacts } from './store-picture.ts';
import type { PlaceState } from './types.ts';

/** A Monday morning. */
export const NOW = Date.parse('2026-11-23T10:00:00Z');

const ALWAYS = {
  says: true,
  now: true,
  until: null,
  nextFrom: null,
  holds: { from: 0, until: Number.POSITIVE_INFINITY },
};

/** A house of six places that reports only numbers, and the ways in which these stories act on it. */
export interface CountingHouse {
  readonly house: SmallHouse;
  readonly unitId: string;
  /** Publishes a number of elv-high, as of `now`. */
  publish(free: number, more?: Partial<Counts>, now?: number): Promise<Result<CountsNow, Refusal>>;
  hold(index: number, now?: number, product?: Product): Promise<Result<PlaceHeld, Refusal>>;
  close(index: number, now: number): Promise<unknown>;
  look(now?: number): Promise<UnitLook>;
  free(now?: number, product?: Product): Promise<number | undefined>;
  state(index: number, now?: number): Promise<PlaceState | undefined>;
  /** As it was before anything was held, told or closed. */
  begin(): Promise<void>;
}

/** Opens it on a database of its own. */
export const openCountingHouse = async (): Promise<CountingHouse> => {
  const house = await openSmallHouse({
    now: NOW,
    placesPerUnit: 6,
    products: ['elv-high', 'elv-low'],
    confirmed: false,
  });
  const [ward] = house.small.wards;
  const [unitId] = house.small.units;
  const place = (index: number): string => house.small.places[0][index] as string;
  const look = async (now = NOW): Promise<UnitLook> => {
    const facts = await house.as(ward, (tx) => readFacts(tx, [unitId], now, () => 'Europe/Amsterdam'));
    const mine = facts.get(unitId);
    if (mine === undefined) throw new Error('no unit');
    return lookAt(mine, house.region.agreement, () => ALWAYS, now);
  };
  const standings = async (now: number, product: Product) =>
    (await look(now)).products.get(product)?.standings;
  return {
    house,
    unitId,
    look,
    publish: (free, more = {}, now = NOW) => {
      const told = { unitId, asOf: now, freshUntil: null, source: 'tap' as const, ...more };
      const numbers = more.numbers ?? [{ product: 'elv-high' as const, free }];
      return house.as(ward, (tx, doing) => publishCounts(tx, { ...told, numbers }, doing), now);
    },
    hold: (index, now = NOW, product = 'elv-high') => {
      const held = { placeId: place(index), product, from: now, expiresAt: now + 45 * MINUTE };
      const command = { claimId: newId(), subject: newId(), ...held };
      return house.as(
        ward,
        async (tx, doing) => {
          const [result] = await holdPlaces(tx, [{ command, actor: ward }], doing);
          if (result === undefined) throw new Error('no answer');
          return result;
        },
        now,
      );
    },
    close: (index, now) => {
      const closure = { unitId, placeId: place(index), places: 1, reason: 'maintenance' as const };
      return house.as(
        ward,
        (tx, doing) => closePlaces(tx, { ...closure, from: now, until: now + 500 }, doing),
        now,
      );
    },
    free: async (now = NOW, product = 'elv-high') =>
      (await standings(now, product))?.filter((each) => each.state === 'free').length,
    state: async (index, now = NOW) => (await standings(now, 'elv-high'))?.[index]?.state,
    begin: () =>
      house.as(ward, async (tx, doing) => {
        await rows(tx, 'update capacity_claim set released_at = now() where released_at is null');
        await rows(tx, "update capacity_published set as_of = '2026-11-01', fresh_until = null");
        await rows(tx, "update capacity_closure set during = '[2026-11-01,2026-11-02)'");
        await chooseReport(tx, { unitId, kind: 'counts' }, doing);
      }),
  };
};
