import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR } from '#kernel/interval.ts';
import { URGENCIES } from '#kernel/urgency.ts';
import { NOW, naiveScore, question, type Region, region, searchIn } from './any-region.fixture.ts';
import { type Assigning, assignPlaces, costsOf } from './assign.ts';
import { COST_PARTS, type Waiting } from './assign-costs.ts';
import type { Costs } from './assign-solve.ts';
import { type PlaceRow, placeTable } from './index.ts';

const someone = (of: Region): fc.Arbitrary<Omit<Waiting, 'id'>> =>
  fc.record({
    asked: question,
    urgency: fc.constantFrom(...URGENCIES),
    ageBand: fc.constantFrom('80-84', '85-89'),
    sentAt: fc.integer({ min: 0, max: 40 }).map((hours) => NOW - hours * HOUR),
    askedUnits: fc
      .constantFrom(null, null, ...of.units)
      .map((unit) => new Set(unit === null ? [] : [unit.id])),
    noes: fc.integer({ min: 0, max: 2 }),
  });

interface Morning {
  readonly of: Region;
  readonly waiting: readonly Waiting[];
  readonly plate: ReadonlyMap<string, number>;
}

/** A region, and up to six who wait for a place in it. */
const morning: fc.Arbitrary<Morning> = region.chain((of) =>
  fc.record({
    of: fc.constant(of),
    waiting: fc
      .array(someone(of), { maxLength: 6 })
      .map((all) => all.map((each, at) => ({ id: `r${at}`, ...each }))),
    plate: fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: of.sites.length, maxLength: of.sites.length })
      .map((counts) => new Map(of.sites.map(({ id }, at) => [id, counts[at] ?? 0]))),
  }),
);

const looking = ({ of, plate }: Pick<Morning, 'of' | 'plate'>): Assigning => ({
  ...searchIn(of, 0),
  others: 3,
  plate,
});

const planOf = ({ of, waiting, plate }: Morning) =>
  assignPlaces(placeTable(of), waiting, looking({ of, plate }));

/** The least sum by trying every place for everybody. */
const byTrying = (of: Costs, row = 0, taken: ReadonlySet<number> = new Set()): number => {
  if (row === of.rows) return 0;
  const tries = [(of.none[row] as number) + byTrying(of, row + 1, taken)];
  for (let at = of.starts[row] as number; at < (of.starts[row + 1] as number); at++) {
    const column = of.column[at] as number;
    if (!taken.has(column))
      tries.push((of.cost[at] as number) + byTrying(of, row + 1, new Set([...taken, column])));
  }
  return Math.min(...tries);
};

describe('the plan for everybody who waits', () => {
  it('is the best there is: no other way to place them costs less', () => {
    fc.assert(
      fc.property(
        morning.filter(({ of }) => of.places.length <= 9),
        (all) => {
          const costs = costsOf(placeTable(all.of), all.waiting, looking(all));
          fc.pre(costs.cost.length <= 24);
          const plan = planOf(all);
          expect(plan.total).toBe(byTrying(costs));
          const columnOf = plan.rows.reduce((sum, { place }) => sum + (place?.cost.total ?? 30_000_000), 0);
          expect(columnOf, 'the parts told are the sum that was weighed').toBe(plan.total);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('breaks no hard limit, gives no bed twice and asks no house again', () => {
    fc.assert(
      fc.property(morning, (all) => {
        const plan = planOf(all);
        const given = plan.rows.flatMap(({ place }) => place?.placeId ?? []);
        expect(new Set(given).size).toBe(given.length);
        for (const { id, place, others } of plan.rows) {
          const waiting = all.waiting.find((each) => each.id === id) as Waiting;
          for (const seat of [...(place === null ? [] : [place]), ...others]) {
            const row = all.of.places.find((each) => each.id === seat.placeId) as PlaceRow;
            expect(naiveScore(all.of, waiting.asked, row)).not.toBeNull();
            expect(waiting.askedUnits.has(seat.unitId)).toBe(false);
            expect(COST_PARTS.reduce((sum, part) => sum + seat.cost.parts[part], 0)).toBe(seat.cost.total);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out no place that fits and that nobody else gets', () => {
    fc.assert(
      fc.property(morning, (all) => {
        const plan = planOf(all);
        const given = new Set(plan.rows.flatMap(({ place }) => place?.placeId ?? []));
        for (const { id, place } of plan.rows.filter((row) => row.place === null)) {
          const { asked, askedUnits } = all.waiting.find((each) => each.id === id) as Waiting;
          const left = all.of.places.filter(
            (row) =>
              !given.has(row.id) && !askedUnits.has(row.unitId) && naiveScore(all.of, asked, row) !== null,
          );
          expect(left, String(place)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is never worse with one bed more', () => {
    fc.assert(
      fc.property(
        morning.filter(({ of }) => of.places.length > 0),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('a', 'z'),
        (all, like, where, name) => {
          const pattern = all.of.places[like % all.of.places.length] as PlaceRow;
          const unit = all.of.units[where % all.of.units.length]?.id ?? pattern.unitId;
          const bed: PlaceRow = { ...pattern, id: `${name}-more`, unitId: unit };
          const more = { ...all, of: { ...all.of, places: [...all.of.places, bed] } };
          expect(planOf(more).total).toBeLessThanOrEqual(planOf(all).total);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is the same plan in whatever order requests and beds are handed in', () => {
    fc.assert(
      fc.property(morning, (all) => {
        const other = {
          ...all,
          waiting: all.waiting.toReversed(),
          of: {
            sites: all.of.sites.toReversed(),
            units: all.of.units.toReversed(),
            places: all.of.places.toReversed(),
          },
        };
        expect(planOf(other)).toEqual(planOf(all));
        expect(planOf(all)).toEqual(planOf(all));
      }),
      { numRuns: 200 },
    );
  });

  it('is empty when nobody waits', () => {
    const empty = { sites: [], units: [], places: [] };
    expect(planOf({ of: empty, waiting: [], plate: new Map() })).toEqual({ rows: [], total: 0 });
  });
});
