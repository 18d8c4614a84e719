import type { Problem } from '#kernel/contract.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { type ApiHouse, openApiHouse, somebody } from './api-house.fixture.ts';

/** A house with beds enough for many requests, and the steps that stories of the route take most. */
export const openRouteHouse = async (now: number) => {
  const house = await openApiHouse({ now, placesPerUnit: 40 });
  let born = 1930;
  return {
    house,
    /** Somebody nobody asked for yet: each has a birth date of their own. */
    fresh: (change: object = {}) => somebody({ birthDate: `${born++}-03-04`, ...change }),
    /** The request as this reader sees it. */
    seen: async (who: Parameters<ApiHouse['call']>[0], id: string): Promise<RequestView> =>
      (await house.call(who, 'GET', `/api/v1/requests/${id}`)).json<{ request: RequestView }>().request,
    /** The first ward says yes. */
    accept: (offerId: string | undefined) =>
      house.post(house.small.wards[0], `/offers/${offerId}/accept`, { doctor: 'dr. Oefen' }),
  };
};

/** The status and the code of a refusal. */
export const code = (answer: { json: <T>() => T; statusCode: number }): [number, string] => [
  answer.statusCode,
  answer.json<Problem>().code,
];
