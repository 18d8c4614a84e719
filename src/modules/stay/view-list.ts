import { ageBand } from '#kernel/age-band.ts';
import { isoFromInstant, localDay } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import { type Bedded, bedsOfClaims, type Doing } from '#modules/capacity/index.ts';
import { peopleById } from '#modules/people/index.ts';
import type { Person } from '#modules/people/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { StayLine, StayList, StayMark } from './contract-list.ts';
import { dayNumber, standOf } from './decide/days.ts';
import { lengthOf } from './decide/length.ts';
import { inOrder, isLate, needOf } from './decide/need.ts';
import { pathwaysOf } from './pathways.ts';
import { listStays, staysOnClaims } from './store-list.ts';
import type { Course, Pathway } from './types.ts';
import type { ListedStay, StayScope } from './types-list.ts';

/** So long ago somebody may have left and still stand in the list of who left. */
const ENDED_DAYS = 30;

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

const courseOf = ({ id, courses }: ListedStay): Course => {
  const course = courses.at(-1);
  if (course === undefined) throw new Error(`stay ${id} has no course`);
  return course;
};

/** How far these stays are, and what is in the way. */
const marksOf = async (
  tx: Tx,
  stays: readonly ListedStay[],
  now: Instant,
): Promise<readonly { readonly stay: ListedStay; readonly mark: StayMark }[]> => {
  const pathwayOf = await pathwaysOf(
    tx,
    stays.map(courseOf).map(({ product, pathwayVersion: version }) => ({ product, version })),
  );
  return stays.map((stay) => {
    const { product, pathwayVersion } = courseOf(stay);
    return { stay, mark: markOf(stay, pathwayOf(product, pathwayVersion), now) };
  });
};

/** How far a stay is, and what is in the way. */
const markOf = (stay: ListedStay, pathway: Pathway, now: Instant): StayMark => {
  const length = lengthOf(pathway, stay.courses, stay.extensions);
  const stand = standOf(stay, { pathway, ...length }, now);
  const today = localDay(now, stay.zone);
  return {
    stayId: stay.id,
    product: pathway.product,
    day: stand.day,
    days: dayNumber(stay.arrivedDay, stand.lastDay),
    daysLeft: stand.daysLeft,
    alarm: stand.alarm,
    barriers: stay.barriers.map((barrier) => ({ ...barrier, late: isLate(barrier, today) })),
    meeting:
      stay.meetingKind === null || stay.meetingAt === null
        ? null
        : { kind: stay.meetingKind, at: isoFromInstant(stay.meetingAt) },
    away: stay.away,
  };
};

/** What stands beside the beds of a ward: per claim the stay on it, for who is a party to it. One statement for all. */
export const stayMarks = async (
  tx: Tx,
  claimIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, StayMark>> => {
  const marks = await marksOf(tx, await staysOnClaims(tx, claimIds), now);
  return new Map(marks.map(({ stay, mark }) => [stay.claimId, mark]));
};

const whereOf = (stay: ListedStay, { region }: Doing): Pick<StayLine, 'house' | 'site' | 'unit'> => {
  const unit = region.units.find(({ id }) => id === stay.unitId);
  const site = region.sites.find(({ id }) => id === unit?.siteId);
  const house = region.organisations.find(({ id }) => id === stay.organisationId);
  return {
    house: { id: stay.organisationId, name: house?.name ?? '' },
    site: site?.name ?? '',
    unit: { id: stay.unitId, name: unit?.name ?? '' },
  };
};

const lineOf = (
  stay: ListedStay,
  parts: { readonly mark: StayMark; readonly person: Person | undefined; readonly bed: Bedded | undefined },
  doing: Doing,
): StayLine => {
  const { mark, person, bed } = parts;
  const gone = stay.endedAt !== null;
  const expectedEnd = gone || bed === undefined ? null : bed.until;
  return {
    ...mark,
    ...whereOf(stay, doing),
    requestId: stay.requestId,
    person:
      person === undefined
        ? null
        : {
            id: person.id,
            name: person.name,
            ageBand: ageBand(person.birthDate, localDay(doing.now, stay.zone)),
          },
    bed: gone ? null : (bed?.code ?? null),
    zone: stay.zone,
    own: stay.organisationId === doing.actor.organisationId,
    readyDay: stay.readyDay,
    expectedEnd: isoOrNull(expectedEnd),
    latestEnd: gone ? null : isoOrNull(bed?.latestEnd ?? null),
    need: needOf(stay, { ...mark, expectedEnd }, doing.now),
    endedAt: isoOrNull(stay.endedAt),
    destination: stay.destination,
  };
};

/** The stays of this reader: so many statements for one as for sixty. */
export const viewStays = async (
  tx: Tx,
  asked: { readonly scope: StayScope; readonly unitId: string | undefined },
  doing: Doing,
): Promise<StayList> => {
  const all = await listStays(tx, asked.scope, doing.now - ENDED_DAYS * DAY);
  const stays = asked.unitId === undefined ? all : all.filter(({ unitId }) => unitId === asked.unitId);
  const marks = await marksOf(tx, stays, doing.now);
  const beds = await bedsOfClaims(
    tx,
    stays.map(({ claimId }) => claimId),
  );
  const found = await peopleById(
    tx,
    stays.map(({ personId }) => personId),
  );
  const people = new Map(found.map((person) => [person.id, person]));
  const lines = marks.map(({ stay, mark }) =>
    lineOf(stay, { mark, person: people.get(stay.personId), bed: beds.get(stay.claimId) }, doing),
  );
  return { scope: asked.scope, stays: lines.sort(inOrder) };
};
