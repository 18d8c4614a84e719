import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Living } from './living.ts';

/** Away for less than this, nothing needs catching up. */
const MISSED = 6 * MINUTE;
/** Time that passed is walked through in at most so many strides. */
const STRIDES = 90;

/** Lets what was missed happen at the moments it would have happened. */
export const catchUp = async (
  living: Living,
  now: () => Instant,
  stopped: () => boolean,
): Promise<number> => {
  const last = await living.lastAct();
  const end = now();
  if (last === null || end - last < MISSED) return 0;
  const stride = Math.min(3 * HOUR, Math.max(8 * MINUTE, (end - last) / STRIDES));
  // After months only the last days are worth telling.
  const from = Math.max(last, end - STRIDES * stride);
  let happened = 0;
  for (let at = from + stride; at < end && !stopped(); at += stride) {
    happened += await living.stride(Math.round(at));
  }
  return happened;
};
