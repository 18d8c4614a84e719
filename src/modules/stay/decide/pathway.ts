import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Pathway } from '#modules/stay/types.ts';
import type { CoreCode } from '#modules/stay/types-core.ts';

/** The shortest a calendar month can be. */
const SHORTEST_MONTH = 28;

/** Nobody plans a talk, a task or a usual departure for after the last day, whatever months it runs through. */
export const decidePathway = (
  pathway: Pick<Pathway, 'most' | 'usualDays' | 'alarmDays' | 'meetings' | 'tasks'>,
): Result<null, Refusal<CoreCode>> => {
  const { most, usualDays, alarmDays, meetings, tasks } = pathway;
  const least = 'days' in most ? most.days : most.months * SHORTEST_MONTH;
  const days = [usualDays, alarmDays + 1, ...meetings.map(({ day }) => day), ...tasks.map(({ day }) => day)];
  return days.every((day) => day <= least) ? ok(null) : refuse({ code: 'pathway-unclear' });
};
