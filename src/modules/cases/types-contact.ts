import type { Day } from '#kernel/calendar.ts';
import type { Sex } from '#modules/people/types.ts';
import type { ContactKind } from './types-signal.ts';

/** One contact as it is brought in: whose by the organisation's own number or by BSN and birth date, and nothing else of them. */
export interface BroughtContact {
  readonly number: string | null;
  readonly bsn: string | null;
  readonly birthDate: Day;
  readonly sex: Sex;
  readonly day: Day;
  readonly kind: ContactKind;
  /** Empty: none was written down. */
  readonly reason: string;
  readonly helper: string;
}

/** The same contact, with whose it is as the database keeps it: a BSN is a mark there. */
export interface KeyedContact extends BroughtContact {
  readonly mark: string | null;
}

/** Why contacts cannot be brought in. */
export type ContactCode = 'contact-other-birth-date' | 'contact-to-come';
