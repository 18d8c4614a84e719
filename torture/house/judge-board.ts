import { halfDayAt } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import { type Product, USUAL_DAYS } from '#kernel/product.ts';
import type { Board } from '#tower/contract.ts';
import { asOwner } from './judge.ts';

type State = 'free' | 'held' | 'occupied' | 'closed';

interface PlaceRow {
  readonly id: string;
  readonly unit: string;
  readonly zone: string;
  readonly products: readonly Product[];
}
interface ClaimRow {
  readonly place: string;
  readonly kind: string;
  readonly from: number;
  readonly until: number;
  readonly expires: number | null;
  readonly here: boolean;
}
interface ClosureRow {
  readonly unit: string;
  readonly place: string | null;
  readonly places: number;
  readonly from: number;
  readonly until: number;
}
interface StaffRow {
  readonly unit: string;
  readonly day: string;
  readonly halfDay: string;
  readonly staffed: number;
}

/** All that decides how beds stand, as it is in the tables. */
export interface BedFacts {
  readonly places: readonly PlaceRow[];
  readonly claims: readonly ClaimRow[];
  readonly closures: readonly ClosureRow[];
  readonly staffing: readonly StaffRow[];
}

/** How many beds of a unit there are for a care, by how they stand. */
export type Counted = Readonly<Record<State, number>>;

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
const PLACES = `select p.id, p.unit_id as unit, s.zone, p.products from capacity_place p
  join region_unit u on u.id = p.unit_id join region_site s on s.id = u.site_id where p.ended_at is null`;
const CLAIMS = `select place_id as place, kind, ${ms('lower(during)')} as "from", ${ms('upper(during)')} as until,
    ${ms('expires_at')} as expires, arrived_at is not null as here
  from capacity_claim where left_at is null and released_at is null and displaced_at is null and kind <> 'treatment'`;
const CLOSURES = `select unit_id as unit, place_id as place, places, ${ms('lower(during)')} as "from", ${ms('upper(during)')} as until
  from capacity_closure`;
const STAFFING = `select unit_id as unit, day::text as day, half_day as "halfDay", staffed from capacity_staffing`;

/** Reads the facts, as the owner of the tables. */
export const bedFactsIn = (url: string): Promise<BedFacts> =>
  asOwner(url, async (client) => ({
    places: (await client.query<PlaceRow>(PLACES)).rows,
    claims: (await client.query<ClaimRow>(CLAIMS)).rows,
    closures: (await client.query<ClosureRow>(CLOSURES)).rows,
    staffing: (await client.query<StaffRow>(STAFFING)).rows,
  }));

const runs = (row: { readonly from: number; readonly until: number }, at: Instant): boolean =>
  row.from <= at && at < row.until;

/** One bed, whatever the others are: somebody in it, shut, promised, being cleaned, or free for as long as is usual. */
const stateOf = (
  claims: readonly ClaimRow[],
  shut: boolean,
  { at, product }: { readonly at: Instant; readonly product: Product },
): State => {
  const standing = claims.filter(({ expires }) => expires === null || expires > at);
  const plans = standing.filter(({ kind }) => kind !== 'cleaning');
  if (plans.some(({ here }) => here)) return 'occupied';
  if (shut) return 'closed';
  if (plans.some((plan) => runs(plan, at))) return 'held';
  if (standing.some((each) => each.kind === 'cleaning' && runs(each, at))) return 'closed';
  const soon = plans.some(({ from }) => from >= at && from - at < USUAL_DAYS[product] * DAY);
  return soon ? 'held' : 'free';
};

const countUnit = (
  facts: BedFacts,
  unit: string,
  look: { readonly at: Instant; readonly product: Product },
): Counted => {
  const places = facts.places.filter((place) => place.unit === unit);
  const closures = facts.closures.filter((each) => each.unit === unit && runs(each, look.at));
  const states = places.map(({ id }) =>
    stateOf(
      facts.claims.filter((claim) => claim.place === id),
      closures.some(({ place }) => place === id),
      look,
    ),
  );
  const of = (state: State): number => states.filter((each) => each === state).length;
  const unnamed = closures.reduce((sum, each) => sum + (each.place === null ? each.places : 0), 0);
  const { day, halfDay } = halfDayAt(look.at, places[0]?.zone ?? 'UTC');
  const staffed =
    facts.staffing.find((row) => row.unit === unit && row.day === day && row.halfDay === halfDay)?.staffed ??
    places.length;
  // Staff is for who is there or expected first; what has none, or was shut without saying which, is not free.
  const hands = Math.max(0, staffed - of('occupied') - of('held'));
  const free = Math.min(Math.max(0, of('free') - unnamed), hands);
  return {
    ...{ free, held: of('held'), occupied: of('occupied') },
    closed: of('closed') + of('free') - free,
  };
};

/** The fold of the facts at a moment: per unit and care how many beds are free, held, occupied and closed. */
const foldBeds = (facts: BedFacts, at: Instant): Map<string, Counted> => {
  const fold = new Map<string, Counted>();
  for (const { unit, products } of facts.places)
    for (const product of products) {
      const key = `${unit} ${product}`;
      if (!fold.has(key)) fold.set(key, countUnit(facts, unit, { at, product }));
    }
  return fold;
};

const letters = (beds: string, which: string): number =>
  [...beds].filter((each) => which.includes(each)).length;

/** Where a board says otherwise than the facts, line by line. */
export const boardDiffers = (facts: BedFacts, board: Pick<Board, 'asOf' | 'rows' | 'totals'>): string[] => {
  const fold = foldBeds(facts, Date.parse(board.asOf));
  const shown = new Map(
    board.rows.map(({ unitId, product, beds, free, held }): [string, Counted] => [
      `${unitId} ${product}`,
      { free: free ?? -1, held, occupied: letters(beds, 'os'), closed: letters(beds, 'c') },
    ]),
  );
  const places = board.totals.places === facts.places.length ? [] : ['the number of beds'];
  const keys = new Set([...fold.keys(), ...shown.keys()]);
  return [
    ...places,
    ...[...keys].flatMap((key) => {
      const [wanted, found] = [fold.get(key), shown.get(key)].map((each) => JSON.stringify(each));
      return wanted === found ? [] : [`${key}: ${found} instead of ${wanted}`];
    }),
  ];
};
