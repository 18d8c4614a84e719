import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import {
  addExtraPlace,
  type Doing,
  keepHold,
  reachForPlaces,
  releaseClaim,
  reservePlace,
  unitOfPlace,
} from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Case, holdFor, noteCase, openOwnOffer, withOffer } from './case.ts';
import { choiceUntil, decideExtra } from './decide/answers.ts';
import { type Acceptance, decideAccept, isPending } from './decide/offer.ts';
import { settle } from './service-choice.ts';
import { markExtra, type OfferRow, updateOffer } from './store.ts';
import { knownTriage } from './triage-known.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** A place beyond what there is: in which role that was decided, and why. */
export interface ExtraPlace {
  readonly role: 'ward' | 'elderly-doctor';
  readonly reason: string;
}

/** A yes as the ward gives it; what is left out stays as it was asked. */
export interface Yes {
  readonly doctor: string;
  /** Another place of the unit. */
  readonly placeId: string | null;
  readonly product: Product | null;
  readonly arrivalFrom: Instant | null;
  /** A place beyond what there is, for who cannot wait. */
  readonly extra: ExtraPlace | null;
}

type Settled = Acceptance & Pick<Yes, 'placeId' | 'extra'>;

/** A yes with its bed, before anybody chose: the request, its offers, and what was said. */
interface Said {
  readonly found: Case & { readonly offer: OfferRow };
  readonly yes: Settled;
}

/** A bed beyond what there is, made for this person; the bed that was held is free again. */
const extraFor = async (tx: Tx, { found, yes }: Said, extra: ExtraPlace, doing: Doing): Answer<OfferRow> => {
  const { request, offer } = found;
  const reason = decideExtra(request, extra);
  if (!reason.ok) return reason;
  if (offer.claimId !== null) {
    const released = await releaseClaim(tx, offer.claimId, doing);
    if (!released.ok) return released;
  }
  const from = Math.max(yes.arrivalFrom ?? offer.arrivalFrom ?? request.wantedFrom, doing.now);
  const { product } = yes;
  const until = doing.now + MINUTE;
  const { unitId, personId: subject } = offer;
  const bed = await addExtraPlace(tx, { unitId, product, subject, from, until }, doing);
  await markExtra(tx, offer.id, { role: extra.role, reason: reason.value });
  return ok({ ...offer, claimId: bed.id, placeId: bed.placeId, extra: { role: extra.role } });
};

/** The bed of the yes, held before or now, under its own claim. */
const bedFor = async (tx: Tx, said: Said, doing: Doing): Answer<OfferRow> => {
  const { found, yes } = said;
  const { request, offer } = found;
  if (yes.extra !== null) return extraFor(tx, said, yes.extra, doing);
  const placeId = yes.placeId ?? offer.placeId;
  // The ward may choose another bed, of its own unit: it was asked, its neighbours were not.
  if ((await unitOfPlace(tx, placeId)) !== offer.unitId) return refuse({ code: 'place-unknown' });
  if (offer.claimId !== null) return ok({ ...offer, placeId });
  const { personId, arrivalFrom: from } = offer;
  const until = doing.now + MINUTE;
  const asked = { ...request, product: yes.product };
  const held = await holdFor(tx, asked, { personId, placeId, until, from }, doing);
  return held.ok ? ok({ ...offer, placeId, claimId: held.value.claimId }) : held;
};

const wishOf = (offer: OfferRow, { arrivalFrom, product }: Settled) => ({
  claimId: offer.claimId ?? '',
  arrival: arrivalFrom,
  placeId: offer.placeId,
  product,
});

/** Where the person may choose, a yes waits: its bed stays held until the choice is made, and others may say yes too. */
const sayWilling = async (tx: Tx, { found, yes }: Said, offer: OfferRow, doing: Doing): Answer<Case> => {
  const by = choiceUntil(found.request, doing.region.agreement, doing.now);
  if (!by.ok) return by;
  // A minute longer than the choice, so that who chooses at the last moment, or nobody, still finds the bed.
  const until = by.value + MINUTE;
  const bed = await keepHold(tx, { ...wishOf(offer, yes), until }, doing);
  if (!bed.ok) return bed;
  const willing: OfferRow = {
    ...offer,
    state: 'willing',
    doctor: yes.doctor,
    answeredAt: doing.now,
    answerBy: by.value,
    arrivalFrom: bed.value.during.from,
  };
  await updateOffer(tx, willing, null);
  const request = { ...found.request, chooseBy: by.value };
  const after = { request, offers: withOffer(found.offers, willing) };
  return ok(await noteCase(tx, after, { event: 'willing', offer: willing }, doing));
};

/** The ward says yes: its doctor takes over on arrival. The first yes is reserved at once; where the person chooses, it waits. */
export const acceptOffer = async (tx: Tx, offerId: string, yes: Yes, doing: Doing): Answer<Case> => {
  const found = await openOwnOffer(tx, offerId, doing);
  if (!found.ok) return found;
  const { request, offer, offers } = found.value;
  const decided = decideAccept(request, offer, yes, doing.now);
  if (!decided.ok) return decided;
  const triage = await knownTriage(tx, request);
  if (!triage.ready) return refuse({ code: 'triage-missing' });
  const asked = offers.filter(isPending).map((each) => each.placeId);
  await reachForPlaces(tx, yes.placeId === null ? asked : [...asked, yes.placeId], doing);
  const { placeId, extra } = yes;
  const said = { found: found.value, yes: { ...decided.value, placeId, extra } };
  const ready = await bedFor(tx, said, doing);
  if (!ready.ok) return ready;
  if (doing.region.agreement.choice === 'person') return sayWilling(tx, said, ready.value, doing);
  const bed = await reservePlace(tx, wishOf(ready.value, said.yes), doing);
  if (!bed.ok) return bed;
  const accepted = { ...ready.value, doctor: decided.value.doctor, answeredAt: doing.now };
  return settle(tx, { request, offers }, { offer: accepted, bed: bed.value }, { event: 'accepted' }, doing);
};
