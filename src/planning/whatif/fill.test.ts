import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#kernel/interval.ts';
import { estimate, ofFlow, play } from '#planning/simulate/index.ts';
import { fill } from './fill.ts';
import { fillWard, MONDAY, madeFacts, OFFICE } from './region.fixture.ts';
import { turn } from './turn.ts';
import type { FillFacts } from './types.ts';

const assumed = (facts: FillFacts, id: string) => fill(facts).assumptions.find((row) => row.id === id);

describe('a region filled from its own history', () => {
  it('finds again who asks, how long arranging takes and how long people stay', () => {
    const { model, misfits } = fill(madeFacts(600));
    const perWeek = model.flows.reduce((sum, flow) => sum + flow.perWeek, 0);
    expect(perWeek).toBeGreaterThan(12.5);
    expect(perWeek).toBeLessThan(15.5);
    const [flow] = model.flows;
    expect(flow?.triageHours).toBeCloseTo(2, 0);
    expect(flow?.transferHours).toBeGreaterThan(10.5);
    expect(flow?.transferHours).toBeLessThan(14);
    const days = flow?.endings.reduce((sum, end) => sum + end.share * (end.careDays + end.waitDays), 0);
    expect(days).toBeGreaterThan(18);
    expect(days).toBeLessThan(22.5);
    const waiting = flow?.endings.find(({ waitsFor }) => waitsFor === 'home-care');
    expect(waiting?.share).toBeCloseTo(0.5, 1);
    expect(waiting?.waitDays).toBeGreaterThan(8.5);
    expect(waiting?.waitDays).toBeLessThan(11.5);
    expect(misfits).toEqual([]);
  });

  it('takes who is still there into the length of a stay: leaving them out makes it too short', () => {
    const { model } = fill(madeFacts(60));
    const days = model.flows[0]?.endings.reduce(
      (sum, end) => sum + end.share * (end.careDays + end.waitDays),
      0,
    );
    expect(days).toBeGreaterThan(16);
  });

  it('counts the hours so far of who still waits for triage: leaving them out makes it look quick', () => {
    const facts = madeFacts(100);
    const [one] = facts.asks;
    if (one === undefined) throw new Error('nobody asked');
    const waiting = { ...one, triagedAt: null, acceptedAt: null, arrivedAt: null };
    const asks = [
      ...Array.from({ length: 30 }, () => ({ ...one, triagedAt: one.askedAt + 2 * HOUR })),
      ...Array.from({ length: 10 }, () => ({ ...waiting, askedAt: facts.now - 50 * HOUR })),
    ];
    // (30 × 2 + 10 × 50) hours over 30 who were seen, and ten of nought mixed in.
    expect(fill({ ...facts, asks }).model.flows[0]?.triageHours).toBeCloseTo(((560 / 30) * 30) / 40, 6);
  });

  it('takes a yes without triage as no triage at all, however long ago that was', () => {
    const facts = madeFacts(400);
    const asks = facts.asks.map((ask, i) => (i % 2 === 0 ? { ...ask, triagedAt: null } : ask));
    expect(fill({ ...facts, asks }).model.flows[0]?.triageHours).toBeCloseTo(1, 0);
  });

  it('knows how long people are willing to wait from those who stopped, in a small group from the whole region', () => {
    const facts = madeFacts(300);
    const stopped = facts.asks.slice(0, 40).map((ask) => ({
      ...ask,
      ...{ product: 'grz' as const, triagedAt: null, acceptedAt: null, arrivedAt: null },
      endedAt: ask.askedAt + 30 * HOUR,
    }));
    const { model, misfits } = fill({ ...facts, asks: [...facts.asks, ...stopped] });
    const patience = model.flows.map(({ product, patienceHours }) => [product, patienceHours] as const);
    expect(patience.filter(([product]) => product === 'grz').map(([, hours]) => hours)).toEqual(
      patience.filter(([product]) => product === 'grz').map(() => expect.closeTo(30, 6)),
    );
    expect(patience.find(([product]) => product === 'elv-high')?.[1]).toBeGreaterThan(30);
    expect(misfits).toEqual([{ code: 'no-beds', what: 'grz', figure: expect.any(Number) }]);
    expect(fill(facts).model.flows.every(({ patienceHours }) => patienceHours === null)).toBe(true);
  });

  it('does not count closed doors twice: the night inside a measured transfer is not arranging', () => {
    const asks = Array.from({ length: 400 }, (_, i) => {
      const askedAt = MONDAY + Math.floor(i / 5) * 7 * DAY + (i % 5) * DAY + 14 * HOUR;
      // Six hours of arranging end at eight in the evening: the door opens next morning, or on Monday.
      const arrivedAt = askedAt + ((i % 5) + 1 === 5 ? 66 : 18) * HOUR;
      const known = { origin: 'hospital', urgency: 'today', product: 'elv-high', ward: 'anholt' } as const;
      return { ...known, askedAt, triagedAt: askedAt, acceptedAt: askedAt, arrivedAt, endedAt: null };
    });
    const facts = { ...madeFacts(600), asks, wards: [fillWard({ admits: OFFICE })] };
    const measured = (4 * 18 + 66) / 5;
    const filled = fill(facts).model.flows[0]?.transferHours ?? 0;
    expect(filled).toBeLessThan(measured - 8);
    expect(filled).toBeGreaterThan(3);
  });

  it('uses the published number where the region has few people, and says so', () => {
    const facts = madeFacts(600);
    const few = { ...facts, asks: facts.asks.slice(0, 6), stays: [] };
    const rows = fill(few).assumptions;
    const transfer = rows.find(({ id }) => id.endsWith('transferHours'));
    expect(transfer?.from).toBe('published');
    expect(transfer?.source).toContain('Arntzen');
    expect(transfer?.value).toBeGreaterThan(20);
    expect(rows.find(({ id }) => id === 'product:elv-high:ending:wlz:careDays')?.value).toBeCloseTo(47.8, 9);
    expect(assumed(facts, 'flow:hospital-today-elv-high:transferHours')?.from).toBe('history');
  });

  it('adds all ways out up to one, whatever the region saw', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 200 }), fc.integer({ min: 0, max: 1e6 }), (days, seed) => {
        for (const { endings, byHour } of fill(madeFacts(days, seed)).model.flows) {
          expect(endings.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(byHour.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('tells starts that the region says from starts that its past tells, and plays both', () => {
    const { model, assumptions } = fill({
      ...madeFacts(60),
      openings: [
        { id: 'home-care', kind: 'home-care', startsPerWeek: 3 },
        { id: 'day-treatment', kind: 'day-treatment', startsPerWeek: 1.5, began: 12 },
      ],
    });
    expect(model.openings.map((opening) => Object.keys(opening))).toEqual([
      ['id', 'kind', 'startsPerWeek'],
      ['id', 'kind', 'startsPerWeek'],
    ]);
    expect(assumptions.filter(({ id }) => id.startsWith('opening:'))).toMatchObject([
      { value: 3, from: 'region', facts: 0 },
      { value: 1.5, from: 'history', facts: 12 },
    ]);
    // Without home care, half-days with staff keep people out of a bed.
    const helped = (starts: number): number => {
      const turned = turn(model, { product: null, starts: { 'home-care': 0, 'day-treatment': starts } });
      const played = play(turned, { seed: 1, years: 4, warmUpDays: 28, days: 364 });
      return model.flows.reduce(
        (sum, _, flow) => sum + (estimate(played, ofFlow(flow, 'atHome'))?.mean ?? 0),
        0,
      );
    };
    expect(helped(0)).toBe(0);
    expect(helped(0.5)).toBeGreaterThan(10);
    expect(helped(0.5)).toBeLessThan(27);
  });

  it('has nothing to play in an empty region, and says that nobody comes', () => {
    const { model, misfits } = fill({ ...madeFacts(100), asks: [], stays: [], wards: [] });
    expect(model.flows).toEqual([]);
    expect(misfits).toEqual([{ code: 'nobody-comes', what: 'region', figure: 0 }]);
  });

  it('says in words that four weeks have not passed, that beds are too few, or that there are none', () => {
    const facts = madeFacts(100);
    const codes = (over: Partial<FillFacts>) => fill({ ...facts, ...over }).misfits.map(({ code }) => code);
    expect(codes({ since: facts.now - 20 * DAY })).toContain('short-history');
    expect(codes({ wards: [fillWard({ beds: 20 })] })).toEqual(['overloaded']);
    expect(codes({ wards: [] })).toEqual(['no-beds']);
    expect(codes({ wards: [fillWard(), fillWard({ id: 'grz', product: 'grz' })] })).toEqual(['nobody-comes']);
  });

  it('shows no small group on its own: fewer than five go with others, and a product nobody asks is named', () => {
    const facts = madeFacts(300);
    const [one] = facts.asks;
    if (one === undefined) throw new Error('nobody asked');
    const asks = [...facts.asks, { ...one, urgency: 'crisis' as const }, { ...one, product: 'grz' as const }];
    const { model, misfits } = fill({ ...facts, asks });
    expect(model.flows.map(({ id }) => id).sort()).toEqual([
      'home-today-elv-high',
      'hospital-today-elv-high',
    ]);
    expect(misfits).toEqual([{ code: 'nobody-comes', what: 'grz', figure: 0 }]);
    const people = model.flows.reduce((sum, flow) => sum + flow.perWeek, 0);
    expect(people).toBeCloseTo((facts.asks.length + 1) / (300 / 7), 6);
  });

  it('fills ten thousand questions and stays in a moment', () => {
    const facts = madeFacts(5000);
    const begin = performance.now();
    fill(facts);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
