import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import {
  type Answer,
  BOXES,
  type Box,
  type Medication,
  type MISSING_WHYS,
} from '#modules/stay/types-observation.ts';

/** Something that is not ready in the answer to the GP. */
export interface Missing {
  readonly box: Box;
  readonly why: (typeof MISSING_WHYS)[number];
  /** The change in the medicines whose reason is not there. */
  readonly change: { readonly id: string; readonly medicine: string } | null;
}

type Boxes = Answer['boxes'];

/** What is not ready: each empty box, and each change in the medicines without its reason. No changes is no gap. */
export const missingOf = (
  boxes: Boxes,
  medication: readonly Pick<Medication, 'id' | 'medicine' | 'reason'>[],
): readonly Missing[] =>
  BOXES.flatMap((box): readonly Missing[] => {
    if (box !== 'medication') return boxes[box].trim() === '' ? [{ box, why: 'empty', change: null }] : [];
    return medication
      .filter(({ reason }) => reason === null)
      .map(({ id, medicine }) => ({ box, why: 'reason-missing', change: { id, medicine } }));
  });

/** What who sends knows to be missing. */
export interface Knowing {
  /** Empty boxes are left empty on purpose. */
  readonly onPurpose: boolean;
  /** The changes that go without their reason. */
  readonly withoutReason: readonly string[];
}

/** May the letter go? A change without a reason goes only when it was seen: named one by one. */
export const decideSend = (
  missing: readonly Missing[],
  { onPurpose, withoutReason }: Knowing,
): Result<null, Refusal> => {
  const unseen = missing.filter(({ change }) => change !== null && !withoutReason.includes(change.id));
  if (unseen.length > 0) return refuse({ code: 'answer-reason-unseen', params: { count: unseen.length } });
  const empty = missing.filter(({ why }) => why === 'empty').length;
  return empty > 0 && !onPurpose ? refuse({ code: 'answer-incomplete', params: { count: empty } }) : ok(null);
};
