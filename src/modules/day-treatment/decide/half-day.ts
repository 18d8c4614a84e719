import { type Day, instantOf, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Absent, Closed, HalfDay, Nurse } from '#modules/day-treatment/types.ts';
import type {
  Away,
  KeptNurse,
  MustMove,
  Opening,
  RoomCode,
  RoomVisit,
  Shift,
  Standstill,
} from '#modules/day-treatment/types-room.ts';
import { LEAST_NURSES, MARGIN } from '#planning/rota/types.ts';
import { holidayOn } from './holidays.ts';

/** So many days ahead half-days are made. */
export const AHEAD = 182;
/** How many people one nurse can look after; care is counted in these. */
export const PER_NURSE = 4;
const QUARTER = 15 * MINUTE;

type Refused = Refusal<RoomCode>;
/** A half-day that the weekly opening asks for. */
export type MadeHalfDay = Pick<HalfDay, 'day' | 'part' | 'opens' | 'closes' | 'closed'>;

/** The half-days of a stretch of days, by the opening that counts on each; on a holiday they are there, and closed. */
export const halfDaysOf = (
  openings: readonly Opening[],
  { from, days, zone }: { readonly from: Day; readonly days: number; readonly zone: string },
): MadeHalfDay[] =>
  Array.from({ length: days }, (_, n) => plusDays(from, n)).flatMap((day) =>
    openings
      .filter(
        ({ weekday, since, until }) => weekday === weekdayOf(day) && since <= day && (until ?? '9') > day,
      )
      .map(({ part, opens, closes }) => ({
        day,
        part,
        opens: instantOf(day, opens, zone),
        closes: instantOf(day, closes, zone),
        closed: holidayOn(day) === null ? null : ('holiday' as const),
      })),
  );

/** A week that can be kept: each part of a day once, the morning over before the afternoon begins, from today at the earliest. */
export const decideOpenings = (
  week: readonly Pick<Opening, 'weekday' | 'part' | 'opens' | 'closes'>[],
  from: Day,
  today: Day,
): Result<Opening[], Refused> => {
  if (from < today) return refuse({ code: 'opening-past' });
  const inOrder = week.toSorted((a, b) => a.weekday - b.weekday || b.part.localeCompare(a.part));
  const wrong = inOrder.some((line, i) => {
    const before = inOrder[i - 1];
    const again =
      before?.weekday === line.weekday && (before.part === line.part || before.closes > line.opens);
    return again || line.opens >= line.closes;
  });
  return wrong
    ? refuse({ code: 'opening-hours' })
    : ok(inOrder.map((line) => ({ ...line, since: from, until: null })));
};

const isOver = (halfDay: HalfDay, now: Instant): boolean => halfDay.closes <= now;

/** The house closes a half-day; who is in the house first finishes. What was planned stays until the planner moves it. */
export const decideClose = (
  halfDay: HalfDay,
  why: { readonly reason: Closed; readonly note: string | null; readonly here: boolean },
  now: Instant,
): Result<HalfDay, Refused> => {
  if (isOver(halfDay, now)) return refuse({ code: 'half-day-over' });
  if (halfDay.closed !== null) return refuse({ code: 'half-day-closed' });
  if (why.here) return refuse({ code: 'half-day-running' });
  return ok({ ...halfDay, closed: why.reason, closedNote: why.note });
};

/** It is open after all, also on a holiday. */
export const decideReopen = (halfDay: HalfDay, now: Instant): Result<HalfDay, Refused> => {
  if (isOver(halfDay, now)) return refuse({ code: 'half-day-over' });
  if (halfDay.closed === null) return refuse({ code: 'half-day-open' });
  return ok({ ...halfDay, closed: null, closedNote: null });
};

const awayOn = (away: readonly Away[], nurseId: string, day: Day): Absent | null =>
  away.find((each) => each.nurseId === nurseId && each.from <= day && (each.last ?? day) >= day)?.why ?? null;

/** Who is there. Whoever was told absent and is still on the rota stays absent; who is new there and away that day, is. */
export const decideShift = (
  halfDay: HalfDay,
  known: {
    readonly nurses: readonly KeptNurse[];
    readonly shift: readonly Shift[];
    readonly away: readonly Away[];
  },
  wanted: readonly string[],
  now: Instant,
): Result<Shift[], Refused> => {
  if (isOver(halfDay, now)) return refuse({ code: 'half-day-over' });
  const nurses = new Map(known.nurses.map((nurse) => [nurse.id, nurse]));
  const ids = [...new Set(wanted)];
  const strange = ids.find((id) => nurses.get(id)?.unitId !== halfDay.unitId);
  if (strange !== undefined) return refuse({ code: 'nurse-unknown' });
  const gone = ids.map((id) => nurses.get(id)).find((nurse) => nurse?.ended === true);
  if (gone !== undefined) return refuse({ code: 'nurse-ended', params: { initials: gone.initials } });
  const before = new Map(known.shift.map((row) => [row.nurseId, row]));
  return ok(
    ids.map(
      (nurseId) =>
        before.get(nurseId) ?? {
          ...{ halfDayId: halfDay.id, nurseId },
          absent: awayOn(known.away, nurseId, halfDay.day),
        },
    ),
  );
};

