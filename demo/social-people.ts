import type { PersonEntry } from '#modules/people/types.ts';
import { TEST_BSNS } from './test-bsns.ts';

const entry = (
  n: number,
  rest: Pick<PersonEntry, 'name' | 'birthDate' | 'sex' | 'pc4' | 'phone'>,
  gpName = 'S. Hoving',
): PersonEntry => ({
  ...{ bsn: TEST_BSNS[TEST_BSNS.length - 1 - n] ?? null, gpName, kinName: null, kinPhone: null },
  ...rest,
});

/** Sleeps badly because of debts, and keeps coming back: the Vlissingen story is about her. */
export const ENSING: PersonEntry = entry(4, {
  name: 'Roelina Ensing',
  birthDate: '1979-05-17',
  sex: 'female',
  pc4: '9405',
  phone: '0592-00 66 51',
});

/** Sees nobody since his wife died; two organisations help, with a plan that is under way. */
export const KRUIMS: PersonEntry = entry(5, {
  name: 'Wolter Kruims',
  birthDate: '1957-10-08',
  sex: 'male',
  pc4: '9403',
  phone: '0592-00 66 53',
});

/** Cares for her husband and cannot any more; they met about it, and will again. */
export const BOXEM: PersonEntry = entry(6, {
  name: 'Jantina Boxem',
  birthDate: '1953-02-21',
  sex: 'female',
  pc4: '9404',
  phone: '0592-00 66 55',
});

/** Came often for headaches; what helped was somebody beside him at the municipality. It is over. */
export const ZWIERS: PersonEntry = entry(
  7,
  { name: 'Lucas Zwiers', birthDate: '1991-07-30', sex: 'male', pc4: '9451', phone: '0592-00 66 57' },
  'J. Bontekoe',
);

const referred = (
  n: number,
  line: readonly [name: string, birthDate: string, pc4: string],
  gpName: string,
) => {
  const [name, birthDate, pc4] = line;
  const sex = n % 2 === 0 ? ('female' as const) : ('male' as const);
  return entry(n, { name, birthDate, sex, pc4, phone: `0592-00 66 ${50 + n}` }, gpName);
};

/** Somebody waits to be picked up, somebody was seen, somebody was spoken to: one for each state a referral can be in. */
export const REFERRED = {
  waits: referred(8, ['Aaltje Westebring', '1962-01-19', '9406'], 'S. Hoving'),
  seen: referred(9, ['Derk Snippe', '1984-06-03', '9451'], 'J. Bontekoe'),
  spoken: referred(10, ['Hilligje Reiling', '1947-09-25', '9481'], 'A. Nijstad'),
  noRoom: referred(11, ['Arend Tingen', '1940-12-11', '9404'], 'S. Hoving'),
  passedOn: referred(12, ['Klaasje Euving', '1972-03-28', '9403'], 'S. Hoving'),
  withdrawn: referred(13, ['Marten Buiter', '1958-08-02', '9405'], 'S. Hoving'),
} as const;
