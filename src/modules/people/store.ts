import type { Instant } from '#kernel/interval.ts';
import { bsnLockOf, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Person, Relation, RelationGround } from './types.ts';

const PERSON = `id, name, birth_date as "birthDate", sex, bsn_sealed as "bsn", pc4, phone, gp_name as "gpName", kin_name as "kinName",
  kin_phone as "kinPhone", version`;

/** A person as stored, with the number unlocked. */
const opened = (tx: Tx, person: Person): Person => {
  if (person.bsn === null) return person;
  const bsn = bsnLockOf(tx).open(person.bsn, person.id);
  // Another key, or somebody touched the row: never to be taken for "no number".
  if (bsn === null) throw new Error('a BSN does not open with the key of this installation');
  return { ...person, bsn };
};

/** People by id; who the acting organisation may not know is simply not there. */
export const peopleById = async (tx: Tx, ids: readonly string[]): Promise<Person[]> =>
  ids.length === 0
    ? []
    : (await rows<Person>(tx, `select ${PERSON} from people_person where id = any($1::uuid[])`, [ids])).map(
        (person) => opened(tx, person),
      );

/** Adds a person, unless their BSN is known already: then nothing happens, and `identify` tells who it is. */
export const insertPerson = async (tx: Tx, person: Person, organisationId: string): Promise<void> => {
  const { bsn } = person;
  // No conflict target: naming one would ask for sight of a row that nobody is related to yet.
  await rows(
    tx,
    `insert into people_person (id, name, birth_date, sex, bsn_sealed, bsn_mark, pc4, phone, gp_name, kin_name, kin_phone, created_org)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [
      person.id,
      person.name,
      person.birthDate,
      person.sex,
      bsn === null ? null : bsnLockOf(tx).seal(bsn, person.id),
      bsn === null ? null : bsnLockOf(tx).mark(bsn),
      person.pc4,
      person.phone,
      person.gpName,
      person.kinName,
      person.kinPhone,
      organisationId,
    ],
  );
};

/** Who has this BSN and this birth date; null when nobody has both. */
export const identify = async (tx: Tx, bsn: string, birthDate: string): Promise<string | null> => {
  const found = await first<{ id: string | null }>(tx, 'select people_identify($1, $2::date) as id', [
    bsnLockOf(tx).mark(bsn),
    birthDate,
  ]);
  return found?.id ?? null;
};

/** People of this birth date and name, as far as the acting organisation may know them; `Mw.` or capitals make no difference. */
export const idsNamed = async (tx: Tx, name: string, birthDate: string): Promise<string[]> => {
  const bare = `regexp_replace(lower(trim(NAME)), '^(mw|mevr|mevrouw|dhr|meneer|de heer|mrs|mr|ms)\\.?\\s+', '')`;
  const found = await rows<{ id: string }>(
    tx,
    `select id from people_person where birth_date = $2::date and ${bare.replace('NAME', 'name')} = ${bare.replace('NAME', '$1')}`,
    [name, birthDate],
  );
  return found.map((row) => row.id);
};

/** The acting organisation's own people with these letters in their name, the nearest to the front first; a handful. */
export const knownByName = (
  tx: Tx,
  letters: string,
): Promise<{ id: string; name: string; birthDate: string }[]> =>
  rows(
    tx,
    `select distinct p.id, p.name, p.birth_date as "birthDate", strpos(lower(p.name), lower($1)) as place
     from people_relation r join people_person p on p.id = r.person_id
     where r.organisation_id = platform_org() and r.kind in ('own', 'accepted', 'care-team') and r.ended_at is null
       and strpos(lower(p.name), lower($1)) > 0
     order by place, p.name, p.id limit 6`,
    [letters],
  );

/** Changes a person who still has this version; false when they do not, or when it is not ours to change. */
export const updatePerson = async (tx: Tx, id: string, version: number, person: Person): Promise<boolean> => {
  const changed = await rows(
    tx,
    `update people_person set name = $3, pc4 = $4, phone = $5, gp_name = $6, kin_name = $7, kin_phone = $8, version = version + 1
     where id = $1 and version = $2 returning id`,
    [id, version, person.name, person.pc4, person.phone, person.gpName, person.kinName, person.kinPhone],
  );
  return changed.length === 1;
};

/**
 * Makes a person one's own: who was just entered here, or whose BSN and birth date are given. False when that is not so:
 * the database asks for the proof, an id alone is none.
 */
export const makeOwn = async (
  tx: Tx,
  who: Pick<Person, 'id' | 'bsn' | 'birthDate'>,
  now: Instant,
): Promise<boolean> => {
  const mark = who.bsn === null ? null : bsnLockOf(tx).mark(who.bsn);
  const made = await first<{ own: boolean }>(tx, 'select people_make_own($1, $2, $3, $4::date, $5) as own', [
    newId(),
    who.id,
    mark,
    who.birthDate,
    stamp(now),
  ]);
  return made?.own === true;
};

/** Adds a relation that follows from what stands in the house; one that stands already stays as it is. */
export const insertRelation = async (
  tx: Tx,
  relation: Relation & { readonly ground: RelationGround; readonly actor: string; readonly now: Instant },
): Promise<void> => {
  await rows(
    tx,
    `insert into people_relation (id, person_id, organisation_id, kind, ground, since, actor)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      newId(),
      relation.personId,
      relation.organisationId,
      relation.kind,
      relation.ground,
      stamp(relation.now),
      relation.actor,
    ],
  );
};

/** Ends a relation, when the acting organisation stands in it or may say that it is over. */
export const endOneRelation = async (tx: Tx, relation: Relation, at: Instant): Promise<void> => {
  await rows(tx, 'select people_end_relation($1, $2, $3, $4)', [
    relation.personId,
    relation.organisationId,
    relation.kind,
    stamp(at),
  ]);
};

/** Organisations that know this person now, as far as the acting one may see: the person sees all, others themselves. */
export const relatedTo = async (tx: Tx, personId: string): Promise<string[]> =>
  (await rows<{ id: string }>(tx, 'select unnest(people_knowing($1)) as id', [personId])).map(({ id }) => id);
