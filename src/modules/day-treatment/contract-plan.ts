import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { CHAIR_ROOMS } from '#modules/capacity/types.ts';
import { Asking, Told } from './contract-told.ts';
import { PARTS, TREATMENT_GROUPS } from './types.ts';
import {
  CHOICE_REASONS,
  NO_CHOICE,
  OFFER_REASONS,
  PLAN_LOST,
  PLAN_STATES,
  PLAN_WAITS,
} from './types-plan.ts';

const Minutes = z.number().int().min(0).max(1440);
const Count = z.number().int().min(0);

/** A moment somebody could come: which half-day, when, on which chairs and with whom; best first. */
export const Choice = z
  .object({
    rank: z.number().int(),
    halfDayId: Id,
    /** For If-Match of the plan. */
    halfDayVersion: z.number().int(),
    day: IsoDay,
    part: z.enum(PARTS),
    from: IsoInstant,
    until: IsoInstant,
    /** Minutes after opening. */
    start: Minutes,
    /** In the order in which somebody sits in them, and when. */
    chairs: z.array(
      z.object({
        id: Id,
        code: z.string(),
        room: z.enum(CHAIR_ROOMS),
        from: IsoInstant,
        until: IsoInstant,
      }),
    ),
    nurse: z.object({ id: Id, initials: z.string() }),
    /** The initials of who else is there that half-day. */
    others: z.array(z.string()),
    reasons: z.array(z.enum(CHOICE_REASONS)),
    /** How many come then, of how many chairs. */
    busy: z.object({ taken: Count, of: Count }),
  })
  .meta({ id: 'DayChoice' });
export type Choice = z.infer<typeof Choice>;

/** Which room the choices are asked of; left out: the rooms of the acting house. */
export const ChoicesAsk = z.object({ unit: Id.optional() });
export type ChoicesAsk = z.infer<typeof ChoicesAsk>;

/** The three best moments; none, and then why. */
export const Choices = z
  .object({ choices: z.array(Choice), none: z.enum(NO_CHOICE).nullable() })
  .meta({ id: 'DayChoices' });
export type Choices = z.infer<typeof Choices>;

/** A visit that has no moment yet, and what still stands in the way. */
export const ToPlan = z
  .object({
    visitId: Id,
    orderId: Id,
    orderVersion: z.number().int(),
    number: z.number().int(),
    of: z.number().int(),
    treatment: z.object({ code: z.string(), name: z.string(), group: z.enum(TREATMENT_GROUPS) }),
    /** How long somebody is there. */
    minutes: Minutes,
    person: z.object({ id: Id, name: z.string() }).nullable(),
    /** The latest day it may be. */
    before: IsoDay,
    km: z.number().nullable(),
    ready: z.object({
      order: z.boolean(),
      /** Of which day the blood result is; null: none is needed. */
      lab: z.union([IsoDay, z.literal('missing')]).nullable(),
      /** When the medicine is there. */
      drug: z.union([IsoInstant, z.literal('ordered')]).nullable(),
    }),
    /** Why it cannot be planned yet; null: it can. */
    waits: z.enum(PLAN_WAITS).nullable(),
    told: Told,
    version: z.number().int(),
  })
  .meta({ id: 'DayToPlan' });
export type ToPlan = z.infer<typeof ToPlan>;

/** A moment that came free, with who waits and fits there best. Nothing is done by itself. */
export const FreeMoment = z
  .object({
    id: Id,
    because: z.enum(OFFER_REASONS),
    /** Since when it is free. */
    since: IsoInstant,
    visitId: Id,
    choice: Choice,
  })
  .meta({ id: 'DayFreeMoment' });
export type FreeMoment = z.infer<typeof FreeMoment>;

/** Who waits for a moment in a room, the most pressing first, the last plan that was made of it, and what came free. */
export const ToPlanList = z
  .object({
    visits: z.array(ToPlan),
    offers: z.array(FreeMoment),
    /** Who has a moment and asks for another, or must be called about it, whatever the week; the first to come first. */
    asking: z.array(Asking),
    plan: z
      .object({
        id: Id,
        /** So many percent of its cost the best possible might save, at most. */
        worse: z.number(),
        placed: Count,
        of: Count,
        waiting: Count,
      })
      .nullable(),
  })
  .meta({ id: 'DayToPlanList' });
