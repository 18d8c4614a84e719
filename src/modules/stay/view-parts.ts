import { type Day, isoFromInstant, localDay } from '#kernel/calendar.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { StayView } from './contract.ts';
import type { BarrierView, MeetingView } from './contract-parts.ts';
import { type Going, inDays, together, waitingToGo } from './decide/waiting-to-go.ts';
import type { Extension, Stay } from './types.ts';
import type { Absence, Barrier, Meeting } from './types-parts.ts';

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

/** A barrier as it is told, on this local day. */
export const viewBarrier = (barrier: Barrier, today: Day): BarrierView => {
  const { id, code, owner, ownerName, note, since, due, solvedDay, version } = barrier;
  const late = solvedDay === null && due < today;
  return { id, code, owner, ownerName, note, since, due, late, solvedDay, version };
};

/** A talk as it is told: when it is and when somebody leaves to every party, what was said to who treats. */
export const viewMeeting = (meeting: Meeting, treats: boolean): MeetingView => ({
  id: meeting.id,
  kind: meeting.kind,
  departureDay: meeting.departureDay,
  care: treats ? meeting.care : '',
  treatment: treats ? meeting.treatment : '',
  agreed: treats ? meeting.agreed : '',
  cancelled: meeting.cancelled,
  byName: meeting.byName,
  version: meeting.version,
  plannedAt: isoFromInstant(meeting.plannedAt),
  heldAt: isoOrNull(meeting.heldAt),
  present: [...meeting.present],
});

type AbsenceView = StayView['absences'][number];

/** An absence as it is told. */
export const viewAbsence = ({ id, reason, leftAt, expectedBack, backAt }: Absence): AbsenceView => ({
  id,
  reason,
  leftAt: isoFromInstant(leftAt),
  expectedBack: isoOrNull(expectedBack),
  backAt: isoOrNull(backAt),
});

/** What the counting of waiting days needs of a stay: until the day of leaving, or until today. */
export const goingOf = (
  stay: Pick<Stay, 'readyDay' | 'wlzSince' | 'endedAt' | 'zone'>,
  kept: { readonly barriers: readonly Barrier[]; readonly absences: readonly Absence[] },
  now: Instant,
): Going => ({
  readyDay: stay.readyDay,
  untilDay: localDay(stay.endedAt ?? now, stay.zone),
  wlzSince: stay.wlzSince,
  barriers: kept.barriers,
  inHospital: kept.absences
    .filter(({ reason }) => reason === 'hospital')
    .map(({ leftAt, backAt }) => ({
      from: localDay(leftAt, stay.zone),
      until: backAt === null ? null : localDay(backAt, stay.zone),
    })),
});

/** How many days somebody could have been gone, and what stood in the way. */
export const viewWaiting = (going: Going): StayView['waiting'] => {
  const { delayedDays, wrongBedDays, delayed, wrongBed } = waitingToGo(going);
  return { delayedDays, wrongBedDays, causes: [...inDays(together([delayed, wrongBed]))] };
};

/** A decision about the length, as it is told. */
export const viewExtension = (extension: Extension): StayView['extensions'][number] => {
  const { id, untilDay, reason, decidedBy, role, at } = extension;
  return { id, untilDay, reason, decidedBy, role, at: isoFromInstant(at) };
};

interface Span {
  readonly organisationId: string;
  readonly doctor: string | null;
  readonly from: Instant;
  readonly until: Instant;
}

/** Who was responsible, one after the other. */
export const viewHistory = (
  spans: readonly Span[],
  named: (id: string) => { id: string; name: string },
): StayView['history'] =>
  spans.map(({ organisationId, doctor, from, until }) => ({
    organisation: named(organisationId),
    doctor,
    from: isoFromInstant(from),
    until: until >= FOREVER ? null : isoFromInstant(until),
  }));
