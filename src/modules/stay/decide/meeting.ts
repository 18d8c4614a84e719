import { type Day, localDay } from '#kernel/calendar.ts';
import { HOUR, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { CoreCode } from '#modules/stay/types-core.ts';
import type { Meeting } from '#modules/stay/types-parts.ts';

type Decided = Result<Meeting, Refusal<CoreCode | 'in-the-future'>>;

/** Clocks on wards run apart. */
const AHEAD = HOUR / 12;

/** What came out of a talk. */
export type Outcome = Pick<Meeting, 'present' | 'departureDay' | 'care' | 'treatment' | 'agreed'>;

const stillOpen = (meeting: Meeting): Refusal<CoreCode> | null => {
  if (meeting.heldAt !== null) return { code: 'talk-held' };
  return meeting.cancelled === null ? null : { code: 'talk-cancelled' };
};

/** The talk was held. Nobody agrees to have left before it. */
export const decideHeld = (
  meeting: Meeting,
  outcome: Outcome,
  held: { readonly at: Instant; readonly now: Instant; readonly zone: string; readonly byName: string },
): Decided => {
  const refusal = stillOpen(meeting);
  if (refusal !== null) return refuse(refusal);
  if (held.at > held.now + AHEAD) return refuse({ code: 'in-the-future' });
  const day: Day = localDay(held.at, held.zone);
  if (outcome.departureDay !== null && outcome.departureDay < day)
    return refuse({ code: 'departure-before-talk' });
  const { present, departureDay, care, treatment, agreed } = outcome;
  return ok({
    ...meeting,
    ...{ present, departureDay, care, treatment, agreed },
    heldAt: Math.min(held.at, held.now),
    byName: held.byName,
  });
};

/** The talk is at another moment; one that was called off can be planned anew. */
export const decidePlanned = (meeting: Meeting, plannedAt: Instant, now: Instant): Decided => {
  if (meeting.heldAt !== null) return refuse({ code: 'talk-held' });
  if (plannedAt <= now) return refuse({ code: 'talk-in-past' });
  return ok({ ...meeting, plannedAt, cancelled: null });
};

/** The talk does not take place. */
export const decideCancelled = (meeting: Meeting, reason: string): Decided => {
  const refusal = stillOpen(meeting);
  return refusal === null ? ok({ ...meeting, cancelled: reason }) : refuse(refusal);
};
