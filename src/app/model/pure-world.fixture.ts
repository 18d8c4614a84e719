import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import { standings } from '#modules/capacity/decide/standing.ts';
import type { Place } from '#modules/capacity/types.ts';
import { BEDS, unitOfBed } from './acts.fixture.ts';
import * as bedActs from './pure-acts.fixture.ts';
import { expireOffers, followEvent } from './pure-follow.fixture.ts';
import * as routeActs from './pure-route.fixture.ts';
import {
  type Decisions,
  factsOf,
  forbiddenIn,
  openPureBeds,
  ourDecisions,
  sweep,
} from './pure-store.fixture.ts';
import type { Command, OfferFact, Reply, Truth, World } from './world.fixture.ts';

const UNITS = ['unit-0', 'unit-1'] as const;
const PLACES: readonly Place[] = BEDS.map((bed) => ({
  id: `place-${bed}`,
  unitId: UNITS[unitOfBed(bed)],
  code: String(bed),
  products: ['elv-high', 'wlz-crisis'],
  properties: [],
  labels: [],
}));

type Done = Result<unknown, Refusal>;
type Route = routeActs.PureRoute;

const onBeds = (route: Route, command: Command): Done | null => {
  const { beds } = route;
  switch (command.do) {
    case 'hold': {
      const { place: placeId, from, product } = command;
      const expiresAt = beds.now() + 45 * 60_000;
      return bedActs.holdBed(beds, {
        placeId,
        subject: 'gp',
        product,
        from: Math.max(from, beds.now()),
        expiresAt,
      });
    }
    case 'release':
      return bedActs.releaseBed(beds, command.claim);
    case 'expectedEnd':
      return bedActs.moveEnd(beds, command);
    case 'depart':
      return bedActs.departFromBed(beds, command);
    case 'move':
      return bedActs.moveToBed(beds, command);
    case 'closeBeds': {
      const { place: placeId, from, until } = command;
      return bedActs.closeBeds(beds, { unitId: UNITS[command.unit], placeId, from, until });
    }
    case 'openBeds':
      return bedActs.openBeds(beds, command.closure);
    case 'staff':
      return bedActs.staffBeds(beds, { ...command, unitId: UNITS[command.unit] });
    case 'confirm':
      return bedActs.confirmBeds(beds, UNITS[command.unit]);
    default:
      return null;
  }
};

const onRoute = (route: Route, command: Command): Done => {
  switch (command.do) {
    case 'send':
      return routeActs.sendRequest(route, { ...command, person: `person-${command.person}` });
    case 'offer':
      return routeActs.offerBed(route, command.request, command);
    case 'accept':
      return routeActs.acceptOffer(route, command.offer, command);
    case 'refuse':
      return routeActs.refuseOffer(route, command.offer);
    case 'withdraw':
      return routeActs.withdrawOffer(route, command.offer);
    case 'plan':
      return routeActs.planAdmission(route, command.request, command.from);
    case 'arrive':
      return routeActs.confirmArrival(route, command.request, command.at);
    case 'notArrived':
      return routeActs.loseBed(route, command.request, 'not arrived');
    case 'close':
      return routeActs.closeRequest(route, command.request, 'withdrawn');
    default:
      return ok(null);
  }
};

const truthOf = ({ beds, rows }: Route): Truth => ({
  claims: beds.rows.claims,
  closures: beds.rows.closures,
  diary: beds.rows.diary,
  requests: rows.requests.map(({ id, person, state }) => ({ id, person, state })),
  offers: rows.offers.map(
    ({ id, requestId, unitId, placeId, claimId, state, answerBy }): OfferFact => ({
      ...{ id, request: requestId, unit: unitId === UNITS[0] ? 0 : 1, place: placeId },
      ...{ claim: claimId, state, answerBy },
    }),
  ),
  responsible: rows.responsible,
});

const settle = (route: Route): void => {
  expireOffers(route);
  sweep(
    route.beds,
    PLACES.map((place) => place.id),
  );
  // What follows may itself move beds.
  while (route.beds.rows.events.length > 0) {
    const { events } = route.beds.rows;
    route.beds.rows = { ...route.beds.rows, events: [] };
    for (const event of events) followEvent(route, event);
  }
};

/** The house without a machine: decisions over facts in memory. `decide` may hold a wrong decision, to see it found. */
export const openPureWorld = (start: Instant, decide: Decisions = ourDecisions): World => {
  let now = start;
  // After a clock went back, only the constraints know that somebody left in what is now the future.
  let wentBack = false;
  const beds = openPureBeds(PLACES, decide, () => now);
  const route: Route = { beds, units: UNITS, rows: { requests: [], offers: [], responsible: [] }, made: 0 };
  const keys = new Map<string, { body: string; answer: string }>();
  const once = (command: Command, key: string, body: string): Reply => {
    const [bedRows, routeRows] = [beds.rows, route.rows];
    const done = onBeds(route, command) ?? onRoute(route, command);
    if (!done.ok) {
      [beds.rows, route.rows] = [bedRows, routeRows];
      return { ok: false, code: done.refusal.code };
    }
    const forbidden = forbiddenIn(beds.rows.claims);
    if (forbidden !== null) {
      if (!wentBack) throw new Error(`the database would refuse: ${forbidden}`);
      [beds.rows, route.rows] = [bedRows, routeRows];
      return { ok: false, code: 'place-taken' };
    }
    const answer = JSON.stringify(done.value);
    keys.set(key, { body, answer });
    return { ok: true, answer };
  };
  return {
    places: PLACES.map((place) => place.id),
    async perform(command, key) {
      const body = JSON.stringify(command);
      const known = keys.get(key);
      if (known === undefined) return once(command, key, body);
      return known.body === body ? { ok: true, answer: known.answer } : { ok: false, code: 'key-reused' };
    },
    settle: async () => settle(route),
    look: async () => truthOf(route),
    async board() {
      const looking = {
        now,
        limits: DEFAULT_FRESHNESS,
        usual: 35 * DAY,
        admitsFrom: now,
        product: 'elv-high' as const,
      };
      return UNITS.flatMap((unitId) => standings(factsOf(beds, unitId), looking).map((each) => each.state));
    },
    setClock(to) {
      wentBack ||= to < now;
      now = to;
    },
  };
};
