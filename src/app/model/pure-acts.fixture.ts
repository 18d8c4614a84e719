import type { HalfDay } from '#kernel/calendar.ts';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { contains, DAY, type Instant, MINUTE } from '#kernel/interval.ts';
import { USUAL_DAYS } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Claim, type Closure, EXTRA, type HoldPlace, type Staffing } from '#modules/capacity/types.ts';
import {
  add,
  claimsOn,
  displace,
  factsOf,
  keepFresh,
  type PureBeds,
  put,
  sweep,
  tell,
  unitOf,
} from './pure-store.fixture.ts';

type Answer<T> = Result<T, Refusal>;

/** The claim, with expired holds around it swept; of a version, when one is asked. */
const seize = (
  beds: PureBeds,
  claimId: string,
  version: number | null,
  also: readonly string[] = [],
): Answer<Claim> => {
  const find = (): Claim | undefined => beds.rows.claims.find((claim) => claim.id === claimId);
  const before = find();
  if (before === undefined) return refuse({ code: 'claim-unknown' });
  sweep(beds, [before.placeId, ...also]);
  const claim = find();
  if (claim === undefined) return refuse({ code: 'claim-unknown' });
  return version === null || claim.version === version ? ok(claim) : refuse({ code: 'version-stale' });
};

/** When the last person who was on this place at or after a moment left it. */
const lastLeft = (beds: PureBeds, placeId: string, since: Instant): Instant | null => {
  const ends = beds.rows.claims
    .filter((claim) => claim.placeId === placeId && claim.leftAt !== null && claim.kind !== 'cleaning')
    .map((claim) => claim.during.until)
    .filter((until) => until > since);
  return ends.length === 0 ? null : Math.max(...ends);
};

/** Plans behind somebody who left begin when the bed is empty. */
const moveWaiting = (beds: PureBeds, left: Claim): void => {
  const { later, displaced } = beds.decide.decideWaiting(claimsOn(beds, left.placeId), left, beds.now());
  displace(beds, displaced);
  for (const plan of later) put(beds, plan, 'reserved');
};

/** Holds a place; sites of the model are open day and night. */
export const holdBed = (beds: PureBeds, wish: Omit<HoldPlace, 'claimId'>): Answer<Claim> => {
  const { decide, now } = beds;
  sweep(beds, [wish.placeId]);
  const at = { now: now(), limits: DEFAULT_FRESHNESS, admitsFrom: Math.max(wish.from, now()) };
  const command = { ...wish, claimId: `claim-${++beds.made}` };
  const held = decide.decideHold(factsOf(beds, unitOf(beds, wish.placeId)), command, at);
  return held.ok ? ok(add(beds, decide.claimOfHold(held.value), 'held')) : held;
};

/** Could this bed be held now? Looks only. */
export const couldHold = (beds: PureBeds, wish: Omit<HoldPlace, 'claimId'>): boolean => {
  const at = { now: beds.now(), limits: DEFAULT_FRESHNESS, admitsFrom: Math.max(wish.from, beds.now()) };
  const facts = factsOf(beds, unitOf(beds, wish.placeId));
  return beds.decide.decideHold(facts, { ...wish, claimId: '' }, at).ok;
};

/** A bed beyond what there is, held for one person. */
export const addExtraBed = (
  beds: PureBeds,
  extra: Omit<HoldPlace, 'claimId' | 'placeId'> & { unitId: string },
): Claim => {
  const { unitId, product, from } = extra;
  const id = `extra-${++beds.made}`;
  const place = { id, unitId, code: id, products: [product], properties: [], labels: [EXTRA] };
  beds.rows = { ...beds.rows, extras: [...beds.rows.extras, place] };
  const command = { ...extra, claimId: `claim-${++beds.made}`, placeId: id };
  const during = { from, until: from + USUAL_DAYS[product] * DAY };
  return add(beds, beds.decide.claimOfHold({ command, during, madeAt: beds.now() }), 'held');
};

/** Where a hold goes; null leaves it as it is. */
interface BedWish {
  readonly placeId: string | null;
  readonly product: Claim['product'] | null;
}

