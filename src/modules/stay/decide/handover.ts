import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import {
  type Handover,
  type HandoverAct,
  type HandoverCode,
  type HandoverSection,
  type HandoverState,
  handoverTransitions,
  type WrittenSection,
  type WrittenSections,
} from '#modules/stay/types-handover.ts';

const WHY_NOT: Readonly<Record<HandoverState, HandoverCode>> = {
  draft: 'handover-not-sent',
  sent: 'handover-unknown',
  received: 'handover-received',
  revoked: 'handover-revoked',
};

/** The state a handover comes in by an act, or why the act cannot be done from here. Only the arrows of the table. */
export const handoverStep = (
  from: HandoverState,
  act: HandoverAct,
): Result<HandoverState, Refusal<HandoverCode>> => {
  const arrow = handoverTransitions.find((each) => each.from === from && each.act === act);
  return arrow === undefined ? refuse({ code: WHY_NOT[from] }) : ok(arrow.to);
};

/** What was written before with what is written now. */
export const withWritten = (
  before: WrittenSections,
  now: readonly (WrittenSection & { readonly code: HandoverSection })[],
): WrittenSections => ({
  ...before,
  ...Object.fromEntries(now.map(({ code, text, none, without }) => [code, { text, none, without }])),
});

/**
 * From when somebody else is responsible: when they left and the next has said yes, whichever came last. Null: not yet, and
 * the house keeps it. Death passes nothing on.
 */
export const passesAt = (
  stay: { readonly endedAt: Instant | null; readonly destination: string | null },
  handover: Pick<Handover, 'direction' | 'receivedAt' | 'state'>,
): Instant | null => {
  if (handover.direction !== 'out' || handover.state !== 'received' || handover.receivedAt === null)
    return null;
  if (stay.endedAt === null || stay.destination === 'died') return null;
  return Math.max(stay.endedAt, handover.receivedAt);
};
