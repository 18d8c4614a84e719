import type { PersonEntry } from '#modules/people/types.ts';
import { TEST_BSNS } from './test-bsns.ts';

const entry = (
  n: number,
  rest: Pick<PersonEntry, 'name' | 'birthDate' | 'sex' | 'pc4' | 'phone'>,
): PersonEntry => ({
  bsn: TEST_BSNS[TEST_BSNS.length - 1 - n] ?? null,
  gpName: 'S. Hoving',
  kinName: null,
  kinPhone: null,
  ...rest,
});

/** Waits for a moment when the region is opened: the planner of the Almere story gives one. */
export const SIKKENS: PersonEntry = entry(2, {
  name: 'Jannes Sikkens',
  birthDate: '1951-09-04',
  sex: 'male',
  pc4: '9405',
  phone: '0592-00 66 31',
});

/** Comes in the half-day that is next when the region is opened: the nurse of the Almere story treats her. */
export const OKKEN: PersonEntry = entry(3, {
  name: 'Trijntje Okken',
  birthDate: '1946-11-23',
  sex: 'female',
  pc4: '9407',
  phone: '0592-00 66 41',
});

/** Chance leaves them alone until their half-day is over. */
export const TOLD_BY_DAY: readonly string[] = [SIKKENS.name, OKKEN.name];
