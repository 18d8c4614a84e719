import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { seeded } from '#kernel/seeded.ts';
import { isPresent } from '#modules/capacity/index.ts';
import type { Claim } from '#modules/capacity/types.ts';
import type { OfferView, RequestView } from '#modules/placement/contract.ts';
import { arrive, expectEnd, giveUp, leave } from './acts.ts';
import { luckOf } from './luck.ts';
import { courseOf } from './parameters.ts';
import { inTime, leavingTime } from './past.ts';
import { isQuiet } from './rules-figures.ts';
import { type Guest, type Happening, moment, type Rule, type Scene } from './scene.ts';

/** A visitor's own ward may do it itself first. */
const LEFT_TO_VISITOR = 20 * MINUTE;
/** Emptier than this a ward keeps people a little longer. */
const EMPTY = 0.6;

const patience = (scene: Scene, unitId: string): number =>
  scene.visitors.wards.has(unitId) ? LEFT_TO_VISITOR : 0;

const chanceOf = (claimId: string) => seeded(Math.floor(luckOf(claimId, 'course') * 4_294_967_295));

/** Somebody leaves, with the destination their kind of care leads to. */
export const letLeave =
  (scene: Scene, { claim, unitId }: Guest): Happening =>
  () => {
    const { destination } = courseOf(chanceOf(claim.id), claim.product);
    const cleaningMinutes = luckOf(claim.id, 'cleaning') < 0.5 ? 45 : 0;
    return leave(scene.world, scene.now, { claimId: claim.id, unitId }, { destination, cleaningMinutes });
  };

const extend =
  (scene: Scene, { claim, unitId }: Guest): Happening =>
  () => {
    const days = 1 + Math.floor(luckOf(claim.id + scene.now, 'longer') * 4);
    const until = inTime(stayOf(claim), leavingTime(scene.chance, scene.now + days * DAY));
    return expectEnd(scene.world, scene.now, { claimId: claim.id, unitId }, { until, latest: null });
  };

const stayOf = ({ product, arrivedAt, during }: Claim) => ({ product, arrivedAt: arrivedAt ?? during.from });

/** Nine days are nine days: on the last one nobody is kept because there is room. */
const mayStay = (scene: Scene, { claim }: Guest): boolean =>
  inTime(stayOf(claim), scene.now + DAY) > scene.now + HOUR;

const crowd = (scene: Scene, unitId: string): number => {
  const facts = scene.looks.get(unitId)?.facts;
  return facts === undefined ? 1 : facts.claims.filter(isPresent).length / Math.max(1, facts.places.length);
};

const waitsBehind = (scene: Scene, { claim, unitId }: Guest): boolean =>
  (scene.looks.get(unitId)?.facts.claims ?? []).some(
    (other) =>
      other.placeId === claim.placeId &&
      other.kind === 'reserved' &&
      other.during.from <= scene.now + 3 * HOUR,
  );

/** One in twelve stays a day and a half longer than anybody said. */
const leavesAt = ({ claim }: Guest): Instant =>
  claim.during.until +
  (luckOf(claim.id, 'stays') < 0.08 ? 36 * HOUR : 0) +
  25 * MINUTE * luckOf(claim.id, 'minute');

/** The expected end has come: somebody leaves, or in a ward that is rather empty stays some days more. */
export const departure: Rule = (scene) => {
  const due = scene.guests.filter(
    (guest) => leavesAt(guest) + patience(scene, guest.unitId) <= scene.now && !isQuiet(scene, guest.unitId),
  );
  const [first] = due.toSorted((a, b) => leavesAt(a) - leavesAt(b));
  if (first === undefined) return null;
  const stays = crowd(scene, first.unitId) < EMPTY && !waitsBehind(scene, first) && mayStay(scene, first);
  return stays ? extend(scene, first) : letLeave(scene, first);
};

const COMES_WITHIN = 35 * MINUTE;

interface Coming {
  readonly request: RequestView;
  readonly yes: OfferView;
}

const dueToCome = (scene: Scene): Coming[] =>
  scene.requests.flatMap((request): Coming[] => {
    if (request.state !== 'accepted' || scene.visitors.requests.has(request.id)) return [];
    const yes = request.offers.find((offer) => offer.state === 'accepted');
    if (yes === undefined || !scene.looks.has(yes.unitId)) return [];
    const comes =
      moment(yes.arrivalFrom) + COMES_WITHIN * luckOf(request.id, 'comes') + patience(scene, yes.unitId);
    return comes <= scene.now ? [{ request, yes }] : [];
  });

const stillThere = (scene: Scene, yes: OfferView): Claim | undefined =>
  scene.looks
    .get(yes.unitId)
    ?.facts.claims.find((claim) => claim.placeId === yes.placeId && isPresent(claim));

/** Somebody who turns out to have a bed elsewhere already does not need this one. */
const comeIn =
  (scene: Scene, { request, yes }: Coming): Happening =>
  async () => {
    const came = await arrive(scene.world, scene.now, { unitId: yes.unitId, requestId: request.id });
    const elsewhere = !came.ok && came.refusal.code === 'person-elsewhere';
    return elsewhere ? giveUp(scene.world, scene.now, request.id, 'elsewhere') : came;
  };

/** Somebody who has a yes arrives; who is still in the bed leaves first, unless a visitor has to say so. */
export const arrival: Rule = (scene) => {
  for (const { request, yes } of dueToCome(scene)) {
    const still = stillThere(scene, yes);
    if (still === undefined) return comeIn(scene, { request, yes });
    const guest = scene.guests.find(({ claim }) => claim.id === still.id);
    if (guest !== undefined) return letLeave(scene, guest);
  }
  return null;
};

/** Reserved and arrived, and nobody said more: the third version of a claim that began as a hold. */
const justCame = ({ claim }: Guest, now: Instant): boolean =>
  claim.version <= 3 && claim.source !== 'import' && claim.during.from > now - DAY;

/** The ward says when somebody who came lately is expected to leave. */
export const expectation: Rule = (scene) => {
  const fresh = scene.guests.find(
    (guest) =>
      justCame(guest, scene.now) && !isQuiet(scene, guest.unitId) && !scene.visitors.wards.has(guest.unitId),
  );
  if (fresh === undefined) return null;
  const { claim, unitId } = fresh;
  const chance = chanceOf(claim.id);
  const { stay } = courseOf(chance, claim.product);
  const until = inTime(stayOf(claim), leavingTime(chance, scene.now + stay));
  return () => expectEnd(scene.world, scene.now, { claimId: claim.id, unitId }, { until, latest: null });
};
