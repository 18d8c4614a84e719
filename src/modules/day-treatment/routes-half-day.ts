import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, doingOf } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door } from '#platform/http/route.ts';
import { AbsentBody, CloseBody, HalfDayView, ReopenBody, ShiftBody } from './contract-room.ts';
import { seenInHalfDay } from './looks-room.ts';
import { dayTreatmentPolicies as may } from './policy.ts';
import { type DayTreatmentParts, tag } from './routes-parts.ts';
import { closeHalfDay, type HalfDayResult, reopenHalfDay } from './service-half-day.ts';
import { setShift, tellAbsent } from './service-shift.ts';
import { roomOf } from './store-room.ts';
import { viewHalfDay } from './view-week.ts';

/** The half-day as it stands after the act. */
const after = async (
  tx: Tx,
  done: Awaited<HalfDayResult>,
  doing: Doing,
): Promise<Result<HalfDayView, Refusal>> => {
  if (!done.ok) return done;
  const room = await roomOf(tx, done.value.unitId);
  return room === null
    ? refuse({ code: 'day-room-unknown' })
    : ok(await viewHalfDay(tx, room, done.value, doing));
};

/** Adds the routes of half-days: closed or open, and who is there. */
export const halfDayRoutes = (door: Door, parts: DayTreatmentParts): void => {
  const kept = {
    ...{ tag, policy: may.keepRoom, params: ById, answer: HalfDayView },
    ...{ looks: seenInHalfDay, versioned: true },
  } as const;
  command<ById, CloseBody, HalfDayView>(door, {
    ...kept,
    url: '/api/v1/half-days/:id/close',
    summary: 'Closes a half-day; who was planned stays on the grid, marked, until they have another moment',
    body: CloseBody,
    run: async ({ tx, params: { id }, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await closeHalfDay(tx, { ...body, id, version }, doing), doing);
    },
  });
  command<ById, ReopenBody, HalfDayView>(door, {
    ...kept,
    url: '/api/v1/half-days/:id/open',
    summary: 'A half-day is open after all',
    body: ReopenBody,
    run: async ({ tx, params: { id }, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await reopenHalfDay(tx, { id, version }, doing), doing);
    },
  });
  command<ById, ShiftBody, HalfDayView>(door, {
    ...kept,
    method: 'PUT',
    url: '/api/v1/half-days/:id/shift',
    summary: 'Says who is there in a half-day',
    body: ShiftBody,
    run: async ({ tx, params: { id }, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await setShift(tx, { ...body, id, version }, doing), doing);
    },
  });
  command<ById, AbsentBody, HalfDayView>(door, {
    ...kept,
    policy: may.tellAbsent,
    url: '/api/v1/half-days/:id/absent',
    summary: 'A nurse who was on the rota is not there, or is there after all',
    body: AbsentBody,
    run: async ({ tx, params: { id }, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await tellAbsent(tx, { ...body, id, version }, doing), doing);
    },
  });
};
