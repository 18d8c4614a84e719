import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { decideHold } from '#modules/capacity/decide/hold.ts';
import { lookAt, type UnitLook } from '#modules/capacity/picture.ts';
import type { UnitFacts } from '#modules/capacity/types.ts';
import {
  AGREEMENT,
  byDay,
  NOW,
  onMondays,
  pictureOf,
  silent,
  site,
  unitFacts,
  unitIds,
  units,
} from './any-region.test.ts';
import { boardOf, siteBoard } from './board.ts';
import { openBoard } from './board-bytes.ts';
import { whyOf } from './why.ts';

const boardAt = (facts: readonly UnitFacts[], at: Instant, hours = byDay) =>
  openBoard(pictureOf(facts, hours)).current(at).board;
const letters = (beds: string, letter: string): number => beds.split(letter).length - 1;
const servesIn = (facts: readonly UnitFacts[], siteId: string, product: Product): number =>
  facts
    .filter((each) => (each.unitId === 'u3') === (siteId === 's2'))
    .reduce((sum, each) => sum + each.places.filter((place) => place.products.includes(product)).length, 0);

describe('the board', () => {
  it('counts every bed once in a state: together they are all beds (I5)', () => {
    fc.assert(
      fc.property(units, (facts) => {
        const board = boardAt(facts, NOW);
        for (const row of board.rows) {
          const sum = [...'fshocu'].reduce((total, letter) => total + letters(row.beds, letter), 0);
          expect(sum).toBe(servesIn(facts, row.siteId, row.product));
          expect(row.held).toBe(letters(row.beds, 'h'));
          if (row.free !== null) expect(row.free).toBe(letters(row.beds, 'f'));
          else expect(row.beds).toMatch(/^u+$/);
        }
        const places = facts.reduce((sum, each) => sum + each.places.length, 0);
        expect(board.totals.places).toBe(places);
        for (const { product, free, held } of board.products) {
          const rows = board.rows.filter((row) => row.product === product);
          expect(free).toBe(rows.reduce((sum, row) => sum + letters(row.beds, 'f'), 0));
          expect(held).toBe(rows.reduce((sum, row) => sum + row.held, 0));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('calls a bed free only when somebody can have it (I5)', () => {
    fc.assert(
      fc.property(unitFacts('u1'), (facts) => {
        const look = lookAt(facts, AGREEMENT, () => byDay(NOW), NOW);
        for (const [product, mine] of look.products) {
          for (const index of mine.places.filter((each) => mine.standings[each]?.state === 'free')) {
            const command = {
              claimId: 'c',
              placeId: facts.places[index]?.id ?? '',
              subject: 's',
              product,
              from: NOW,
              expiresAt: NOW + HOUR,
            };
            expect(
              decideHold(facts, command, { now: NOW, limits: AGREEMENT, admitsFrom: NOW }),
            ).toMatchObject({ ok: true });
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never counts a figure that is too old, and says that it does not', () => {
    fc.assert(
      fc.property(units, (facts) => {
        const old = facts.map((each) => ({
          ...each,
          figure: { asOf: NOW - 13 * HOUR, source: 'tap' as const },
          published: each.published?.map((told) => ({ ...told, asOf: NOW - 13 * HOUR })) ?? null,
        }));
        const board = boardAt(old, NOW);
        expect(board.totals).toMatchObject({ free: 0, held: 0, unknownSites: 2 });
        for (const row of board.rows) {
          expect(row).toMatchObject({ free: null, soon: null, held: 0 });
          // A house that reports counts may never have told one for this care.
          expect(['too-old', 'never']).toContain(row.figure.phase);
        }
        const [first, ...rest] = old;
        if (first === undefined) throw new Error('no unit');
        const mixed = boardAt(
          [{ ...first, figure: { asOf: NOW, source: 'tap' }, published: null }, ...rest],
          NOW,
        );
        for (const product of new Set(rest[0]?.places.flatMap((place) => place.products))) {
          expect(mixed.products.find((each) => each.product === product)?.notCounted).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stays true until the moment it names', () => {
    const shown = (look: UnitLook, at: Instant): unknown => ({
      rows: siteBoard(site('s1'), [look], at).rows,
      best: look.best,
    });
    const borders = fc.integer({ min: 0, max: 12 * 24 });
    const walk = fc.property(
      unitFacts('u1'),
      fc.constantFrom(byDay, silent, onMondays),
      fc.array(borders, { minLength: 12, maxLength: 12 }),
      fc.boolean(),
      (unit, hours, later, ages) => {
        // An old figure hides everything else: half of these never grow old.
        const never = { figure: { asOf: NOW + 90 * DAY, source: 'tap' as const }, published: null };
        const facts: UnitFacts = ages ? unit : { ...unit, ...never };
        let at = NOW;
        for (let step = 0; step < 12; step++) {
          const look = lookAt(facts, AGREEMENT, () => hours(at), at);
          const now = at;
          expect(look.until).toBeGreaterThan(now);
          // Everything in these regions happens on whole hours from now, or one tick after.
          const moments = later
            .flatMap((hour) => [NOW + hour * HOUR, NOW + hour * HOUR + 1])
            .filter((moment) => moment > now && moment < look.until);
          for (const moment of [...moments, Math.min(look.until - 1, now + 40 * DAY)]) {
            expect(shown(look, now)).toEqual(
              shown(
                lookAt(facts, AGREEMENT, () => hours(moment), moment),
                moment,
              ),
            );
          }
          at = Math.min(look.until, now + 40 * DAY);
        }
      },
    );
    fc.assert(walk, { numRuns: 120 });
  }, 30_000);

  it('keeps its version and its bytes as long as nothing changes', () => {
    const [facts] = fc.sample(units, { numRuns: 1, seed: 7 });
    if (facts === undefined) throw new Error('no facts');
    const board = openBoard(pictureOf(facts));
    const first = board.current(NOW);
    expect(board.current(NOW + 1)).toBe(first);
    const changed = board.current(board.until);
    expect(changed.etag).not.toBe(first.etag);
    expect(JSON.parse(String(changed.body('').bytes))).toEqual(changed.board);
  });

  it('adds what comes within 24 hours to what comes within 72 hours and a week', () => {
    fc.assert(
      fc.property(units, (facts) => {
        for (const row of boardAt(facts, NOW).rows) {
          if (row.soon === null) continue;
          const [day, three, week] = row.soon;
          expect(day <= three && three <= week).toBe(true);
          expect(week).toBeLessThanOrEqual(row.beds.length - letters(row.beds, 'f') - letters(row.beds, 'h'));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same whatever order its sites are read in', () => {
    const [facts] = fc.sample(units, { numRuns: 1, seed: 3 });
    if (facts === undefined) throw new Error('no facts');
    const picture = pictureOf(facts);
    const looks = (id: keyof typeof unitIds) =>
      unitIds[id].flatMap((unitId) => picture.look(unitId, NOW) ?? []);
    const sites = (['s1', 's2'] as const).map((id) => [id, siteBoard(site(id), looks(id), NOW)] as const);
    const stand = { version: 'v', asOf: NOW };
    expect(boardOf(picture.region, new Map(sites), stand)).toEqual(
      boardOf(picture.region, new Map([...sites].reverse()), stand),
    );
  });

  it('shows numbers in which a sum ends', () => {
    fc.assert(
      fc.property(units, (facts) => {
        const picture = pictureOf(facts);
        for (const row of boardAt(facts, NOW).rows) {
          const why = whyOf(picture, site(row.siteId), row.product, NOW);
          const taken =
            why?.lines.filter((line) => line.state !== 'free').reduce((sum, line) => sum + line.count, 0) ??
            0;
          const total = servesIn(facts, row.siteId, row.product);
          expect(why).toMatchObject({ free: row.free, total });
          expect(why?.lines.at(-1)).toMatchObject({ state: 'free', count: total - taken });
          expect(why?.beds).toHaveLength(total);
          expect(row.free ?? total - taken).toBe(total - taken);
        }
      }),
      { numRuns: 80 },
    );
  });
});
