import { expect } from 'vitest';
import type { Instant } from '#kernel/interval.ts';
import type {
  Choice,
  Choices,
  DayPlan,
  HalfDayView,
  OrderView,
  PlanTaken,
  PlanVisitBody,
  ToPlanList,
} from '#modules/day-treatment/contract.ts';
import { openDayRooms } from './day-rooms.fixture.ts';
import type { HouseParts } from './house.ts';

/** The moment of a choice, as it is sent. */
export const placeFrom = ({ halfDayId, start, chairs, nurse }: Choice): PlanVisitBody => ({
  ...{ halfDayId, start, nurseId: nurse.id },
  chairs: chairs.map(({ id }) => id),
});

/** A house for day treatment with ways to plan in it. */
export const openDayPlans = async (now: Instant, today: string, parts: Partial<HouseParts> = {}) => {
  const rooms = await openDayRooms(now, today, parts);
  const { day } = rooms;
  const get = async <T>(url: string): Promise<T> => {
    const answer = await day.house.call(day.planner, 'GET', `/api/v1${url}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<T>();
  };
  const choicesOf = (visitId: string) => get<Choices>(`/visits/${visitId}/choices?unit=${day.unitId}`);
  const plan = (id: string) => get<DayPlan>(`/plans/${id}`);
  return {
    ...rooms,
    ...{ get, choicesOf, plan },
    toPlan: () => get<ToPlanList>(`/day-rooms/${day.unitId}/to-plan`),
    visitOf: async (order: OrderView, number = 1) => {
      const seen = await day.seen(day.planner, order.id);
      const tries = seen.visitList.filter((each) => each.number === number);
      const visit = tries.at(-1);
      if (visit === undefined) throw new Error('an order without visits');
      return visit;
    },
    /** Plans a visit as one of its choices says. */
    async takes(visitId: string, rank = 1): Promise<{ choice: Choice; after: HalfDayView }> {
      const { choices } = await choicesOf(visitId);
      const choice = choices[rank - 1];
      if (choice === undefined) throw new Error('no choice');
      const after = await rooms.done<HalfDayView>(
        ...[day.planner, 'POST' as const, `/visits/${visitId}/plan`],
        ...[placeFrom(choice), choice.halfDayVersion],
      );
      return { choice, after };
    },
    /** Has a plan of the room made, and waits until it is there. */
    async planned(from: string, until: string): Promise<DayPlan> {
      const url = `/day-rooms/${day.unitId}/plans`;
      const { planId } = await rooms.done<{ planId: string }>(day.planner, 'POST', url, { from, until });
      await expect.poll(async () => (await plan(planId)).state, { timeout: 60_000 }).not.toBe('running');
      return plan(planId);
    },
    take: (id: string) => rooms.done<PlanTaken>(day.planner, 'POST', `/plans/${id}/take`, {}),
  };
};
