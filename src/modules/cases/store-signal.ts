import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import type { Followed, Followup } from './decide/follow.ts';
import type { Stepped } from './decide/signal-step.ts';
import type { Signal } from './types-signal.ts';

const SIGNAL = `s.id, s.thresholds, s.signs, s.state, s.aside, s.again_on as "againOn", s.since, s.decided_by as "decidedBy",
  json_build_object('id', k.id, 'number', k.number, 'bsnEnd', k.bsn_end, 'personId', k.person_id,
    'birthDate', k.birth_date) as known`;
const FROM = 'cases_signal s join cases_known k on k.id = s.known_id';

/** Which states each part of the list has. */
const SCOPES = {
  open: ['new', 'looked', 'asked'],
  aside: ['not-now'],
  settled: ['conversation', 'case'],
} as const;

/** The list of the acting organisation; who stands in it most surely comes first. */
export const signalsOf = (tx: Tx, scope: keyof typeof SCOPES): Promise<Signal[]> =>
  rows<Signal>(
    tx,
    `select ${SIGNAL} from ${FROM} where s.organisation_id = platform_org() and s.state = any($1)
     order by jsonb_array_length(s.signs) desc, s.since, s.id limit 500`,
    [SCOPES[scope]],
  );

/** One signal of the acting organisation. */
export const signalById = (tx: Tx, id: string): Promise<Signal | null> =>
  first<Signal>(tx, `select ${SIGNAL} from ${FROM} where s.id = $1`, [id]);

/** Who is behind these signals, where the house knows: for the log of looks. */
export const personsBehind = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> => {
  const found = await rows<{ id: string; personId: string | null }>(
    tx,
    `select s.id, k.person_id as "personId" from ${FROM} where s.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(found.map(({ id, personId }) => [id, personId]));
};

/** One signal under lock, for who decides about it. */
export const lockSignal = (tx: Tx, id: string): Promise<Signal | null> =>
  first<Signal>(tx, `select ${SIGNAL} from ${FROM} where s.id = $1 for update of s`, [id]);

/** Writes what a step made of it. */
export const writeStep = async (
  tx: Tx,
  id: string,
  { state, aside, againOn }: Stepped,
  by: { readonly name: string; readonly today: Day },
): Promise<void> => {
  await rows(
    tx,
    `update cases_signal set state = $2, aside = $3, again_on = $4, decided_by = $5, decided_on = $6
     where id = $1`,
    [id, state, aside, againOn, by.name, by.today],
  );
};

/** Who a signal is about, now that the practice knows. */
export const knowPerson = async (tx: Tx, id: string, personId: string): Promise<void> => {
  await rows(
    tx,
    'update cases_known k set person_id = $2 from cases_signal s where s.known_id = k.id and s.id = $1',
    [id, personId],
  );
};

/** Every signal of the acting organisation, as the round goes over it, under lock. */
export const followedSignals = (tx: Tx): Promise<Followed[]> =>
  rows<Followed>(
    tx,
    `select id, known_id as "knownId", state, aside, again_on as "againOn", decided_on as "decidedOn" from cases_signal
     where organisation_id = platform_org() order by id for update`,
  );

/** Writes what the round of tonight found. */
export const writeFollowup = async (
  tx: Tx,
  { fresh, again, gone }: Followup,
  by: { readonly thresholds: number; readonly today: Day },
): Promise<void> => {
  await rows(
    tx,
    `insert into cases_signal (id, organisation_id, known_id, thresholds, signs, state, since, seen_on)
     select id, platform_org(), known, $4, signs, 'new', $5::date, $5::date
     from unnest($1::uuid[], $2::uuid[], $3::jsonb[]) as f (id, known, signs)`,
    [
      ...[fresh.map(() => newId()), fresh.map(({ knownId }) => knownId)],
      ...[fresh.map(({ signs }) => JSON.stringify(signs)), by.thresholds, by.today],
    ],
  );
  await rows(
    tx,
    `update cases_signal s set signs = a.signs, thresholds = $4, seen_on = $5::date,
       state = case when a.back then 'new' else s.state end, aside = case when a.back then null else s.aside end,
       again_on = case when a.back then null else s.again_on end, since = case when a.back then $5::date else s.since end,
       decided_by = case when a.back then null else s.decided_by end,
       decided_on = case when a.back then null else s.decided_on end
     from unnest($1::uuid[], $2::jsonb[], $3::boolean[]) as a (id, signs, back)
     where s.id = a.id and (a.back or s.signs is distinct from a.signs or s.thresholds <> $4 or s.seen_on <> $5::date)`,
    [
      ...[again.map(({ id }) => id), again.map(({ signs }) => JSON.stringify(signs))],
      ...[again.map(({ isBack }) => isBack), by.thresholds, by.today],
    ],
  );
  await rows(tx, 'delete from cases_signal where id = any($1::uuid[])', [gone]);
};

/** Of how much the list was made. */
export const goneOver = async (
  tx: Tx,
): Promise<{ readonly people: number; readonly contacts: number; readonly until: Day | null }> =>
  (await first(
    tx,
    `select count(distinct known_id)::integer as people, count(*)::integer as contacts, max(day) as until from cases_contact
     where organisation_id = platform_org()`,
  )) ?? { people: 0, contacts: 0, until: null };
