import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Open } from './store.ts';

/** Requests that are not closed, for who is a party to them. */
export const openRequestIds = async (tx: Tx): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    "select id from placement_request where state in ('searching', 'offered', 'accepted') order by sent_at limit 500",
  );
  return found.map((row) => row.id);
};

/** A page of an organisation's own requests, newest first, before a cursor. */
export const ownRequestIds = async (
  tx: Tx,
  organisationId: string,
  page: { before: Instant | null; limit: number },
): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    `select id from placement_request where referrer_org = $1 and ($2::timestamptz is null or sent_at < $2) order by sent_at desc limit $3`,
    [organisationId, page.before === null ? null : stamp(page.before), page.limit],
  );
  return found.map((row) => row.id);
};

/** Offers to a ward that are not settled yet: it must answer, or who asked must. */
export const incomingOffers = (tx: Tx, unitId: string): Promise<{ offerId: string; requestId: string }[]> =>
  rows(
    tx,
    `select id as "offerId", request_id as "requestId" from placement_offer
     where unit_id = $1 and state in ('open', 'alternative', 'willing') order by answer_by`,
    [unitId],
  );

/** The request and offer behind a claim; null when the claim came another way (an import). */
export const offerOfClaim = (
  tx: Tx,
  claimId: string,
): Promise<{ offerId: string; requestId: string } | null> =>
  first(
    tx,
    `select id as "offerId", request_id as "requestId" from placement_offer
     where claim_id = $1 and state in ('open', 'alternative', 'willing', 'accepted')`,
    [claimId],
  );

/** A stay moved to another bed: the offer follows its claim. */
export const followClaim = async (tx: Tx, from: string, to: string, placeId: string): Promise<void> => {
  await rows(tx, 'update placement_offer set claim_id = $2, place_id = $3 where claim_id = $1', [
    from,
    to,
    placeId,
  ]);
};

/** Offers whose time is up, the longest first. */
export const overdueOffers = (tx: Tx, now: Instant): Promise<{ offerId: string; requestId: string }[]> =>
  rows(
    tx,
    `select id as "offerId", request_id as "requestId" from placement_offer
     where state in ('open', 'alternative') and answer_by <= $1 order by answer_by, id limit 200`,
    [stamp(now)],
  );

/** Requests of which the time to choose is over. */
export const overdueChoiceIds = async (tx: Tx, now: Instant): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    "select id from placement_request where state = 'offered' and choose_by <= $1 order by choose_by, id limit 200",
    [stamp(now)],
  );
  return found.map((row) => row.id);
};

/** The profile behind claims, and for whom it is where the reader may know; what row policies say of each, in one go. */
export const subjectRows = (
  tx: Tx,
  claimIds: readonly string[],
): Promise<
  {
    claimId: string;
    requestId: string;
    requestVersion: number;
    ageBand: string;
    sex: string;
    product: string;
    name: string | null;
  }[]
> =>
  rows(
    tx,
    `select claim_id as "claimId", request_id as "requestId", request_version as "requestVersion", age_band as "ageBand", sex, product, name
     from placement_subjects($1::uuid[])`,
    [claimIds],
  );

/** How fast units usually answer: the median of the last sixty days, minutes. */
export const usualAnswers = async (tx: Tx, since: Instant): Promise<Map<string, number>> => {
  const found = await rows<{ unit_id: string; minutes: number }>(
    tx,
    `select unit_id, (percentile_cont(0.5) within group (order by extract(epoch from answered_at - sent_at)) / 60)::integer as minutes
     from placement_offer where answered_at is not null and sent_at > $1 and state in ('accepted', 'refused') group by unit_id having count(*) >= 3`,
    [stamp(since)],
  );
  return new Map(found.map((row) => [row.unit_id, row.minutes]));
};

/** What wards wrote with a no, another date, or a place beyond what there is. */
export const wardTexts = async (tx: Tx, offerIds: readonly string[]): Promise<Map<string, string>> => {
  if (offerIds.length === 0) return new Map();
  const found = await rows<{ id: string; said: string }>(
    tx,
    `select id, coalesce(extra_reason, refusal_text) as said from placement_offer
     where id = any($1::uuid[]) and coalesce(extra_reason, refusal_text, '') <> ''`,
    [offerIds],
  );
  return new Map(found.map((row) => [row.id, row.said]));
};

/** Whom a request is about as a number, and from which postcodes a place is looked for: no name, no words. */
export type Where = Pick<Open, 'personId' | 'homePc4' | 'partnerPc4' | 'areaPc4'>;

/** From where a place is looked for, for who asks: also where the name may not be read yet. */
export const whereOf = (tx: Tx, requestId: string): Promise<Where | null> =>
  first<Where>(
    tx,
    `select person_id as "personId", home_pc4 as "homePc4", partner_pc4 as "partnerPc4", area_pc4 as "areaPc4"
     from placement_where($1)`,
    [requestId],
  );

/** The short code by which people name a request on the phone; empty for who may not see the request. */
export const requestCodeOf = async (tx: Tx, requestId: string): Promise<string> =>
  (await first<{ code: string }>(tx, 'select code from placement_request where id = $1', [requestId]))
    ?.code ?? '';
