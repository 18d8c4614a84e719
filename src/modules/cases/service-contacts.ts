import { type Day, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { personWithBsn } from '#modules/people/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import type { ContactsAnswer, ContactsBody } from './contract-signal.ts';
import { countingContacts } from './decide/contacts.ts';
import { caseLine, type Doing } from './doing.ts';
import { alone, insertContacts, insertKnown, keyed, knownBirthDates, standing } from './store-contact.ts';
import type { BroughtContact, ContactCode, KeyedContact } from './types-contact.ts';

/** Today, on the calendar of the region. */
export const todayAt = (now: Instant): Day => localDay(now, REGION_ZONE);

const keyOf = ({ number, mark }: Pick<KeyedContact, 'number' | 'mark'>): string => number ?? mark ?? '';

/** What bringing these contacts in would do: who is new here, which contacts are, and whose birth date is not the one that stands here. */
export interface Bringing {
  readonly people: readonly KeyedContact[];
  readonly added: readonly KeyedContact[];
  readonly same: number;
  /** Places in the list that was given. */
  readonly otherBirthDate: readonly number[];
}

/** Looks what bringing these in would do; in an organisation one at a time. */
export const lookAtContacts = async (tx: Tx, contacts: readonly BroughtContact[]): Promise<Bringing> => {
  await alone(tx);
  const all = keyed(tx, contacts);
  const born = new Map([...(await knownBirthDates(tx, all))]);
  const people = new Map<string, KeyedContact>();
  const otherBirthDate: number[] = [];
  for (const [at, each] of all.entries()) {
    const known = born.get(keyOf(each));
    if (known === undefined) {
      born.set(keyOf(each), each.birthDate);
      people.set(keyOf(each), each);
    } else if (known !== each.birthDate) otherBirthDate.push(at);
  }
  const there = await standing(tx, all);
  const added = all.filter((_, at) => !there.has(at));
  return { people: [...people.values()], added, same: there.size, otherBirthDate };
};

/** Brings them in. A BSN tells who it is in the house, for the log; what is kept here is its mark. */
export const writeContacts = async (tx: Tx, { people, added }: Bringing): Promise<void> => {
  const withPerson = [];
  for (const each of people) {
    const personId = each.bsn === null ? null : await personWithBsn(tx, each.bsn, each.birthDate);
    withPerson.push({ ...each, personId });
  }
  await insertKnown(tx, withPerson);
  await insertContacts(tx, added);
};

/** Contacts from the organisation's own system. */
export const bringContacts = async (
  tx: Tx,
  { contacts }: ContactsBody,
  by: Pick<Doing, 'actor' | 'now'>,
): Promise<Result<ContactsAnswer, Refusal<ContactCode>>> => {
  const today = todayAt(by.now);
  if (contacts.some(({ day }) => day > today)) return refuse({ code: 'contact-to-come' });
  const given = contacts.map((each) => ({ ...each, reason: each.reason ?? '', helper: each.helper ?? '' }));
  const { counting } = countingContacts(given, today);
  const bringing = await lookAtContacts(tx, counting);
  if (bringing.otherBirthDate.length > 0) return refuse({ code: 'contact-other-birth-date' });
  await writeContacts(tx, bringing);
  if (bringing.added.length > 0)
    await record(tx, [caseLine(by, 'contacts-brought', by.actor.organisationId)]);
  return ok({ added: bringing.added.length, same: contacts.length - bringing.added.length });
};
