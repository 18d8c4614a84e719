import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { CHAIR_ROOMS } from '#modules/capacity/types.ts';
import { Told } from './contract-told.ts';
import { ABSENT, CLOSED, COMPETENCES, PARTS, TREATMENT_GROUPS, VISIT_STATES } from './types.ts';
import { HOLIDAYS, MUST_MOVE, STANDSTILLS } from './types-room.ts';

const Named = z.object({ id: Id, name: z.string() });
const Minutes = z.number().int().min(0).max(1440);
const words = (least: number, most: number) => z.string().trim().min(least).max(most);

/** A chair, by the number that stands on it. */
const DayChair = z
  .object({ id: Id, code: z.string(), room: z.enum(CHAIR_ROOMS), lying: z.boolean() })
  .meta({ id: 'DayChair' });

/** What a room is, said by the house itself: its chairs, what is at hand, how somebody gets there. */
export const RoomBody = z
  .strictObject({
    emergency: z.array(words(2, 100)).max(20).default([]),
    route: words(3, 1000).nullable().default(null),
    chairs: z
      .array(
        z.strictObject({
          code: words(1, 10),
          room: z.enum(CHAIR_ROOMS),
          lying: z.boolean().default(false),
        }),
      )
      .min(1)
      .max(60)
      .refine(
        (chairs) => new Set(chairs.map(({ code }) => code)).size === chairs.length,
        'Geef elke stoel een eigen nummer.',
      ),
  })
  .meta({ id: 'DayRoomBody' });
export type RoomBody = z.infer<typeof RoomBody>;

/** When a room is usually open on a weekday; 1 is Monday, times are minutes of the day. */
const OpeningLine = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  part: z.enum(PARTS),
  opens: Minutes,
  closes: Minutes,
});

/** The ordinary week from a day on. */
export const OpeningsBody = z
  .strictObject({ from: IsoDay, week: z.array(OpeningLine).max(14) })
  .meta({ id: 'DayOpeningsBody' });
export type OpeningsBody = z.infer<typeof OpeningsBody>;

const Competences = z
  .array(z.strictObject({ competence: z.enum(COMPETENCES), validUntil: IsoDay }))
  .max(COMPETENCES.length);

/** Somebody who gives treatment here, and until when each competence is proven. */
export const NurseBody = z
  .strictObject({ name: words(2, 100), initials: words(1, 4), competences: Competences.default([]) })
  .meta({ id: 'DayNurseBody' });
export type NurseBody = z.infer<typeof NurseBody>;

/** What is known of a nurse from now on; `ended`: works here no more. */
export const NurseChangeBody = z
  .strictObject({
    name: words(2, 100),
    initials: words(1, 4),
    competences: Competences,
    ended: z.boolean().default(false),
  })
  .meta({ id: 'DayNurseChangeBody' });
export type NurseChangeBody = z.infer<typeof NurseChangeBody>;

/** A nurse of a room; a competence that ran out does not count. */
export const NurseView = z
  .object({
    id: Id,
    unitId: Id,
    name: z.string(),
    initials: z.string(),
    competences: z.array(
      z.object({ competence: z.enum(COMPETENCES), validUntil: IsoDay, valid: z.boolean() }),
    ),
    ended: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'DayNurse' });
export type NurseView = z.infer<typeof NurseView>;

/** A room with chairs: where it is, when it is usually open, and what it has. */
export const DayRoom = z
  .object({
    unit: Named,
    house: Named,
    site: z.string(),
    street: z.string().nullable(),
    town: z.string(),
    phone: z.string(),
    zone: z.string(),
    own: z.boolean(),
    emergency: z.array(z.string()),
    route: z.string().nullable(),
    chairs: z.array(DayChair),
    openings: z.array(OpeningLine.extend({ since: IsoDay, until: IsoDay.nullable() })),
  })
  .meta({ id: 'DayRoom' });
export type DayRoom = z.infer<typeof DayRoom>;

/** The rooms of the region, the reader's own first. */
export const DayRooms = z.object({ rooms: z.array(DayRoom) }).meta({ id: 'DayRooms' });
export type DayRooms = z.infer<typeof DayRooms>;

