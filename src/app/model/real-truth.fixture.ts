import type pg from 'pg';
import { FOREVER, type Instant, type Interval } from '#kernel/interval.ts';
import type { Closure, NewClaim } from '#modules/capacity/types.ts';
import type { OfferFact, RequestFact, ResponsibleFact, Truth } from './world.fixture.ts';

const CLAIMS = `select id, place_id as "placeId", subject, kind, product, during, latest_end as "latestEnd",
  expires_at as "expiresAt", arrived_at as "arrivedAt", away_at as "awayAt", left_at as "leftAt",
  released_at as "releasedAt", displaced_at as "displacedAt", source, version from capacity_claim order by id`;
const REQUESTS = `select r.id, p.person_id as person, r.state from placement_request r
  join placement_person p on p.request_id = r.id order by r.id`;
const OFFERS = `select id, request_id as request, unit_id as unit, place_id as place, claim_id as claim, state,
  answer_by as "answerBy", by_itself as "byItself" from placement_offer order by id`;
const RESPONSIBLE = `select request_id as request, person_id as person, organisation_id as house, during
  from placement_responsibility order by lower(during)`;
const CLOSURES = `select id, unit_id as "unitId", place_id as "placeId", places, reason, during
  from capacity_closure order by id`;
const DIARY = "select event, subject from platform_diary where room = 'capacity' order by id";

/** The homes of the small region, by their organisation and their unit. */
export interface Homes {
  readonly organisations: readonly string[];
  readonly units: readonly string[];
}

type OfferRow = Omit<OfferFact, 'unit'> & { readonly unit: string };
type ResponsibleRow = Omit<ResponsibleFact, 'house' | 'from' | 'until'> & {
  readonly house: string;
  readonly during: Interval;
};

const numberIn = (list: readonly string[], id: string): 0 | 1 | null => {
  const index = list.indexOf(id);
  return index === 0 || index === 1 ? index : null;
};

const endless = (until: Instant): Instant => Math.min(until, FOREVER);

/** Reads everything that is so from the tables, as their owner; `client` reads instants as numbers. */
export const readTruth = async (client: pg.Client, homes: Homes): Promise<Truth> => {
  const all = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> =>
    (await client.query<Row>(text)).rows;
  const offers = await all<OfferRow>(OFFERS);
  const responsible = await all<ResponsibleRow>(RESPONSIBLE);
  return {
    claims: await all<NewClaim & pg.QueryResultRow>(CLAIMS),
    requests: await all<RequestFact & pg.QueryResultRow>(REQUESTS),
    closures: await all<Closure & pg.QueryResultRow>(CLOSURES),
    diary: await all(DIARY),
    offers: offers.map((offer) => ({ ...offer, unit: numberIn(homes.units, offer.unit) ?? 0 })),
    responsible: responsible.map(({ request, person, house, during }) => ({
      ...{ request, person, house: numberIn(homes.organisations, house) },
      ...{ from: during.from, until: endless(during.until) },
    })),
  };
};
