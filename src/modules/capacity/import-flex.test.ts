import { describe, expect, it } from 'vitest';
import type { Product } from '#kernel/product.ts';
import type { KnownPlace } from './import-known.ts';
import { planPlaces } from './import-plan.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const address = { street: null, pc4: '9405', town: 'Assen', lat: 52.9, lon: 6.5, phone: '0592-001720' };
const site = {
  id: 's1',
  organisationId: 'o1',
  code: 'ES',
  name: 'De Es',
  zone: 'Europe/Amsterdam',
  ...address,
};
const unit = { id: 'u1', siteId: 's1', code: 'ES-A', name: 'Beuk', phone: null, email: null };
const bed = (flex: readonly Product[] | null): KnownPlace => ({
  ...{
    id: 'p1',
    unitId: 'u1',
    code: 'K1',
    products: ['elv-low'],
    properties: [],
    labels: [],
    ended: false,
    flex,
  },
});
const plan = (flex: string | undefined, before: KnownPlace) => {
  const row = { site_code: 'ES', unit_code: 'ES-A', place_code: 'K1', products: 'elv-low' };
  const cells = flex === undefined ? row : { ...row, flex };
  const known = { sites: [site], units: [unit], places: [before], claims: new Map() };
  return planPlaces({ rows: [{ number: 2, cells }], issues: [] }, known, NOW, () => 'new');
};

describe('what a flex bed can become, from a file', () => {
  it('is more than one kind of care, also what it is now', () => {
    expect(plan('elv-low|elv-high', bed(null)).changed).toMatchObject([{ flex: ['elv-low', 'elv-high'] }]);
    for (const wrong of ['elv-low', 'elv-high|grz'])
      expect(plan(wrong, bed(null)).errors, wrong).toMatchObject([{ row: 2, column: 'flex' }]);
  });

  it('is the same a second time, ends with an empty cell, and stays without the column', () => {
    const flexible = bed(['elv-high', 'elv-low']);
    expect(plan('elv-low|elv-high', flexible)).toMatchObject({ same: 1, changed: [] });
    expect(plan('', flexible).changed).toMatchObject([{ flex: null }]);
    expect(plan(undefined, flexible)).toMatchObject({ same: 1, changed: [] });
  });
});
