import { describe, expect, it } from 'vitest';
import { estimateFlow, estimateWard } from '#planning/simulate/estimate.ts';
import { play } from '#planning/simulate/index.ts';
import type { Estimate, SimModel } from '#planning/simulate/types.ts';
import { assumptionWords } from './assumption-words.ts';
import { conclude, dilemmaOf, misfitWords } from './conclude.ts';
import { fill } from './fill.ts';
import { misfitsOf } from './misfits.ts';
import { PARTY_ASSUMPTIONS, partyRows } from './parties.ts';
import { quick } from './quick.ts';
import { ALWAYS, madeFacts, OFFICE, simFlow, simModel, simWard } from './region.fixture.ts';
import { turn } from './turn.ts';
import { type Levers, PARTIES, type PartyRow, PRICE_CODES } from './types.ts';

const RUN = { seed: 7, years: 40, warmUpDays: 140, days: 364 };
const PRICES = PRICE_CODES.map((code) => ({ code, euros: 100, source: 'oefenbedrag', year: 2026 }));

const amsterdam = simModel({
  wards: [
    simWard({ beds: 90, admits: OFFICE }),
    simWard({ id: 'logeren', product: 'respite', beds: 4, admits: OFFICE }),
  ],
  flows: [
    simFlow({ perWeek: 6.5, transferHours: 36 }),
    simFlow({
      id: 'spoed',
      origin: 'emergency',
      perWeek: 4,
      transferHours: 36,
      hospitalAfterHours: 24,
      hospitalDays: 5,
    }),
    simFlow({ id: 'zkh', origin: 'hospital', perWeek: 4.5, transferHours: 36 }),
  ],
});

const playedOf = (model: SimModel) => ({ model, result: play(model, RUN) });
const base = playedOf(amsterdam);
const rowsOf = (levers: Omit<Levers, 'product'>, prices = PRICES): PartyRow[] =>
  partyRows(base, playedOf(turn(amsterdam, { product: null, ...levers })), prices);
const row = (rows: readonly PartyRow[], party: PartyRow['party']): PartyRow => {
  const found = rows.find((each) => each.party === party);
  if (found === undefined) throw new Error(`no row for ${party}`);
  return found;
};

const turns = rowsOf({ admits: ALWAYS, transferHours: 4 });

describe('what a change does to each party', () => {
  it('lists the seven parties in the order of the screen, each in its own figure', () => {
    expect(turns.map(({ party }) => party)).toEqual([...PARTIES]);
    expect(row(turns, 'gp').now.mean).toBeGreaterThan(1.5);
    expect(row(turns, 'gp').after.mean).toBeLessThan(0.5);
    expect(row(turns, 'residents').after.mean).toBeGreaterThan(0.95);
  });

  it('shows that faster arranging and open doors free hospital days and cost shifts', () => {
    expect(row(turns, 'hospital')).toMatchObject({ unclear: false, money: { kind: 'gains' } });
    expect(row(turns, 'hospital').freed.change?.mean).toBeGreaterThan(0);
    expect(row(turns, 'gp').freed.change?.mean).toBeGreaterThan(0);
    expect(row(turns, 'care-provider')).toMatchObject({ unclear: false, money: { kind: 'pays' } });
    expect(dilemmaOf(turns)).toMatchObject({ pays: ['care-provider'] });
    expect(dilemmaOf(turns)?.gains).toContain('hospital');
  });

  it('says nothing changes when nothing is turned, and calls no chance a difference', () => {
    for (const { difference, unclear, money } of rowsOf({})) {
      expect([difference.mean, difference.from, difference.until]).toEqual([0, 0, 0]);
      expect([unclear, money.kind]).toEqual([true, 'none']);
    }
    expect(conclude(rowsOf({}), { years: 40, misfits: [], agreed: false }).map(({ code }) => code)).toEqual([
      'nothing',
    ]);
    expect(dilemmaOf(rowsOf({}))).toBeNull();
  });

  it('makes money only of a price: without one there is none, for a practice and a resident never', () => {
    const free = rowsOf({ admits: ALWAYS }, []);
    expect(free.every(({ money }) => money.kind === 'none')).toBe(true);
    for (const party of ['gp', 'residents'] as const) expect(row(turns, party).money.kind).toBe('none');
    const half = PRICES.map((price) => ({ ...price, euros: 50 }));
    const cheap = row(rowsOf({ admits: ALWAYS, transferHours: 4 }, half), 'hospital').money.mean;
    expect(cheap).toBeCloseTo(row(turns, 'hospital').money.mean / 2, 6);
  });

  it('counts staff for the beds that open in the weekend', () => {
    const [some, more] = [0.5, 1].map((weekendStaff) => {
      const model = turn(amsterdam, { product: null, weekendStaff });
      return row(partyRows(base, playedOf(model), PRICES), 'care-provider').after.mean;
    });
    const [hours, fte] = ['weekendHours', 'fteHours'].map(
      (name) => PARTY_ASSUMPTIONS.find(({ id }) => id.endsWith(name))?.value ?? 0,
    ) as [number, number];
    expect((more as number) - (some as number)).toBeCloseTo((47 * (365 / 7) * hours) / fte, 0);
  });

  it('lets a guess behind a party be typed over', () => {
    const changed = playedOf(turn(amsterdam, { product: null, admits: ALWAYS }));
    const [one, two] = [0.25, 0.5].map(
      (hours) =>
        row(partyRows(base, changed, PRICES, { 'party:gp:callingHours': hours }), 'gp').freed.change?.mean ??
        0,
    ) as [number, number];
    expect(two).toBeCloseTo(2 * one, 6);
  });
});

