import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay, plusDays } from '#kernel/calendar.ts';
import { HOUR } from '#kernel/interval.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { URGENCIES } from '#kernel/urgency.ts';
import type { Forecast } from '#planning/forecast/types.ts';
import {
  NO_LIMITS,
  NOW,
  question,
  type Region,
  region,
  searchIn,
  ZONE,
} from '#planning/match/any-region.fixture.ts';
import { assignPlaces, type PlaceRow, placeTable } from '#planning/match/index.ts';
import { laterWhy, moveWhy, type NextMove, nextMoves, waitCost } from './index.ts';
import type { WaitingAt } from './moves.ts';

const DAYS = Array.from({ length: 14 }, (_, at) => plusDays(localDay(NOW, ZONE), at + 1));

/** From day `from` on so many are free for sure. */
const sure = (siteId: string, product: Forecast['product'], from: number, free: number): Forecast => ({
  ...{ siteId, product, madeAt: NOW, sameAsNow: 0, none: null },
  weekdayMean: DAYS.map(() => null),
  restsOn: { days: 60, stays: 100 },
  days: DAYS.map((day, at) => ({
    day,
    chance: Array.from({ length: free + 1 }, (_, k) => Number(k === (at + 1 >= from ? free : 0))),
  })),
});

const someone = (of: Region): fc.Arbitrary<Omit<WaitingAt, 'id'>> =>
  fc.record({
    asked: question,
    urgency: fc.constantFrom(...URGENCIES),
    ageBand: fc.constantFrom('80-84', '85-89'),
    sentAt: fc.integer({ min: 0, max: 40 }).map((hours) => NOW - hours * HOUR),
    askedUnits: fc
      .constantFrom(null, null, ...of.units)
      .map((unit) => new Set(unit === null ? [] : [unit.id])),
    noes: fc.integer({ min: 0, max: 2 }),
    inHospital: fc.boolean(),
  });

const morning = region.chain((of) =>
  fc.record({
    of: fc.constant(of),
    row: fc
      .array(someone(of), { maxLength: 6 })
      .map((all) => all.map((each, at) => ({ id: `r${at}`, ...each }))),
    forecasts: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 6 })), {
        minLength: of.sites.length,
        maxLength: of.sites.length,
      })
      .map((all) =>
        of.sites.flatMap(({ id }, at) =>
          PRODUCTS.map((product) => sure(id, product, all[at]?.[0] ?? 1, all[at]?.[1] ?? 0)),
        ),
      ),
  }),
);

const looking = (of: Region) => {
  const { freshness, admission } = searchIn(of, 0);
  return { freshness, admission, plate: new Map<string, number>() };
};

interface Morning {
  readonly of: Region;
  readonly row: readonly WaitingAt[];
  readonly forecasts: readonly Forecast[];
}

const movesOf = ({ of, row, forecasts }: Morning): NextMove[] =>
  nextMoves(row, { table: placeTable(of), assigning: looking(of), forecasts, zone: ZONE });

/** Care, needs, room and houses that were asked before, read out as a person would. */
const expectFits = (
  of: Region,
  { asked, askedUnits }: WaitingAt,
  seat: { readonly placeId: string },
): void => {
  const place = of.places.find(({ id }) => id === seat.placeId) as PlaceRow;
  expect(place.products).toContain(asked.product);
  expect(asked.needs.filter((need) => !place.properties.includes(need))).toEqual([]);
  expect(askedUnits.has(place.unitId)).toBe(false);
  expect(['any', asked.sex ?? place.room?.sex]).toContain(place.room?.sex ?? 'any');
};

const takenBy = ({ takes, now, later }: NextMove): string | undefined => {
  if (takes === 'none') return undefined;
  return takes === 'now' ? now?.placeId : later?.placeId;
};

