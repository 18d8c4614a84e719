import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { StayAnswer } from './contract.ts';
import { ABSENCE_REASONS, BARRIER_CODES, BARRIER_OWNERS } from './types-parts.ts';

const said = (most: number) => z.string().trim().max(most);
const Reason = said(300).min(3);

/** The question of the GP, or what the person wants in their own words; the newest counts. */
export const WishBody = z
  .strictObject({ kind: z.enum(['question', 'goal']), text: said(500).min(1) })
  .meta({ id: 'WishBody' });
export type WishBody = z.infer<typeof WishBody>;

const owned = {
  owner: z.enum(BARRIER_OWNERS),
  ownerName: said(100).min(1).nullable().default(null),
  note: said(300).default(''),
  due: IsoDay,
};

/** Something stands in the way: since when (today when left out), who works on it, and by when it should be gone. */
export const BarrierBody = z
  .strictObject({ code: z.enum(BARRIER_CODES), since: IsoDay.optional(), ...owned })
  .meta({ id: 'BarrierBody' });
export type BarrierBody = z.infer<typeof BarrierBody>;

/** Another owner, another day, another word. */
export const BarrierChangeBody = z.strictObject(owned).meta({ id: 'BarrierChangeBody' });
export type BarrierChangeBody = z.infer<typeof BarrierChangeBody>;

/** It is gone; today when no day is said. */
export const BarrierSolveBody = z.strictObject({ day: IsoDay.optional() }).meta({ id: 'BarrierSolveBody' });
export type BarrierSolveBody = z.infer<typeof BarrierSolveBody>;

/** It stands in the way again, and should be gone by this day. */
export const BarrierReopenBody = z.strictObject({ due: IsoDay }).meta({ id: 'BarrierReopenBody' });
export type BarrierReopenBody = z.infer<typeof BarrierReopenBody>;

/** One more talk. */
export const MeetingBody = z.strictObject({ plannedAt: IsoInstant }).meta({ id: 'MeetingBody' });
export type MeetingBody = z.infer<typeof MeetingBody>;

/** The talk was held: who were there, when somebody leaves, and what was agreed. */
export const MeetingHoldBody = z
  .strictObject({
    at: IsoInstant.optional(),
    present: z.array(said(100).min(1)).min(1).max(20),
    departureDay: IsoDay.nullable().default(null),
    care: said(1000).default(''),
    treatment: said(1000).default(''),
    agreed: said(1000).default(''),
  })
  .meta({ id: 'MeetingHoldBody' });
export type MeetingHoldBody = z.infer<typeof MeetingHoldBody>;

/** The talk does not take place, and why. */
export const MeetingCancelBody = z.strictObject({ reason: Reason }).meta({ id: 'MeetingCancelBody' });
export type MeetingCancelBody = z.infer<typeof MeetingCancelBody>;

/** When somebody is expected to leave; `latest` when that is not certain yet. */
export const StayEndBody = z
  .strictObject({ until: IsoInstant, latest: IsoInstant.nullable().default(null) })
  .meta({ id: 'StayEndBody' });
export type StayEndBody = z.infer<typeof StayEndBody>;

/** A stay, and how many plans behind it lost their bed because somebody stays longer. */
export const StayEndAnswer = StayAnswer.extend({ displaced: z.number().int() }).meta({ id: 'StayEndAnswer' });
export type StayEndAnswer = z.infer<typeof StayEndAnswer>;

/** Longer than the pathway allows: until which day, why, and who decided. The expected end goes along. */
export const ExtensionBody = z
  .strictObject({
    untilDay: IsoDay,
    reason: said(500).min(3),
    decidedBy: said(100).min(2),
    /** As which doctor: one who belongs to this kind of stay. */
    role: z.enum(['elderly-doctor', 'gp']),
  })
  .meta({ id: 'ExtensionBody' });
export type ExtensionBody = z.infer<typeof ExtensionBody>;

/** Away for a while, the bed kept; since now when no moment is said. */
export const AbsenceBody = z
  .strictObject({
    reason: z.enum(ABSENCE_REASONS),
    at: IsoInstant.optional(),
    expectedBack: IsoInstant.nullable().default(null),
  })
  .meta({ id: 'AbsenceBody' });
export type AbsenceBody = z.infer<typeof AbsenceBody>;

/** Back in the bed; now when no moment is said. */
export const AbsenceEndBody = z.strictObject({ at: IsoInstant.optional() }).meta({ id: 'AbsenceEndBody' });
export type AbsenceEndBody = z.infer<typeof AbsenceEndBody>;

/** Another care from today on, in the same bed. */
export const CareBody = z.strictObject({ product: z.enum(PRODUCTS) }).meta({ id: 'CareBody' });
export type CareBody = z.infer<typeof CareBody>;

/** From which day somebody could go, and whether (and since when; today when left out) long-term care is decided. */
export const ReadyBody = z
  .strictObject({
    readyDay: IsoDay.nullable(),
    wlzDecision: z.boolean(),
    wlzSince: IsoDay.optional(),
  })
  .meta({ id: 'ReadyBody' });
export type ReadyBody = z.infer<typeof ReadyBody>;

/** The practice that hears how it goes. */
export const GpBody = z.strictObject({ organisationId: Id }).meta({ id: 'GpBody' });
export type GpBody = z.infer<typeof GpBody>;
