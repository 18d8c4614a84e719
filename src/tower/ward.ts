import { type Day, instantOf, isoFromInstant, localDay, plusDays } from '#kernel/calendar.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import {
  capacityPolicies,
  isLive,
  isOverdue,
  isPresent,
  leftOf,
  lookAt,
  type Picture,
  readFacts,
  type UnitLook,
} from '#modules/capacity/index.ts';
import type { Claim, Place, PlaceState, Standing, UnitFacts } from '#modules/capacity/types.ts';
import { incomingOffers, type Subject, subjectsOf, viewRequests } from '#modules/placement/index.ts';
import { professionalById } from '#modules/region/index.ts';
import type { Region, Site, Unit } from '#modules/region/types.ts';
import type { StayMark } from '#modules/stay/contract.ts';
import { stayMarks } from '#modules/stay/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import type { Actor } from '#platform/http/actor.ts';
import { isoOrNull, unitFigure } from './board.ts';
import type { Ward } from './contract.ts';
import { isDisplaced } from './displaced.ts';
import { freePerDay } from './free-days.ts';

type Sheet = Ward['places'][number];
type Stretch = Sheet['claims'][number];

/** Who looks at which days of which ward. */
export interface WardAsk {
  readonly actor: Actor;
  readonly now: Instant;
  readonly unitId: string;
  readonly from: Day | undefined;
  readonly days: number;
}

/** The stretch of time on the sheet. */
interface Window {
  readonly from: Instant;
  readonly until: Instant;
}

const inOrder = new Intl.Collator('nl', { numeric: true });

const stretchOf = (
  claim: Claim,
  others: readonly Claim[],
  { subject, stay }: { readonly subject: Subject | undefined; readonly stay: StayMark | undefined },
  now: Instant,
): Stretch => ({
  claimId: claim.id,
  kind: claim.kind,
  from: isoFromInstant(claim.during.from),
  until: isoOrNull(claim.during.until),
  latestEnd: isoOrNull(claim.latestEnd),
  expiresAt: isoOrNull(claim.expiresAt),
  arrivedAt: isoOrNull(claim.arrivedAt),
  overdue: isOverdue(claim, now),
  displaced: isDisplaced(claim, others, now),
  name: subject?.name ?? null,
  profile:
    subject === undefined ? null : { ageBand: subject.ageBand, sex: subject.sex, product: subject.product },
  requestId: subject?.requestId ?? null,
  requestVersion: subject?.requestVersion ?? null,
  stay: stay ?? null,
  version: claim.version,
});

/** On the sheet: who is here, however long over time; what is planned; and plans that lost this bed and have no other. */
const isOnSheet = (claim: Claim, window: Window, now: Instant): boolean => {
  if (isPresent(claim)) return true;
  if (claim.displacedAt === null && !isLive(claim, now)) return false;
  return claim.during.from < window.until && window.from < claim.during.until;
};

/** How a place stands: for the product for which it stands best. */
const standingOf = (look: UnitLook, index: number): Standing | undefined => {
  for (const product of look.products.values()) {
    const standing = product.places.includes(index) ? product.standings[index] : undefined;
    if (standing?.state === look.best[index]) return standing;
  }
  return undefined;
};

const sheetOf = (
  look: UnitLook,
  index: number,
  place: Place,
  sheet: { claims: readonly Stretch[]; window: Window; flex: Product[] | undefined },
): Sheet => {
  const standing = standingOf(look, index);
  const closures = look.facts.closures.filter(
    (closure) =>
      closure.placeId === place.id &&
      closure.during.from < sheet.window.until &&
      sheet.window.from < closure.during.until,
  );
  return {
    id: place.id,
    code: place.code,
    products: [...place.products],
    flex: sheet.flex ?? null,
    properties: [...place.properties],
    room: place.room ?? null,
    state: standing?.state ?? 'unknown',
    freeUntil: isoOrNull(standing?.freeUntil ?? null),
    changesAt: isoOrNull(standing?.changesAt ?? null),
    overdue: standing?.overdue ?? false,
    claims: [...sheet.claims],
    closures: closures.map((closure) => ({
      id: closure.id,
      reason: closure.reason,
      from: isoFromInstant(closure.during.from),
      until: isoOrNull(closure.during.until),
    })),
  };
};

const countsOf = (states: readonly PlaceState[]): Ward['counts'] => {
  const counts = { free: 0, soon: 0, held: 0, occupied: 0, closed: 0, unknown: 0 };
  for (const state of states) counts[state]++;
  return counts;
};

const incomingTo = async (tx: Tx, ask: WardAsk, region: Region): Promise<Ward['incoming']> => {
  const open = await incomingOffers(tx, ask.unitId);
  const reader = { organisationId: ask.actor.organisationId, now: ask.now, region };
  const requests = await viewRequests(tx, reader, [...new Set(open.map((each) => each.requestId))]);
  return open.flatMap(({ offerId, requestId }) => {
    const request = requests.find((each) => each.id === requestId);
    const offer = request?.offers.find((each) => each.id === offerId);
    return request === undefined || offer === undefined ? [] : [{ offer, request }];
  });
};

