import { setTimeout as wait } from 'node:timers/promises';
import type { Product } from '#kernel/product.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { type ApiHouse, openApiHouse, sendRequest } from './api-house.fixture.ts';

/** Asks again until it is there: what a house does by itself follows a moment after what brought it about. */
export const eventually = async <T>(ask: () => Promise<T | null | undefined | false>): Promise<T> => {
  for (let turn = 0; turn < 200; turn++) {
    const found = await ask();
    if (found !== null && found !== undefined && found !== false) return found;
    await wait(25);
  }
  throw new Error('it did not come about');
};

/** Somebody who stays in a bed of the first home. */
export interface Staying {
  readonly stayId: string;
  readonly requestId: string;
  readonly claimId: string;
  readonly personId: string;
  readonly placeId: string;
}

/** A house over the small region in which people stay, for this care. */
export const openStayHouse = async (now: number, product: Product = 'elv-high', placesPerUnit = 30) => {
  const house = await openApiHouse({ now, placesPerUnit, products: [product] });
  const { small } = house;
  const reason = product === 'reo-observation' ? 'observation' : 'recovery';
  const stayOf = async (
    requestId: string,
  ): Promise<{ id: string; claim_id: string; person_id: string } | undefined> =>
    (
      await house.owner.query<{ id: string; claim_id: string; person_id: string }>(
        "select set_config('app.keeper', 'on', false), id, claim_id, person_id from stay_stay where request_id = $1",
        [requestId],
      )
    ).rows[0];
  return {
    house,
    /** Somebody is asked for by the GP, accepted and arrived; answers when their stay has begun. */
    async admit(change: object = {}, home: 0 | 1 = 0): Promise<Staying> {
      const placeId = house.freshPlace(home);
      const ward = small.wards[home];
      const request = await sendRequest(house, [placeId], { reason, ...change });
      const yes = await house.post(ward, `/offers/${request.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
      if (yes.statusCode !== 200) throw new Error(yes.body);
      const here = await house.post(ward, `/requests/${request.id}/arrival`, {});
      if (here.statusCode !== 200) throw new Error(here.body);
      const stay = await eventually(() => stayOf(request.id));
      const { id: stayId, claim_id: claimId, person_id: personId } = stay;
      return { stayId, requestId: request.id, claimId, personId, placeId };
    },
    /** The stay as this reader sees it. */
    async seen(who: Parameters<ApiHouse['call']>[0], stayId: string): Promise<StayView> {
      const answer = await house.call(who, 'GET', `/api/v1/stays/${stayId}`);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return answer.json<{ stay: StayView }>().stay;
    },
    /** Somebody leaves, now. */
    async leave(claimId: string, destination: string, home: 0 | 1 = 0) {
      const { rows } = await house.owner.query<{ version: number }>(
        'select version from capacity_claim where id = $1',
        [claimId],
      );
      const version = rows[0]?.version ?? 0;
      return house.post(small.wards[home], `/claims/${claimId}/departure`, { destination }, { version });
    },
  };
};
