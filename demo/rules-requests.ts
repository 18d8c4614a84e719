import { isoFromInstant, localTime } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { ok } from '#kernel/result.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import type { Urgency } from '#modules/placement/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { ask, giveUp, offer, read } from './acts.ts';
import { admissionAt, bedsThatFit, type Chosen } from './beds.ts';
import { luckOf } from './luck.ts';
import { draw, ORIGIN_OF, requestsPerDay } from './parameters.ts';
import { inDaytime } from './past.ts';
import { personOf } from './people.ts';
import { referrerFor } from './referrers.ts';
import { letLeave } from './rules-beds.ts';
import { isQuiet } from './rules-figures.ts';
import { type Guest, type Happening, moment, openOffers, type Rule, type Scene } from './scene.ts';
import { storyFor } from './stories.ts';

/** The region keeps at least so many requests open, and by itself never more than so many. */
const LEAST = 4;
const MOST = 12;
/** Of these so many still look for a place, by day and by night; the others are on their way. */
const LOOKING_BY_DAY = 4;
const LOOKING_BY_NIGHT = 2;
/** So many may be on their way before those who could wait until tomorrow are no longer sent today. */
const ON_THEIR_WAY = 5;
/** A visitor at the desk gets this long before a colleague takes a request. */
const LEFT_TO_VISITOR = 12 * MINUTE;

const isOurs = (scene: Scene, request: RequestView): boolean => !scene.visitors.requests.has(request.id);

const waitsSince = (request: RequestView): Instant =>
  Math.max(
    moment(request.sentAt),
    ...request.offers.map((each) => (each.answeredAt === null ? 0 : moment(each.answeredAt))),
  );

/** Beds the desk can offer: not at wards that said no lately, and not where a figure is old on purpose. */
const bedsFor = (
  scene: Scene,
  request: Pick<RequestView, 'product' | 'needs' | 'traits' | 'sex' | 'wantedFrom' | 'offers'> & {
    readonly referrer: Pick<RequestView['referrer'], 'organisationId'>;
  },
  pc4: string | null,
): Chosen[] => {
  const asked = new Set(
    request.offers.filter((each) => scene.now - moment(each.sentAt) < 5 * HOUR).map((each) => each.unitId),
  );
  const looks = [...scene.looks]
    .filter(([unitId]) => !asked.has(unitId) && !isQuiet(scene, unitId))
    .map(([, look]) => look);
  const from = Math.max(moment(request.wantedFrom), scene.now);
  const { product, needs, sex, traits, referrer } = request;
  const who = { sex, traits, referrerOrg: referrer.organisationId };
  return bedsThatFit(looks, { product, needs, from, pc4, who }, scene.region);
};

const offerAll =
  (scene: Scene, request: RequestView, beds: readonly Chosen[]): Happening =>
  async () => {
    for (const bed of beds) {
      const made = await offer(scene.world, scene.now, request.id, bed.placeId);
      // Between looking and asking a visitor may have taken the bed.
      if (!made.ok && made.refusal.code !== 'place-taken') return made;
    }
    return ok(null);
  };

/** The one who has been there longest makes room: the region never runs full for good. */
const makeRoom = (scene: Scene, product: Product): Happening | null => {
  const could = scene.guests.filter(
    (guest: Guest) =>
      guest.claim.product === product &&
      !isQuiet(scene, guest.unitId) &&
      !scene.visitors.wards.has(guest.unitId) &&
      scene.looks
        .get(guest.unitId)
        ?.products.get(product)
        ?.standings.some((each) => each.state === 'unknown') === false,
  );
  const [first] = could.toSorted((a, b) => a.claim.during.from - b.claim.during.from);
  return first === undefined || scene.now - first.claim.during.from < 2 * DAY ? null : letLeave(scene, first);
};

const endOf = (scene: Scene, request: RequestView): Happening => {
  const reason =
    (['no-place', 'elsewhere', 'withdrawn'] as const)[Math.floor(luckOf(request.id, 'end') * 3)] ??
    'elsewhere';
  return () => giveUp(scene.world, scene.now, request.id, reason);
};

const nextStep = (scene: Scene, request: RequestView): Happening | null => {
  // The family, or the night, settled it otherwise.
  if (luckOf(request.id + waitsSince(request), 'settled') < 0.06) return endOf(scene, request);
  const beds = bedsFor(scene, request, request.open?.homePc4 ?? null);
  if (beds.length > 0) return offerAll(scene, request, beds.slice(0, request.urgency === 'crisis' ? 2 : 1));
  if (waitsSince(request) + 3 * HOUR < scene.now) return endOf(scene, request);
  return makeRoom(scene, request.product);
};