describe('the best next move for everybody who waits', () => {
  it('gives no bed twice: not now, and not later', () => {
    fc.assert(
      fc.property(morning, (all) => {
        const taken = movesOf(all).flatMap((move) => takenBy(move) ?? []);
        expect(new Set(taken).size).toBe(taken.length);
      }),
      { numRuns: 300 },
    );
  });

  it('breaks no hard limit, asks no house again, and lets nobody wait who is in a hurry and can go now', () => {
    fc.assert(
      fc.property(morning, (all) => {
        const moves = movesOf(all);
        for (const { waiting, now, later } of moves)
          for (const seat of [now, later].filter((each) => each !== null)) expectFits(all.of, waiting, seat);
        const hurried = moves.filter(({ waiting }) => ['crisis', 'today'].includes(waiting.urgency));
        expect(hurried.filter(({ takes, now }) => takes === 'later' && now !== null)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('takes no place away from who has one in the plan: they keep it, or wait for one that is better for them', () => {
    fc.assert(
      fc.property(morning, (all) => {
        const plan = assignPlaces(placeTable(all.of), all.row, {
          ...looking(all.of),
          fits: 0,
          rejects: 0,
          others: 0,
        });
        const moves = new Map(movesOf(all).map((move) => [move.id, move]));
        const seated = plan.rows.filter(({ place }) => place !== null);
        expect(seated.filter(({ id }) => moves.get(id)?.takes === 'none')).toEqual([]);
        for (const { id, place } of seated) {
          const { takes, now, later, nowTotal } = moves.get(id) as NextMove;
          if (takes === 'now') expect(now?.placeId).toBe(place?.placeId);
          else expect(Number(later?.total)).toBeLessThan(Number(nowTotal));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the plan as it is when nothing can be said of the days ahead, in whatever order people are handed in', () => {
    fc.assert(
      fc.property(morning, (all) => {
        const moves = movesOf({ ...all, forecasts: [] });
        expect(moves.every(({ takes, later }) => takes !== 'later' && later === null)).toBe(true);
        expect(movesOf({ ...all, row: all.row.toReversed() })).toEqual(movesOf(all));
      }),
      { numRuns: 150 },
    );
  });
});

/** Two houses: one far with a free bed, one next door that is full. */
const twoHouses = (): Region => {
  const site = {
    zone: ZONE,
    languages: null,
    doctors: null,
    contracts: null,
    opens: [[NOW - HOUR, NOW + 900 * HOUR] as const],
  };
  const unit = { asOf: NOW, source: 'tap' as const, answersInMinutes: 10, legalTitles: null };
  const place = {
    products: ['elv-high' as const],
    properties: [],
    room: null,
    closedFor: null,
    availableUntil: Number.POSITIVE_INFINITY,
  };
  return {
    sites: [
      { ...site, id: 'far', lat: 53.4, lon: 6.5 },
      { ...site, id: 'near', lat: 52.9, lon: 6.5 },
    ],
    units: [
      { ...unit, id: 'u-far', siteId: 'far' },
      { ...unit, id: 'u-near', siteId: 'near' },
    ],
    places: [
      { ...place, id: 'p-far', unitId: 'u-far', state: 'free', availableFrom: NOW - HOUR },
      { ...place, id: 'p-near', unitId: 'u-near', state: 'occupied', availableFrom: NOW + 200 * HOUR },
    ],
  };
};

const person = (change: Partial<WaitingAt>): WaitingAt => ({
  ...{ id: 'a', urgency: 'planned', ageBand: '80-84', sentAt: NOW - HOUR, askedUnits: new Set(), noes: 0 },
  asked: {
    ...NO_LIMITS,
    product: 'elv-high',
    from: NOW,
    now: NOW,
    needs: [],
    home: { lat: 52.9, lon: 6.5 },
    partner: null,
    area: null,
  },
  inHospital: false,
  ...change,
});

const WORDS = { now: NOW, zone: ZONE };

describe('somebody who lives beside a house that is full', () => {
  const of = twoHouses();
  const forecasts = [sure('near', 'elv-high', 3, 1)];
  const moveFor = (change: Partial<WaitingAt>, more: readonly WaitingAt[] = []): NextMove =>
    movesOf({ of, row: [person(change), ...more], forecasts })[0] as NextMove;

  it('waits three days for it when it is planned, and hears what that costs', () => {
    const move = moveFor({ inHospital: true });
    expect(move).toMatchObject({
      takes: 'later',
      now: { siteId: 'far' },
      later: { siteId: 'near', later: { chance: 1 } },
    });
    expect(moveWhy(move).nl).toBe('Wachten loont: 56 km dichter bij huis.');
    if (move.later === null) throw new Error('somebody waits for it');
    expect(laterWhy(move.later, WORDS).nl).toBe('Verwacht: zondag 25 oktober, kans 100 %. 0,0 km van huis.');
    expect(waitCost(move.later, move).nl).toBe(
      'Wachten kost ongeveer 3 dagen in een ziekenhuisbed. Dat weegt als 14 km verder reizen.',
    );
  });

  it('goes far at once when it must be today', () => {
    const move = moveFor({ urgency: 'today' });
    expect(move).toMatchObject({ takes: 'now', now: { siteId: 'far' }, later: { siteId: 'near' } });
    expect(moveWhy(move).en).toBe('It is urgent: do not wait.');
  });

  it('goes far when it must be within three days and two have passed', () => {
    expect(moveFor({ urgency: 'within-72-hours', sentAt: NOW - 48 * HOUR }).takes).toBe('now');
  });

  it('lets the far place go to who has nothing else', () => {
    const other = person({ id: 'b', askedUnits: new Set(['u-near']) });
    const moves = movesOf({ of, row: [person({ noes: 2 }), other], forecasts });
    expect(moves.map(({ takes }) => takes)).toEqual(['later', 'now']);
    expect(moves[1]?.now?.placeId).toBe('p-far');
  });

  it('is not asked to wait for somebody else: who lives beside the free place keeps it', () => {
    const far = { lat: 53.4, lon: 6.5 };
    const own = person({ noes: 2 });
    const beside = { ...own, asked: { ...own.asked, home: far } };
    const other = person({ id: 'b', askedUnits: new Set(['u-near']) });
    const moves = movesOf({ of, row: [beside, other], forecasts });
    expect(moves.map(({ takes }) => takes)).toEqual(['now', 'none']);
  });

  it('hears that nothing is expected when nobody can say', () => {
    const [, second] = movesOf({ of, row: [person({ noes: 1 }), person({ id: 'b' })], forecasts: [] });
    expect(second).toMatchObject({ takes: 'none', now: null, later: null });
    expect(moveWhy(second as NextMove).nl).toMatch(/^Er is nu geen plek die past/);
  });
});
