import { ageBand } from '#kernel/age-band.ts';
import { isoFromInstant, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { claimById, type Doing, placeCodes } from '#modules/capacity/index.ts';
import type { Claim } from '#modules/capacity/types.ts';
import { peopleById } from '#modules/people/index.ts';
import { requestCodeOf, responsibilitiesOf } from '#modules/placement/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { StayView } from './contract.ts';
import { standOf } from './decide/days.ts';
import { lengthOfStay } from './service-length.ts';
import { stayReads, wishesOf } from './store.ts';
import { absencesOf } from './store-absence.ts';
import { barriersOf } from './store-barrier.ts';
import { meetingsOf } from './store-meeting.ts';
import type { Stay } from './types.ts';
import {
  goingOf,
  viewAbsence,
  viewBarrier,
  viewExtension,
  viewHistory,
  viewMeeting,
  viewWaiting,
} from './view-parts.ts';

const named = (region: Region, id: string): { id: string; name: string } => ({
  id,
  name: region.organisations.find((each) => each.id === id)?.name ?? '',
});

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

const personOf = async (tx: Tx, stay: Stay, now: Instant): Promise<StayView['person']> => {
  const [person] = await peopleById(tx, [stay.personId]);
  if (person === undefined) return null;
  const { id, name, birthDate } = person;
  return { id, name, birthDate, ageBand: ageBand(birthDate, localDay(now, stay.zone)) };
};

/** Who was responsible, and who last: now, or when it ended. */
const responsibleOf = async (
  tx: Tx,
  stay: Stay,
  region: Region,
): Promise<Pick<StayView, 'responsible' | 'history'>> => {
  const spans = await responsibilitiesOf(tx, stay.personId, stay.arrivedAt);
  const history = viewHistory(spans, (id) => named(region, id));
  const last = history.at(-1);
  return {
    responsible:
      last === undefined ? null : { organisation: last.organisation, doctor: last.doctor, since: last.from },
    history,
  };
};

type Kept = Pick<StayView, 'barriers' | 'meetings' | 'absence' | 'absences' | 'waiting' | 'ready'>;

/** What stands in the way, what is talked about, when somebody was away, and what waiting that was. */
const keptOf = async (tx: Tx, stay: Stay, treats: boolean, now: Instant): Promise<Kept> => {
  const of = <T>(found: ReadonlyMap<string, T[]>): T[] => found.get(stay.id) ?? [];
  const barriers = of(await barriersOf(tx, [stay.id]));
  const absences = of(await absencesOf(tx, [stay.id]));
  const { readyDay, wlzDecision, wlzSince } = stay;
  const viewed = absences.map(viewAbsence);
  return {
    barriers: barriers.map((barrier) => viewBarrier(barrier, localDay(now, stay.zone))),
    meetings: of(await meetingsOf(tx, [stay.id])).map((meeting) => viewMeeting(meeting, treats)),
    absence: viewed.find(({ backAt }) => backAt === null) ?? null,
    absences: viewed,
    waiting: viewWaiting(goingOf(stay, { barriers, absences }, now)),
    ready: { readyDay, wlzDecision, wlzSince },
  };
};

const whereOf = async (
  tx: Tx,
  stay: Stay,
  claim: Claim | null,
  region: Region,
): Promise<Pick<StayView, 'house' | 'site' | 'unit' | 'bed'>> => {
  const unit = region.units.find(({ id }) => id === stay.unitId);
  const site = region.sites.find(({ id }) => id === unit?.siteId);
  const codes = claim === null ? null : await placeCodes(tx, [claim.placeId]);
  return {
    house: named(region, stay.organisationId),
    site: site?.name ?? '',
    unit: { id: stay.unitId, name: unit?.name ?? '', phone: unit?.phone ?? site?.phone ?? '' },
    bed: codes?.get(claim?.placeId ?? '') ?? null,
  };
};

type Standing = Pick<
  StayView,
  'product' | 'answers' | 'day' | 'lastDay' | 'daysLeft' | 'alarm' | 'roles' | 'courses' | 'extensions'
>;

/** For which care somebody is here now, and how far that is. */
const standingOf = async (tx: Tx, stay: Stay, now: Instant): Promise<Standing> => {
  const { pathway, courses, extensions, extendedUntil, from } = await lengthOfStay(tx, stay);
  const { product } = pathway;
  return {
    product,
    answers: pathway.answers,
    roles: [...pathway.roles],
    ...standOf(stay, { pathway, extendedUntil, from }, now),
    courses: courses.map(({ fromDay, product: care, pathwayVersion }) => ({
      ...{ fromDay, product: care, pathwayVersion },
    })),
    extensions: extensions.map((extension) => viewExtension(extension)),
  };
};

type Ending = Pick<StayView, 'expectedEnd' | 'latestEnd' | 'claim'>;

/** When somebody is expected to leave, as the bed knows it. */
const endOf = (stay: Stay, claim: Claim | null): Ending =>
  stay.endedAt !== null || claim === null
    ? { expectedEnd: null, latestEnd: null, claim: null }
    : {
        expectedEnd: isoFromInstant(claim.during.until),
        latestEnd: isoOrNull(claim.latestEnd),
        claim: { id: claim.id, version: claim.version },
      };

/** A stay as this reader may know it. */
export const viewStay = async (tx: Tx, stay: Stay, doing: Doing): Promise<StayView> => {
  const { region, now } = doing;
  const claim = await claimById(tx, stay.claimId);
  const { question, goals } = await wishesOf(tx, stay.id);
  const treats = await stayReads(tx, stay.id);
  return {
    id: stay.id,
    requestId: stay.requestId,
    code: await requestCodeOf(tx, stay.requestId),
    person: await personOf(tx, stay, now),
    ...(await whereOf(tx, stay, claim, region)),
    zone: stay.zone,
    referrer: named(region, stay.referrerOrg),
    gp: stay.gpOrg === null ? null : named(region, stay.gpOrg),
    own: stay.organisationId === doing.actor.organisationId,
    treats,
    arrivedAt: isoFromInstant(stay.arrivedAt),
    arrivedDay: stay.arrivedDay,
    ...(await standingOf(tx, stay, now)),
    ...endOf(stay, claim),
    question,
    goal: goals[0] ?? null,
    goals: [...goals],
    ...(await keptOf(tx, stay, treats, now)),
    ...(await responsibleOf(tx, stay, region)),
    endedAt: isoOrNull(stay.endedAt),
    destination: stay.destination,
    version: stay.version,
  };
};