/** Who was to be there and is not, or is after all. */
export const decideAbsent = (
  halfDay: HalfDay,
  shift: readonly Shift[],
  told: Pick<Shift, 'nurseId' | 'absent'>,
  now: Instant,
): Result<Shift, Refused> => {
  if (isOver(halfDay, now)) return refuse({ code: 'half-day-over' });
  const row = shift.find(({ nurseId }) => nurseId === told.nurseId);
  return row === undefined ? refuse({ code: 'nurse-not-there' }) : ok({ ...row, absent: told.absent });
};

/** Days away that are not over yet, as far as is known. */
export const decideAway = (said: Pick<Away, 'last'>, today: Day): Result<null, Refused> =>
  said.last !== null && said.last < today ? refuse({ code: 'away-past' }) : ok(null);

/** Why nothing runs: it is closed, or one nurse alone cannot help when two people need help. */
export const standstillOf = (halfDay: HalfDay, present: readonly Nurse[]): Standstill | null => {
  if (halfDay.closed !== null) return 'closed';
  return present.length < LEAST_NURSES ? 'too-few-nurses' : null;
};

/** A visit as far as it matters whether it can stay. */
type StayingVisit = Pick<RoomVisit, 'state' | 'during' | 'nurseId' | 'signature'> & {
  readonly treatment: Pick<RoomVisit['treatment'], 'competences'>;
  readonly order: Pick<RoomVisit['order'], 'signature'>;
};

const isAble = (nurse: Nurse, visit: Pick<StayingVisit, 'treatment'>, day: Day): boolean =>
  visit.treatment.competences.every((needed) =>
    nurse.competences.some(({ competence, validUntil }) => competence === needed && validUntil >= day),
  );

/** Why a planned visit cannot stay where it is; null: it can. Who is in the house already is not moved. */
export const mustMove = (
  halfDay: HalfDay,
  present: readonly Nurse[],
  visit: StayingVisit,
): MustMove | null => {
  if (visit.state !== 'planned') return null;
  const standstill = standstillOf(halfDay, present);
  if (standstill !== null) return standstill;
  const { from, until } = visit.during;
  if (from < halfDay.opens || until > halfDay.closes - MARGIN * MINUTE) return 'outside-hours';
  const nurse = present.find(({ id }) => id === visit.nurseId);
  if (nurse === undefined) return 'nurse-away';
  if (!isAble(nurse, visit, halfDay.day)) return 'no-competence';
  return visit.signature < visit.order.signature ? 'order-changed' : null;
};

/** What somebody asks of the nurses at a moment: in the set-up a whole nurse, afterwards a share of one. */
const careAt = ({ during, setUp, treatment }: RoomVisit, at: Instant): number => {
  if (at < during.from || at >= during.until) return 0;
  return at < setUp.until ? PER_NURSE : PER_NURSE / treatment.ratio;
};

const TAKES_CARE = new Set<RoomVisit['state']>(['planned', 'arrived', 'done']);

/** Care per quarter of an hour, and the line above which there is too much; the worst moment of a quarter counts for it. */
export const loadOf = (
  halfDay: Pick<HalfDay, 'opens' | 'closes'>,
  present: readonly Nurse[],
  visits: readonly RoomVisit[],
) => {
  const there = visits.filter(({ state }) => TAKES_CARE.has(state));
  const moments = (from: Instant): Instant[] => [
    from,
    ...there
      .flatMap(({ during, setUp }) => [during.from, setUp.until])
      .filter((at) => at > from && at < from + QUARTER),
  ];
  const count = Math.ceil((halfDay.closes - halfDay.opens) / QUARTER);
  const quarters = Array.from({ length: count }, (_, n) =>
    Math.max(
      ...moments(halfDay.opens + n * QUARTER).map((at) =>
        there.reduce((sum, visit) => sum + careAt(visit, at), 0),
      ),
    ),
  ).map((care) => Math.round(care * 100) / 100);
  const line = present.length * PER_NURSE;
  const most = Math.max(0, ...quarters);
  return { line, quarters, most, tooMuch: most > line };
};
