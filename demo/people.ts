import { isBsn } from '#kernel/bsn.ts';
import { plusDays } from '#kernel/calendar.ts';
import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import { PROFESSIONALS } from './professionals.ts';

const WOMEN = (
  'Geertje Hillechien Roelfien Jantje Grietje Aaltje Harmina Lammechien Trijntje Hendrikje Margje Fennechien ' +
  'Annechien Zwaantje Wubbechien Alberdina Egberdina Jantina Roelina Klaasje Hilligje Geessien Berendina Willemtje'
).split(' ');
const MEN = (
  'Harm Hendrik Roelof Jan Albert Egbert Geert Lammert Berend Jannes Klaas Wolter Hilbert Evert Gerrit Marten ' +
  'Willem Warner Luitje Lucas Arend Derk Hindrik Sjoerd'
).split(' ');
const SURNAMES = (
  'Alberts Greving Tibben Lunsing Boelens Meursing Hadders Huizing Oosting Wiechers Venema Sikkens Hofsteenge Enting ' +
  'Warmolts Strijks Zwiers Schutrups Haandrikman Reinds Oldenhuis Weggemans Hilberts Kruims Smeenge Doldersum Euving ' +
  'Okken Nijdam Kuipers Ensing Westebring Lammerts Buiter Reiling Tingen Mensinga Hidding Snippe Uneken Boxem Vedder'
).split(' ');

/** People who exist and are known by these names; in the practice region nobody is called so. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set([
  'Harm Kuipers',
  'Jan Venema',
  'Jan Alberts',
  'Willem Huizing',
  'Jan Greving',
  'Gerrit Venema',
  'Jan Kuipers',
  'Hendrik Kuipers',
  'Gerrit Kuipers',
]);

/** Test numbers that documentation and tests use already. */
const TAKEN = new Set(['999911612', '999900079', '999911089', '999990019', '999994669']);

/** Every number of the test range 9999xxxxx that passes the 11-test: real people never have one of these. */
export const TEST_BSNS: readonly string[] = Array.from(
  { length: 100_000 },
  (_, i) => `9999${String(i).padStart(5, '0')}`,
).filter((number) => isBsn(number) && !TAKEN.has(number));

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
  const gps = PROFESSIONALS.filter((each) => each.role === 'gp');
  return {
    name,
    birthDate: birthDate(chance),
    sex: women ? 'female' : 'male',
    bsn: TEST_BSNS[(turn * STRIDE + seed) % TEST_BSNS.length] ?? null,
    pc4,
    phone: phone(chance),
    gpName: pick(chance, gps).name,
    kinName: `${pick(chance, KIN)} ${nameOf(chance, chance() < 0.6)}`,
    kinPhone: phone(chance),
  };
};
