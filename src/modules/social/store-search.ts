import type { Day } from '#kernel/calendar.ts';
import type { Point } from '#kernel/geo.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import type { ServiceState, WeekHours } from './types.ts';

/** A service as the search finds it, with how well it fits what was asked. */
export interface FoundLook {
  readonly id: string;
  readonly organizationId: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly about: string;
  readonly kinds: readonly string[];
  readonly town: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly languages: readonly string[];
  readonly free: boolean | null;
  readonly hours: readonly WeekHours[];
  readonly reachable: boolean;
  readonly assured: Day | null;
  readonly state: ServiceState | null;
  readonly weeks: number | null;
  readonly untilDay: Day | null;
  readonly stateAt: Instant | null;
  /** How well its kinds answer the need: 0 to 3. */
  readonly fit: number;
  /** How well its words are those of the question: 0 to 1. */
  readonly word: number;
}

/** What the database looks for. */
export interface LookAsk {
  readonly kinds: readonly string[];
  readonly weights: readonly number[];
  /** Words of the question, plain letters only. */
  readonly words: readonly string[];
  /** Services that were assured before this day are hidden. */
  readonly shownSince: Day;
  readonly from: Point | null;
  readonly age: number | null;
  readonly language: string | null;
  readonly free: boolean;
  readonly room: boolean;
}

const COLUMNS = `l.service_id as id, l.organization_id as "organizationId", l.name, t.organisation, t.about, l.kinds,
  t.town, l.lat, l.lon, l.minimum_age as "minimumAge", l.maximum_age as "maximumAge", l.languages, l.free, t.hours,
  l.reachable, l.assured, l.state, l.weeks, l.until_day as "untilDay", l.state_at as "stateAt"`;
const WITH_TEXT = '(social_look l join social_look_text t using (service_id))';

/** So many candidates are weighed with care; who is not among them would stand on the tenth page. */
const CANDIDATES = 100;

const SHOWN = `l.active and (l.assured is null or l.assured >= $1)
  and ($2::float8 is null or (coalesce(l.minimum_age, 0) <= $2 and coalesce(l.maximum_age, 200) >= $2))
  and ($3::text is null or $3 = 'nl' or $3 = any(l.languages))
  and (not $4::boolean or l.free)
  and (not $5::boolean or l.state is null or l.state in ('open', 'asks-first'))`;

const shownOf = (ask: LookAsk): unknown[] => [ask.shownSince, ask.age, ask.language, ask.free, ask.room];

/** Kilometres on a flat map are close enough to choose who is weighed. */
const FAR = `case when $6::float8 is null or l.lat is null then 15
  else least(30, sqrt(power((l.lat - $6) * 111.2, 2) + power((l.lon - $7) * 68.5, 2))) end`;

/** More kinds of help than this do not answer one question. */
const MOST_KINDS = 8;

/** The kinds come with the best first: the first one a service is decides. */
const FIT = `case ${Array.from({ length: MOST_KINDS }, (_, i) => `when ($8::text[])[${i + 1}] = any(l.kinds) then ($9::float8[])[${i + 1}]`).join(' ')} else 0 end`;

/** The words of the question, read once and not for each service. */
const ASKED = "(select to_tsquery('dutch', $10))";

/** Where a need was heard its words only bring in who is called so; what a text mentions by the way is no answer to it. */
const wordsOf = ({ kinds, words }: LookAsk): string =>
  words.map((word) => (kinds.length > 0 ? `${word}:AB` : word)).join(' | ');

/** Services whose kind answers the need, or that hold words of the question; the most likely ones. */
export const findLooks = (tx: Tx, ask: LookAsk): Promise<FoundLook[]> =>
  rows(
    tx,
    `with candidate as materialized (
       select l.service_id, ${FIT} as fit, ts_rank(l.words, ${ASKED}) as word, ${FAR} as far
       from social_look l
       where ${SHOWN} and (l.kinds && $8::text[] or l.words @@ ${ASKED})),
     best as materialized (
       select * from candidate order by 2 * fit + 3 * word - far * 0.05 desc, service_id limit ${CANDIDATES})
     select ${COLUMNS}, b.fit, b.word from best b join ${WITH_TEXT} using (service_id)`,
    [
      ...shownOf(ask),
      ...[ask.from?.lat ?? null, ask.from?.lon ?? null],
      ...[ask.kinds.slice(0, MOST_KINDS), ask.weights.slice(0, MOST_KINDS), wordsOf(ask)],
    ],
  );

/** What a name shares with what was typed at least, to be taken for it. */
const ALIKE = 0.4;

/** Services whose name looks like what was typed; for who knows the name and not how it is written. */
export const findByName = async (tx: Tx, ask: LookAsk, typed: string): Promise<FoundLook[]> => {
  const [, found] = await Promise.all([
    rows(tx, `set local pg_trgm.similarity_threshold = ${ALIKE}`),
    rows<FoundLook>(
      tx,
      `select ${COLUMNS}, 0 as fit, similarity(t.plain, $6) as word from ${WITH_TEXT} where t.plain % $6 and ${SHOWN}
       order by word desc, service_id limit 20`,
      [...shownOf(ask), typed],
    ),
  ]);
  return found;
};

/** Without a question: what is near, or simply everything in the order of names. */
export const findNear = (tx: Tx, ask: LookAsk): Promise<FoundLook[]> =>
  rows(
    tx,
    `with near as materialized (
       select service_id from social_look l where ${SHOWN} order by ${FAR}, l.name, l.service_id limit ${CANDIDATES})
     select ${COLUMNS}, 0 as fit, 0 as word from near join ${WITH_TEXT} using (service_id)`,
    [...shownOf(ask), ask.from?.lat ?? null, ask.from?.lon ?? null],
  );

/** One service as the search knows it, hidden or not; null when the map has none. */
export const lookById = (tx: Tx, id: string): Promise<FoundLook | null> =>
  first(tx, `select ${COLUMNS}, 0 as fit, 0 as word from ${WITH_TEXT} where l.service_id = $1`, [id]);

/** Services of the acting organisation, in the order of their names. */
export const ownLooks = (tx: Tx): Promise<FoundLook[]> =>
  rows(
    tx,
    `select ${COLUMNS}, 0 as fit, 0 as word from ${WITH_TEXT}
     join social_provider p on p.organization_id = l.organization_id
     where p.organisation_id = platform_org() order by l.name, service_id`,
  );

/** Does the acting organisation keep the map of the region? */
export const keepsMap = async (tx: Tx): Promise<boolean> =>
  (await first<{ keeps: boolean }>(tx, 'select social_keeps_map() as keeps'))?.keeps === true;

/** Whose service this is in the region; null when it is nobody's there. */
export const providerOf = async (tx: Tx, id: string): Promise<string | null> =>
  (
    await first<{ organisation: string }>(
      tx,
      `select p.organisation_id as organisation from social_hsds_service s
       join social_provider p on p.organization_id = s.organization_id where s.id = $1`,
      [id],
    )
  )?.organisation ?? null;
