import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { STAY_ROLES } from './types.ts';
import { ABSENCE_REASONS, BARRIER_CODES, BARRIER_OWNERS, MEETING_KINDS } from './types-parts.ts';

/** What is written as a wish, with its moment. */
export const WishView = z.object({ text: z.string(), at: IsoInstant });

/** What stands between somebody and home. */
export const BarrierView = z
  .object({
    id: Id,
    code: z.enum(BARRIER_CODES),
    owner: z.enum(BARRIER_OWNERS),
    ownerName: z.string().nullable(),
    note: z.string(),
    since: IsoDay,
    due: IsoDay,
    /** Still there after the day on which it should be gone. */
    late: z.boolean(),
    solvedDay: IsoDay.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Barrier' });
export type BarrierView = z.infer<typeof BarrierView>;

/** A talk of those concerned, planned or held. */
export const MeetingView = z
  .object({
    id: Id,
    kind: z.enum(MEETING_KINDS),
    plannedAt: IsoInstant,
    heldAt: IsoInstant.nullable(),
    present: z.array(z.string()),
    departureDay: IsoDay.nullable(),
    care: z.string(),
    treatment: z.string(),
    agreed: z.string(),
    cancelled: z.string().nullable(),
    byName: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'StayMeeting' });
export type MeetingView = z.infer<typeof MeetingView>;

const AbsenceView = z
  .object({
    id: Id,
    reason: z.enum(ABSENCE_REASONS),
    leftAt: IsoInstant,
    expectedBack: IsoInstant.nullable(),
    backAt: IsoInstant.nullable(),
  })
  .meta({ id: 'Absence' });

/** A cause of waiting: a barrier, or that nobody wrote one down. */
const Cause = z.enum([...BARRIER_CODES, 'none']);

/** Everything of a stay that is kept beside its bed, as far as the reader may know it. */
export const stayParts = {
  /** What the person wants, in their own words; the newest first, and that one counts. */
  goals: z.array(WishView),
  barriers: z.array(BarrierView),
  meetings: z.array(MeetingView),
  /** Longer than the pathway allows: until when, why, and who decided. */
  extensions: z.array(
    z.object({
      id: Id,
      untilDay: IsoDay,
      reason: z.string(),
      decidedBy: z.string(),
      role: z.enum(STAY_ROLES),
      at: IsoInstant,
    }),
  ),
  /** Away now; null when somebody is here. */
  absence: AbsenceView.nullable(),
  absences: z.array(AbsenceView),
  /** For which care, from which day, under which version of the pathway; the newest last. */
  courses: z.array(
    z.object({ fromDay: IsoDay, product: z.enum(PRODUCTS), pathwayVersion: z.number().int() }),
  ),
  ready: z.object({
    /** From which day somebody could go if nothing stood in the way. */
    readyDay: IsoDay.nullable(),
    wlzDecision: z.boolean(),
    /** Since when there is a decision for long-term care. */
    wlzSince: IsoDay.nullable(),
  }),
  /** Days that somebody could have been gone: delayed departure, and apart from it the wrong bed by law. */
  waiting: z.object({
    delayedDays: z.number().int(),
    wrongBedDays: z.number().int(),
    causes: z.array(z.object({ cause: Cause, days: z.number() })),
  }),
  /** Who must be around somebody in a stay of this kind. */
  roles: z.array(z.enum(STAY_ROLES)),
  /** Who was responsible, and when; until is null for who is now. */
  history: z.array(
    z.object({
      organisation: z.object({ id: Id, name: z.string() }),
      doctor: z.string().nullable(),
      from: IsoInstant,
      until: IsoInstant.nullable(),
    }),
  ),
} as const;
