import { ageBand, isBirthDate } from '#kernel/age-band.ts';
import { localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import {
  endOneRelation,
  identify,
  insertPerson,
  insertRelation,
  makeOwn,
  peopleById,
  updatePerson,
} from './store.ts';
import type {
  PeopleCode,
  Person,
  PersonChange,
  PersonEntry,
  Relation,
  RelationGround,
  Sex,
} from './types.ts';

/** For whom somebody acts. */
type Acting = Pick<Actor, 'id' | 'organisationId'>;
/** A refusal of this room, or one of the door (`version-stale`). */
type Refused = Refusal<PeopleCode | 'version-stale'>;

/** A diary line about a person: that something happened, never what it says. */
const line = (event: string, personId: string, actor: Acting, now: Instant): Entry => ({
  at: now,
  room: 'people',
  event,
  subject: personId,
  unitId: null,
  organisationId: actor.organisationId,
  actor: actor.id,
  body: {},
});

/** A person by id; null when they do not exist or the acting organisation may not know them. */
export const person = async (tx: Tx, id: string): Promise<Person | null> =>
  (await peopleById(tx, [id]))[0] ?? null;

/**
 * Says that an organisation stands in a relation to a person, in the transaction that brings the relation about. Saying
 * it twice changes nothing. Row-level security looks whether it follows: from a request, a question, a yes, an arrival.
 */
export const relate = (
  tx: Tx,
  relation: Relation & { readonly ground: RelationGround; readonly actor: string; readonly now: Instant },
): Promise<void> => insertRelation(tx, relation);

/** Says that a relation is over. Not standing in one, or ending it twice, changes nothing. */
export const endRelation = (tx: Tx, relation: Relation & { readonly now: Instant }): Promise<void> =>
  endOneRelation(tx, relation, relation.now);

/**
 * Enters the person somebody asks a place for, as one's own. With BSN and birth date somebody else entered already, it is
 * that person; what is known of them stays. The same BSN with another birth date is refused and tells nothing more.
 */
export const enterPerson = async (
  tx: Tx,
  entry: PersonEntry,
  actor: Acting,
  now: Instant,
): Promise<Result<Person, Refusal<PeopleCode>>> => {
  if (!isBirthDate(entry.birthDate, localDay(now, REGION_ZONE)))
    return refuse({ code: 'birth-date-impossible' });
  const bsn = entry.bsn === null ? null : entry.bsn.padStart(9, '0');
  const fresh: Person = { ...entry, bsn, id: newId(), version: 1 };
  const known = bsn === null ? null : await identify(tx, bsn, entry.birthDate);
  if (known === null) await insertPerson(tx, fresh, actor.organisationId);
  // Somebody may have entered the same BSN a moment ago: what stands now counts.
  const id = bsn === null ? fresh.id : await identify(tx, bsn, entry.birthDate);
  if (id === null) return refuse({ code: 'bsn-other-birth-date' });
  if (!(await makeOwn(tx, { ...fresh, id }, now)))
    throw new Error('a person just entered does not become one’s own');
  await record(tx, [line('entered', id, actor, now)]);
  const found = await person(tx, id);
  if (found === null) throw new Error('a person just entered is not visible to who entered them');
  return ok(found);
};

/** Who has this BSN and this birth date, whoever entered them; null when nobody has both. */
export const personWithBsn = (tx: Tx, bsn: string, birthDate: string): Promise<string | null> =>
  identify(tx, bsn.padStart(9, '0'), birthDate);

/** Changes what is given, when nobody changed the person since `version` was read. */
export const changePerson = async (
  tx: Tx,
  act: {
    readonly id: string;
    readonly change: PersonChange;
    readonly version: number;
    readonly actor: Acting;
    readonly now: Instant;
  },
): Promise<Result<Person, Refused>> => {
  const before = await person(tx, act.id);
  if (before === null) return refuse({ code: 'person-unknown' });
  if (before.version !== act.version) return refuse({ code: 'version-stale' });
  if (await updatePerson(tx, act.id, act.version, { ...before, ...act.change })) {
    await record(tx, [line('changed', act.id, act.actor, act.now)]);
    return ok({ ...before, ...act.change, version: before.version + 1 });
  }
  const after = await person(tx, act.id);
  return refuse({ code: after?.version === act.version ? 'person-not-yours' : 'version-stale' });
};

/** What may be known before a yes: an age band by the local day, and sex. */
export const profileOf = (
  who: Pick<Person, 'birthDate' | 'sex'>,
  now: Instant,
  zone: string,
): { ageBand: string; sex: Sex } => ({ ageBand: ageBand(who.birthDate, localDay(now, zone)), sex: who.sex });
