import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Offer, Request } from './types.ts';

const REQUEST = `r.id, r.code, r.referrer_org as "referrerOrg", r.origin, r.reason, r.weight, r.product, r.urgency,
  r.wanted_from as "wantedFrom", r.age_band as "ageBand", r.sex, r.needs, r.traits, r.language, r.state,
  r.close_reason as "closeReason", r.desk_asked as "deskAsked", r.sent_at as "sentAt", r.accepted_at as "acceptedAt",
  r.closed_at as "closedAt", r.version, r.candidates, r.ask_next as "askNext", r.crisis_route as "crisisRoute",
  r.legal_title as "legalTitle", r.uzovi, r.choose_by as "chooseBy", r.withdraw_code as "withdrawCode",
  case when r.transport is null then null else jsonb_build_object('by', r.transport,
    'at', round(extract(epoch from r.transport_at) * 1000), 'setAt', round(extract(epoch from r.transport_set_at) * 1000)) end as transport,
  case when r.elsewhere_told then jsonb_build_object('metres', r.elsewhere_m, 'place',
    coalesce((select p.elsewhere_place from placement_person p where p.request_id = r.id), '')) end as elsewhere,
  case when r.unmet_code is null then null else jsonb_build_object('code', r.unmet_code, 'would', r.unmet_would) end as unmet`;
const OFFER = `o.id, o.request_id as "requestId", o.organisation_id as "organisationId", o.site_id as "siteId",
  o.unit_id as "unitId", o.place_id as "placeId", o.claim_id as "claimId", o.distance_m as "distanceM", o.state,
  o.sent_at as "sentAt", o.answer_by as "answerBy", o.read_at as "readAt", o.answered_at as "answeredAt",
  o.refusal_code as "refusalCode", o.doctor, o.arrival_from as "arrivalFrom", o.alternative_from as "alternativeFrom",
  case when o.extra_role is null then null else jsonb_build_object('role', o.extra_role) end as extra, o.by_itself as "byItself",
  o.version`;

/** What was written freely, and for whom it is: only behind a relation to the person. */
export interface Open {
  readonly requestId: string;
  readonly personId: string;
  readonly callbackPhone: string;
  readonly remarks: string;
  readonly wish: string;
  readonly homePc4: string | null;
  readonly partnerPc4: string | null;
  readonly areaPc4: string | null;
}

/** The offer with the person it is about, for acts on it. */
export type OfferRow = Offer & { readonly personId: string };

/** The next short code by which people name a request on the phone. */
export const nextCode = async (tx: Tx): Promise<string> => {
  const row = await first<{ code: number }>(tx, "select nextval('placement_code')::integer as code");
  return `AS-${String(row?.code ?? 0).padStart(4, '0')}`;
};

/** Adds a request. */
export const insertRequest = async (tx: Tx, request: Request, actor: string): Promise<void> => {
  await rows(
    tx,
    `insert into placement_request (id, code, referrer_org, referrer_actor, origin, reason, weight, product, urgency, wanted_from,
       age_band, sex, needs, traits, language, state, desk_asked, sent_at, candidates, ask_next, crisis_route, legal_title, uzovi)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      request.id,
      request.code,
      request.referrerOrg,
      actor,
      request.origin,
      request.reason,
      request.weight,
      request.product,
      request.urgency,
      stamp(request.wantedFrom),
      request.ageBand,
      request.sex,
      request.needs,
      request.traits,
      request.language,
      request.state,
      request.deskAsked,
      stamp(request.sentAt),
      request.candidates,
      request.askNext,
      request.crisisRoute,
      request.legalTitle,
      request.uzovi,
    ],
  );
};

/** Adds what only those may read who know the person. */
export const insertOpen = async (tx: Tx, open: Open): Promise<void> => {
  await rows(
    tx,
    `insert into placement_person (request_id, person_id, callback_phone, remarks, wish, home_pc4, partner_pc4, area_pc4)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      open.requestId,
      open.personId,
      open.callbackPhone,
      open.remarks,
      open.wish,
      open.homePc4,
      open.partnerPc4,
      open.areaPc4,
    ],
  );
};

/** The request under lock; null when it does not exist or is not for this organisation. */
export const lockRequest = (tx: Tx, id: string): Promise<Request | null> =>
  first<Request>(tx, `select ${REQUEST} from placement_request r where r.id = $1 for update`, [id]);

/** Requests by id, as far as the organisation is a party to them. */
export const requestsById = (tx: Tx, ids: readonly string[]): Promise<Request[]> =>
  rows<Request>(tx, `select ${REQUEST} from placement_request r where r.id = any($1::uuid[])`, [ids]);

/** Every offer of a request, oldest first, without what was written freely: for who decides under lock, never for a view. */
export const allOffersOf = (tx: Tx, requestId: string): Promise<OfferRow[]> =>
  rows<OfferRow>(
    tx,
    `select ${OFFER}, o.person_id as "personId" from placement_case($1) o order by o.sent_at, o.id`,
    [requestId],
  );

