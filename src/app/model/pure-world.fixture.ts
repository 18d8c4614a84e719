import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import { type Looking, standings } from '#modules/capacity/decide/standing.ts';
import { EXTRA, type Place, type PlaceState } from '#modules/capacity/types.ts';
import { BEDS, unitOfBed } from './acts.fixture.ts';
import * as bedActs from './pure-acts.fixture.ts';
import * as answers from './pure-answers.fixture.ts';
import * as asking from './pure-asking.fixture.ts';
import { followEvent, passTime } from './pure-follow.fixture.ts';
import * as plans from './pure-plan.fixture.ts';
import type { PureRoute } from './pure-route.fixture.ts';
import {
  allPlaces,
  type Decisions,
  factsOf,
  forbiddenIn,
  openPureBeds,
  ourDecisions,
  type PureBeds,
  sweep,
} from './pure-store.fixture.ts';
import type { Command, HouseRules, OfferFact, Reply, Truth, World } from './world.fixture.ts';

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
type Route = PureRoute;

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
      return asking.sendRequest(route, { ...command, person: `person-${command.person}` });
    case 'offer':
      return asking.offerBed(route, command.request, command);
    case 'accept':
      return answers.acceptOffer(route, command.offer, command);
    case 'refuse':
      return answers.refuseOffer(route, command.offer);
    case 'withdraw':
      return answers.withdrawOffer(route, command.offer);
    case 'alternative':
      return answers.proposeAlternative(route, command.offer, command.from);
    case 'askAgain':
      return answers.askAgain(route, command.offer);
    case 'decline':
      return answers.declineAlternative(route, command.offer);
    case 'choose':
      return answers.chooseOffer(route, command.offer);
    case 'plan':
      return plans.planAdmission(route, command.request, command.from);
    case 'arrive':
      return plans.confirmArrival(route, command.request, command.at);
    case 'notArrived':
      return answers.loseBed(route, command.request, 'not arrived');
    case 'close':
      return plans.closeRequest(route, command.request, 'withdrawn');
    default:
      return ok(null);
  }
};

const truthOf = ({ beds, rows }: Route): Truth => ({
  claims: beds.rows.claims.map((claim) => ({ ...claim, subject: claim.subject ?? claim.id })),
  closures: beds.rows.closures,
  diary: beds.rows.diary,
  requests: rows.requests.map(({ id, person, state }) => ({ id, person, state })),
  offers: rows.offers.map(
    ({ id, requestId, unitId, placeId, claimId, state, answerBy, byItself }): OfferFact => ({
      ...{ id, request: requestId, unit: unitId === UNITS[0] ? 0 : 1, place: placeId },
      ...{ claim: claimId, state, answerBy, byItself },
    }),
  ),
  responsible: rows.responsible,
});

const settle = (route: Route): void => {
  passTime(route);
  sweep(
    route.beds,
    allPlaces(route.beds).map((place) => place.id),
  );
  // What follows may itself move beds.
  while (route.beds.rows.events.length > 0) {
    const { events } = route.beds.rows;
    route.beds.rows = { ...route.beds.rows, events: [] };
    for (const event of events) followEvent(route, event);
  }
};

const lookingAt = (now: Instant): Looking => ({
  now,
  limits: DEFAULT_FRESHNESS,
  usual: 35 * DAY,
  admitsFrom: now,
  product: 'elv-high',
});

/** How the places of a unit stand, the ordinary ones or those beyond what there is. */
const statesOf = (beds: PureBeds, unitId: string, looking: Looking, extra: boolean): PlaceState[] => {
  const facts = factsOf(beds, unitId);
  return standings(facts, looking)
    .filter((_, index) => facts.places[index]?.labels.includes(EXTRA) === extra)
    .map((each) => each.state);
};

/** The house without a machine: decisions over facts in memory. `decide` may hold a wrong decision, to see it found. */
export const openPureWorld = (start: Instant, rules: HouseRules, decide: Decisions = ourDecisions): World => {
  let now = start;
  // After a clock went back, only the constraints know that somebody left in what is now the future.
  let wentBack = false;
  const beds = openPureBeds(PLACES, decide, () => now);
  const empty = { requests: [], offers: [], responsible: [] };
  const route: Route = { beds, units: UNITS, rules, rows: empty, made: 0 };
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
    rules,
    isPrompt: true,
    async perform(command, key) {
      const body = JSON.stringify(command);
      const known = keys.get(key);
      if (known === undefined) return once(command, key, body);
      return known.body === body ? { ok: true, answer: known.answer } : { ok: false, code: 'key-reused' };
    },
    settle: async () => settle(route),
    look: async () => truthOf(route),
    board: async () => UNITS.flatMap((unitId) => statesOf(beds, unitId, lookingAt(now), false)),
    extras: async () => UNITS.flatMap((unitId) => statesOf(beds, unitId, lookingAt(now), true)),
    setClock(to) {
      wentBack ||= to < now;
      now = to;
    },
  };
};
