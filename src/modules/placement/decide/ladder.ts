import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type PlacementCode, type Request, RUNGS, type Rung } from '#modules/placement/types.ts';

/** The clocks of the ladder, minutes after sending. */
export interface LadderRules {
  readonly insurerMinutes: number;
  readonly reportMinutes: number;
}

type Asked = Pick<Request, 'state' | 'sentAt' | 'crisisRoute' | 'deskAsked'>;

/** From when a rung may be climbed; who walks the crisis route need not wait. */
const from = (rung: Rung, { sentAt, crisisRoute }: Asked, rules: LadderRules): Instant => {
  if (rung === 'desk' || crisisRoute) return sentAt;
  return sentAt + (rung === 'insurer' ? rules.insurerMinutes : rules.reportMinutes) * MINUTE;
};

const isLooking = ({ state }: Asked): boolean => state === 'searching' || state === 'offered';

/** The next rung and from when; null when nobody looks any more or the ladder ends. */
export const nextRung = (
  request: Asked,
  climbed: readonly Rung[],
  rules: LadderRules,
): { readonly rung: Rung; readonly from: Instant } | null => {
  if (!isLooking(request)) return null;
  const highest = Math.max(
    request.deskAsked ? RUNGS.indexOf('desk') : -1,
    ...climbed.map((each) => RUNGS.indexOf(each)),
  );
  const rung = RUNGS[highest + 1];
  return rung === undefined ? null : { rung, from: from(rung, request, rules) };
};

/** May this rung be climbed now? `inWords` writes the moment from which it may. Climbing it twice changes nothing. */
export const decideEscalate = (
  request: Asked,
  rung: Rung,
  rules: LadderRules,
  clock: { readonly now: Instant; readonly inWords: (at: Instant) => string },
): Result<Rung, Refusal<PlacementCode>> => {
  if (!isLooking(request)) return refuse({ code: 'request-not-open' });
  const may = from(rung, request, rules);
  if (may > clock.now) return refuse({ code: 'rung-too-early', params: { from: clock.inWords(may) } });
  return ok(rung);
};