/** Who stood by the figure; only colleagues read each other's names. */
const confirmedBy = async (tx: Tx, unitId: string, own: boolean): Promise<string | null> => {
  if (!own) return null;
  const row = await first<{ actor: string }>(
    tx,
    'select actor from capacity_figure_view where unit_id = $1',
    [unitId],
  );
  const person =
    row === null || !/^[0-9a-f-]{36}$/.test(row.actor) ? null : await professionalById(tx, row.actor);
  return person?.name ?? null;
};

const emptyFacts = (unitId: string, zone: string): UnitFacts => ({
  unitId,
  zone,
  places: [],
  claims: [],
  closures: [],
  staffing: [],
  figure: null,
  published: null,
});

/** Reads the unit past the picture, so that a ward sees its own act at once. */
const lookNow = async (tx: Tx, picture: Picture, unit: Unit, site: Site, now: Instant): Promise<UnitLook> => {
  const facts =
    (await readFacts(tx, [unit.id], now, () => site.zone)).get(unit.id) ?? emptyFacts(unit.id, site.zone);
  return lookAt(facts, picture.region.agreement, (product) => picture.admission(site.id, product, now), now);
};

/** What each flex bed of the unit can become. */
const flexOf = async (tx: Tx, unitId: string): Promise<Map<string, Product[]>> => {
  const found = await rows<{ id: string; flex: Product[] }>(
    tx,
    'select id, flex from capacity_flex_view where unit_id = $1',
    [unitId],
  );
  return new Map(found.map((row) => [row.id, row.flex]));
};

/** The numbers of a ward that reports only counts, for every care it gives; null when it tells its beds. */
const publishedOf = ({ facts, products }: UnitLook, now: Instant): Ward['published'] => {
  const { published } = facts;
  if (published === null) return null;
  const live = facts.claims.filter((claim) => isLive(claim, now));
  return [...products].map(([product, { places }]) => {
    const told = published.find((each) => each.product === product);
    return { product, places: places.length, left: told === undefined ? null : leftOf(facts, told, live) };
  });
};

const windowOf = (ask: WardAsk, zone: string): Window & { days: Day[] } => {
  const begin = ask.from ?? plusDays(localDay(ask.now, zone), -1);
  const days = Array.from({ length: ask.days }, (_, index) => plusDays(begin, index));
  return { days, from: instantOf(begin, 0, zone), until: instantOf(plusDays(begin, ask.days), 0, zone) };
};

/** A ward over some days, for this reader; null when there is no such ward. */
export const wardOf = async (tx: Tx, picture: Picture, ask: WardAsk): Promise<Ward | null> => {
  const { region } = picture;
  const unit = region.units.find((each) => each.id === ask.unitId);
  const site = region.sites.find((each) => each.id === unit?.siteId);
  if (unit === undefined || site === undefined) return null;
  const look = await lookNow(tx, picture, unit, site, ask.now);
  const { facts } = look;
  const window = windowOf(ask, site.zone);
  const claims = facts.claims.filter((claim) => isOnSheet(claim, window, ask.now));
  const subjects = await subjectsOf(
    tx,
    claims.map((claim) => claim.id),
  );
  const marks = await stayMarks(
    tx,
    claims.filter(isPresent).map((claim) => claim.id),
    ask.now,
  );
  const ours = ask.actor.organisationId === site.organisationId;
  const wards: readonly string[] = capacityPolicies.stay.roles;
  const flex = await flexOf(tx, unit.id);
  const places = facts.places.map((place, index) => {
    const here = claims
      .filter((claim) => claim.placeId === place.id)
      .sort((a, b) => a.during.from - b.during.from);
    const stretches = here.map((claim) =>
      stretchOf(claim, here, { subject: subjects.get(claim.id), stay: marks.get(claim.id) }, ask.now),
    );
    return sheetOf(look, index, place, { claims: stretches, window, flex: flex.get(place.id) });
  });
  const counts = countsOf(look.best);
  const siblings = region.units.filter(
    (each) => each.siteId === site.id && picture.unitsOfSite.get(site.id)?.includes(each.id),
  );
  return {
    unit: { id: unit.id, name: unit.name, phone: unit.phone ?? site.phone },
    site: {
      id: site.id,
      name: site.name,
      zone: site.zone,
      organisation: region.organisations.find((each) => each.id === site.organisationId)?.name ?? '',
    },
    own: ours && wards.includes(ask.actor.role),
    siblings: siblings.map((each) => ({ unitId: each.id, name: each.name })),
    days: window.days,
    from: isoFromInstant(window.from),
    until: isoFromInstant(Math.min(window.until, FOREVER)),
    counts,
    figure: {
      ...unitFigure(look),
      by: await confirmedBy(tx, unit.id, ours),
    },
    published: publishedOf(look, ask.now),
    places: places.sort((a, b) => inOrder.compare(a.code, b.code)),
    freePerDay: freePerDay(facts, window.days, counts.free, ask.now),
    incoming: await incomingTo(tx, ask, region),
    asOf: isoFromInstant(ask.now),
  };
};