export type ToPlanList = z.infer<typeof ToPlanList>;

/** Which moment that came free, offered to which visit. */
export const ByOffer = z.object({ id: Id, offerId: Id });
export type ByOffer = z.infer<typeof ByOffer>;

/** Nothing is said with it: what is put aside stands in the address. */
export const AsideBody = z.strictObject({}).meta({ id: 'DayAsideBody' });
export type AsideBody = z.infer<typeof AsideBody>;

/** The moment is not offered to this visit any more. */
export const PutAside = z.object({ id: Id, visitId: Id }).meta({ id: 'DayPutAside' });
export type PutAside = z.infer<typeof PutAside>;

/** A moment for a visit: in which half-day, so many minutes after opening, on these chairs in order, by this nurse. */
export const PlanVisitBody = z
  .strictObject({
    halfDayId: Id,
    start: Minutes.multipleOf(5),
    chairs: z.array(Id).min(1).max(2),
    nurseId: Id,
  })
  .meta({ id: 'DayPlanVisitBody' });
export type PlanVisitBody = z.infer<typeof PlanVisitBody>;

/** Its moment is taken back; it waits again. */
export const UnplanBody = z.strictObject({}).meta({ id: 'DayUnplanBody' });
export type UnplanBody = z.infer<typeof UnplanBody>;

/** Whether the optimiser must leave it where it is. */
export const LockBody = z.strictObject({ locked: z.boolean() }).meta({ id: 'DayLockBody' });
export type LockBody = z.infer<typeof LockBody>;

/** Nobody came. */
export const MissedBody = z.strictObject({}).meta({ id: 'DayMissedBody' });
export type MissedBody = z.infer<typeof MissedBody>;

/** From which day to which day (not included) is planned. */
export const PlansBody = z
  .strictObject({ from: IsoDay, until: IsoDay })
  .refine(({ from, until }) => from < until, 'Kies een laatste dag na de eerste.')
  .meta({ id: 'DayPlansBody' });
export type PlansBody = z.infer<typeof PlansBody>;

/** A plan is being made. */
export const PlanStarted = z.object({ planId: Id }).meta({ id: 'DayPlanStarted' });
export type PlanStarted = z.infer<typeof PlanStarted>;

/** One moment that is proposed. */
const PlanMove = z.object({
  visitId: Id,
  halfDayId: Id,
  /** Minutes after opening. */
  start: Minutes,
  chairs: z.array(Id),
  nurseId: Id,
  /** Its half-day as it stands; null: it had none. */
  was: Id.nullable(),
});
export type PlanMove = z.infer<typeof PlanMove>;

/** A plan: how far it is, what it costs beside the best possible, whom it places where, and who waits and why. */
export const DayPlan = z
  .object({
    id: Id,
    unitId: Id,
    from: IsoDay,
    until: IsoDay,
    state: z.enum(PLAN_STATES),
    /** Why nothing came of it, when nobody stopped it; null: it goes on, is there, or was stopped by somebody. */
    why: z.enum(PLAN_LOST).nullable(),
    /** Between 0 and 1. */
    progress: z.number().min(0).max(1),
    cost: z.number().nullable(),
    bound: z.number().nullable(),
    /** So many percent of its cost the best possible might save, at most. */
    worse: z.number().nullable(),
    placed: Count,
    waiting: z.array(z.object({ visitId: Id, why: z.enum(NO_CHOICE) })),
    moves: z.array(PlanMove),
  })
  .meta({ id: 'DayPlan' });
export type DayPlan = z.infer<typeof DayPlan>;

/** Nothing is said with it: which plan stands in the address. */
export const PlanActBody = z.strictObject({}).meta({ id: 'DayPlanActBody' });
export type PlanActBody = z.infer<typeof PlanActBody>;

/** What became of a plan that was taken: who has the moment now, and for whom it did not go on, and why. */
export const PlanTaken = z
  .object({
    plan: DayPlan,
    kept: z.array(Id),
    refused: z.array(z.object({ visitId: Id, code: z.string() })),
  })
  .meta({ id: 'DayPlanTaken' });
export type PlanTaken = z.infer<typeof PlanTaken>;
