import { counts } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import type { TeamView } from '#modules/capacity/contract.ts';
import { figureAge, originOf } from '#web/design/figure.ts';
import type { State } from '#web/design/states.ts';

/**
 * How a team stands: free while it can help somebody, then a waiting list (`soon`), no until a day (`closed`), or full.
 * What it told too long ago says nothing; its age runs on while no word comes.
 */
export const teamState = (team: TeamView, now: Instant): State => {
  const { free, waitingDays, closedUntil } = team;
  if (free === null || !counts(team.figure.phase)) return 'unknown';
  if (!counts(figureAge(originOf(team.figure), now).phase)) return 'unknown';
  if (free > 0) return 'free';
  if (waitingDays !== null) return 'soon';
  return closedUntil === null ? 'occupied' : 'closed';
};
