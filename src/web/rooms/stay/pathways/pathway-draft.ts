import { clockOf, minutesOf } from '#kernel/calendar.ts';
import type { PathwayBody } from '#modules/stay/contract.ts';
import type { PathwayMeeting, StayRole, TaskKind } from '#modules/stay/types.ts';

/** A talk as it is typed. */
export interface MeetingDraft {
  readonly key: number;
  readonly day: string;
  readonly time: string;
  readonly kind: PathwayMeeting['kind'];
}

/** A line of the checklist as it is typed; without a time it is any time of the day. */
export interface TaskDraft {
  readonly key: number;
  readonly day: string;
  readonly time: string;
  readonly kind: TaskKind;
  readonly label: string;
}

/** A pathway as somebody writes it. */
export interface PathwayDraft {
  readonly most: string;
  readonly unit: 'days' | 'months';
  readonly alarmDays: string;
  readonly usualDays: string;
  readonly leaveAt: string;
  readonly roles: readonly StayRole[];
  readonly meetings: readonly MeetingDraft[];
  readonly tasks: readonly TaskDraft[];
  readonly answers: boolean;
  readonly reason: string;
}

/** `10:30` from the minutes of a day; empty when there is no time. */
export const timeOf = (minutes: number | null): string => (minutes === null ? '' : clockOf(minutes));

/** Begins with what counts now: who changes one thing types one thing. */
export const draftOf = (body: PathwayBody): PathwayDraft => ({
  most: String('days' in body.most ? body.most.days : body.most.months),
  unit: 'days' in body.most ? 'days' : 'months',
  alarmDays: String(body.alarmDays),
  usualDays: String(body.usualDays),
  leaveAt: timeOf(body.leaveAt),
  roles: body.roles,
  meetings: body.meetings.map(({ day, minutes, kind }, key) => ({
    key,
    day: String(day),
    time: timeOf(minutes),
    kind,
  })),
  tasks: body.tasks.map(({ day, minutes, kind, label }, key) => ({
    ...{ key, day: String(day), time: timeOf(minutes), kind, label },
  })),
  answers: body.answers,
  reason: '',
});

/** The key of a line that is added: above those that are there. */
export const nextKey = (lines: readonly { readonly key: number }[]): number =>
  Math.max(-1, ...lines.map(({ key }) => key)) + 1;

const DAYS = 366;
const MONTHS = 12;
const ALARM = 14;
const LEAST_REASON = 3;

const whole = (typed: string, least: number, most: number): boolean =>
  /^\d+$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;

/** Which fields are wrong, by their name (`tasks.3.day`), and what the rule is called. */
export const faultsOf = (draft: PathwayDraft): ReadonlyMap<string, 'day' | 'time' | 'label' | 'reason'> => {
  const faults = new Map<string, 'day' | 'time' | 'label' | 'reason'>();
  const day = (field: string, typed: string, least: number, most: number): void => {
    if (!whole(typed, least, most)) faults.set(field, 'day');
  };
  day('most', draft.most, 1, draft.unit === 'days' ? DAYS : MONTHS);
  day('alarmDays', draft.alarmDays, 0, ALARM);
  day('usualDays', draft.usualDays, 1, DAYS);
  if (minutesOf(draft.leaveAt) === null) faults.set('leaveAt', 'time');
  for (const { key, day: typed, time } of draft.meetings) {
    day(`meetings.${key}.day`, typed, 1, DAYS);
    if (minutesOf(time) === null) faults.set(`meetings.${key}.time`, 'time');
  }
  for (const { key, day: typed, time, label } of draft.tasks) {
    day(`tasks.${key}.day`, typed, 1, DAYS);
    if (time.trim() !== '' && minutesOf(time) === null) faults.set(`tasks.${key}.time`, 'time');
    if (label.trim() === '') faults.set(`tasks.${key}.label`, 'label');
  }
  if (draft.reason.trim().length < LEAST_REASON) faults.set('reason', 'reason');
  return faults;
};

/** What is sent: lines in the order of their days. Only for a draft without faults. */
export const bodyOf = (draft: PathwayDraft): PathwayBody => ({
  most: draft.unit === 'days' ? { days: Number(draft.most) } : { months: Number(draft.most) },
  alarmDays: Number(draft.alarmDays),
  usualDays: Number(draft.usualDays),
  leaveAt: minutesOf(draft.leaveAt) ?? 0,
  roles: [...draft.roles],
  meetings: draft.meetings
    .map(({ day, time, kind }) => ({ day: Number(day), minutes: minutesOf(time) ?? 0, kind }))
    .toSorted((a, b) => a.day - b.day),
  tasks: draft.tasks
    .map(({ day, time, kind, label }) => ({
      ...{ day: Number(day), minutes: minutesOf(time), kind, label: label.trim() },
    }))
    .toSorted((a, b) => a.day - b.day),
  answers: draft.answers,
});
