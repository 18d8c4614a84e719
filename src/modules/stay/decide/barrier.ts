import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { CoreCode } from '#modules/stay/types-core.ts';
import type { Barrier } from '#modules/stay/types-parts.ts';

type Decided = Result<Barrier, Refusal<CoreCode>>;

/** What may be said again about a barrier. */
export type BarrierChange = Pick<Barrier, 'owner' | 'ownerName' | 'note' | 'due'>;

/** Something stands in the way. One of a kind at a time; only of `other` there can be more. */
export const decideBarrier = (
  wanted: BarrierChange & Pick<Barrier, 'id' | 'code' | 'since'>,
  known: { readonly isOpen: boolean; readonly today: Day },
): Decided => {
  if (known.isOpen && wanted.code !== 'other') return refuse({ code: 'barrier-open' });
  if (wanted.due < wanted.since || wanted.since > known.today) return refuse({ code: 'barrier-days' });
  return ok({ ...wanted, solvedAt: null, solvedDay: null, version: 1 });
};

/** Another owner, another day, another word; only while it stands in the way. */
export const decideBarrierChange = (barrier: Barrier, change: BarrierChange): Decided => {
  if (barrier.solvedDay !== null) return refuse({ code: 'barrier-solved' });
  if (change.due < barrier.since) return refuse({ code: 'barrier-days' });
  const { owner, ownerName, note, due } = change;
  return ok({ ...barrier, owner, ownerName, note, due });
};

/** It is gone, since this day. */
export const decideSolved = (
  barrier: Barrier,
  day: Day,
  at: { readonly now: Instant; readonly today: Day },
): Decided => {
  if (barrier.solvedDay !== null) return refuse({ code: 'barrier-solved' });
  if (day < barrier.since || day > at.today) return refuse({ code: 'barrier-days' });
  return ok({ ...barrier, solvedAt: at.now, solvedDay: day });
};

/** It was not gone after all: it stood in the way all the time. */
export const decideReopened = (
  barrier: Barrier,
  due: Day,
  known: { readonly isOpen: boolean; readonly today: Day },
): Decided => {
  if (barrier.solvedDay === null) return refuse({ code: 'barrier-not-solved' });
  if (known.isOpen && barrier.code !== 'other') return refuse({ code: 'barrier-open' });
  if (due < known.today) return refuse({ code: 'barrier-days' });
  return ok({ ...barrier, due, solvedAt: null, solvedDay: null });
};
