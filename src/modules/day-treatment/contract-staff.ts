import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { DayRoom, HalfDayHead, NurseView } from './contract-room.ts';
import { ABSENT } from './types.ts';

const Count = z.number().int().min(0);

/** Days on which a nurse is not there, the first and the last; without a last day nobody knows yet. */
const AwayView = z.object({ id: Id, from: IsoDay, last: IsoDay.nullable(), why: z.enum(ABSENT) });

/** A nurse as the own house knows them: what they may do, and when they are away. */
export const StaffNurse = NurseView.extend({ away: z.array(AwayView) }).meta({ id: 'DayStaffNurse' });
export type StaffNurse = z.infer<typeof StaffNurse>;

/** Who is there in one half-day, and how many come then; nobody is named who comes. */
export const StaffHalfDay = HalfDayHead.extend({
  nurses: z.array(z.object({ id: Id, absent: z.enum(ABSENT).nullable() })),
  /** How many have their moment then. */
  visits: Count,
  /** How many of those cannot stay there. */
  mustMove: Count,
}).meta({ id: 'DayStaffHalfDay' });
export type StaffHalfDay = z.infer<typeof StaffHalfDay>;

/** Four weeks of a room: who may do what until when, who is there, and for how many that is not enough. */
export const DayStaff = z
  .object({
    room: DayRoom,
    from: IsoDay,
    until: IsoDay,
    now: IsoInstant,
    nurses: z.array(StaffNurse),
    halfDays: z.array(StaffHalfDay),
  })
  .meta({ id: 'DayStaff' });
export type DayStaff = z.infer<typeof DayStaff>;

/** A nurse is not there, from a day to a day; `last` null: nobody knows yet until when. */
export const AwayBody = z
  .strictObject({ from: IsoDay, last: IsoDay.nullable().default(null), why: z.enum(ABSENT) })
  .refine(({ from, last }) => last === null || from <= last, 'Kies een laatste dag op of na de eerste.')
  .meta({ id: 'DayAwayBody' });
export type AwayBody = z.infer<typeof AwayBody>;

/** Which stretch ends, and from which day the nurse is there again. */
export const BackBody = z.strictObject({ away: Id, from: IsoDay }).meta({ id: 'DayBackBody' });
export type BackBody = z.infer<typeof BackBody>;

/** Who is there in several half-days at once, each in the version that was read. */
export const RotaBody = z
  .strictObject({
    halfDays: z
      .array(
        z.strictObject({
          id: Id,
          version: z.number().int(),
          nurses: z.array(Id).max(20),
        }),
      )
      .min(1)
      .max(60)
      .refine(
        (halfDays) => new Set(halfDays.map(({ id }) => id)).size === halfDays.length,
        'Noem elk dagdeel één keer.',
      ),
  })
  .meta({ id: 'DayRotaBody' });
export type RotaBody = z.infer<typeof RotaBody>;

/** The half-days as they stand after it. */
export const RotaAnswer = z.object({ halfDays: z.array(StaffHalfDay) }).meta({ id: 'DayRota' });
export type RotaAnswer = z.infer<typeof RotaAnswer>;
