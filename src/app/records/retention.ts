import { DAY, type Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { erasePerson } from './file.ts';

/** A record is kept so long after its last change (BW 7:454). */
const RECORD_YEARS = 20;
/** A session that ended tells a while longer when somebody was in. */
const SESSION_DAYS = 90;
const DOOR_DAYS = 30;
/** So many records at once; the rest the next day. */
const MOST = 1_000;

/** What is over, or what was taken away, by kind. */
export interface Retained {
  /** People whose record is over. */
  readonly people: readonly string[];
  readonly sessions: number;
  readonly doors: number;
}

const yearsBefore = (now: Instant, years: number): Instant => {
  const day = new Date(now);
  return day.setUTCFullYear(day.getUTCFullYear() - years);
};

/** People nothing happened to for so long: no line in the diary, no relation that began or ended. */
const peopleOver = async (tx: Tx, now: Instant): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      tx,
      `select p.id from people_person p
       where p.erased_at is null
         and not exists (select 1 from platform_diary d where d.at > $1 and (d.subject = p.id
           or d.subject in (select request_id from placement_person q where q.person_id = p.id)
           or d.subject in (select s.id from stay_stay s where s.person_id = p.id)
           or d.subject in (select o.id from day_treatment_order o where o.person_id = p.id)
           or d.subject in (select k.id from cases_case k where k.person_id = p.id)
           or d.subject in (select f.id from social_referral f where f.person_id = p.id)
           or d.subject in (select t.id from social_conversation t where t.person_id = p.id)))
         and not exists (select 1 from people_relation r where r.person_id = p.id
           and greatest(r.since, coalesce(r.ended_at, r.since)) > $1)
         and not exists (select 1 from capacity_claim c where c.subject = p.id and c.made_at > $1)
         and (exists (select 1 from platform_diary d where d.subject = p.id)
           or exists (select 1 from people_relation r where r.person_id = p.id))
       order by p.id limit ${MOST}`,
      [stamp(yearsBefore(now, RECORD_YEARS))],
    )
  ).map(({ id }) => id);

const SESSIONS = 'platform_session where coalesce(ended_at, seen_at) < $1';
const DOORS = 'people_own_session where until < $1';

const count = async (tx: Tx, what: string, before: Instant): Promise<number> => {
  const [found] = await rows<{ n: string }>(tx, `select count(*) as n from ${what}`, [stamp(before)]);
  return Number(found?.n ?? 0);
};

/** What is over at this moment; nothing is taken away. As keeper of the database. */
export const overdue = async (tx: Tx, now: Instant): Promise<Retained> => ({
  people: await peopleOver(tx, now),
  sessions: await count(tx, SESSIONS, now - SESSION_DAYS * DAY),
  doors: await count(tx, DOORS, now - DOOR_DAYS * DAY),
});

/**
 * Takes away what is over: people whose record is over are made unknown, except who is still in care; old sessions go. The
 * log of looks is longer kept than this needs and is shortened only by hand, with its own proof (`verkeerstoren audit`).
 */
export const takeAway = async (tx: Tx, now: Instant): Promise<Retained> => {
  const over = await overdue(tx, now);
  const people: string[] = [];
  for (const id of over.people) if ((await erasePerson(tx, id, now)).ok) people.push(id);
  await rows(tx, `delete from ${SESSIONS}`, [stamp(now - SESSION_DAYS * DAY)]);
  await rows(tx, `delete from ${DOORS}`, [stamp(now - DOOR_DAYS * DAY)]);
  return { ...over, people };
};
