import type { Day } from '#kernel/calendar.ts';
import { bsnLockOf, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import type { BroughtContact, KeyedContact } from './types-contact.ts';

/** One at a time in an organisation: contacts that come in, and the round that goes over them. */
export const alone = (tx: Tx): Promise<unknown> =>
  rows(tx, "select pg_advisory_xact_lock(hashtextextended('cases ' || platform_org()::text, 0))");

/** Whose each contact is; a number of the organisation's own says more than a BSN, of which only the mark is kept. */
export const keyed = (tx: Tx, contacts: readonly BroughtContact[]): KeyedContact[] => {
  const lock = bsnLockOf(tx);
  const marks = new Map<string, string>();
  const markOf = (bsn: string): string => {
    const known = marks.get(bsn) ?? lock.mark(bsn.padStart(9, '0'));
    marks.set(bsn, known);
    return known;
  };
  return contacts.map((each) => ({
    ...each,
    mark: each.number !== null || each.bsn === null ? null : markOf(each.bsn),
  }));
};

/** Who of these people stands here already, each with the birth date they have here. */
export const knownBirthDates = async (
  tx: Tx,
  people: readonly Pick<KeyedContact, 'number' | 'mark'>[],
): Promise<Map<string, Day>> => {
  const found = await rows<{ key: string; birthDate: Day }>(
    tx,
    `select coalesce(number, bsn_mark) as key, birth_date as "birthDate" from cases_known
     where organisation_id = platform_org() and (number = any($1::text[]) or bsn_mark = any($2::text[]))`,
    [
      people.flatMap(({ number }) => number ?? []),
      people.flatMap(({ number, mark }) => (number === null ? (mark ?? []) : [])),
    ],
  );
  return new Map(found.map(({ key, birthDate }) => [key, birthDate]));
};

/** Adds people the organisation had no contact with before. */
export const insertKnown = async (
  tx: Tx,
  people: readonly (KeyedContact & { readonly personId: string | null })[],
): Promise<void> => {
  await rows(
    tx,
    `insert into cases_known (id, organisation_id, number, bsn_mark, bsn_end, person_id, birth_date, sex)
     select id, platform_org(), number, mark, bsn_end, person, born, sex
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::date[], $7::text[])
       as p (id, number, mark, bsn_end, person, born, sex)`,
    [
      people.map(() => newId()),
      people.map(({ number }) => number),
      people.map(({ mark }) => mark),
      people.map(({ mark, bsn }) => (mark === null ? null : (bsn?.slice(-3) ?? null))),
      ...[people.map((each) => each.personId), people.map((each) => each.birthDate)],
      people.map(({ sex }) => sex),
    ],
  );
};

const COLUMNS = (contacts: readonly KeyedContact[]): readonly unknown[] => [
  ...[contacts.map(({ number }) => number), contacts.map(({ mark }) => mark), contacts.map(({ day }) => day)],
  ...[contacts.map(({ kind }) => kind), contacts.map(({ reason }) => reason)],
  contacts.map(({ helper }) => helper),
];

const GIVEN = `unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::text[], $6::text[])
  with ordinality as c (number, mark, day, kind, reason, helper, at)`;
const OF_KNOWN = `k.organisation_id = platform_org() and (k.number = c.number or k.bsn_mark = c.mark)`;

/** Which of these contacts stand here already, by their place in the list. */
export const standing = async (tx: Tx, contacts: readonly KeyedContact[]): Promise<Set<number>> => {
  const found = await rows<{ at: number }>(
    tx,
    `select c.at::integer as at from ${GIVEN} join cases_known k on ${OF_KNOWN}
     join cases_contact s on s.organisation_id = platform_org() and s.known_id = k.id and s.day = c.day and s.kind = c.kind
       and s.reason = c.reason and s.helper = c.helper`,
    COLUMNS(contacts),
  );
  return new Set(found.map(({ at }) => at - 1));
};

/** Adds contacts of people who stand here. */
export const insertContacts = async (tx: Tx, contacts: readonly KeyedContact[]): Promise<void> => {
  await rows(
    tx,
    `insert into cases_contact (organisation_id, known_id, day, kind, reason, helper)
     select platform_org(), k.id, c.day, c.kind, c.reason, c.helper from ${GIVEN} join cases_known k on ${OF_KNOWN}`,
    COLUMNS(contacts),
  );
};

/** Takes away what is too old to say anything, and people of whom nothing is left. */
export const forgetBefore = async (tx: Tx, day: Day): Promise<void> => {
  await rows(tx, 'delete from cases_contact where organisation_id = platform_org() and day < $1::date', [
    day,
  ]);
  await rows(
    tx,
    `delete from cases_known k where organisation_id = platform_org() and not exists
       (select 1 from cases_contact c where c.organisation_id = platform_org() and c.known_id = k.id)`,
  );
};

/** One contact as it stands, its day as a number of the calendar. */
export interface StandingContact {
  readonly knownId: string;
  readonly day: number;
  readonly kind: string;
  readonly reason: string;
  readonly helper: string;
}

const PAGE = 20_000;

/** The contacts of the acting organisation, page after page: a large practice never stands in memory as rows. */
export async function* contactPages(tx: Tx): AsyncGenerator<readonly StandingContact[]> {
  let after: readonly unknown[] = ['00000000-0000-0000-0000-000000000000', 0, '', '', ''];
  for (;;) {
    const page = await rows<StandingContact>(
      tx,
      `select known_id as "knownId", day - date '1970-01-01' as day, kind, reason, helper from cases_contact
       where organisation_id = platform_org()
         and (known_id, day, kind, reason, helper) > ($1::uuid, date '1970-01-01' + $2::integer, $3, $4, $5)
       order by known_id, day, kind, reason, helper limit ${PAGE}`,
      after,
    );
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = [last.knownId, last.day, last.kind, last.reason, last.helper];
  }
}

/** Somebody as the groups need them. */
export interface KnownPerson {
  readonly id: string;
  readonly born: number;
  readonly sex: string;
}

/** Everybody the acting organisation had contact with. */
export const knownPeople = (tx: Tx): Promise<KnownPerson[]> =>
  rows<KnownPerson>(
    tx,
    `select id, birth_date - date '1970-01-01' as born, sex from cases_known where organisation_id = platform_org() order by id`,
  );