/** Why a half-day is closed. */
export const CloseBody = z
  .strictObject({ reason: z.enum(CLOSED), note: words(3, 300).nullable().default(null) })
  .meta({ id: 'HalfDayCloseBody' });
export type CloseBody = z.infer<typeof CloseBody>;

/** It is open after all. */
export const ReopenBody = z.strictObject({}).meta({ id: 'HalfDayOpenBody' });
export type ReopenBody = z.infer<typeof ReopenBody>;

/** Who is there in this half-day. */
export const ShiftBody = z.strictObject({ nurses: z.array(Id).max(20) }).meta({ id: 'HalfDayShiftBody' });
export type ShiftBody = z.infer<typeof ShiftBody>;

/** Who was on the rota and is not there, and why; `why` null: there after all. */
export const AbsentBody = z
  .strictObject({ nurse: Id, why: z.enum(ABSENT).nullable() })
  .meta({ id: 'HalfDayAbsentBody' });
export type AbsentBody = z.infer<typeof AbsentBody>;

/** A visit on the grid, with its phases. */
export const GridVisit = z
  .object({
    id: Id,
    orderId: Id,
    number: z.number().int(),
    /** How many visits the order has. */
    of: z.number().int(),
    state: z.enum(VISIT_STATES),
    group: z.enum(TREATMENT_GROUPS),
    treatment: z.string(),
    from: IsoInstant,
    /** Until here one nurse is with this person alone. */
    setUpUntil: IsoInstant,
    /** Until here it runs; afterwards somebody looks after them. */
    runsUntil: IsoInstant,
    until: IsoInstant,
    seats: z.array(z.object({ chairId: Id, from: IsoInstant, until: IsoInstant })),
    nurseId: Id.nullable(),
    locked: z.boolean(),
    confirmed: z.boolean(),
    told: Told,
    drugReady: z.boolean(),
    /** Null for who may not know who it is. */
    person: Named.nullable(),
    /** Why it cannot stay where it is; null: it can. */
    mustMove: z.enum(MUST_MOVE).nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'DayGridVisit' });
export type GridVisit = z.infer<typeof GridVisit>;

/** When a half-day is, and whether anything can run in it: the same for every reader. */
export const HalfDayHead = z.object({
  id: Id,
  day: IsoDay,
  part: z.enum(PARTS),
  opens: IsoInstant,
  closes: IsoInstant,
  closed: z.enum(CLOSED).nullable(),
  closedNote: z.string().nullable(),
  holiday: z.enum(HOLIDAYS).nullable(),
  /** Why nothing runs; null: it can. */
  standstill: z.enum(STANDSTILLS).nullable(),
  version: z.number().int(),
});

/** One half-day of one room. */
export const HalfDayView = HalfDayHead.extend({
  unitId: Id,
  nurses: z.array(
    z.object({ id: Id, name: z.string(), initials: z.string(), absent: z.enum(ABSENT).nullable() }),
  ),
  visits: z.array(GridVisit),
  /** Chairs that are taken for somebody whose order the reader is no party to. */
  taken: z.array(z.object({ chairId: Id, from: IsoInstant, until: IsoInstant })),
  /** Care per quarter of an hour against what the nurses can do, both in people looked after; null for another house. */
  load: z
    .object({ line: z.number(), quarters: z.array(z.number()), most: z.number(), tooMuch: z.boolean() })
    .nullable(),
}).meta({ id: 'HalfDay' });
export type HalfDayView = z.infer<typeof HalfDayView>;

/** From which day; left out: the Monday of this week. */
export const WeekAsk = z.object({ from: IsoDay.optional() });
export type WeekAsk = z.infer<typeof WeekAsk>;

/** Seven days of a room for the grid. */
export const DayWeek = z
  .object({
    room: DayRoom,
    from: IsoDay,
    until: IsoDay,
    now: IsoInstant,
    nurses: z.array(NurseView),
    halfDays: z.array(HalfDayView),
  })
  .meta({ id: 'DayWeek' });
export type DayWeek = z.infer<typeof DayWeek>;
