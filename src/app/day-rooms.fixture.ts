import { expect } from 'vitest';
import { plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { DayWeek, HalfDayView, OrderView } from '#modules/day-treatment/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { type OpenHalfDay, openDayHouse } from './day-house.fixture.ts';
import type { HouseParts } from './house.ts';

type Method = 'POST' | 'PUT';

/** A house for day treatment with ways to act on its rooms, half-days and nurses. */
export const openDayRooms = async (now: Instant, today: string, parts: Partial<HouseParts> = {}) => {
  const day = await openDayHouse(now, today, parts);
  const send = (who: Professional, method: Method, url: string, body: object, version?: number) =>
    day.house.call(who, method, `/api/v1${url}`, body, version === undefined ? {} : { version });
  const weekOf = async (who: Professional, from = today): Promise<DayWeek> => {
    const answer = await day.house.call(who, 'GET', `/api/v1/day-rooms/${day.unitId}/week?from=${from}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<DayWeek>();
  };
  // The first day is kept for the looks; each story takes half-days nobody else plans in.
  let next = 2;
  return {
    ...{ day, send, weekOf },
    /** What must go through. */
    async done<T>(...sent: Parameters<typeof send>): Promise<T> {
      const answer = await send(...sent);
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json<T>();
    },
    /** Why it did not. */
    async refused(...sent: Parameters<typeof send>): Promise<string> {
      const answer = await send(...sent);
      expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400);
      return answer.json<{ code: string }>().code;
    },
    async halfDayOf(id: string, who = day.planner): Promise<HalfDayView> {
      const from = day.halfDays.find((each) => each.id === id)?.day ?? today;
      const found = (await weekOf(who, from)).halfDays.find((each) => each.id === id);
      if (found === undefined) throw new Error('the half-day is not in its week');
      return found;
    },
    freshHalfDay(): OpenHalfDay {
      const halfDay = day.halfDays[next];
      next += 1;
      if (halfDay === undefined) throw new Error('no half-day left');
      return halfDay;
    },
    /** Somebody who comes for iron, so many minutes after opening, set up by the first nurse. */
    async somebodyIn(halfDay: OpenHalfDay, start = 30): Promise<OrderView> {
      const order = await day.signed({ latestDay: plusDays(today, 60) });
      const [visit] = order.visitList;
      if (visit === undefined) throw new Error('an order without visits');
      await day.plan(visit, halfDay, start);
      return order;
    },
  };
};
