import { describe, expect, it } from 'vitest';
import { ageBand, ageOn, isBirthDate } from './age-band.ts';
import { isBsn } from './bsn.ts';
import { metresBetween } from './geo.ts';

describe('a citizen service number', () => {
  it.each(['999911612', '999900079', '999911089', '999990019', '111222333'])(
    'passes the 11-test: %s',
    (bsn) => {
      expect(isBsn(bsn)).toBe(true);
    },
  );
  it.each(['999911613', '000000000', '12345678', '1234567890', '99991161a', ''])('does not: %j', (bsn) => {
    expect(isBsn(bsn)).toBe(false);
  });
});

describe('an age', () => {
  it('changes on the birthday itself', () => {
    expect(ageOn('1941-05-02', '2026-05-01')).toBe(84);
    expect(ageOn('1941-05-02', '2026-05-02')).toBe(85);
  });
  it('is told in bands of five years, and wider where few people are', () => {
    expect(ageBand('1941-05-02', '2026-05-02')).toBe('85-89');
    expect(ageBand('1941-05-03', '2026-05-02')).toBe('80-84');
    expect(ageBand('1920-01-01', '2026-05-02')).toBe('100+');
    expect(ageBand('2012-01-01', '2026-05-02')).toBe('0-17');
    expect(ageBand('2007-01-01', '2026-05-02')).toBe('18-19');
  });
  it('cannot begin tomorrow, or before anyone alive was born', () => {
    expect(isBirthDate('2026-05-03', '2026-05-02')).toBe(false);
    expect(isBirthDate('1890-01-01', '2026-05-02')).toBe(false);
    expect(isBirthDate('1941-05-02', '2026-05-02')).toBe(true);
  });
});

it('measures from Assen to Gieten some fourteen kilometres as the crow flies', () => {
  const metres = metresBetween({ lat: 52.9925, lon: 6.5649 }, { lat: 53.0036, lon: 6.7659 });
  expect(metres).toBeGreaterThan(13_000);
  expect(metres).toBeLessThan(14_500);
});
