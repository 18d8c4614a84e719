import { instantFromIso } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import type { Chance } from '#kernel/seeded.ts';
import { isPresent, type UnitLook } from '#modules/capacity/index.ts';
import type { Claim } from '#modules/capacity/types.ts';
import type { OfferView, RequestView } from '#modules/placement/contract.ts';
import { openRequestIds, subjectsOf, viewRequests } from '#modules/placement/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { World } from './acts.ts';
import { type Aside, asideAt } from './aside.ts';
import { looksAt, nextAmong } from './beds.ts';
import { type DayNow, dayAt } from './day-scene.ts';
import { openCast } from './professionals.ts';
import { UNITS } from './sites.ts';
import type { Stage } from './stage.ts';
import { type Visitors, visitorsAt } from './visitors.ts';

/** Somebody in a bed who is not a visitor's business. */
export interface Guest {
  readonly claim: Claim;
  readonly unitId: string;
}

/** The practice region as it is at one moment, before something happens in it. */
export interface Scene {
  readonly world: World;
  readonly region: Region;
  readonly now: Instant;
  readonly chance: Chance;
  readonly seed: number;
  readonly looks: ReadonlyMap<string, UnitLook>;
  /** Open requests, and which of them a visitor sent. */
  readonly requests: readonly RequestView[];
  readonly visitors: Visitors;
  readonly guests: readonly Guest[];
  /** The number of the next invented resident. */
  readonly nextPerson: number;
  /** Teams and hospital. */
  readonly aside: Aside;
  /** The rooms with chairs. */
  readonly day: readonly DayNow[];
}

/** Something that can happen now. */
export type Happening = () => Promise<Result<unknown, Refusal>>;

/** Looks at the scene and says what happens next; null when by this rule nothing does. */
export type Rule = (scene: Scene) => Happening | null;

/** A moment as views write it. */
export const moment = (iso: string | null): Instant =>
  iso === null ? Number.POSITIVE_INFINITY : instantFromIso(iso);

/** Offers of a request that wait for an answer. */
export const openOffers = (request: RequestView): OfferView[] =>
  request.offers.filter((offer) => offer.state === 'open');

/** People of the history have numbers below this. */
const FIRST_PERSON = 1_000;

const nextPerson = async (tx: Tx): Promise<number> => {
  const [row] = await rows<{ last: number | null }>(
    tx,
    "select max(substr(code, 4)::integer) as last from placement_request_view where code ~ '^AS-\\d+$'",
  );
  return FIRST_PERSON + (row?.last ?? 0);
};

const guestsOf = async (
  tx: Tx,
  looks: ReadonlyMap<string, UnitLook>,
  visitors: Visitors,
): Promise<Guest[]> => {
  const present = [...looks].flatMap(([unitId, look]) =>
    look.facts.claims.filter(isPresent).map((claim): Guest => ({ claim, unitId })),
  );
  if (visitors.requests.size === 0) return present;
  const subjects = await subjectsOf(
    tx,
    present.map(({ claim }) => claim.id),
  );
  return present.filter(({ claim }) => !visitors.requests.has(subjects.get(claim.id)?.requestId ?? ''));
};

/** What the scene is made from. */
export interface Eyes {
  readonly stage: Stage;
  readonly chance: Chance;
  readonly seed: number;
  readonly own: ReadonlySet<string>;
}

/** Looks at the region as the desk does, at a moment. */
export const sceneAt = async (tx: Tx, region: Region, eyes: Eyes, now: Instant): Promise<Scene> => {
  const clock = { actor: 'clock', organisationId: region.agreement.deskOrganisationId };
  const visitors = await visitorsAt(tx, now, eyes.own, clock);
  const known = region.units.filter((unit) => UNITS.some((each) => each.id === unit.id));
  const looks = await looksAt(
    tx,
    region,
    known.map((unit) => unit.id),
    now,
  );
  const reader = { organisationId: region.agreement.deskOrganisationId, now, region };
  const requests = await viewRequests(tx, reader, await openRequestIds(tx));
  return {
    world: {
      stage: eyes.stage,
      cast: openCast(UNITS, visitors.busy),
      nextPlaces: nextAmong(async () => looks, region),
    },
    region,
    now,
    chance: eyes.chance,
    seed: eyes.seed,
    looks,
    requests,
    visitors,
    guests: await guestsOf(tx, looks, visitors),
    nextPerson: await nextPerson(tx),
    aside: await asideAt(tx),
    day: await dayAt(tx, now, clock),
  };
};
