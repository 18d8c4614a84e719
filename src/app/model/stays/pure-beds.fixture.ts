import { instantOf, localDay } from '#kernel/calendar.ts';
import { DAY, FOREVER, type Instant } from '#kernel/interval.ts';
import { USUAL_DAYS } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import * as beds from '#modules/capacity/decide/stay.ts';
import type { Claim } from '#modules/capacity/types.ts';
import * as absences from '#modules/stay/decide/absence.ts';
import * as handovers from '#modules/stay/decide/handover.ts';
import * as lengths from '#modules/stay/decide/length.ts';
import { PATHWAYS_V1 } from '#modules/stay/decide/pathways-v1.ts';
import type { Course, Extension } from '#modules/stay/types.ts';
import type { HandoverState, WrittenSections } from '#modules/stay/types-handover.ts';
import type { Absence } from '#modules/stay/types-parts.ts';
import { ZONE } from './oracle.fixture.ts';
import type { Care, CareFact, Receiver } from './world.fixture.ts';

/** The decisions about stays, so that a test can hand in a wrong one; the flags are rules that stand in a service. */
export const ourStays = {
  ...{ ...beds, ...lengths, ...absences, ...handovers },
  /** The house stays responsible until somebody else says that they are. */
  keepsCare: true,
  /** A plan that is cancelled gives its bed back. */
  frees: true,
  /** What was sent is written beside what was sent before. */
  appends: true,
};
export type StayDecisions = typeof ourStays;

/** A handover in memory. */
export interface PureHandover {
  readonly id: string;
  readonly to: Receiver;
  state: HandoverState;
  written: WrittenSections;
  sent: readonly string[];
  newest: WrittenSections;
  receivedAt: Instant | null;
}

/** A stay in memory. */
export interface PureStay {
  readonly id: string;
  readonly person: number;
  readonly home: 0 | 1;
  readonly arrivedAt: Instant;
  claimId: string;
  courses: readonly Course[];
  extensions: readonly Extension[];
  absences: readonly Absence[];
  endedAt: Instant | null;
  destination: string | null;
  handovers: PureHandover[];
}

/** Rows without SQL, for the decisions to be folded over. */
export interface PureStays {
  readonly decide: StayDecisions;
  now: Instant;
  made: number;
  claims: Claim[];
  stays: PureStay[];
  care: CareFact[];
}

export type Done = Result<unknown, Refusal>;

export const put = (house: PureStays, claim: Claim): void => {
  house.claims = house.claims.map((each) => (each.id === claim.id ? claim : each));
};

/** What stands on a bed. */
export const on = (house: PureStays, bed: number): Claim[] =>
  house.claims.filter(
    ({ placeId, leftAt, releasedAt, displacedAt }) =>
      placeId === String(bed) && leftAt === null && releasedAt === null && displacedAt === null,
  );

export const planOf = (house: PureStays, person: number): Claim | undefined =>
  house.claims.find(
    (claim) =>
      claim.subject === String(person) &&
      claim.kind === 'reserved' &&
      claim.releasedAt === null &&
      claim.displacedAt === null,
  );

export const stayOf = (house: PureStays, person: number): PureStay | undefined =>
  house.stays.findLast((stay) => stay.person === person);

/** Responsibility passes at a moment, at the earliest a millisecond after it began. */
export const passCare = (
  house: PureStays,
  to: Omit<CareFact, 'from' | 'until'>,
  at: Instant | null,
): void => {
  const last = house.care.findLast(({ person }) => person === to.person);
  const from = Math.max(
    at ?? house.now,
    last === undefined ? 0 : last.from + 1,
    isOver(last) ? (last?.until ?? 0) : 0,
  );
  endCare(house, to.person, from);
  house.care.push({ ...to, from, until: FOREVER });
};

const isOver = (row: CareFact | undefined): boolean => row !== undefined && row.until !== FOREVER;

export const endCare = (house: PureStays, who: number, at: Instant): void => {
  house.care = house.care.map((row) =>
    row.person === who && row.until === FOREVER ? { ...row, until: Math.max(at, row.from + 1) } : row,
  );
};

export const responsible = (house: PureStays, person: number): CareFact | undefined =>
  house.care.findLast((row) => row.person === person && row.until === FOREVER);

/** A bed is agreed for somebody, from now on, as long as people usually stay. */
export const plan = (house: PureStays, person: number, bed: number, care: Care): Done => {
  const id = `claim-${++house.made}`;
  const during = { from: house.now, until: house.now + USUAL_DAYS[care] * DAY };
  house.claims.push({
    ...{ id, placeId: String(bed), kind: 'reserved', product: care, subject: String(person), during },
    ...{ latestEnd: null, expiresAt: null, arrivedAt: null, awayAt: null, leftAt: null, releasedAt: null },
    ...{ displacedAt: null, madeAt: house.now, source: 'tap', version: 1 },
  });
  if (responsible(house, person) === undefined) passCare(house, { person, by: 'gp', doctor: null }, null);
  return ok(null);
};

/** How long this stay may be, by which pathway. */
export const lengthOf = (house: PureStays, { courses, extensions }: PureStay) => {
  const pathway = PATHWAYS_V1[(courses.at(-1) as Course).product];
  return { pathway, ...house.decide.lengthOf(pathway, courses, extensions) };
};

/** The expected end moves to a day, at the hour at which people leave. */
export const expectOn = (house: PureStays, stay: PureStay, day: string): Done => {
  const { lastDay, pathway } = lengthOf(house, stay);
  const end = { until: instantOf(day, pathway.leaveAt, ZONE), latest: null };
  const may = house.decide.decideEnd(lastDay, end, ZONE);
  const claim = house.claims.find(({ id }) => id === stay.claimId);
  if (!may.ok || claim === undefined) return may.ok ? refuse({ code: 'claim-unknown' }) : may;
  const others = on(house, Number(claim.placeId));
  const moved = house.decide.decideExpectedEnd(claim, { others, freeSince: null }, end, house.now);
  if (moved.ok) put(house, moved.value.claim);
  return moved;
};

/** Nobody is expected beyond the last day, unless that is past already. */
export const keepWithin = (house: PureStays, stay: PureStay): void => {
  const { lastDay, pathway } = lengthOf(house, stay);
  const claim = house.claims.find(({ id }) => id === stay.claimId);
  if (claim === undefined || localDay(claim.during.until, ZONE) <= lastDay) return;
  if (instantOf(lastDay, pathway.leaveAt, ZONE) > house.now) expectOn(house, stay, lastDay);
};
