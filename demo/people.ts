import { plusDays } from '#kernel/calendar.ts';
import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import { KNOWN_NAMES, MEN, SURNAMES, WOMEN } from './names.ts';
import { PROFESSIONALS } from './professionals.ts';
import { TEST_BSNS, TOLD_BSNS } from './test-bsns.ts';

/** A stride without a common factor with the length walks through all numbers before the first comes back. */
const STRIDE = 3_571;

const CITY = '9401 9402 9403 9404 9405 9405 9406 9406 9407 9408 9408'.split(' ');
const AROUND = (
  '9331 9341 9409 9414 9421 9422 9431 9443 9444 9451 9451 9451 9454 9458 9461 9461 9462 9463 9465 9466 9467 9468 9471 9471 ' +
  '9481 9481 9482 9483 9484 9486 9491 9761'
).split(' ');
const KIN = ['dochter', 'zoon', 'partner', 'zus', 'nicht', 'buurvrouw'];

const YOUNGEST = '1960-12-31';
const YEARS = 31;

/** Two digits that follow -00: no such number was ever given out. */
const phone = (chance: Chance): string => {
  const digits = String(Math.floor(chance() * 10_000)).padStart(4, '0');
  return `0592-00 ${digits.slice(0, 2)} ${digits.slice(2)}`;
};

const nameOf = (chance: Chance, women: boolean): string => {
  for (;;) {
    const name = `${pick(chance, women ? WOMEN : MEN)} ${pick(chance, SURNAMES)}`;
    if (!KNOWN_NAMES.has(name)) return name;
  }
};

/** Most are in their eighties: the sum of three throws, from 65 to 97 years at the end of 2026. */
const birthDate = (chance: Chance): string => {
  const old = (chance() + chance() + chance()) / 3;
  return plusDays(YOUNGEST, -Math.floor(old * YEARS * 365.25));
};

/**
 * The nth invented resident of the practice region; the same seed and number give the same person. Numbers repeat after
 * nine thousand, so that a region that runs for months sees people come back instead of running out.
 */
export const personOf = (seed: number, n: number): PersonEntry => {
  const turn = n % TEST_BSNS.length;
  const chance = seeded(seed * 100_003 + turn * 7_919 + 1);
  const women = chance() < 0.62;
  const name = nameOf(chance, women);
  const pc4 = pick(chance, chance() < 0.6 ? CITY : AROUND);
  const bsn = TEST_BSNS[(turn * STRIDE + seed) % TEST_BSNS.length];
  const gps = PROFESSIONALS.filter((each) => each.role === 'gp');
  return {
    name,
    birthDate: birthDate(chance),
    sex: women ? 'female' : 'male',
    // Of a number that is kept apart the region knows nothing yet.
    bsn: bsn === undefined || TOLD_BSNS.has(bsn) ? null : bsn,
    pc4,
    phone: phone(chance),
    gpName: pick(chance, gps).name,
    kinName: `${pick(chance, KIN)} ${nameOf(chance, chance() < 0.6)}`,
    kinPhone: phone(chance),
  };
};
