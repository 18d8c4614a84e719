import { type Day, localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Destination } from '#modules/capacity/types.ts';
import {
  CONTACT_DAYS,
  type Contact,
  type ContactDays,
  type ContactOutcome,
  type DropReason,
  type StayCode,
} from '#modules/stay/types.ts';

const SATURDAY = 6;
/** A contact may be made this many days before its day: people call when it suits. */
const EARLY = 7;
/** Who was not reached is called again until this many days after the day. */
const AGAIN = 7;

/** Calls are made on working days: what falls in a weekend moves to Monday. */
const workingDay = (day: Day): Day => {
  const weekday = weekdayOf(day);
  return weekday < SATURDAY ? day : plusDays(day, 8 - weekday);
};

/** Nobody is called who died, or whom others look after now; who went to hospital is asked after a month where they are. */
const droppedAt = (destination: Destination, days: ContactDays): DropReason | null => {
  if (destination === 'died') return 'died';
  if (destination === 'wlz' || destination === 'grz' || destination === 'hospice') return 'elsewhere';
  return destination === 'hospital' && days === 2 ? 'elsewhere' : null;
};

/** A contact as it is planned at a departure. */
export type PlannedContact = Pick<Contact, 'days' | 'dueDay' | 'dropped'>;

/** The contacts after a departure: two and thirty local calendar days later, however long those days were. */
export const contactsAfter = (
  leftAt: Instant,
  destination: Destination,
  zone: string,
): readonly PlannedContact[] =>
  CONTACT_DAYS.map((days) => ({
    days,
    dueDay: workingDay(plusDays(localDay(leftAt, zone), days)),
    dropped: droppedAt(destination, days),
  }));

/** Must somebody be called today: its day is there and nobody spoke them, or was tried without being reached. */
export const isDue = (contact: Contact, today: Day): boolean => {
  if (contact.dropped !== null || today < contact.dueDay) return false;
  if (contact.doneAt === null) return true;
  return contact.reached === false && today <= plusDays(contact.dueDay, AGAIN);
};

/** What was told fits who was reached: who was not reached told nothing, who was says at least whether they are home. */
const fits = ({ reached, ownHome, readmitted, score }: ContactOutcome): boolean =>
  reached ? ownHome !== null : ownHome === null && readmitted === null && score === null;

/**
 * A contact is made once. What stands there is put right only by who saw it (`seen` is its version, 0: nobody said so);
 * then also one that nobody would make any more may be made after all. Who could not be reached may be called again.
 */
export const decideContact = (
  contact: Contact,
  outcome: ContactOutcome,
  seen: number,
  today: Day,
): Result<Contact, Refusal<StayCode | 'version-stale'>> => {
  if (seen !== 0 && seen !== contact.version) return refuse({ code: 'version-stale' });
  const made = contact.doneAt !== null && contact.reached === true;
  if (made && seen === 0) return refuse({ code: 'contact-made' });
  if (contact.dropped !== null && seen === 0) return refuse({ code: 'contact-dropped' });
  if (contact.dropped === 'died') return refuse({ code: 'contact-dropped' });
  if (today < plusDays(contact.dueDay, -EARLY)) return refuse({ code: 'contact-too-early' });
  if (!fits(outcome)) return refuse({ code: 'contact-unclear' });
  return ok({ ...contact, ...outcome, dropped: null });
};
