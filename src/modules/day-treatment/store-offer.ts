import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { KeptOffer } from './types-plan.ts';

const OFFER = `o.id, o.unit_id as "unitId", o.half_day_id as "halfDayId", o.visit_id as "visitId", o.because, o.since`;

/** The moments of the acting house that came free and that nobody has yet: of half-days that are not over, the first first. */
export const openOffers = (tx: Tx, unitId: string, now: Instant): Promise<KeptOffer[]> =>
  rows<KeptOffer>(
    tx,
    `select ${OFFER} from day_treatment_offer o join day_treatment_half_day h on h.id = o.half_day_id
     where o.unit_id = $1 and o.state = 'open' and h.closes > $2::timestamptz order by h.opens, o.since, o.id`,
    [unitId, stamp(now)],
  );

/** Keeps that a moment is offered; false when this line was heard before, or somebody has an offer already. */
export const insertOffer = async (
  tx: Tx,
  offer: KeptOffer,
  by: { readonly line: number; readonly now: Instant },
): Promise<boolean> => {
  const made = await rows(
    tx,
    `insert into day_treatment_offer (id, unit_id, half_day_id, visit_id, because, since, line, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [
      ...[offer.id, offer.unitId, offer.halfDayId, offer.visitId, offer.because, stamp(offer.since)],
      ...[by.line, stamp(by.now)],
    ],
  );
  return made.length === 1;
};

/** What was offered to a visit is not any more: they have it, or another moment. Answers what it was. */
export const endOfferOf = (tx: Tx, visitId: string, taken: string, now: Instant): Promise<KeptOffer | null> =>
  first<KeptOffer>(
    tx,
    `update day_treatment_offer o set state = case when o.half_day_id = $2 then 'taken' else 'gone' end, ended_at = $3
     where o.visit_id = $1 and o.state = 'open' returning ${OFFER}`,
    [visitId, taken, stamp(now)],
  );

/** Puts an offer aside; twice is the same as once. Null: nobody was offered this, or it is over. */
export const putOfferAside = (
  tx: Tx,
  asked: { readonly id: string; readonly visitId: string },
  now: Instant,
): Promise<KeptOffer | null> =>
  first<KeptOffer>(
    tx,
    `update day_treatment_offer o set state = 'aside', ended_at = coalesce(o.ended_at, $3)
     where o.id = $1 and o.visit_id = $2 and o.state in ('open', 'aside') returning ${OFFER}`,
    [asked.id, asked.visitId, stamp(now)],
  );
