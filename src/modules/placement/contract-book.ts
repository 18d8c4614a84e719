import { z } from 'zod';
import { Id, IsoDay, IsoInstant, SentenceSchema } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { URGENCIES } from '#kernel/urgency.ts';
import { Wait } from './contract-route.ts';
import { REQUEST_STATES } from './types.ts';

/** What is known of somebody who waits, without saying who: the same on a strip and in the plan. */
const Profile = {
  id: Id,
  code: z.string(),
  product: z.enum(PRODUCTS),
  urgency: z.enum(URGENCIES),
  ageBand: z.string(),
  sex: z.string(),
  crisisRoute: z.boolean(),
  /** Who asked: an organisation. */
  referrer: z.string(),
  /** Where the person lives, as far as the four digits; null when it was not told. */
  homePc4: z.string().nullable(),
  sentAt: IsoInstant,
};

/** An open request on a strip. No name, no wish, no free text: who opens the request sees those. */
export const RequestStrip = z
  .object({
    ...Profile,
    state: z.enum(REQUEST_STATES),
    /** Since when the clock of this step runs. */
    since: IsoInstant,
    /** Until when the one who must move has time. */
    dueAt: IsoInstant.nullable(),
    turn: SentenceSchema,
    /** Houses that are asked now, and whether a bed is held at the one that answers first. */
    asked: z.number().int(),
    held: z.boolean(),
    /** The house that was asked and answers first, or said yes. */
    house: z.string().nullable(),
    waits: z.array(Wait),
    /** The best place in words; null when nothing fits, or when somebody is asked already. */
    proposal: z.object({ placeId: Id, site: z.string(), text: SentenceSchema }).nullable(),
  })
  .meta({ id: 'RequestStrip' });
export type RequestStrip = z.infer<typeof RequestStrip>;

/** A place for one request in the plan for the whole row. */
export const PlanSeat = z
  .object({
    placeId: Id,
    placeCode: z.string(),
    unitId: Id,
    unit: z.string(),
    siteId: Id,
    site: z.string(),
    organisation: z.string(),
    town: z.string(),
    km: z.number().nullable(),
    state: z.enum(['free', 'soon']),
    from: IsoInstant,
    why: SentenceSchema,
    /** What it costs, part by part, in metres somebody would travel farther; less than nothing is a head start. */
    cost: z.record(z.string(), z.number()),
  })
  .meta({ id: 'PlanSeat' });

/** What the plan proposes for one request; `why` with another place says why it was not that one. */
export const PlanRow = z
  .object({ ...Profile, place: PlanSeat.nullable(), others: z.array(PlanSeat) })
  .meta({ id: 'PlanRow' });
export type PlanRow = z.infer<typeof PlanRow>;

/** A place at a site that is expected to come free: which day, how likely, and what the waiting costs. */
const ExpectedSeat = z.object({
  siteId: Id,
  site: z.string(),
  town: z.string(),
  phone: z.string(),
  km: z.number().nullable(),
  day: IsoDay,
  /** Chance that it is free that day, 0-1. */
  chance: z.number().min(0).max(1),
  /** Days somebody waits on average, the chance that it does not come counted in. */
  days: z.number().min(0),
  why: SentenceSchema,
  cost: SentenceSchema,
});

/** The best next move for one request: a place now, or wait for one that is expected. It places nobody. */
export const NextMoveRow = z
  .object({
    ...Profile,
    takes: z.enum(['now', 'later', 'none']),
    /** Waits in a hospital bed. */
    inHospital: z.boolean(),
    why: SentenceSchema,
    now: PlanSeat.nullable(),
    later: ExpectedSeat.nullable(),
  })
  .meta({ id: 'NextMoveRow' });
export type NextMoveRow = z.infer<typeof NextMoveRow>;

/** Another planner who has this request open: the first letter and the role, nothing more. */
export const Looker = z
  .object({
    requestId: Id,
    initial: z.string(),
    role: z.string(),
    doing: z.enum(['looking', 'calling']),
    own: z.boolean(),
    until: IsoInstant,
  })
  .meta({ id: 'Looker' });
export type Looker = z.infer<typeof Looker>;
