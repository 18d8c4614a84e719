import type { Instant, Interval } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Raised } from './decide/alerts.ts';
import type { About, Closing, JudgedLook, KeptAlert, Likeness, Look } from './types.ts';

/** One organisation at a time is gone over, whichever process does it; the lock goes with the transaction. */
export const reviewAlone = async (tx: Tx, organisationId: string): Promise<void> => {
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended('review ' || $1, 0))", [organisationId]);
};

/** Until when the rules went over the log of the acting organisation; null: never. */
export const reviewedUntil = async (tx: Tx): Promise<Instant | null> =>
  (await first<{ until: Instant }>(tx, 'select until from review_run where organisation_id = platform_org()'))
    ?.until ?? null;

/** Says until when the rules went over it; never back. */
export const keepReviewed = async (tx: Tx, until: Instant): Promise<void> => {
  await rows(
    tx,
    `insert into review_run (organisation_id, until) values (platform_org(), $1)
     on conflict (organisation_id) do update set until = greatest(review_run.until, excluded.until)`,
    [stamp(until)],
  );
};

/** These looks of the acting organisation, whenever they were. */
export const looksById = (tx: Tx, ids: readonly string[]): Promise<Look[]> =>
  rows(
    tx,
    `select id, at, actor, person_id as "personId", ground, outcome from review_line
     where id = any($1::uuid[]) order by at, line`,
    [ids],
  );

/** Which of these looks stand in an alert, by what was asked of them. */
export const toldLooks = async (
  tx: Tx,
  ids: readonly string[],
): Promise<Readonly<Record<About, ReadonlySet<string>>>> => {
  const found = await rows<{ id: string; about: About }>(
    tx,
    'select access_id as id, about from review_alert_look where access_id = any($1::uuid[])',
    [ids],
  );
  const of = (about: About) => new Set(found.filter((each) => each.about === about).map(({ id }) => id));
  return { person: of('person'), volume: of('volume'), asked: of('asked') };
};

/** What those who met share, pair by pair; the database compares and gives no name. */
export const likenessOf = async (
  tx: Tx,
  pairs: readonly { readonly actor: string; readonly personId: string }[],
  common: readonly string[],
): Promise<ReadonlyMap<string, Likeness>> => {
  const found = await rows<Likeness & { actor: string; person: string }>(
    tx,
    'select actor, person, surname, colleague, postcode from review_likeness($1::text[], $2::uuid[], $3::text[])',
    [pairs.map(({ actor }) => actor), pairs.map(({ personId }) => personId), common],
  );
  return new Map(found.map(({ actor, person, ...like }) => [`${actor} ${person}`, like]));
};

interface Round {
  readonly id: string;
  readonly round: number;
  readonly open: boolean;
}

const lastRound = (tx: Tx, { actor, personId }: Raised): Promise<Round | null> =>
  first<Round>(
    tx,
    `select a.id, a.round, v.alert_id is null as open
     from review_alert a left join review_verdict v on v.alert_id = a.id
     where a.organisation_id = platform_org() and a.actor = $1 and a.person_id is not distinct from $2
     order by a.round desc limit 1 for update of a`,
    [actor, personId],
  );

/** The first and the last moment of the looks of an alert. */
export interface Stretch {
  readonly first: Instant;
  readonly last: Instant;
}

const open = async (tx: Tx, raised: Raised, round: number, at: Stretch & { readonly now: Instant }) => {
  const id = newId();
  await rows(
    tx,
    `insert into review_alert (id, organisation_id, actor, person_id, round, rules, first_at, last_at, raised_at)
     values ($1, platform_org(), $2, $3, $4, $5, $6, $7, $8)`,
    [id, raised.actor, raised.personId, round, raised.rules, stamp(at.first), stamp(at.last), stamp(at.now)],
  );
  return id;
};

const join = async (tx: Tx, id: string, raised: Raised, at: Stretch): Promise<void> => {
  await rows(
    tx,
    `update review_alert set rules = array(select distinct unnest(rules || $2::text[])), version = version + 1,
       first_at = least(first_at, $3), last_at = greatest(last_at, $4) where id = $1`,
    [id, raised.rules, stamp(at.first), stamp(at.last)],
  );
};

/** Keeps what was raised: joined to the open alert about the same two, or as a new one. Answers its id, and whether it is new. */
export const keepRaised = async (
  tx: Tx,
  raised: Raised,
  at: Stretch & { readonly now: Instant },
): Promise<{ readonly id: string; readonly fresh: boolean }> => {
  const last = await lastRound(tx, raised);
  const joins = last?.open === true;
  const id = joins ? last.id : await open(tx, raised, (last?.round ?? 0) + 1, at);
  if (joins) await join(tx, id, raised, at);
  await rows(
    tx,
    `insert into review_alert_look (access_id, about, alert_id, organisation_id)
     select unnest($1::uuid[]), $2, $3, platform_org()`,
    [raised.looks, raised.about, id],
  );
  return { id, fresh: !joins };
};

/** So many alerts in one answer. */
const PAGE = 200;

const ALERT = `select a.id, a.actor, a.person_id as "personId", a.rules, a.first_at as "firstAt", a.last_at as "lastAt",
    a.raised_at as "raisedAt", a.version, v.verdict, v.reason, v.actor as "closedBy", v.at as "closedAt"
  from review_alert a left join review_verdict v on v.alert_id = a.id
  where a.organisation_id = platform_org()`;

