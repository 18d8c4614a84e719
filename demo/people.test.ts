import { describe, expect, it } from 'vitest';
import { ageOn } from '#kernel/age-band.ts';
import { isBsn } from '#kernel/bsn.ts';
import { KNOWN_NAMES } from './names.ts';
import { personOf } from './people.ts';
import { POSTCODES } from './postcodes.ts';
import { TEST_BSNS, TOLD_BSNS } from './test-bsns.ts';

const everybody = Array.from({ length: TEST_BSNS.length }, (_, n) => personOf(2026, n));

describe('invented residents', () => {
  it('have a number of the test range that passes the 11-test, and each their own', () => {
    const numbers = everybody.flatMap(({ bsn }) => bsn ?? []);
    for (const bsn of numbers) expect(/^9999\d{5}$/.test(bsn) && isBsn(bsn)).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
    // Who the guide tells of keeps theirs.
    expect(numbers.filter((bsn) => TOLD_BSNS.has(bsn))).toEqual([]);
    expect(everybody.length - numbers.length).toBeLessThanOrEqual(TOLD_BSNS.size);
  });

  it('never have a number that documentation or tests use', () => {
    const used = ['999911612', '999900079', '999911089', '999990019', '999994669'];
    expect(everybody.filter((person) => used.includes(person.bsn ?? ''))).toEqual([]);
  });

  it('are not called like somebody who exists and is known', () => {
    expect(KNOWN_NAMES.has('Harm Kuipers')).toBe(true);
    const kin = everybody.map((person) => (person.kinName ?? '').split(' ').slice(1).join(' '));
    expect(
      [...everybody.map((person) => person.name), ...kin].filter((name) => KNOWN_NAMES.has(name)),
    ).toEqual([]);
  });

  it('are 65 to 98 years old, most of them in their seventies and eighties', () => {
    const ages = everybody.map((person) => ageOn(person.birthDate, '2026-12-31'));
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(65);
    expect(Math.max(...ages)).toBeLessThanOrEqual(98);
    expect(ages.filter((age) => age >= 75 && age < 90).length).toBeGreaterThan(ages.length / 2);
  });

  it('live in the region, at telephone numbers that cannot exist', () => {
    const known = new Set(POSTCODES.map((postcode) => postcode.pc4));
    expect(everybody.filter((person) => !known.has(person.pc4 ?? ''))).toEqual([]);
    for (const { phone, kinPhone } of everybody) {
      expect(phone).toMatch(/^0592-00 \d\d \d\d$/);
      expect(kinPhone).toMatch(/^0592-00 \d\d \d\d$/);
    }
  });

  it('are the same people for the same seed, and others for another', () => {
    expect(personOf(7, 12)).toEqual(personOf(7, 12));
    expect(personOf(7, 12)).not.toEqual(personOf(8, 12));
  });

  it('come back as the same person when the numbers are used up', () => {
    expect(personOf(7, 3 + TEST_BSNS.length)).toEqual(personOf(7, 3));
  });
});
