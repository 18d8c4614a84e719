import { type Day, plusDays } from '#kernel/calendar.ts';
import type { BroughtContact } from '#modules/cases/types-contact.ts';
import { SIGNAL_V1 } from './signal-v1.ts';

/** The first day that still says something; what is older is not kept. */
export const firstDay = (today: Day): Day => plusDays(today, 1 - SIGNAL_V1.years * SIGNAL_V1.yearDays);

const keyOf = (contact: BroughtContact): string =>
  [
    ...[contact.number ?? contact.bsn?.padStart(9, '0'), contact.day, contact.kind, contact.reason],
    contact.helper,
  ].join('\n');

/** What of these contacts counts: each once, none that is too old; and how many were left out as old. */
export const countingContacts = <C extends BroughtContact>(
  contacts: readonly C[],
  today: Day,
): { readonly counting: readonly C[]; readonly old: number } => {
  const from = firstDay(today);
  const young = contacts.filter(({ day }) => day >= from);
  return {
    counting: [...new Map(young.map((each) => [keyOf(each), each])).values()],
    old: contacts.length - young.length,
  };
};
