import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PARTS } from './types.ts';
import { MOMENT_ANSWERS, MOMENT_ASKS } from './types-told.ts';

const Weekday = z.number().int().min(1).max(7);

/** What somebody was told of their moment and said to it, as the planner reads it. */
export const Told = z
  .object({
    /** When the invitation went out; null: not yet, or nobody could be written to. */
    invited: IsoInstant.nullable(),
    confirmed: IsoInstant.nullable(),
    asks: z.enum(MOMENT_ASKS).nullable(),
    /** What they wrote with it. */
    wish: z.string().nullable(),
    /** Which half-days suit them; 1 is Monday, no weekdays: any. */
    suits: z.object({ weekdays: z.array(Weekday), part: z.enum(PARTS).nullable() }).nullable(),
    /** They cannot be written to: somebody calls, at this number. */
    call: z.object({ phone: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'DayTold' });
export type Told = z.infer<typeof Told>;

/** Somebody who asks something, or must be called; `day` null: their moment does not take place any more. */
export const Asking = z
  .object({
    visitId: Id,
    orderId: Id,
    person: z.object({ id: Id, name: z.string() }).nullable(),
    day: IsoDay.nullable(),
    halfDayId: Id.nullable(),
    told: Told,
  })
  .meta({ id: 'DayAsking' });
export type Asking = z.infer<typeof Asking>;

/** How somebody is reached; `refuses`: they want no messages, so somebody calls. */
export const ReachView = z
  .object({ email: z.string().nullable(), phone: z.string().nullable(), refuses: z.boolean() })
  .meta({ id: 'DayReach' });
export type ReachView = z.infer<typeof ReachView>;

/** The address somebody gave for messages about their moments, or that they want none. */
export const ReachBody = z
  .strictObject({
    email: z.email('Dit is geen e-mailadres.').max(200).nullable(),
    refuses: z.boolean().default(false),
  })
  .meta({ id: 'DayReachBody' });
export type ReachBody = z.infer<typeof ReachBody>;

/** The link to a moment, to hand over on paper. */
export const MomentLink = z
  .object({ visitId: Id, token: z.string(), until: IsoInstant })
  .meta({ id: 'DayMomentLink' });
export type MomentLink = z.infer<typeof MomentLink>;

const Token = z.string().min(1).max(500);

/** What opens a moment: the link travels in the body, so that it stands in no log. */
export const MomentOpenBody = z.strictObject({ token: Token }).meta({ id: 'DayMomentOpenBody' });
export type MomentOpenBody = z.infer<typeof MomentOpenBody>;

/** What somebody says to their moment. */
export const MomentAnswerBody = z
  .strictObject({
    token: Token,
    answer: z.enum(MOMENT_ANSWERS),
    words: z.string().trim().max(500).default(''),
    weekdays: z.array(Weekday).max(7).default([]),
    part: z.enum(PARTS).nullable().default(null),
  })
  .meta({ id: 'DayMomentAnswerBody' });
export type MomentAnswerBody = z.infer<typeof MomentAnswerBody>;

/** A moment as who holds the link reads it. It names no person and no treatment. */
export const MomentView = z
  .object({
    unit: z.string(),
    site: z.string(),
    street: z.string().nullable(),
    town: z.string(),
    phone: z.string(),
    zone: z.string(),
    route: z.string().nullable(),
    from: IsoInstant,
    until: IsoInstant,
    minutes: z.number().int(),
    /** What to bring and how to prepare, in the words of the clinic. */
    preparation: z.array(z.string()),
    answer: z.enum(MOMENT_ANSWERS).nullable(),
    words: z.string().nullable(),
    weekdays: z.array(Weekday),
    part: z.enum(PARTS).nullable(),
    /** The moment as a calendar file. */
    calendar: z.string(),
    practice: z.boolean(),
  })
  .meta({ id: 'DayMoment' });
export type MomentView = z.infer<typeof MomentView>;

/** Somebody called, and this is what the person said. */
export const CalledBody = z.strictObject({ answer: z.enum(MOMENT_ANSWERS) }).meta({ id: 'DayCalledBody' });
export type CalledBody = z.infer<typeof CalledBody>;

/** It is written down. */
export const Called = z.object({ visitId: Id }).meta({ id: 'DayCalled' });
export type Called = z.infer<typeof Called>;
