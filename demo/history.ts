import { type Day, instantOf, localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { pick, seeded } from '#kernel/seeded.ts';
import { countTeam } from '#modules/capacity/index.ts';
import type { CLOSURE_REASONS } from '#modules/capacity/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { confirm, shut } from './acts.ts';
import { openAgenda } from './agenda.ts';
import { looksAt, nextAmong, siteOfUnit } from './beds.ts';
import { planDayTreatment } from './day-past.ts';
import { comeToAnEnd, type Journey, setOut } from './journey.ts';
import { courseOf, draw, minuteOfRequest, ORIGIN_OF, poisson, requestsPerDay } from './parameters.ts';
import { between, daytimeBefore, must, type Past } from './past.ts';
import { personOf } from './people.ts';
import { planPlacement, quickPlan } from './placement-plan.ts';
import { PLACES, unitsServing } from './places.ts';
import { openCast } from './professionals.ts';
import { lastWordOf, SHAPES } from './shape.ts';
import { planShaping } from './shaping.ts';
import { UNITS } from './sites.ts';
import { planSocial } from './social-past.ts';
import { historyStage } from './stage.ts';
import { planStaying } from './staying.ts';
import { TEAM_WORDS } from './teams.ts';
import { planToday } from './today.ts';
import { planTold } from './told.ts';

/** Which history is made: seed, the moment it ends, and how many days it lasts. */
export interface HistoryOf {
  readonly seed: number;
  readonly now: Instant;
  readonly days: number;
}

const openPast = (tx: Tx, region: Region, { seed, now }: HistoryOf): Past => {
  let people = 0;
  const lastWord = (unitId: string): Instant => lastWordOf(unitId, now);
  const shaping = (unitId: string) => daytimeBefore(lastWord(unitId) - 10 * MINUTE);
  const recent = SHAPES.filter((shape) => shape.figure.age < 5 * HOUR);
  return {
    tx,
    region,
    now,
    stage: historyStage(tx, region),
    cast: openCast(UNITS),
    nextPlaces: nextAmong((request, at) => {
      const units = unitsServing(request.product).filter((unitId) => at < shaping(unitId).from - 6 * HOUR);
      return looksAt(tx, region, units, at);
    }, region),
    agenda: openAgenda(),
    chance: seeded(seed),
    lastDay: Math.min(...recent.map((shape) => shaping(shape.unitId).from)) - 6 * HOUR,
    residents: new Map(),
    onDisplaced: new Map(),
    nextPerson: () => personOf(seed, people++),
    lastWord,
    shaping,
  };
};

/** Who was there already when the region began: they came earlier, and most of them have gone since. */
const planFirstResidents = (past: Past, began: Instant): void => {
  for (const { unitId, product } of SHAPES) {
    const beds = PLACES.filter((place) => place.unitId === unitId).length;
    for (let n = 0; n < Math.floor(beds * 0.85); n++) {
      const { stay, destination } = courseOf(past.chance, product);
      // Somebody found in a bed is on average halfway. Who is about to leave then is left out: it was quiet in the beginning.
      const been = stay * past.chance();
      if (stay - been < 6 * DAY) continue;
      const arrivesAt = Math.floor((began - been) / MINUTE) * MINUTE;
      const sentAt = arrivesAt - between(past.chance, 3, 30) * HOUR;
      planPlacement(past, {
        ...quickPlan(product, unitId, sentAt, arrivesAt),
        course: { stay, destination },
      });
    }
  }
};

const planRequests = (past: Past, day: Day, journeys: Journey[]): void => {
  const weekend = weekdayOf(day) > 5;
  for (const product of PRODUCTS) {
    // Five days and two quieter ones make a week.
    const count = poisson(past.chance, requestsPerDay(product) * 1.22);
    for (let n = 0; n < count; n++) {
      const origin = draw(past.chance, ORIGIN_OF[product]);
      const minute = minuteOfRequest(past.chance, origin, weekend);
      const at = minute === null ? null : instantOf(day, minute, REGION_ZONE);
      if (at === null || at >= past.lastDay) continue;
      past.agenda.add(at, async (when) => {
        journeys.push(await setOut(past, { product, origin }, when));
      });
    }
  }
};

/** Longer ago than this one look at the figures a day is history enough. */
const LONG_AGO = 10 * DAY;

/** Twice a day a ward stands by its figures, until it said its last word. */
const planConfirmations = (past: Past, day: Day): void => {
  const long = instantOf(day, 0, REGION_ZONE) < past.now - LONG_AGO;
  const wards = Map.groupBy(UNITS, (unit) => siteOfUnit(unit.id).organisationId);
  for (const units of wards.values()) {
    for (const minute of long ? [455] : [455, 1050]) {
      past.agenda.add(instantOf(day, minute + between(past.chance, 0, 40), REGION_ZONE), async (at) => {
        const open = units.filter((unit) => at < past.lastWord(unit.id) - 20 * MINUTE).map((unit) => unit.id);
        const linked = SHAPES.some((shape) => shape.unitId === open[0] && shape.figure.source === 'link');
        must(await confirm(past, at, open, linked ? 'link' : 'tap'), 'confirm figures');
      });
    }
  }
};

const CLOSED_FOR: readonly [reason: (typeof CLOSURE_REASONS)[number], days: number][] = [
  ['no-staff', 0.4],
  ['no-staff', 1],
  ['maintenance', 2],
  ['isolation', 4],
];

/** Now and then a ward closes an empty bed for a while. */
const planClosure = (past: Past, day: Day): void => {
  if (past.chance() > 0.3) return;
  past.agenda.add(instantOf(day, between(past.chance, 480, 900), REGION_ZONE), async (at) => {
    const { id: unitId } = pick(past.chance, UNITS);
    const [reason, days] = pick(past.chance, CLOSED_FOR);
    const until = at + days * DAY;
    if (until > past.shaping(unitId).from) return;
    const look = (await looksAt(past.tx, past.region, [unitId], at)).get(unitId);
    const free = look?.facts.places[look.best.indexOf('free')];
    if (free !== undefined)
      must(await shut(past, at, { unitId, placeId: free.id, reason, until }), 'close a bed');
  });
};

/** Each team tells its number for the first time some days ago, and says its last word when it is written down. */
const planTeams = (past: Past): void => {
  for (const { team, says, age } of TEAM_WORDS) {
    const who = past.cast.anyOf(['ward']).find((each) => each.organisationId === team.organisationId);
    if (who === undefined) throw new Error(`nobody of the practice region answers for ${team.name}`);
    for (const ago of [3 * DAY, age]) {
      const count = { ...says, teamId: team.id, freshUntil: null, source: 'tap' as const };
      past.agenda.add(past.now - ago, async (at) => {
        must(await past.stage.act(who, at, (tx, doing) => countTeam(tx, count, doing)), 'count a team');
      });
    }
  }
};

/**
 * Lets weeks of life pass through the services of the house, up to the moment the region is opened. The same seed and
 * the same moment give the same weeks.
 */
export const makeHistory = async (tx: Tx, region: Region, how: HistoryOf): Promise<void> => {
  const past = openPast(tx, region, how);
  const first = plusDays(localDay(how.now, REGION_ZONE), -how.days);
  const began = instantOf(first, 0, REGION_ZONE);
  const journeys: Journey[] = [];
  planTold(past);
  planStaying(past);
  planDayTreatment(past, how.seed);
  planSocial(past, how.seed);
  planFirstResidents(past, began);
  for (let n = 0; n <= how.days; n++) {
    const day = plusDays(first, n);
    planConfirmations(past, day);
    planRequests(past, day, journeys);
    planClosure(past, day);
  }
  past.agenda.add(past.lastDay, async (at) => {
    for (const journey of journeys) await comeToAnEnd(past, journey, at);
  });
  planShaping(past);
  planToday(past);
  planTeams(past);
  await past.agenda.runUntil(how.now);
};