describe('the conclusion in plain words', () => {
  const said = conclude(turns, { years: 40, misfits: [], agreed: false });

  it('says per party what changes, between which numbers, who gains, who pays and that nothing is agreed', () => {
    const hospital = said.find(({ code, party }) => code === 'change' && party === 'hospital');
    expect(hospital?.sentence.nl).toMatch(
      /^Het ziekenhuis wint [\d.]+ beddagen per jaar \(tussen [\d.]+ en [\d.]+\)\.$/,
    );
    expect(hospital?.sentence.en).toMatch(/^The hospital gains [\d,]+ bed days a year \(between /);
    expect(said.map(({ code }) => code).slice(-3)).toEqual(['dilemma', 'no-agreement', 'certainty']);
    expect(conclude(turns, { years: 40, misfits: [], agreed: true }).map(({ code }) => code)).not.toContain(
      'no-agreement',
    );
  });

  it('puts together for whom the difference is too small to know', () => {
    const rows = turns.map((each) =>
      each.party === 'insurer' || each.party === 'home-care'
        ? { ...each, unclear: true, difference: { ...each.difference, from: -1, until: 1 } }
        : each,
    );
    expect(
      conclude(rows, { years: 40, misfits: [], agreed: false }).map(({ sentence }) => sentence.nl),
    ).toContain('Voor de thuiszorg en de zorgverzekeraar is het verschil te klein om te weten.');
  });

  it('keeps every sentence within twenty words, in both languages', () => {
    const misfits = (['short-history', 'overloaded', 'no-beds', 'nobody-comes'] as const).flatMap((code) =>
      ['elv-high', 'region', 'pool-1'].map((what) => misfitWords({ code, what, figure: 1.2 })),
    );
    const opposite = rowsOf({ beds: { anholt: -4 }, transferHours: 48 });
    const more = conclude(opposite, { years: 1000, misfits: [], agreed: false });
    for (const sentence of [
      ...misfits,
      ...said.map((each) => each.sentence),
      ...more.map((each) => each.sentence),
    ])
      for (const text of Object.values(sentence))
        for (const one of text.split(/(?<=[.?:]) /))
          expect(one.split(' ').length, one).toBeLessThanOrEqual(20);
  });

  it('names every assumption in words, never by its path', () => {
    const { model, assumptions } = fill(madeFacts(200));
    for (const { id } of [...assumptions, ...PARTY_ASSUMPTIONS]) {
      const { nl, en } = assumptionWords(id, model);
      expect(`${nl} ${en}`).not.toMatch(/[a-z][A-Z]|flow:|product:|undefined|\{/);
    }
    expect(assumptionWords('ward:anholt:beds', model).nl).toBe('De Anholt, ELV hoog: bedden');
  });
});

describe('the first answer beside what is played', () => {
  it('is near it: waits within a tenth, shares within five points, beds in use within two', () => {
    for (const levers of [{}, { admits: ALWAYS, transferHours: 4 }, { beds: { anholt: 10 } }]) {
      const model = turn(amsterdam, { product: null, ...levers });
      const { result } = playedOf(model);
      const answer = quick(model);
      const off = (formula: number | null | undefined, played: Estimate | null): number =>
        Math.abs((formula ?? Number.NaN) - (played?.mean ?? Number.NaN));
      const wait = estimateFlow(result, 0, 'waitHours');
      expect(off(answer.flows[0]?.waitHours, wait)).toBeLessThan(Math.max(2.4, (wait?.mean ?? 0) / 10));
      expect(off(answer.flows[0]?.within3Days, estimateFlow(result, 0, 'within3Days'))).toBeLessThan(0.05);
      expect(off(answer.flows[1]?.toHospital, estimateFlow(result, 1, 'toHospital'))).toBeLessThan(0.05);
      expect(off(answer.wards[0]?.occupied, estimateWard(result, 0, 'occupied'))).toBeLessThan(0.02);
    }
  });

  it('stands where people stop waiting too: a region with more people than beds that does not only grow', () => {
    const crowded = simModel({
      wards: [simWard({ beds: 100 })],
      flows: [simFlow({ transferHours: 36, patienceHours: 60 })],
    });
    const { result } = playedOf(crowded);
    const [flow] = quick(crowded).flows;
    const years = RUN.days / 365;
    const placed = (estimateFlow(result, 0, 'placed')?.mean ?? 0) / years;
    expect(Math.abs((flow?.perYear ?? 0) / placed - 1)).toBeLessThan(0.05);
    const occupied = estimateWard(result, 0, 'occupied')?.mean ?? 0;
    expect(Math.abs((quick(crowded).wards[0]?.occupied ?? 0) - occupied)).toBeLessThan(0.03);
    expect(misfitsOf(crowded, 100)).toEqual([]);
    expect(misfitsOf(simModel({ ...crowded, flows: [simFlow()] }), 100).map(({ code }) => code)).toEqual([
      'overloaded',
    ]);
  });

  it('counts who stands in line into who has a bed within three days', () => {
    const crowded = simModel({ wards: [simWard({ beds: 112 })], flows: [simFlow({ transferHours: 0 })] });
    const played = estimateFlow(play(crowded, { ...RUN, warmUpDays: 728 }), 0, 'within3Days');
    expect(played?.mean).toBeLessThan(0.93);
    expect(Math.abs((quick(crowded).flows[0]?.within3Days ?? 0) - (played?.mean ?? 1))).toBeLessThan(0.12);
  });
});
