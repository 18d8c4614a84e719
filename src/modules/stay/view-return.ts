import { isoFromInstant, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { claimById, type Doing } from '#modules/capacity/index.ts';
import { peopleById } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ContactList, Outcome, ReturnView } from './contract-return.ts';
import { isDue } from './decide/contact.ts';
import { type Leaving, leavingOf, returnStand, returnWords } from './decide/return.ts';
import { stayById, stayReads } from './store.ts';
import { contactsOf, openContacts, returnLinesOf, stayAfter, stayIdOfRequest } from './store-return.ts';
import type { Contact, Stay } from './types.ts';

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

/** What was said is for who treats and who asked; the desk sees only that somebody called. */
const contactView = (contact: Contact, told: boolean, today: string): ReturnView['contacts'][number] => ({
  days: contact.days,
  dueDay: contact.dueDay,
  due: isDue(contact, today),
  doneAt: isoOrNull(contact.doneAt),
  byName: contact.byName,
  reached: contact.reached,
  ownHome: contact.ownHome,
  readmitted: contact.readmitted,
  score: told ? contact.score : null,
  words: told ? contact.words : '',
  dropped: contact.dropped,
  version: contact.version,
});

const contactViews = async (tx: Tx, stay: Stay, doing: Doing): Promise<ReturnView['contacts']> => {
  const told = stay.referrerOrg === doing.actor.organisationId || (await stayReads(tx, stay.id));
  const today = localDay(doing.now, stay.zone);
  return (await contactsOf(tx, stay.id)).map((contact) => contactView(contact, told, today));
};

/** Only the house that calls is told: it is what it knows itself of somebody who left it. */
const backOf = async (tx: Tx, stay: Stay, { actor, region }: Doing): Promise<ReturnView['back']> => {
  if (stay.endedAt === null || stay.organisationId !== actor.organisationId) return null;
  const next = await stayAfter(tx, stay);
  if (next === null) return null;
  const unit = region.units.find(({ id }) => id === next.unitId);
  const site = region.sites.find(({ id }) => id === unit?.siteId);
  const where = [site?.name, unit?.name].filter(Boolean).join(', ');
  return { day: next.arrivedDay, where, stillThere: next.endedAt === null };
};

const leavingFrom = async (tx: Tx, stay: Stay): Promise<Leaving> => {
  const claim = await claimById(tx, stay.claimId);
  const bed = claim === null ? null : { until: claim.during.until, latestEnd: claim.latestEnd };
  return leavingOf(stay, bed);
};

/** The plan for home of a stay, and how it went afterwards, as this reader may know it. */
export const viewReturn = async (tx: Tx, stay: Stay, doing: Doing): Promise<ReturnView> => {
  const leaving = await leavingFrom(tx, stay);
  const lines = (await returnLinesOf(tx, [stay.id])).get(stay.id) ?? [];
  const stand = returnStand(lines, stay, leaving, localDay(doing.now, stay.zone));
  return {
    stayId: stay.id,
    own: stay.organisationId === doing.actor.organisationId,
    leaveDay: leaving.day,
    uncertain: leaving.uncertain,
    endedAt: isoOrNull(stay.endedAt),
    destination: stay.destination,
    items: stand.items.map(({ at: _at, ...line }) => line),
    missing: [...stand.missing],
    late: [...stand.late],
    words: returnWords(stand, stay),
    contacts: await contactViews(tx, stay, doing),
    back: await backOf(tx, stay, doing),
  };
};

/** How it went with somebody for whom a place was asked; null when nobody arrived, or the reader is no party. */
export const outcomeOf = async (tx: Tx, requestId: string, doing: Doing): Promise<Outcome | null> => {
  const id = await stayIdOfRequest(tx, requestId);
  const stay = id === null ? null : await stayById(tx, id);
  if (stay === null) return null;
  const leaving = await leavingFrom(tx, stay);
  return {
    stayId: stay.id,
    arrivedDay: stay.arrivedDay,
    house: doing.region.organisations.find((each) => each.id === stay.organisationId)?.name ?? '',
    expectedEnd: stay.endedAt === null ? leaving.day : null,
    leftDay: stay.endedAt === null ? null : leaving.day,
    destination: stay.destination,
    contacts: await contactViews(tx, stay, doing),
  };
};

/** Who the house must call: their day came and nobody spoke them. Days are those of the house's first site. */
export const dueContacts = async (tx: Tx, doing: Doing): Promise<ContactList> => {
  const { actor, now, region } = doing;
  const zone = region.sites.find(({ organisationId }) => organisationId === actor.organisationId)?.zone;
  if (zone === undefined) return { contacts: [] };
  const open = await openContacts(tx, actor.organisationId, localDay(now, zone));
  const due = open.filter((contact) => isDue(contact, localDay(now, contact.zone)));
  const people = await peopleById(tx, [...new Set(due.map(({ personId }) => personId))]);
  const contacts = due.map(({ stayId, days, dueDay, personId, unitId, zone: there, endedAt }) => {
    const person = people.find(({ id }) => id === personId);
    return {
      ...{ stayId, days, dueDay },
      late: dueDay < localDay(now, there),
      leftDay: localDay(endedAt, there),
      name: person?.name ?? null,
      phone: person?.phone ?? null,
      unit: region.units.find(({ id }) => id === unitId)?.name ?? '',
    };
  });
  return { contacts };
};
