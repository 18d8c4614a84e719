import { localDay } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, doingOf } from '#modules/capacity/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  DayRoom,
  DayRooms,
  DayWeek,
  NurseBody,
  NurseChangeBody,
  NurseView,
  OpeningsBody,
  RoomBody,
  WeekAsk,
} from './contract-room.ts';
import { zoneOf } from './doing-room.ts';
import { seenInWeek } from './looks-room.ts';
import { dayTreatmentPolicies as may } from './policy.ts';
import { type DayTreatmentParts, tag } from './routes-parts.ts';
import { addNurse, changeNurse } from './service-nurse.ts';
import { sayRoom, setOpenings } from './service-room.ts';
import { allRooms, roomOf } from './store-room.ts';
import type { KeptNurse, Room } from './types-room.ts';
import { inOrder, nurseView, viewRooms } from './view-room.ts';
import { viewWeek } from './view-week.ts';

const unknown = { code: 'day-room-unknown' } as const;

const roomAnswer = async (
  tx: Tx,
  done: Result<Room, Refusal>,
  doing: Doing,
): Promise<Result<DayRoom, Refusal>> => {
  if (!done.ok) return done;
  const [room] = await viewRooms(tx, [done.value], doing);
  return room === undefined ? refuse(unknown) : ok(room);
};

const nurseAnswer = (done: Result<KeptNurse, Refusal>, doing: Doing): Result<NurseView, Refusal> => {
  if (!done.ok) return done;
  const { value: nurse } = done;
  return ok(nurseView(nurse, localDay(doing.now, zoneOf(doing, nurse.unitId))));
};

const reading = (door: Door, parts: DayTreatmentParts): void => {
  read<unknown, unknown, DayRooms>(door, {
    url: '/api/v1/day-rooms',
    tag,
    summary: 'Where day treatment is given: the rooms with their chairs and when they are usually open',
    policy: may.seeRooms,
    answer: DayRooms,
    looks: nobody,
    run: async (ask) => {
      const doing = await doingOf(parts, ask);
      return ok(inOrder(await viewRooms(ask.tx, await allRooms(ask.tx), doing)));
    },
  });
  read<ById, WeekAsk, DayWeek>(door, {
    url: '/api/v1/day-rooms/:id/week',
    tag,
    summary: 'Seven days of a room: who comes when and where, who is there, and why something is closed',
    policy: may.seeWeek,
    params: ById,
    query: WeekAsk,
    answer: DayWeek,
    looks: seenInWeek,
    run: async (ask) => {
      const room = await roomOf(ask.tx, ask.params.id);
      if (room === null) return refuse(unknown);
      const week = await viewWeek(ask.tx, { room, from: ask.query.from }, await doingOf(parts, ask));
      return week === null ? refuse(unknown) : ok(week);
    },
  });
};

const keeping = (door: Door, parts: DayTreatmentParts): void => {
  const kept = { tag, policy: may.keepRoom, looks: nobody } as const;
  command<ById, RoomBody, DayRoom>(door, {
    ...kept,
    method: 'PUT',
    url: '/api/v1/day-rooms/:id',
    summary: 'Says what a room is: its chairs, what is at hand, how somebody gets there',
    params: ById,
    body: RoomBody,
    answer: DayRoom,
    run: async ({ tx, params: { id }, body, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return roomAnswer(tx, await sayRoom(tx, id, body, doing), doing);
    },
  });
  command<ById, OpeningsBody, DayRoom>(door, {
    ...kept,
    method: 'PUT',
    url: '/api/v1/day-rooms/:id/openings',
    summary: 'Says the ordinary week of a room from a day on; its half-days follow at once',
    params: ById,
    body: OpeningsBody,
    answer: DayRoom,
    run: async ({ tx, params: { id }, body, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return roomAnswer(tx, await setOpenings(tx, id, body, doing), doing);
    },
  });
  command<ById, NurseBody, NurseView>(door, {
    ...kept,
    url: '/api/v1/day-rooms/:id/nurses',
    summary: 'Somebody gives treatment here from now on, with what they may do and until when',
    params: ById,
    body: NurseBody,
    answer: NurseView,
    run: async ({ tx, params: { id }, body, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return nurseAnswer(await addNurse(tx, id, body, doing), doing);
    },
  });
  command<ById, NurseChangeBody, NurseView>(door, {
    ...kept,
    method: 'PUT',
    url: '/api/v1/nurses/:id',
    summary: 'What a nurse may do from now on and until when, and whether they work here still',
    versioned: true,
    params: ById,
    body: NurseChangeBody,
    answer: NurseView,
    run: async ({ tx, params: { id }, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return nurseAnswer(await changeNurse(tx, { ...body, id, version }, doing), doing);
    },
  });
};

/** Adds the routes of rooms with chairs and of who gives treatment there. */
export const roomRoutes = (door: Door, parts: DayTreatmentParts): void => {
  reading(door, parts);
  keeping(door, parts);
};