interface Row extends Omit<KeptAlert, 'closed'> {
  readonly verdict: Closing['verdict'] | null;
  readonly reason: string | null;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
}

const alertOf = ({ verdict, reason, closedBy, closedAt, ...alert }: Row): KeptAlert => ({
  ...alert,
  closed:
    verdict === null || reason === null || closedBy === null || closedAt === null
      ? null
      : { verdict, reason, actor: closedBy, at: closedAt },
});

/** Alerts of the acting organisation: open ones with the emergency button first, then the oldest; closed ones last first. */
export const alertsOf = async (tx: Tx, state: 'open' | 'closed'): Promise<KeptAlert[]> => {
  const order =
    state === 'open'
      ? "and v.alert_id is null order by ('break-glass' = any(a.rules)) desc, a.raised_at, a.id"
      : 'and v.alert_id is not null order by v.at desc, a.id';
  return (await rows<Row>(tx, `${ALERT} ${order} limit ${PAGE}`)).map(alertOf);
};

/** How many alerts of the acting organisation are open. */
export const countOpen = async (tx: Tx): Promise<number> =>
  (
    await first<{ n: number }>(
      tx,
      `select count(*)::integer as n from review_alert a where a.organisation_id = platform_org()
         and not exists (select 1 from review_verdict v where v.alert_id = a.id)`,
    )
  )?.n ?? 0;

/** One alert, locked until the transaction ends; null when the acting organisation has no such alert. */
export const lockAlert = async (tx: Tx, id: string): Promise<KeptAlert | null> => {
  const locked = await first(tx, 'select 1 from review_alert where id = $1 for update', [id]);
  if (locked === null) return null;
  const found = await first<Row>(tx, `${ALERT} and a.id = $1`, [id]);
  return found === null ? null : alertOf(found);
};

/** Writes what somebody said of an alert. */
export const insertVerdict = async (tx: Tx, id: string, closing: Closing): Promise<void> => {
  await rows(
    tx,
    `insert into review_verdict (alert_id, organisation_id, verdict, reason, actor, at)
     values ($1, platform_org(), $2, $3, $4, $5)`,
    [id, closing.verdict, closing.reason, closing.actor, stamp(closing.at)],
  );
};

/** The looks of these alerts, oldest first; a look in two ways in the same alert once. */
export const looksIn = (tx: Tx, alertIds: readonly string[]): Promise<JudgedLook[]> =>
  rows(
    tx,
    `select distinct l.alert_id as "alertId", a.id, a.at, a.line, a.role, a.event, a.categories, a.ground, a.reason,
       a.person_id as "personId"
     from review_alert_look l join review_line a on a.id = l.access_id
     where l.alert_id = any($1::uuid[]) order by a.at, a.line`,
    [alertIds],
  );

/** Sex and age of whom these alerts are about, as much as who judges needs. */
export const profilesOf = async (
  tx: Tx,
  alertIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly sex: string; readonly age: number }>> => {
  const found = await rows<{ alert: string; sex: string; age: number }>(
    tx,
    'select alert, sex, age from review_profiles($1::uuid[])',
    [alertIds],
  );
  return new Map(found.map(({ alert, sex, age }) => [alert, { sex, age }]));
};

/** Which of these alerts are about looks of who acts, in whatever hat. */
export const ownAmong = async (tx: Tx, alertIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const found = await rows<{ id: string }>(tx, 'select review_own as id from review_own($1::uuid[])', [
    alertIds,
  ]);
  return new Set(found.map(({ id }) => id));
};

/** Whom these alerts are about, for the log only: who judges is not told. */
export const peopleIn = (
  tx: Tx,
  alertIds: readonly string[],
): Promise<{ readonly alertId: string; readonly personId: string }[]> =>
  rows(
    tx,
    `select id as "alertId", person_id as "personId" from review_alert
     where id = any($1::uuid[]) and person_id is not null`,
    [alertIds],
  );

/** Looks of the acting organisation in a stretch of time, counted. */
export const countLooks = async (
  tx: Tx,
  { from, until }: Interval,
): Promise<Readonly<Record<'looks' | 'people' | 'refused' | 'emergencies', number>>> =>
  (await first<Record<'looks' | 'people' | 'refused' | 'emergencies', number>>(
    tx,
    `select count(*) filter (where outcome = 'done' and person_id is not null and object_type <> 'alert')::integer as looks,
       count(distinct person_id) filter (where outcome = 'done' and object_type <> 'alert')::integer as people,
       count(*) filter (where outcome = 'refused')::integer as refused,
       count(*) filter (where event = 'break-glass' and outcome = 'done')::integer as emergencies
     from review_line where at >= $1 and at < $2`,
    [stamp(from), stamp(until)],
  )) ?? { looks: 0, people: 0, refused: 0, emergencies: 0 };

/** Alerts that were raised before a moment and were open, raised or closed from another on. */
export const alertsBetween = async (tx: Tx, { from, until }: Interval): Promise<KeptAlert[]> =>
  (
    await rows<Row>(
      tx,
      `${ALERT} and a.raised_at < $2 and (a.raised_at >= $1 or v.at is null or v.at >= $1) order by a.raised_at`,
      [stamp(from), stamp(until)],
    )
  ).map(alertOf);
