import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Claim } from '#modules/capacity/types.ts';
import {
  choiceUntil,
  decideAlternative,
  decideAskAgain,
  decideChoose,
  decideDecline,
  decideExtra,
  willingInOrder,
} from '#modules/placement/decide/answers.ts';
import { type Acceptance, decideAccept, decideRefuse, isPending } from '#modules/placement/decide/offer.ts';
import { addExtraBed, keepBed, releaseBed, reserveBed } from './pure-acts.fixture.ts';
import { askOn } from './pure-asking.fixture.ts';
import {
  type Asked,
  accepted,
  afterNo,
  endOffer,
  holdFor,
  move,
  offersOf,
  type PureRoute,
  putOffer,
  putRequest,
  requestOf,
  rulesFor,
  type Sent,
  withdrawOthers,
  withOffer,
} from './pure-route.fixture.ts';
import { unitOf } from './pure-store.fixture.ts';

type Answer<T> = Result<T, Refusal>;

const CHOICE = { choiceMinutes: 60 };

/** An offer ends, and the next is asked by itself. */
export const endAndGoOn = (
  route: PureRoute,
  offer: Asked,
  state: 'refused' | 'expired' | 'withdrawn',
): Answer<string> => {
  const ended = endOffer(route, offer, state);
  if (!ended.ok) return ended;
  const after = afterNo(route, offer.requestId);
  if (after.ok) askOn(route, offer.requestId);
  return after;
};

/** The ward says no. */
export const refuseOffer = (route: PureRoute, id: string): Answer<string> =>
  withOffer(route, id, (offer) => {
    const decided = decideRefuse(offer, 'no-staff');
    return decided.ok ? endAndGoOn(route, offer, 'refused') : decided;
  });

/** Who asked takes the question back. */
export const withdrawOffer = (route: PureRoute, id: string): Answer<string> =>
  withOffer(route, id, (offer) => {
    if (offer.state === 'withdrawn') return ok(offer.requestId);
    if (!isPending(offer)) return refuse({ code: 'offer-not-open' });
    const ended = endOffer(route, offer, 'withdrawn');
    return ended.ok ? afterNo(route, offer.requestId) : ended;
  });

/** Who asked does not want the other date. */
export const declineAlternative = (route: PureRoute, id: string): Answer<string> =>
  withOffer(route, id, (offer) => {
    const decided = decideDecline(offer);
    return decided.ok ? endAndGoOn(route, offer, 'withdrawn') : decided;
  });

const keep = (route: PureRoute, offer: Asked, arrival: Instant, until: Instant): Claim | null => {
  if (offer.claimId === null) return null;
  const kept = keepBed(route.beds, offer.claimId, { arrival, until, placeId: null, product: null });
  return kept.ok ? kept.value : null;
};

/** The ward can, but later. */
export const proposeAlternative = (route: PureRoute, id: string, from: Instant): Answer<string> =>
  withOffer(route, id, (offer, request) => {
    const now = route.beds.now();
    const decided = decideAlternative(request, offer, from, { ...CHOICE, now });
    if (!decided.ok) return decided;
    const { answerBy } = decided.value;
    const kept = keep(route, offer, from, answerBy);
    if (kept === null && offer.claimId !== null) releaseBed(route.beds, offer.claimId);
    const times = { alternativeFrom: from, arrivalFrom: null, answeredAt: now, answerBy };
    putOffer(route, { ...offer, ...times, state: 'alternative', claimId: kept?.id ?? null });
    return ok(request.id);
  });

/** Who asked agrees with the other date. */
export const askAgain = (route: PureRoute, id: string): Answer<string> =>
  withOffer(route, id, (offer, request) => {
    const now = route.beds.now();
    const rules = rulesFor(request);
    const decided = decideAskAgain(request, offer, rules, now);
    if (!decided.ok) return decided;
    const { arrivalFrom, answerBy } = decided.value;
    const until = now + rules.holdMinutes * MINUTE;
    const kept = keep(route, offer, arrivalFrom, until);
    const { placeId } = offer;
    const { product } = request;
    const again =
      kept !== null || offer.claimId === null
        ? null
        : holdFor(route, request, { placeId, until, product, from: arrivalFrom });
    const claimId = kept?.id ?? (again?.ok === true ? again.value.id : null);
    putOffer(route, { ...offer, state: 'open', claimId, arrivalFrom, answerBy, answeredAt: null });
    return ok(request.id);
  });

/** A yes as a history says it. */
export interface PureYes {
  readonly place: string | null;
  readonly from: Instant | null;
  readonly extra: boolean;
}

const extraFor = (
  route: PureRoute,
  { offer, request }: { readonly offer: Asked; readonly request: Sent },
  yes: Acceptance,
): Answer<Asked> => {
  const decided = decideExtra(request, { reason: 'het kan niet wachten' });
  if (!decided.ok) return decided;
  if (offer.claimId !== null) {
    const released = releaseBed(route.beds, offer.claimId);
    if (!released.ok) return released;
  }
  const now = route.beds.now();
  const from = Math.max(yes.arrivalFrom ?? offer.arrivalFrom ?? request.wantedFrom, now);
  const extra = { unitId: offer.unitId, subject: request.person, product: yes.product };
  const bed = addExtraBed(route.beds, { ...extra, from, expiresAt: now + MINUTE });
  return ok({ ...offer, claimId: bed.id, placeId: bed.placeId, extra: { role: 'ward' } });
};

