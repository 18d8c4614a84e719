import { ageOn, isBirthDate } from '#kernel/age-band.ts';
import { isBsn } from '#kernel/bsn.ts';
import { type Day, isDay } from '#kernel/calendar.ts';
import type { Sex } from '#modules/people/types.ts';

/** The person as typed so far: nothing is checked yet, everything may be empty. */
export interface PersonDraft {
  readonly name: string;
  readonly birthDate: string;
  readonly sex: Sex | null;
  readonly pc4: string;
  readonly bsn: string;
}

/** What can be wrong with a field of the person. */
export type PersonFault =
  | { readonly field: 'name'; readonly code: 'missing' }
  | { readonly field: 'birthDate'; readonly code: 'missing' | 'wrong' }
  | { readonly field: 'sex'; readonly code: 'missing' }
  | { readonly field: 'pc4'; readonly code: 'wrong' }
  | { readonly field: 'bsn'; readonly code: 'wrong' };

/** A day as people type it: `12-03-1942`, `12/3/1942`, `12031942` or `1942-03-12`. Null when it is no day. */
export const readDay = (text: string): Day | null => {
  const tidy = text.trim();
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(tidy) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(tidy);
  const day =
    dutch === null
      ? tidy
      : `${dutch[3]}-${(dutch[2] ?? '').padStart(2, '0')}-${(dutch[1] ?? '').padStart(2, '0')}`;
  return isDay(day) ? day : null;
};

/** The first four digits of a postcode as typed: `9405`, `9405 AB`. Null when there are none. */
export const readPc4 = (text: string): string | null =>
  /^([1-9]\d{3})\s*([A-Za-z]{2})?$/.exec(text.trim())?.[1] ?? null;

/** The digits of a BSN as typed, with spaces or dots between them. */
export const readBsn = (text: string): string => text.replaceAll(/[\s.]/g, '');

const birthFault = (text: string, today: Day): PersonFault[] => {
  if (text.trim() === '') return [{ field: 'birthDate', code: 'missing' }];
  const day = readDay(text);
  return day !== null && isBirthDate(day, today) ? [] : [{ field: 'birthDate', code: 'wrong' }];
};

/** What is missing or wrong, in the order of the form. */
export const personFaults = (person: PersonDraft, today: Day): PersonFault[] => [
  ...(person.name.trim() === '' ? [{ field: 'name', code: 'missing' } as const] : []),
  ...birthFault(person.birthDate, today),
  ...(person.sex === null ? [{ field: 'sex', code: 'missing' } as const] : []),
  ...(person.pc4.trim() === '' || readPc4(person.pc4) !== null
    ? []
    : [{ field: 'pc4', code: 'wrong' } as const]),
  ...(person.bsn.trim() === '' || isBsn(readBsn(person.bsn))
    ? []
    : [{ field: 'bsn', code: 'wrong' } as const]),
];

/** Age in whole years of a person as typed, or null while the birth date cannot be read. */
export const draftAge = (person: PersonDraft, today: Day): number | null => {
  const day = readDay(person.birthDate);
  return day !== null && isBirthDate(day, today) ? ageOn(day, today) : null;
};
