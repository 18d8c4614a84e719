import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { type Instant, MINUTE, overlaps } from '#kernel/interval.ts';
import * as holds from '#modules/capacity/decide/hold.ts';
import * as stays from '#modules/capacity/decide/stay.ts';
import type { Claim, Closure, Figure, Place, Staffing, UnitFacts } from '#modules/capacity/types.ts';

/** The decisions about beds, so that a test can hand in a wrong one. `sweeps` false leaves expired holds where they are. */
export const ourDecisions = { ...holds, ...stays, sweeps: true };
export type Decisions = typeof ourDecisions;

/** What happened on a bed that another room follows. */
export interface BedEvent {
  readonly event: string;
  readonly claim: Claim;
  readonly to: Claim | null;
}

/** What a transaction changes, and a rollback puts back. */
interface BedRows {
  readonly claims: readonly Claim[];
  readonly closures: readonly Closure[];
  readonly staffing: readonly Staffing[];
  readonly figures: ReadonlyMap<string, Figure>;
  readonly diary: readonly { readonly event: string; readonly subject: string }[];
  readonly events: readonly BedEvent[];
  /** Places beyond what there is. */
  readonly extras: readonly Place[];
}

/** Beds in memory: rows without SQL, for the decisions to be folded over. */
export interface PureBeds {
  readonly places: readonly Place[];
  readonly decide: Decisions;
  readonly now: () => Instant;
  rows: BedRows;
  made: number;
}

/** Empty beds. */
export const openPureBeds = (places: readonly Place[], decide: Decisions, now: () => Instant): PureBeds => ({
  places,
  decide,
  now,
  rows: { claims: [], closures: [], staffing: [], figures: new Map(), diary: [], events: [], extras: [] },
  made: 0,
});

/** All places, also those beyond what there is. */
export const allPlaces = (beds: PureBeds): Place[] => [...beds.places, ...beds.rows.extras];

/** The unit of a place. */
export const unitOf = (beds: PureBeds, placeId: string): string =>
  allPlaces(beds).find((place) => place.id === placeId)?.unitId ?? '';

/** What stands on a place: neither left nor given back. */
export const claimsOn = (beds: PureBeds, placeId: string): Claim[] =>
  beds.rows.claims.filter(
    (claim) => claim.placeId === placeId && claim.leftAt === null && claim.releasedAt === null,
  );

/** Writes what happened with a claim. */
export const tell = (beds: PureBeds, event: string, claim: Claim, to: Claim | null = null): void => {
  const diary = [...beds.rows.diary, { event, subject: claim.id }];
  beds.rows = { ...beds.rows, diary, events: [...beds.rows.events, { event, claim, to }] };
};

/** Adds a claim. */
export const add = (beds: PureBeds, claim: Claim, event: string): Claim => {
  beds.rows = { ...beds.rows, claims: [...beds.rows.claims, claim] };
  tell(beds, event, claim);
  return claim;
};

/** Writes a claim as it is now; its version goes up by one. */
export const put = (beds: PureBeds, claim: Claim, event: string | null): Claim => {
  const written = { ...claim, version: claim.version + 1 };
  const claims = beds.rows.claims.map((each) => (each.id === claim.id ? written : each));
  beds.rows = { ...beds.rows, claims };
  if (event !== null) tell(beds, event, written);
  return written;
};

/** Plans that lost their place. */
export const displace = (beds: PureBeds, lost: readonly Claim[]): void => {
  for (const claim of lost) put(beds, { ...claim, displacedAt: beds.now() }, 'displaced');
};

const hasRunOut = (claim: Claim, now: Instant): boolean =>
  claim.releasedAt === null && claim.leftAt === null && claim.expiresAt !== null && claim.expiresAt <= now;

/** Gives back what ran out on these places. */
export const sweep = (beds: PureBeds, placeIds: readonly string[]): void => {
  if (!beds.decide.sweeps) return;
  const out = beds.rows.claims.filter(
    (claim) => placeIds.includes(claim.placeId) && hasRunOut(claim, beds.now()),
  );
  for (const claim of out) put(beds, { ...claim, releasedAt: claim.expiresAt }, 'expired');
};

/** Work on a ward keeps its figure fresh, when it still counted. */
export const keepFresh = (beds: PureBeds, unitId: string): void => {
  const figure = beds.rows.figures.get(unitId);
  const since = beds.now() - DEFAULT_FRESHNESS.tooOldAfterMinutes * MINUTE;
  if (figure === undefined || figure.asOf < since || figure.asOf >= beds.now()) return;
  const figures = new Map(beds.rows.figures).set(unitId, { asOf: beds.now(), source: 'work' as const });
  beds.rows = { ...beds.rows, figures };
};

/** Everything that decides how the places of a unit stand. */
export const factsOf = (beds: PureBeds, unitId: string): UnitFacts => {
  const { closures, staffing, figures } = beds.rows;
  const places = allPlaces(beds).filter((place) => place.unitId === unitId);
  return {
    unitId,
    zone: 'Europe/Amsterdam',
    places,
    claims: places.flatMap((place) => claimsOn(beds, place.id)),
    closures: closures.filter((each) => each.unitId === unitId && each.during.until > beds.now()),
    staffing: staffing.filter((each) => each.unitId === unitId),
    figure: figures.get(unitId) ?? null,
    published: null,
  };
};

/** Two claims on one place at one moment, as the exclusion constraint sees it. */
const overlapping = (claims: readonly Claim[]): string | null => {
  const standing = claims.filter(
    (claim) => claim.releasedAt === null && claim.displacedAt === null && claim.kind !== 'cleaning',
  );
  for (const [i, a] of standing.entries()) {
    const b = standing
      .slice(i + 1)
      .find((each) => each.placeId === a.placeId && overlaps(each.during, a.during));
    if (b !== undefined) return `${a.id} and ${b.id} overlap on ${a.placeId}`;
  }
  return null;
};

/** What the constraints of the database would not let stand; null when all is well. */
export const forbiddenIn = (claims: readonly Claim[]): string | null => {
  const here = claims.filter((claim) => claim.arrivedAt !== null && claim.leftAt === null);
  const distinct = (of: (claim: Claim) => string): number => new Set(here.map(of)).size;
  if (distinct((claim) => claim.placeId) < here.length) return 'two people in one bed';
  if (distinct((claim) => claim.subject ?? claim.id) < here.length) return 'one person in two beds';
  if (claims.some((claim) => claim.during.from >= claim.during.until)) return 'an empty stretch';
  return overlapping(claims);
};