/** Offers of these requests, oldest first: of a house that was asked its own, of who asks all. */
export const offersOf = (tx: Tx, requestIds: readonly string[]): Promise<OfferRow[]> =>
  rows<OfferRow>(
    tx,
    `select ${OFFER}, o.person_id as "personId" from placement_offer o where o.request_id = any($1::uuid[]) order by o.sent_at, o.id`,
    [requestIds],
  );

/** One offer; null when it does not exist or is not for this organisation. */
export const offerById = (tx: Tx, id: string): Promise<OfferRow | null> =>
  first<OfferRow>(tx, `select ${OFFER}, o.person_id as "personId" from placement_offer o where o.id = $1`, [
    id,
  ]);

/** The free part of these requests, as far as the organisation knows the person. */
export const openOf = (tx: Tx, requestIds: readonly string[]): Promise<Open[]> =>
  rows<Open>(
    tx,
    `select request_id as "requestId", person_id as "personId", callback_phone as "callbackPhone", remarks, wish,
       home_pc4 as "homePc4", partner_pc4 as "partnerPc4", area_pc4 as "areaPc4"
     from placement_person where request_id = any($1::uuid[])`,
    [requestIds],
  );

/** Has an organisation an offer in this state for this person, in whatever request, also one that is hidden from us? */
export const hasOffer = async (
  tx: Tx,
  who: { readonly personId: string; readonly organisationId: string },
  state: Offer['state'],
): Promise<boolean> => {
  const row = await first<{ has: boolean }>(tx, 'select placement_standing($1, $2, $3) as has', [
    who.personId,
    who.organisationId,
    state,
  ]);
  return row?.has === true;
};

/** Adds an offer. */
export const insertOffer = async (tx: Tx, offer: OfferRow): Promise<void> => {
  await rows(
    tx,
    `insert into placement_offer (id, request_id, person_id, organisation_id, site_id, unit_id, place_id, claim_id, distance_m, state,
       sent_at, answer_by, by_itself)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      offer.id,
      offer.requestId,
      offer.personId,
      offer.organisationId,
      offer.siteId,
      offer.unitId,
      offer.placeId,
      offer.claimId,
      offer.distanceM,
      offer.state,
      stamp(offer.sentAt),
      stamp(offer.answerBy),
      offer.byItself,
    ],
  );
};

/** Writes an offer as it is now; `text` is the ward's own word with a refusal. */
export const updateOffer = async (tx: Tx, offer: Offer, text: string | null): Promise<void> => {
  await rows(
    tx,
    `update placement_offer set place_id = $2, claim_id = $3, state = $4, answered_at = $5, refusal_code = $6,
       refusal_text = coalesce($7, refusal_text), doctor = $8, arrival_from = $9, alternative_from = $10, answer_by = $11,
       version = version + 1 where id = $1`,
    [
      offer.id,
      offer.placeId,
      offer.claimId,
      offer.state,
      stampOrNull(offer.answeredAt),
      offer.refusalCode,
      text,
      offer.doctor,
      stampOrNull(offer.arrivalFrom),
      stampOrNull(offer.alternativeFrom),
      stamp(offer.answerBy),
    ],
  );
};

/** A place beyond what there is: in which role it was decided, and why; the reason is for who knows the person. */
export const markExtra = async (
  tx: Tx,
  offerId: string,
  extra: { readonly role: 'ward' | 'elderly-doctor'; readonly reason: string },
): Promise<void> => {
  await rows(tx, 'update placement_offer set extra_role = $2, extra_reason = $3 where id = $1', [
    offerId,
    extra.role,
    extra.reason,
  ]);
};

/** The ward has seen the offer; only the first look counts. */
export const markRead = async (tx: Tx, offerId: string, at: Instant): Promise<boolean> => {
  const row = await first(
    tx,
    'update placement_offer set read_at = $2 where id = $1 and read_at is null returning id',
    [offerId, stamp(at)],
  );
  return row !== null;
};

/** Writes the state of a request. */
export const updateRequest = async (tx: Tx, request: Request): Promise<void> => {
  await rows(
    tx,
    `update placement_request set state = $2, close_reason = $3, desk_asked = $4, accepted_at = $5, closed_at = $6, product = $7,
       weight = $8, candidates = $9, ask_next = $10, choose_by = $11, transport = $12, transport_at = $13, transport_set_at = $14,
       withdraw_code = $15, elsewhere_told = $16, elsewhere_m = $17, unmet_code = $18, unmet_would = $19, wanted_from = $20,
       version = version + 1 where id = $1`,
    [
      request.id,
      request.state,
      request.closeReason,
      request.deskAsked,
      stampOrNull(request.acceptedAt),
      stampOrNull(request.closedAt),
      request.product,
      request.weight,
      request.candidates,
      request.askNext,
      stampOrNull(request.chooseBy),
      request.transport?.by ?? null,
      stampOrNull(request.transport?.at ?? null),
      stampOrNull(request.transport?.setAt ?? null),
      request.withdrawCode,
      request.elsewhere !== null,
      request.elsewhere?.metres ?? null,
      request.unmet?.code ?? null,
      request.unmet?.would ?? [],
      stamp(request.wantedFrom),
    ],
  );
};
