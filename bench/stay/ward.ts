import { somebody } from '#app/api-house.fixture.ts';
import type { openStayHouse } from '#app/stay-house.fixture.ts';
import { isoFromInstant } from '#kernel/calendar.ts';
import { DAY, type Instant, type Interval } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { Ward } from '#tower/contract.ts';
import type { Measured } from './beside.ts';

type Stays = Awaited<ReturnType<typeof openStayHouse>>;

/** Fifty-six people in sixty beds, four of them with a plan behind it. */
const STAYING = 56;
const DAYS = 14;
const AT_ONCE = 4;

/** What the sheet says of each bed, as far as both sides tell it: who, from when until when, and whether that is sure. */
const sheetOf = ({ places }: Ward) =>
  places
    .map(({ id, code, claims }) => ({
      ...{ id, code },
      claims: claims.map(
        ({ claimId, kind, from, until, latestEnd, arrivedAt, name, profile, requestId, version }) => ({
          ...{ claimId, kind, from, until, latestEnd, arrivedAt, name, profile, requestId, version },
        }),
      ),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

interface BedRow {
  readonly id: string;
  readonly code: string;
}
interface ClaimRow {
  readonly claimId: string;
  readonly kind: string;
  readonly during: Interval;
  readonly latestEnd: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly version: number;
}
interface SubjectRow {
  readonly requestId: string;
  readonly ageBand: string;
  readonly sex: string;
  readonly product: string;
  readonly personId: string | null;
}

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

/** Who is behind one claim: the request, and the name where the reader may know it. */
const subjectOf = async (tx: Tx, claimId: string) => {
  const [subject] = await rows<SubjectRow>(
    tx,
    `select r.id as "requestId", r.age_band as "ageBand", r.sex, r.product, p.person_id as "personId"
     from placement_offer o join placement_request r on r.id = o.request_id
     left join placement_person p on p.request_id = r.id where o.claim_id = $1`,
    [claimId],
  );
  if (subject === undefined) return { name: null, profile: null, requestId: null };
  const { requestId, ageBand, sex, product, personId } = subject;
  const [person] = await rows<{ name: string }>(tx, 'select name from people_person where id = $1', [
    personId,
  ]);
  return { name: person?.name ?? null, profile: { ageBand, sex, product }, requestId };
};

const claimsOn = async (tx: Tx, placeId: string, from: Instant, until: Instant) => {
  const claims = await rows<ClaimRow>(
    tx,
    `select id as "claimId", kind, during, latest_end as "latestEnd", arrived_at as "arrivedAt", version
     from capacity_claim_view where place_id = $1 and (arrived_at is not null or during && tstzrange($2, $3))
     order by lower(during)`,
    [placeId, isoFromInstant(from), isoFromInstant(until)],
  );
  const told = [];
  for (const { claimId, kind, during, latestEnd, arrivedAt, version } of claims)
    told.push({
      ...{ claimId, kind, from: isoFromInstant(during.from), until: isoFromInstant(during.until) },
      ...{ latestEnd: isoOrNull(latestEnd), arrivedAt: isoOrNull(arrivedAt) },
      ...(await subjectOf(tx, claimId)),
      version,
    });
  return told;
};

/** The sheet as everyone builds it: the beds, and for each bed its claims, and for each claim whose it is. */
const sheetPerBed = async (tx: Tx, unitId: string, ward: Pick<Ward, 'from' | 'until'>) => {
  const beds = await rows<BedRow>(
    tx,
    'select id, code from capacity_place_view where unit_id = $1 order by id',
    [unitId],
  );
  const sheet = [];
  for (const bed of beds)
    sheet.push({ ...bed, claims: await claimsOn(tx, bed.id, Date.parse(ward.from), Date.parse(ward.until)) });
  return sheet;
};

/** People come over three weeks, and some of them have a barrier before they can go. */
const fillWard = async (stays: Stays, now: Instant): Promise<void> => {
  const { clock } = stays.house;
  for (let at = 0; at < STAYING; at += AT_ONCE) {
    clock.at = now - Math.floor((STAYING - at) / 3) * DAY;
    const coming = Array.from({ length: Math.min(AT_ONCE, STAYING - at) }, (_, i) => at + i);
    await Promise.all(
      coming.map((i) =>
        stays.admit({
          person: somebody({ name: `Persoon ${i}`, birthDate: `19${30 + (i % 30)}-03-0${1 + (i % 9)}` }),
          wantedFrom: isoFromInstant(clock.at),
        }),
      ),
    );
  }
  clock.at = now;
};

/** The page of a ward of sixty beds over a fortnight, in the name of who works there. */
export const measureWard = async (stays: Stays, now: Instant): Promise<Measured> => {
  await fillWard(stays, now);
  const { house, small, call } = stays.house;
  const [unitId, ward] = [small.units[0], small.wards[0]];
  const ask = () => call(ward, 'GET', `/api/v1/wards/${unitId}?days=${DAYS}`);
  const page = (await ask()).json<Ward>();
  const here = page.places.flatMap(({ claims }) => claims).filter(({ name }) => name !== null);
  if (page.places.length !== 60 || here.length !== STAYING)
    throw new Error(`${here.length} people in ${page.places.length} beds`);
  return {
    name: 'stay-ward',
    ours: async () => (await ask()).json<Ward>(),
    peer: () =>
      house.database.transaction({ actor: ward.id, organisationId: ward.organisationId }, (tx) =>
        sheetPerBed(tx, unitId, page),
      ),
    shared: sheetOf as (answer: never) => unknown,
    within: 10,
  };
};