/** The bed of the yes, held before or now. */
const bedFor = (
  route: PureRoute,
  asked: { readonly offer: Asked; readonly request: Sent },
  yes: PureYes,
  said: Acceptance,
): Answer<Asked> => {
  if (yes.extra) return extraFor(route, asked, said);
  const { offer, request } = asked;
  const placeId = yes.place ?? offer.placeId;
  if (unitOf(route.beds, placeId) !== offer.unitId) return refuse({ code: 'place-unknown' });
  if (offer.claimId !== null) return ok({ ...offer, placeId });
  const until = route.beds.now() + MINUTE;
  const held = holdFor(route, request, { placeId, until, product: said.product, from: offer.arrivalFrom });
  return held.ok ? ok({ ...offer, placeId, claimId: held.value.id }) : held;
};

const settle = (route: PureRoute, request: Sent, offer: Asked, bed: Claim): Answer<string> => {
  const { id: claimId, placeId, during, product } = bed;
  const answeredAt = offer.answeredAt ?? route.beds.now();
  putOffer(route, { ...offer, claimId, placeId, answeredAt, state: 'accepted', arrivalFrom: during.from });
  const others = withdrawOthers(route, request.id, offer.id);
  return others.ok ? move(route, request, 'accept', { product, chooseBy: null }) : others;
};

const sayWilling = (route: PureRoute, request: Sent, ready: Asked, said: Acceptance): Answer<string> => {
  const now = route.beds.now();
  const by = choiceUntil(request, CHOICE, now);
  if (!by.ok) return by;
  const { placeId, claimId } = ready;
  const until = by.value + MINUTE;
  const wish = { arrival: said.arrivalFrom, until, placeId, product: said.product };
  const bed = keepBed(route.beds, claimId ?? '', wish);
  if (!bed.ok) return bed;
  const times = { answeredAt: now, answerBy: by.value, arrivalFrom: bed.value.during.from };
  putOffer(route, { ...ready, ...times, state: 'willing', doctor: said.doctor });
  putRequest(route, { ...request, chooseBy: by.value });
  return ok(request.id);
};

/** The ward says yes. */
export const acceptOffer = (route: PureRoute, id: string, yes: PureYes): Answer<string> =>
  withOffer(route, id, (offer, request) => {
    const answer = { doctor: 'dr. Oefen', product: null, arrivalFrom: yes.from };
    const decided = decideAccept(request, offer, answer, route.beds.now());
    if (!decided.ok) return decided;
    const said = decided.value;
    const ready = bedFor(route, { offer, request }, yes, said);
    if (!ready.ok) return ready;
    if (route.rules.choice === 'person') return sayWilling(route, request, ready.value, said);
    const { placeId, claimId } = ready.value;
    const wish = { placeId, product: said.product };
    const bed = reserveBed(route.beds, claimId ?? '', wish, said.arrivalFrom);
    if (!bed.ok) return bed;
    return settle(route, request, { ...ready.value, doctor: said.doctor, answeredAt: null }, bed.value);
  });

const bedOf = (route: PureRoute, { claimId, arrivalFrom }: Asked): Answer<Claim> =>
  reserveBed(route.beds, claimId ?? '', { placeId: null, product: null }, arrivalFrom);

/** The person chooses. */
export const chooseOffer = (route: PureRoute, id: string): Answer<string> =>
  withOffer(route, id, (offer, request) => {
    const decided = decideChoose(request, offer);
    if (!decided.ok) return decided;
    const bed = bedOf(route, offer);
    return bed.ok ? settle(route, request, offer, bed.value) : bed;
  });

/** Nobody chose in time: the first yes whose bed can be had stands by itself. */
export const settleChoice = (route: PureRoute, requestId: string): void => {
  const request = requestOf(route, requestId);
  const now = route.beds.now();
  if (request?.state !== 'offered' || request.chooseBy === null || request.chooseBy > now) return;
  const [first] = willingInOrder(offersOf(route, requestId));
  if (first === undefined) return;
  const { placeId, arrivalFrom: from } = first;
  const direct = bedOf(route, first);
  const wish = { placeId, until: now + MINUTE, product: request.product, from };
  const held = direct.ok ? direct : holdFor(route, request, wish);
  const bed =
    direct.ok || !held.ok
      ? held
      : reserveBed(route.beds, held.value.id, { placeId: null, product: null }, null);
  if (bed.ok) settle(route, request, first, bed.value);
  else {
    endAndGoOn(route, first, 'withdrawn');
    settleChoice(route, requestId);
  }
};

/** The bed is lost: nobody came, or a fact took it. */
export const loseBed = (route: PureRoute, id: string, act: 'not arrived' | 'displaced'): Answer<string> => {
  const request = requestOf(route, id);
  if (request?.state !== 'accepted' || accepted(route, id) === undefined)
    return refuse({ code: 'not-accepted' });
  const ended = withdrawOthers(route, id, null);
  if (!ended.ok) return ended;
  const moved = move(route, request, act);
  if (moved.ok && act === 'displaced') askOn(route, id);
  return moved;
};
