import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, reachForPlaces, unitOfPlace } from '#modules/capacity/index.ts';
import { REGION_ZONE, rulesOf } from '#modules/region/index.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { inNameOf, type Tx } from '#platform/db/database.ts';
import { type Case, noteCase } from './case.ts';
import { mayAskOn, triedUnits } from './decide/next.ts';
import { isPending } from './decide/offer.ts';
import { makeOffer } from './service-offer.ts';
import { type Where, whereOf } from './store-read.ts';
import type { Request } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** A place that could be asked. */
export interface Candidate {
  readonly placeId: string;
  readonly unitId: string;
}

/** Where else a request fits, best first, without the wards in `tried`. It only looks: asking decides again under lock. */
export type NextPlaces = (
  request: Request,
  where: Where,
  tried: ReadonlySet<string>,
  now: Instant,
) => Promise<readonly Candidate[]>;

/** Whom to ask next: first those the referrer named, then what fits best. `fits` says that it fits by what we see now. */
export type Onward = readonly (Candidate & { readonly fits: boolean })[];

/** So many of them are locked beforehand, with the beds that are given back: almost always the first can be held. */
const REACH = 3;

/** What happens by itself happens in the name of the desk, which is a party to every request. */
const byItself = <T>(tx: Tx, doing: Doing, work: (doing: Doing) => Promise<T>): Promise<T> => {
  const system = { id: byHouse('system').actor, organisationId: doing.region.agreement.deskOrganisationId };
  const acting = ({ id, organisationId }: Doing['actor']) => ({ actor: id, organisationId });
  const names = { own: acting(doing.actor), other: acting(system) };
  return inNameOf(tx, names, () => work({ ...doing, actor: system }));
};

const wants = ({ request }: Case, doing: Doing): boolean =>
  doing.region.agreement.autoNext && request.askNext;

const named = async (tx: Tx, request: Request): Promise<Candidate[]> => {
  const places: Candidate[] = [];
  for (const placeId of request.candidates) {
    const unitId = await unitOfPlace(tx, placeId);
    if (unitId !== null) places.push({ placeId, unitId });
  }
  return places;
};

/**
 * Looks whom to ask when an answer comes to nothing, and locks the first of them together with the beds the request has,
 * in the order of the house. Empty when the agreement or who asked does not want that.
 */
export const lookOnward = async (tx: Tx, found: Case, find: NextPlaces, doing: Doing): Promise<Onward> => {
  if (!wants(found, doing)) return [];
  const tried = triedUnits(found.offers, doing.now, REGION_ZONE);
  const onward = await byItself(tx, doing, async () => {
    const where = await whereOf(tx, found.request.id);
    if (where === null) return [];
    const fitting = await find(found.request, where, tried, doing.now);
    const fits = new Set(fitting.map(({ unitId }) => unitId));
    const first = (await named(tx, found.request)).filter(({ unitId }) => !tried.has(unitId));
    const firstUnits = new Set(first.map(({ unitId }) => unitId));
    return [
      ...first.map((each) => ({ ...each, fits: fits.has(each.unitId) })),
      ...fitting.filter(({ unitId }) => !firstUnits.has(unitId)).map((each) => ({ ...each, fits: true })),
    ];
  });
  const held = found.offers.filter(isPending).map(({ placeId }) => placeId);
  await reachForPlaces(tx, [...held, ...onward.slice(0, REACH).map(({ placeId }) => placeId)], doing);
  return onward;
};

/** Asks the first that can be had; what cannot be held any more is passed by. Null: nobody is left. */
const askFirst = async (tx: Tx, found: Case, onward: Onward, doing: Doing): Promise<Case | null> => {
  const { request, offers } = found;
  const rules = rulesOf(doing.region.agreement, request.crisisRoute);
  const tried = triedUnits(offers, doing.now, REGION_ZONE);
  const pending = offers.filter(isPending);
  const mayHold = pending.filter(({ claimId }) => claimId !== null).length < rules.heldOffers;
  for (const { placeId, unitId, fits } of onward) {
    if (tried.has(unitId) || !(mayHold || fits)) continue;
    const candidates = request.candidates.filter((each) => each !== placeId);
    const ask = { placeId, hold: true, byItself: true };
    const asked = await makeOffer(tx, { request: { ...request, candidates }, offers }, ask, doing);
    if (asked.ok) return asked.value;
  }
  return null;
};

/** Asks the next by itself, when there is room for one; answers null when nobody is left who could be asked. */
export const askOn = async (tx: Tx, found: Case, onward: Onward, doing: Doing): Promise<Case | null> => {
  const { agreement } = doing.region;
  const { parallelOffers } = rulesOf(agreement, found.request.crisisRoute);
  const rules = { autoNext: agreement.autoNext, parallelOffers };
  if (!mayAskOn(found.request, found.offers, rules)) return null;
  return byItself(tx, doing, (system) => askFirst(tx, found, onward, system));
};

/** Nobody is left to ask by itself: the desk is awake, and says so in the diary. */
export const wakeDesk = async (tx: Tx, found: Case, doing: Doing): Promise<Case> =>
  found.request.deskAsked
    ? found
    : noteCase(
        tx,
        { ...found, request: { ...found.request, deskAsked: true } },
        { event: 'desk-asked' },
        doing,
      );

/** In crisis several houses are asked at once: as many as the agreement lets, as far as something fits. */
const fillUp = async (tx: Tx, start: Case, onward: Onward, doing: Doing): Promise<Case> => {
  if (!start.request.crisisRoute) return start;
  const next = await askOn(tx, start, onward, doing);
  return next === null ? start : fillUp(tx, next, onward, doing);
};

/** Does anything fit at this moment? A region without a waiting list asks before it takes a request in. */
const fitsSomewhere = async (
  tx: Tx,
  { request }: Case,
  find: NextPlaces,
  { now }: Doing,
): Promise<boolean> => {
  const where = await whereOf(tx, request.id);
  return where !== null && (await find(request, where, new Set(), now)).length > 0;
};

/** Asks whom who sent the request chose, all or none; in crisis more houses with them. Without any the desk looks. */
export const askAll = async (
  tx: Tx,
  start: Case,
  placeIds: readonly string[],
  find: NextPlaces,
  doing: Doing,
): Answer<Case> => {
  const waits = placeIds.length === 0 && start.request.urgency !== 'crisis';
  if (waits && !doing.region.agreement.waitingList && !(await fitsSomewhere(tx, start, find, doing)))
    return refuse({ code: 'no-waiting-list' });
  const onward = start.request.crisisRoute ? await lookOnward(tx, start, find, doing) : [];
  await reachForPlaces(tx, placeIds, doing);
  let found = start;
  for (const placeId of placeIds) {
    const next = await makeOffer(tx, found, { placeId, hold: true }, doing);
    if (!next.ok) return next;
    found = next.value;
  }
  return ok(await fillUp(tx, found, onward, doing));
};