const asWished = (
  beds: PureBeds,
  claimId: string,
  wish: BedWish,
  arrival: Instant | null,
): Answer<{ claim: Claim; others: Claim[]; from: Instant }> => {
  const seized = seize(beds, claimId, null, wish.placeId === null ? [] : [wish.placeId]);
  if (!seized.ok) return seized;
  const placeId = wish.placeId ?? seized.value.placeId;
  const others = [...new Set([seized.value.placeId, placeId])].flatMap((id) => claimsOn(beds, id));
  const from = Math.max(arrival ?? seized.value.during.from, beds.now());
  const product = wish.product ?? seized.value.product;
  return ok({ claim: { ...seized.value, placeId, product }, others, from });
};

/** A hold stays a hold, until another moment. */
export const keepBed = (
  beds: PureBeds,
  claimId: string,
  wish: BedWish & { readonly arrival: Instant | null; readonly until: Instant },
): Answer<Claim> => {
  const wished = asWished(beds, claimId, wish, wish.arrival);
  if (!wished.ok) return wished;
  const { claim, others, from } = wished.value;
  const kept = beds.decide.decideKeep(claim, others, { arrival: from, until: wish.until }, beds.now());
  return kept.ok ? ok(put(beds, kept.value, 'held')) : kept;
};

/** A hold becomes a reservation, on its own place or another of the unit. */
export const reserveBed = (
  beds: PureBeds,
  claimId: string,
  wish: BedWish,
  arrival: Instant | null,
): Answer<Claim> => {
  const wished = asWished(beds, claimId, wish, arrival);
  if (!wished.ok) return wished;
  const { claim, others, from } = wished.value;
  const reserved = beds.decide.decideReserve(claim, others, from, beds.now());
  if (!reserved.ok) return reserved;
  const written = put(beds, reserved.value, 'reserved');
  keepFresh(beds, unitOf(beds, claim.placeId));
  return ok(written);
};

/** A reservation begins at another moment. */
export const replanBed = (beds: PureBeds, claimId: string, arrival: Instant): Answer<Claim> => {
  const seized = seize(beds, claimId, null);
  if (!seized.ok) return seized;
  const others = claimsOn(beds, seized.value.placeId);
  const replanned = beds.decide.decideReserve(seized.value, others, arrival, beds.now());
  return replanned.ok ? ok(put(beds, replanned.value, 'reserved')) : replanned;
};

/** Gives a hold or a reservation back. */
export const releaseBed = (beds: PureBeds, claimId: string): Answer<Claim> => {
  const seized = seize(beds, claimId, null);
  if (!seized.ok) return seized;
  if (seized.value.arrivedAt !== null) return refuse({ code: 'already-arrived' });
  if (seized.value.releasedAt !== null) return seized;
  return ok(put(beds, { ...seized.value, releasedAt: beds.now() }, 'released'));
};

const isElsewhere = (beds: PureBeds, claim: Claim, from: Instant): boolean =>
  beds.rows.claims.some(
    (each) =>
      each.subject === claim.subject &&
      each.id !== claim.id &&
      each.arrivedAt !== null &&
      (each.leftAt === null || each.during.until > from),
  );

/** Somebody arrived. */
export const arriveOnBed = (beds: PureBeds, claimId: string, at: Instant): Answer<Claim> => {
  const seized = seize(beds, claimId, null);
  if (!seized.ok) return seized;
  const { placeId } = seized.value;
  const there = { others: claimsOn(beds, placeId), freeSince: lastLeft(beds, placeId, at) };
  const arrived = beds.decide.decideArrive(seized.value, there, at, beds.now());
  if (!arrived.ok) return arrived;
  const here = arrived.value.claim.during.from;
  if (isElsewhere(beds, seized.value, here)) return refuse({ code: 'person-elsewhere' });
  displace(beds, arrived.value.displaced);
  const written = put(beds, arrived.value.claim, 'arrived');
  keepFresh(beds, unitOf(beds, placeId));
  return ok(written);
};

/** Somebody left. */
export const departFromBed = (
  beds: PureBeds,
  act: { claim: string; version: number; at: Instant; cleaning: number },
): Answer<Claim> => {
  const seized = seize(beds, act.claim, act.version);
  if (!seized.ok) return seized;
  const left = beds.decide.decideDepart(seized.value, act.at, beds.now());
  if (!left.ok) return left;
  moveWaiting(beds, left.value);
  const written = put(beds, left.value, 'left');
  if (act.cleaning > 0) {
    const from = Math.min(act.at, beds.now());
    const during = { from, until: from + act.cleaning * MINUTE };
    const blank = { arrivedAt: null, leftAt: null, latestEnd: null, version: 1, kind: 'cleaning' as const };
    const number = ++beds.made;
    add(
      beds,
      { ...written, ...blank, id: `claim-${number}`, subject: `clean-${number}`, during },
      'cleaning',
    );
  }
  keepFresh(beds, unitOf(beds, written.placeId));
  return ok(written);
};

