import { type Day, localDay, plusMonths } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Course, Extension, Pathway, Stay, StayRole } from '#modules/stay/types.ts';
import type { CoreCode } from '#modules/stay/types-core.ts';
import { lastDayOf } from './days.ts';

type Refused = Refusal<CoreCode>;

/** One decision lengthens by so many months at most; then it is decided anew. */
const AT_ONCE = 3;

/** As people write a day: 29-10-2026. */
const asWritten = (day: Day): string => day.split('-').reverse().join('-');

const kindOf = ({ product }: Course): string => (product.startsWith('elv-') ? 'elv' : product);

/**
 * From which day the length of a stay counts: its arrival, or the day on which a care of another kind began. The three
 * kinds of primary-care stay are one: a heavier one does not begin to count anew.
 */
export const countedFrom = (courses: readonly Course[]): Course => {
  const last = courses.at(-1);
  if (last === undefined) throw new Error('a stay without a course');
  const other = courses.findLastIndex((course) => kindOf(course) !== kindOf(last));
  return courses[other + 1] ?? last;
};

/** How long a stay may be: by its pathway, or by what was decided since. */
export const lengthOf = (
  pathway: Pick<Pathway, 'most'>,
  courses: readonly Course[],
  extensions: readonly Pick<Extension, 'untilDay' | 'at'>[],
): { readonly lastDay: Day; readonly extendedUntil: Day | null; readonly from: Day } => {
  const { fromDay: from, at } = countedFrom(courses);
  const extendedUntil = extensions.findLast((extension) => extension.at >= at)?.untilDay ?? null;
  const own = lastDayOf(pathway, from);
  const lastDay = extendedUntil !== null && extendedUntil > own ? extendedUntil : own;
  return { lastDay, extendedUntil, from };
};

/** Nobody is expected beyond the last day without a decision; `latest` is an expectation too. */
export const decideEnd = (
  lastDay: Day,
  end: { readonly until: Instant; readonly latest: Instant | null },
  zone: string,
): Result<null, Refused> => {
  const day = localDay(Math.max(end.until, end.latest ?? end.until), zone);
  return day <= lastDay ? ok(null) : refuse({ code: 'beyond-pathway', params: { day: asWritten(lastDay) } });
};

/** Longer, because a doctor who belongs to this kind of stay decided so. */
export const decideExtension = (
  stay: { readonly lastDay: Day; readonly roles: readonly StayRole[]; readonly today: Day },
  wanted: Pick<Extension, 'untilDay' | 'role'>,
): Result<null, Refused> => {
  if (!stay.roles.includes(wanted.role)) return refuse({ code: 'extension-not-theirs' });
  if (wanted.untilDay <= stay.lastDay || wanted.untilDay < stay.today)
    return refuse({ code: 'extension-not-longer', params: { day: asWritten(stay.lastDay) } });
  const furthest = plusMonths(stay.lastDay > stay.today ? stay.lastDay : stay.today, AT_ONCE);
  return wanted.untilDay <= furthest
    ? ok(null)
    : refuse({ code: 'extension-too-far', params: { day: asWritten(furthest) } });
};

/** From which day somebody could go, as far as that can be. */
export const decideReady = (
  stay: Pick<Stay, 'arrivedDay' | 'wlzSince'>,
  said: { readonly readyDay: Day | null; readonly wlzDecision: boolean; readonly wlzSince: Day | undefined },
  today: Day,
): Result<Pick<Stay, 'readyDay' | 'wlzDecision' | 'wlzSince'>, Refusal<CoreCode | 'in-the-future'>> => {
  const { readyDay, wlzDecision } = said;
  if (readyDay !== null && readyDay < stay.arrivedDay) return refuse({ code: 'ready-before-arrival' });
  const wlzSince = wlzDecision ? (said.wlzSince ?? stay.wlzSince ?? today) : null;
  // A decision is a letter that came.
  if (wlzSince !== null && wlzSince > today) return refuse({ code: 'in-the-future' });
  return ok({ readyDay, wlzDecision, wlzSince });
};
