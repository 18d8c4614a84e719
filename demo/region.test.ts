import { describe, expect, it } from 'vitest';
import { metresBetween } from '#kernel/geo.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { ROLES } from '#modules/region/types.ts';
import { ORGANISATIONS } from './organisations.ts';
import { PLACES, unitsServing } from './places.ts';
import { POSTCODES } from './postcodes.ts';
import { openCast, PROFESSIONALS } from './professionals.ts';
import { regionContent } from './region.ts';
import { rosterOf } from './roster.ts';
import { SHAPES } from './shape.ts';
import { SITES, siteOf, UNITS, unitOf } from './sites.ts';

/** Real organisations and houses around Assen and their words: none of ours may be taken for one of them. */
const REAL = [
  'Zorggroep Drenthe',
  'Interzorg',
  'Icare',
  'Accolade',
  'Anholt',
  'Boshof',
  'Derkshoes',
  'ArendState',
  'Wilhelmina',
  'Martini',
  'Vanboeijen',
  'Lentis',
  'Buurtzorg',
  'Tangenborgh',
  'Treant',
  'Zorgzaak',
];

describe('the practice region', () => {
  it('has ids, codes and names of its own', () => {
    const all = [...ORGANISATIONS, ...SITES, ...UNITS, ...PROFESSIONALS, ...PLACES].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    for (const list of [ORGANISATIONS, SITES, UNITS]) {
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
      expect(list.filter(({ name }) => REAL.some((real) => name.includes(real)))).toEqual([]);
    }
  });

  it('lies in its own postcodes', () => {
    for (const site of SITES) {
      const postcode = POSTCODES.find((each) => each.pc4 === site.pc4);
      if (postcode === undefined) throw new Error(`${site.name} lies outside the region`);
      expect(metresBetween(site, postcode)).toBeLessThan(2_000);
    }
    const centre = POSTCODES.find((each) => each.pc4 === '9401');
    expect(POSTCODES.filter((each) => centre && metresBetween(each, centre) > 25_000)).toEqual([]);
  });

  it('can be reached by no telephone', () => {
    const numbers = [...ORGANISATIONS, ...SITES, ...UNITS, ...PROFESSIONALS].map(({ phone }) => phone);
    expect(numbers.filter((phone) => phone !== null && !/^0592-00 \d\d \d\d$/.test(phone))).toEqual([]);
  });

  it('has places for every product, about a hundred and ten in all', () => {
    expect(PLACES.length).toBeGreaterThan(100);
    expect(PLACES.length).toBeLessThan(125);
    for (const product of PRODUCTS) expect(unitsServing(product).length).toBeGreaterThan(0);
    expect(PLACES.filter((place) => place.unitId === unitOf('peelo-lijsterbes').id)).toHaveLength(14);
  });

  it('has somebody in every role, and at every ward a nurse and a doctor who answer', () => {
    for (const role of ROLES) expect(PROFESSIONALS.some((each) => each.role === role)).toBe(true);
    const cast = openCast(UNITS);
    for (const unit of UNITS) {
      const site = SITES.find((each) => each.id === unit.siteId);
      expect(cast.ward(unit.id).organisationId).toBe(site?.organisationId);
      expect(cast.doctor(site?.organisationId ?? '')).toMatch(/^dr\. /);
    }
  });

  it('sends a colleague when somebody is busy, and the same one when there is no colleague', () => {
    const lijsterbes = unitOf('peelo-lijsterbes').id;
    const [first] = PROFESSIONALS.filter((each) => each.unitId === lijsterbes);
    expect(openCast(UNITS).ward(lijsterbes)).toBe(first);
    expect(openCast(UNITS, new Set([first?.id ?? ''])).ward(lijsterbes)).not.toBe(first);
    const alone = PROFESSIONALS.filter((each) => each.role === 'region-manager');
    expect(openCast(UNITS, new Set(alone.map(({ id }) => id))).anyOf(['region-manager'])).toEqual(alone);
  });

  it('gives every ward a shape with room for those who are there', () => {
    for (const unit of UNITS) {
      const shape = SHAPES.find((each) => each.unitId === unit.id);
      const beds = PLACES.filter((place) => place.unitId === unit.id).length;
      expect(shape?.present ?? 0).toBeLessThanOrEqual(beds);
      expect(shape).toBeDefined();
    }
  });

  it('works by an agreement that all signed, with a proposal on the table that some still have to sign', () => {
    const now = Date.parse('2026-10-22T09:41:00Z');
    const { versions = [], signatures = [] } = regionContent(now);
    const [current, proposal] = versions;
    const signed = (id = '') => signatures.filter(({ agreementId }) => agreementId === id);
    const parties = ORGANISATIONS.filter(({ party }) => party);
    expect(signed(current?.id)).toHaveLength(parties.length);
    expect(signed(current?.id).at(-1)?.signedAt).toBe(current?.adoptedAt);
    expect(proposal).toMatchObject({ validFrom: '2026-10-26', answerMinutes: 30, adoptedAt: null });
    expect(signed(proposal?.id)).toHaveLength(4);
    const adviser = current?.consultOrganisationId;
    const doctors = PROFESSIONALS.filter(({ role }) => role === 'elderly-doctor');
    expect(doctors.map(({ organisationId }) => organisationId)).toContain(adviser);
  });

  it('takes turns in evenings and weekends, one site a product', () => {
    const roster = rosterOf('2026-11-20', '2026-11-22');
    const friday = roster.filter((duty) => duty.day === '2026-11-20' && duty.product === 'elv-high');
    const sunday = roster.filter((duty) => duty.day === '2026-11-22' && duty.product === 'elv-high');
    expect(friday.map((duty) => duty.halfDay)).toEqual(['evening']);
    expect(sunday.map((duty) => duty.halfDay)).toEqual(['morning', 'afternoon', 'evening']);
    expect(new Set(sunday.map((duty) => duty.siteId)).size).toBe(1);
    const weeks = ['2026-11-20', '2026-11-27', '2026-12-04'].map((day) => rosterOf(day, day)[0]?.siteId);
    expect(new Set(weeks).size).toBe(3);
    expect(weeks).toContain(siteOf('peelo').id);
  });
});