const deskIsReady = (scene: Scene, request: RequestView): boolean => {
  const left = scene.visitors.atDesk ? LEFT_TO_VISITOR : 0;
  return waitsSince(request) + (5 + 30 * luckOf(request.id, 'desk')) * MINUTE + left <= scene.now;
};

/** The desk finds a ward for a request that waits, or after hours of looking finds none. */
export const deskLooks: Rule = (scene) => {
  const waiting = scene.requests
    .filter(
      (request) => request.state === 'searching' && isOurs(scene, request) && deskIsReady(scene, request),
    )
    .toSorted((a, b) => moment(a.dueAt) - moment(b.dueAt));
  for (const request of waiting) {
    const happening = nextStep(scene, request);
    if (happening !== null) return happening;
  }
  return null;
};

/** A ward opens a question before it answers. */
export const wardReads: Rule = (scene) => {
  for (const request of scene.requests) {
    const unread = openOffers(request).find(
      (each) =>
        each.readAt === null &&
        scene.looks.has(each.unitId) &&
        !scene.visitors.wards.has(each.unitId) &&
        moment(each.sentAt) + 40_000 + 3 * MINUTE * luckOf(each.id, 'read') <= scene.now &&
        scene.now < moment(each.answerBy),
    );
    if (unread !== undefined) {
      const asked = { id: unread.id, unitId: unread.unitId, requestId: request.id };
      return () => read(scene.world, scene.now, asked);
    }
  }
  return null;
};

const ours = (scene: Scene): RequestView[] => scene.requests.filter((request) => isOurs(scene, request));

const lookingAimedAt = (scene: Scene): number => {
  const { minutes } = localTime(scene.now, REGION_ZONE);
  return minutes >= 450 && minutes < 1_140 ? LOOKING_BY_DAY : LOOKING_BY_NIGHT;
};

/** Care that no ward lets in for hours is asked for less: at night that is crisis and palliative care rather than GRZ. */
const likelihood = (scene: Scene, product: Product): number => {
  const soon = [...scene.looks].some(([unitId, look]) => {
    if (!look.products.has(product)) return false;
    const open = admissionAt(scene.region, unitId, product, scene.now);
    return open.now || (open.nextFrom ?? Number.POSITIVE_INFINITY) < scene.now + 2 * HOUR;
  });
  return requestsPerDay(product) * (soon ? 1 : 0.1);
};

const wantedFrom = (scene: Scene, urgency: Urgency): Instant => {
  const crowded = ours(scene).filter((request) => request.state === 'accepted').length >= ON_THEIR_WAY;
  if (crowded || urgency === 'today' || urgency === 'crisis') return scene.now;
  return inDaytime(Math.round(scene.now + (6 + 20 * scene.chance()) * HOUR));
};

const newRequest =
  (scene: Scene): Happening =>
  async () => {
    const { chance, now } = scene;
    const product = draw(
      chance,
      PRODUCTS.map((each) => [each, likelihood(scene, each)] as const),
    );
    const origin = draw(chance, ORIGIN_OF[product]);
    const person = personOf(scene.seed, scene.nextPerson);
    const story = storyFor(chance, product, person.sex);
    const from = wantedFrom(scene, story.urgency);
    const by = referrerFor(scene.world.cast, chance, origin);
    const asked = {
      product,
      needs: [...story.needs],
      traits: [...story.traits],
      sex: person.sex,
      referrer: { organisationId: by.organisationId },
      wantedFrom: isoFromInstant(from),
      offers: [],
    };
    const beds = chance() < 0.4 ? [] : bedsFor(scene, asked, person.pc4).slice(0, 1);
    const placeIds = beds.map((bed) => bed.placeId);
    return ask(scene.world, now, { by, person, story, origin, wantedFrom: from, placeIds });
  };

/** There are hardly any requests: one comes in now. */
export const mustAsk: Rule = (scene) => (ours(scene).length < LEAST ? newRequest(scene) : null);

/** Somebody asks for a place, as long as there are not more requests than the region can follow. */
export const mayAsk: Rule = (scene) => {
  const open = ours(scene);
  const looking = open.filter((request) => request.state !== 'accepted').length;
  if (open.length >= MOST || looking >= lookingAimedAt(scene)) return null;
  return scene.chance() < 0.3 ? newRequest(scene) : null;
};
