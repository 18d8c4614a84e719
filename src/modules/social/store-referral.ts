import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type {
  Referral,
  ReferralEvent,
  ReferralState,
  ResultReason,
  StandingReferral,
} from './types-referral.ts';

const REFERRAL = `r.id, r.code, r.person_id as "personId", r.service_id as "serviceId", r.from_org as "fromOrg", r.to_org as "toOrg",
  r.consent_id as "consentId", r.question, r.need, r.warm, r.warm_at as "warmAt", r.state, r.version, r.made_at as "madeAt",
  r.made_by as "madeBy", r.due_at as "dueAt", r.read_at as "readAt", r.passed_from as "passedFrom",
  social_agreed(r.id) as agreed, social_receives(r.id) as receives, social_sent(r.id) as sent`;

/** The next short code by which people name a referral on the phone. */
export const nextReferralCode = async (tx: Tx): Promise<string> => {
  const row = await first<{ code: number }>(tx, "select nextval('social_referral_code')::integer as code");
  return `V-${row?.code ?? 0}`;
};

/** A referral the reader made or receives; null when there is none for them. */
export const referralById = (tx: Tx, id: string): Promise<StandingReferral | null> =>
  first(tx, `select ${REFERRAL} from social_referral r where r.id = $1`, [id]);

/** The same, and nobody else takes a step in it until this transaction is over. */
export const lockReferral = async (tx: Tx, id: string): Promise<StandingReferral | null> => {
  await rows(tx, 'select 1 from social_referral where id = $1 for update', [id]);
  return referralById(tx, id);
};

/** One person at a time is referred by an organisation, so that pressing twice is one. */
export const aloneWithPerson = async (tx: Tx, personId: string): Promise<void> => {
  await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`referral ${personId}`]);
};

/** Was this person referred to this service by the acting organisation, and does that still run? */
export const referralRuns = async (
  tx: Tx,
  { personId, serviceId }: Pick<Referral, 'personId' | 'serviceId'>,
): Promise<boolean> =>
  (await first(
    tx,
    `select 1 from social_referral where person_id = $1 and service_id = $2 and from_org = platform_org()
       and state in ('sent', 'seen', 'accepted', 'contacted', 'active')`,
    [personId, serviceId],
  )) !== null;

/** What the acting organisation referred, the newest first. */
export const referralsSent = (tx: Tx): Promise<StandingReferral[]> =>
  rows(
    tx,
    `select ${REFERRAL} from social_referral r where r.from_org = platform_org() order by r.made_at desc, r.id desc limit 200`,
  );

/** What came in at the acting organisation on a yes that stands: what waits longest first, then what is over. */
export const referralsReceived = (tx: Tx): Promise<StandingReferral[]> =>
  rows(
    tx,
    `select * from (select ${REFERRAL} from social_referral r where r.to_org = platform_org()) r where r.receives
     order by r.state in ('ended', 'passed-on'), r."madeAt", r.id limit 200`,
  );

/** Adds a referral. */
export const insertReferral = async (tx: Tx, of: Referral): Promise<void> => {
  await rows(
    tx,
    `insert into social_referral (id, code, person_id, service_id, from_org, to_org, consent_id, question, need, warm, warm_at,
       state, version, made_at, made_by, due_at, read_at, passed_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      ...[
        of.id,
        of.code,
        of.personId,
        of.serviceId,
        of.fromOrg,
        of.toOrg,
        of.consentId,
        of.question,
        of.need,
      ],
      ...[of.warm, stampOrNull(of.warmAt), of.state, of.version, stamp(of.madeAt), of.madeBy],
      ...[stamp(of.dueAt), stamp(of.readAt), of.passedFrom],
    ],
  );
};

/** The referral comes in another state. That it was seen is no change for who is about to do something with it. */
export const writeState = async (tx: Tx, id: string, state: ReferralState): Promise<void> => {
  await rows(
    tx,
    `update social_referral set state = $2, version = version + case when $2 = 'seen' then 0 else 1 end where id = $1`,
    [id, state],
  );
};

/** Who referred looked at what became of it. */
export const writeRead = async (tx: Tx, id: string, at: Instant): Promise<void> => {
  await rows(tx, 'update social_referral set read_at = $2 where id = $1', [id, stamp(at)]);
};

/** Keeps what happened. */
export const insertStep = async (tx: Tx, event: ReferralEvent): Promise<void> => {
  await rows(
    tx,
    `insert into social_referral_step (id, referral_id, step, at, by_name, by_org, result, reason, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[event.id, event.referralId, event.step, stamp(event.at), event.byName, event.byOrg],
      ...[event.result, event.reason, event.words],
    ],
  );
};

/** What happened with these referrals, in order. */
export const stepsOf = (tx: Tx, ids: readonly string[]): Promise<ReferralEvent[]> =>
  rows(
    tx,
    `select id, referral_id as "referralId", step, at, by_name as "byName", by_org as "byOrg", result, reason, words
     from social_referral_step where referral_id = any($1::uuid[]) order by at, id`,
    [ids],
  );

/** Who the person is, for who receives the referral or passed it on; null for everybody else. */
export const whoOf = (
  tx: Tx,
  id: string,
): Promise<{ name: string; phone: string | null; born: Day; pc4: string | null } | null> =>
  first(tx, 'select name, phone, born, pc4 from social_who($1)', [id]);

/** What became of it after it was passed on; null when it was not. */
export const passedOn = (
  tx: Tx,
  id: string,
): Promise<{ serviceId: string; state: ReferralState; result: ReferralEvent['result'] } | null> =>
  first(tx, 'select service_id as "serviceId", state, result from social_passed($1)', [id]);

/** Counts that a kind of help was not there in this month, without a person. */
export const countUnmet = async (
  tx: Tx,
  { kind, reason, month }: { readonly kind: string; readonly reason: string; readonly month: Day },
): Promise<void> => {
  await rows(
    tx,
    `insert into social_unmet as u (kind, reason, month, times) values ($1, $2, $3, 1)
     on conflict (kind, reason, month) do update set times = u.times + 1`,
    [kind, reason, month],
  );
};

/** How often help was not there since this month, per month. */
export const unmetSince = (
  tx: Tx,
  month: Day,
): Promise<{ kind: string; reason: ResultReason; times: number }[]> =>
  rows(tx, 'select kind, reason, times from social_unmet where month >= $1', [month]);

/** What was not picked up in the region; empty for everybody but who keeps the map. */
export const lateReferrals = (
  tx: Tx,
): Promise<{ code: string; serviceId: string; toOrg: string; dueAt: Instant }[]> =>
  rows(tx, 'select code, service_id as "serviceId", to_org as "toOrg", due_at as "dueAt" from social_late()');

const ids = async (found: Promise<readonly { readonly id: string }[]>): Promise<string[]> =>
  (await found).map(({ id }) => id);

/** What the acting organisation referred and nobody picked up in time. */
export const unpickedReferrals = (tx: Tx, now: Instant): Promise<string[]> =>
  ids(
    rows(
      tx,
      `select id from social_referral where from_org = platform_org() and state in ('sent', 'seen') and due_at <= $1 order by id`,
      [stamp(now)],
    ),
  );

/** What the acting organisation referred about this person. */
export const referralsAbout = (tx: Tx, personId: string): Promise<string[]> =>
  ids(
    rows(
      tx,
      'select id from social_referral where from_org = platform_org() and person_id = $1 order by id',
      [personId],
    ),
  );