/** The expected end moves. */
export const moveEnd = (
  beds: PureBeds,
  act: { claim: string; version: number; until: Instant; latest: Instant | null },
): Answer<Claim> => {
  const seized = seize(beds, act.claim, act.version);
  if (!seized.ok) return seized;
  const { placeId, during } = seized.value;
  const there = { others: claimsOn(beds, placeId), freeSince: lastLeft(beds, placeId, during.from) };
  const changed = beds.decide.decideExpectedEnd(seized.value, there, act, beds.now());
  if (!changed.ok) return changed;
  keepFresh(beds, unitOf(beds, placeId));
  displace(beds, changed.value.displaced);
  return ok(put(beds, changed.value.claim, 'end-expected'));
};

/** To another bed of the same home. */
export const moveToBed = (
  beds: PureBeds,
  act: { claim: string; version: number; place: string },
): Answer<Claim> => {
  const seized = seize(beds, act.claim, act.version, [act.place]);
  if (!seized.ok) return seized;
  const unitId = unitOf(beds, seized.value.placeId);
  if (unitId !== unitOf(beds, act.place)) return refuse({ code: 'other-unit' });
  const target = { placeId: act.place, claims: claimsOn(beds, act.place) };
  const ids = { claimId: `claim-${++beds.made}` };
  const moved = beds.decide.decideMove(seized.value, target, ids, beds.now());
  if (!moved.ok) return moved;
  displace(beds, moved.value.displaced);
  moveWaiting(beds, moved.value.left);
  const left = put(beds, moved.value.left, null);
  const entered = add(beds, moved.value.entered, 'moved-in');
  tell(beds, 'moved', left, entered);
  keepFresh(beds, unitId);
  return ok(entered);
};

/** Closes one place, or one of the unit without saying which. */
export const closeBeds = (
  beds: PureBeds,
  act: { unitId: string; placeId: string | null; from: Instant; until: Instant },
): Answer<Closure> => {
  if (act.until <= act.from) return refuse({ code: 'end-before-start' });
  const { unitId, placeId } = act;
  if (placeId !== null && unitOf(beds, placeId) !== unitId) return refuse({ code: 'place-unknown' });
  const during = { from: act.from, until: act.until };
  const here = placeId === null ? [] : claimsOn(beds, placeId);
  displace(beds, beds.decide.displacedBy(here, during, null, beds.now()));
  const id = `closure-${++beds.made}`;
  const closure = { id, unitId, placeId, places: 1, reason: 'other' as const, during };
  beds.rows = { ...beds.rows, closures: [...beds.rows.closures, closure] };
  return ok(closure);
};

/** Opens what was closed. */
export const openBeds = (beds: PureBeds, closureId: string): Answer<Closure> => {
  const closure = beds.rows.closures.find((each) => each.id === closureId);
  if (closure === undefined) return refuse({ code: 'closure-unknown' });
  const now = beds.now();
  const { from, until } = closure.during;
  if (until <= now) return ok(closure);
  const end = contains(closure.during, now) ? Math.max(now, from + 1) : from + 1;
  const opened = { ...closure, during: { from, until: end } };
  const closures = beds.rows.closures.map((each) => (each.id === closureId ? opened : each));
  beds.rows = { ...beds.rows, closures };
  return ok(opened);
};

/** Says for how many beds there is staff. */
export const staffBeds = (
  beds: PureBeds,
  row: { unitId: string; day: string; halfDay: HalfDay; staffed: number },
): Answer<null> => {
  if (row.staffed > beds.places.filter((place) => place.unitId === row.unitId).length)
    return refuse({ code: 'more-than-there-are' });
  const same = (each: Staffing): boolean =>
    each.unitId === row.unitId && each.day === row.day && each.halfDay === row.halfDay;
  const staffing = [...beds.rows.staffing.filter((each) => !same(each)), row];
  beds.rows = { ...beds.rows, staffing };
  return ok(null);
};

/** The ward stands by its figures. */
export const confirmBeds = (beds: PureBeds, unitId: string): Answer<null> => {
  const figures = new Map(beds.rows.figures).set(unitId, { asOf: beds.now(), source: 'tap' as const });
  beds.rows = { ...beds.rows, figures };
  return ok(null);
};
