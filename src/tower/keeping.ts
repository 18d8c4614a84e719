import { isoFromInstant } from '#kernel/calendar.ts';
import { DAY, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Keeping } from './contract-keeping.ts';
import {
  type DoubtCourse,
  ENOUGH,
  keepingOf,
  type OfferCourse,
  type Party,
  type SearchCourse,
} from './keeping-fold.ts';

/** What was done long ago changes slowly: counted again after this. */
const COUNTED_FOR = 10 * MINUTE;

/** How the parties keep what they agreed, counted for everybody at once. */
export interface LiveKeeping {
  over(days: number, now: Instant): Promise<Keeping>;
}

/** The first word of a house: each of these is an answer, whatever became of it. */
const ANSWERS = ['accepted', 'willing', 'alternative', 'refused'];

const offersSince = (tx: Tx, since: Instant): Promise<OfferCourse[]> =>
  rows<OfferCourse>(
    tx,
    `select o.organisation_id as "houseId", r.referrer_org as "referrerId", o.sent_at as "sentAt",
       coalesce(told.answered, case when o.state = any($2) then o.answered_at end) as "answeredAt",
       o.state = 'expired' as expired, o.claim_id is not null as held,
       coalesce(o.refusal_code = 'no-capacity', false) as "noBed", coalesce(told.promised, false) as promised,
       coalesce(told.came, false) as came, coalesce(told.displaced, false) as displaced,
       coalesce(told.away, false) as "stayedAway"
     from placement_offer_view o join placement_request_view r on r.id = o.request_id
     left join (
       select offer_id, min(at) filter (where event = any($2)) as answered, bool_or(event in ('accepted', 'chosen')) as promised,
         bool_or(event = 'admitted') as came, bool_or(event = 'displaced') as displaced,
         bool_or(event = 'not-arrived') as away
       from placement_told_view where at > $1 group by offer_id) told on told.offer_id = o.id
     where o.sent_at > $1`,
    [stamp(since), ANSWERS],
  );

const searchesSince = (tx: Tx, since: Instant): Promise<SearchCourse[]> =>
  rows<SearchCourse>(
    tx,
    `select r.sent_at as "sentAt", case when r.crisis_route then 'crisis' else r.urgency end as urgency,
       coalesce(min(o.sent_at), case when r.close_reason <> 'withdrawn' then r.closed_at end) as "stepAt",
       r.closed_at as "closedAt"
     from placement_request_view r left join placement_offer_view o on o.request_id = r.id
     where r.sent_at > $1 and r.state <> 'draft'
     group by r.id, r.sent_at, r.crisis_route, r.urgency, r.close_reason, r.closed_at
     having min(o.sent_at) is null or min(o.sent_at) > r.sent_at`,
    [stamp(since)],
  );

const doubtsSince = (tx: Tx, since: Instant): Promise<DoubtCourse[]> =>
  rows<DoubtCourse>(
    tx,
    `select u.organisation_id as "houseId", d.outcome = 'corrected' as corrected
     from capacity_doubt_view d join region_unit_view u on u.unit_id = d.unit_id
     where d.at > $1 and d.outcome in ('right', 'corrected')`,
    [stamp(since)],
  );

const partiesIn = ({ region }: Picture): Party[] => {
  const siteIds = new Set(region.units.map(({ siteId }) => siteId));
  const withBeds = new Set(
    region.sites.filter(({ id }) => siteIds.has(id)).map(({ organisationId }) => organisationId),
  );
  return region.organisations
    .filter(({ party }) => party)
    .map(({ id, name }) => ({
      id,
      name,
      hasBeds: withBeds.has(id),
      isDesk: id === region.agreement.deskOrganisationId,
    }));
};

/** Opens the counting. It is done in the name of the desk, which knows every request; only counts leave it. */
export const openKeeping = (database: Database, picture: Picture): LiveKeeping => {
  const known = new Map<number, { readonly at: Instant; readonly keeping: Promise<Keeping> }>();

  const count = async (days: number, now: Instant): Promise<Keeping> => {
    const { agreement } = picture.region;
    const since = now - days * DAY;
    const acting = byHouse('tower', agreement.deskOrganisationId);
    const deeds = await database.transaction(acting, async (tx) => ({
      offers: await offersSince(tx, since),
      searches: await searchesSince(tx, since),
      doubts: await doubtsSince(tx, since),
    }));
    const { searchMinutes } = agreement;
    return {
      from: isoFromInstant(since),
      asOf: isoFromInstant(now),
      enough: ENOUGH,
      rows: keepingOf(partiesIn(picture), { ...deeds, searchMinutes, now }),
    };
  };
  return {
    over(days, now) {
      const before = known.get(days);
      if (before !== undefined && before.at <= now && now - before.at < COUNTED_FOR) return before.keeping;
      const keeping = count(days, now);
      known.set(days, { at: now, keeping });
      // A count that failed is not an answer: the next who asks tries again.
      keeping.catch(() => {
        if (known.get(days)?.keeping === keeping) known.delete(days);
      });
      return keeping;
    },
  };
};
