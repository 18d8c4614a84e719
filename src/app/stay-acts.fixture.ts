import { expect } from 'vitest';
import { instantOf, isoFromInstant } from '#kernel/calendar.ts';
import type { Professional } from '#modules/region/types.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { eventually, type openStayHouse } from './stay-house.fixture.ts';

type StayHouse = Awaited<ReturnType<typeof openStayHouse>>;

/** A moment on a day by the clock of the house, as the API writes it; half past ten when no minutes are said. */
export const moment = (day: string, minutes = 630): string =>
  isoFromInstant(instantOf(day, minutes, 'Europe/Amsterdam'));

/** Which version the claim on the bed has. */
export const claimVersion = (stay: StayView): number => stay.claim?.version ?? 0;

/** What the first home does about its stays. */
export const actsOf = ({ house, seen }: StayHouse) => {
  const [ward] = house.small.wards;
  const act = (stayId: string, path: string, body: object, version?: number, who: Professional = ward) =>
    house.post(who, `/stays/${stayId}/${path}`, body, version === undefined ? {} : { version });
  return {
    ward,
    act,
    seen: (stayId: string): Promise<StayView> => seen(ward, stayId),
    /** An act that must go through: the stay after it. */
    async done(...told: Parameters<typeof act>): Promise<StayView> {
      const answer = await act(...told);
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json<{ stay: StayView }>().stay;
    },
    /** The code with which an act is refused. */
    async refused(...told: Parameters<typeof act>): Promise<string> {
      const answer = await act(...told);
      return answer.json<{ code?: string }>().code ?? String(answer.statusCode);
    },
    untilEnded: (stayId: string): Promise<StayView> =>
      eventually(async () => {
        const stay = await seen(ward, stayId);
        return stay.endedAt === null ? null : stay;
      }),
  };
};
