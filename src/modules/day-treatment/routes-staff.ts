import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, doingOf } from '#modules/capacity/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { WeekAsk } from './contract-room.ts';
import { AwayBody, BackBody, DayStaff, RotaAnswer, RotaBody, StaffNurse } from './contract-staff.ts';
import { zoneOf } from './doing-room.ts';
import { dayTreatmentPolicies as may } from './policy.ts';
import { type DayTreatmentParts, tag } from './routes-parts.ts';
import { sayAway, sayBack } from './service-away.ts';
import { setRota } from './service-shift.ts';
import { nursesOf } from './store-nurse.ts';
import { roomOf } from './store-room.ts';
import type { KeptNurse } from './types-room.ts';
import { viewNurses, viewStaff, viewStaffing } from './view-staff.ts';

const unknown = { code: 'day-room-unknown' } as const;

const nurseAnswer = async (
  tx: Tx,
  done: Result<KeptNurse, Refusal>,
  doing: Doing,
): Promise<Result<StaffNurse, Refusal>> => {
  if (!done.ok) return done;
  const [nurse] = await viewNurses(tx, [done.value], doing, zoneOf(doing, done.value.unitId));
  return nurse === undefined ? refuse({ code: 'nurse-unknown' }) : ok(nurse);
};

const rotaRoutes = (door: Door, parts: DayTreatmentParts): void => {
  read<ById, WeekAsk, DayStaff>(door, {
    url: '/api/v1/day-rooms/:id/staff',
    tag,
    summary:
      'Four weeks of a room: who may do what until when, who is there, and for how many that is not enough',
    policy: may.seeStaff,
    params: ById,
    query: WeekAsk,
    answer: DayStaff,
    looks: nobody,
    run: async (ask) => {
      const room = await roomOf(ask.tx, ask.params.id);
      if (room === null) return refuse(unknown);
      if (room.organisationId !== ask.actor.organisationId) return refuse({ code: 'other-unit' });
      const staff = await viewStaff(ask.tx, { room, from: ask.query.from }, await doingOf(parts, ask));
      return staff === null ? refuse(unknown) : ok(staff);
    },
  });
  command<ById, RotaBody, RotaAnswer>(door, {
    method: 'PUT',
    url: '/api/v1/day-rooms/:id/rota',
    tag,
    summary: 'Says who is there in several half-days at once, all or none',
    policy: may.keepRoom,
    params: ById,
    body: RotaBody,
    answer: RotaAnswer,
    looks: nobody,
    run: async ({ tx, params: { id }, body, ...who }) => {
      const done = await setRota(tx, id, body, await doingOf(parts, { tx, ...who }));
      if (!done.ok) return done;
      return ok({ halfDays: await viewStaffing(tx, done.value, await nursesOf(tx, [id])) });
    },
  });
};

const awayRoutes = (door: Door, parts: DayTreatmentParts): void => {
  const kept = {
    tag,
    policy: may.keepRoom,
    params: ById,
    answer: StaffNurse,
    looks: nobody,
    versioned: true,
  } as const;
  command<ById, AwayBody, StaffNurse>(door, {
    ...kept,
    url: '/api/v1/nurses/:id/away',
    summary: 'A nurse is not there from a day to a day; whoever they would have set up must move',
    body: AwayBody,
    run: async ({ tx, params: { id }, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return nurseAnswer(tx, await sayAway(tx, { ...body, id, version }, doing), doing);
    },
  });
  command<ById, BackBody, StaffNurse>(door, {
    ...kept,
    url: '/api/v1/nurses/:id/back',
    summary: 'A nurse who was away is there again from a day on',
    body: BackBody,
    run: async ({ tx, params: { id }, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return nurseAnswer(tx, await sayBack(tx, { ...body, id, version }, doing), doing);
    },
  });
};

/** Adds the routes of who is there when: the rota of four weeks, and the days a nurse is away. */
export const staffRoutes = (door: Door, parts: DayTreatmentParts): void => {
  rotaRoutes(door, parts);
  awayRoutes(door, parts);
};
