import pg from 'pg';
import { CONTACT_KINDS, type Recurring, type Sign, type Thresholds } from '#modules/cases/types-signal.ts';
import { type Population, TODAY } from './population.ts';

const SCHEMA = `
  create unlogged table person (no int primary key, born int not null, sex smallint not null);
  create unlogged table reason (no int primary key, code text collate "C" not null);
  create unlogged table contact (person int not null, day int not null, kind smallint not null, reason int not null, helper int not null)`;

/** The same rule in window functions: groups per year ranked, the last weeks counted. The parameters are listed in `answer`. */
const QUESTION = `
  with asked as materialized (select person, reason, helper, $1 - day as ago from contact where day <= $1 and kind <> all ($2)),
  counted as (select person, ago / $3 as year, count(*)::int as n from asked where ago < $3 * $4 group by 1, 2),
  ranked as (
    select no, year, n, count(*) over w as size,
      cume_dist() over (partition by year, grp order by n desc) as top
    from (select p.no, y.year, coalesce(c.n, 0) as n,
        p.sex * 100 + width_bucket(floor(($1 - $3 * y.year - p.born) / 365.2425), $5::numeric[]) as grp
      from person p cross join generate_series(0, $4 - 1) as y (year)
      left join counted c on c.person = p.no and c.year = y.year) g
    window w as (partition by year, grp)),
  frequent as (
    select no, array_agg(n order by year) as per_year,
      bool_and(n > 0 and top <= $6 and size >= $7) as persistent,
      bool_or(year = 0 and n > 0 and top <= $6 and size >= $7) as lately
    from ranked group by no),
  same as (
    select distinct on (a.person) a.person, r.code, count(*)::int as n from asked a join reason r on r.no = a.reason
    where a.ago < $9 and a.reason <> 0 group by a.person, r.code having count(*) >= $8
    order by a.person, count(*) desc, r.code),
  many as (
    select person, count(distinct helper) filter (where helper <> 0)::int as helpers, count(*)::int as n from asked
    where ago < $11 group by person having count(distinct helper) filter (where helper <> 0) >= $10),
  met as (
    select distinct person from contact where day <= $1 and $1 - day < $12 and (kind = $13 or reason = any ($14)))
  select f.no as person, f.persistent, f.lately, f.per_year as "perYear", s.code as reason, s.n as times, m.helpers, m.n as helped,
    t.person is not null as social
  from frequent f left join same s on s.person = f.no left join many m on m.person = f.no left join met t on t.person = f.no
  where f.persistent or s.person is not null or m.person is not null
  order by f.no`;

interface Found {
  readonly person: number;
  readonly persistent: boolean;
  readonly lately: boolean;
  readonly perYear: readonly number[];
  readonly reason: string | null;
  readonly times: number;
  readonly helpers: number | null;
  readonly helped: number;
  readonly social: boolean;
}

/** One line as ours tells it; from how many contacts on somebody is frequent is not asked of the peer. */
const recurringOf = (found: Found, rules: Thresholds): Recurring => {
  const signs: Sign[] = [];
  if (found.persistent) signs.push({ code: 'persistent', perYear: found.perYear });
  else if (found.lately) signs.push({ code: 'frequent', contacts: found.perYear[0] ?? 0, from: 0 });
  if (found.reason !== null)
    signs.push({
      code: 'same-reason',
      reason: found.reason,
      contacts: found.times,
      days: rules.sameReason.days,
    });
  if (found.helpers !== null)
    signs.push({
      ...{
        code: 'many-helpers',
        helpers: found.helpers,
        contacts: found.helped,
        days: rules.manyHelpers.days,
      },
    });
  if (!found.social) signs.push({ code: 'no-social', days: rules.social.days });
  return { person: found.person, signs };
};

/** A database with the same contacts in it, that answers the same question on one connection. */
export interface Peer {
  answer(): Promise<Recurring[]>;
  end(): Promise<void>;
}

const fill = async (
  client: pg.Client,
  { practice: { contacts, people, reasons } }: Population,
): Promise<void> => {
  const { born, sex } = people;
  const row = (at: number) => at;
  await client.query('insert into person select * from unnest($1::int[], $2::int[], $3::int[])', [
    Array.from(born, (_, at) => row(at)),
    Array.from(born),
    Array.from(sex),
  ]);
  await client.query('insert into reason select * from unnest($1::int[], $2::text[])', [
    reasons.map((_, at) => at),
    reasons,
  ]);
  const { person, day, kind, reason, helper } = contacts;
  const columns = [person, day, kind, reason, helper].map((column) => Array.from(column));
  for (let from = 0; from < person.length; from += 200_000)
    await client.query(
      'insert into contact select * from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[])',
      columns.map((column) => column.slice(from, from + 200_000)),
    );
  await client.query('analyze');
};

/** Lays the contacts out in whole numbers, without what the house keeps beside them, and with room to sort in memory. */
export const openPeer = async (url: string, population: Population, rules: Thresholds): Promise<Peer> => {
  const client = new pg.Client({ connectionString: url, options: '-c work_mem=256MB -c jit=off' });
  await client.connect();
  await client.query(SCHEMA);
  await fill(client, population);
  const kinds = (chosen: readonly string[]) =>
    CONTACT_KINDS.flatMap((kind, at) => (chosen.includes(kind) ? [at] : []));
  const social = population.practice.reasons.flatMap((code, at) =>
    rules.social.reasons.includes(code) ? [at] : [],
  );
  const values = [
    ...[TODAY, kinds(rules.notAsked), rules.yearDays, rules.years, rules.ages.slice(1), rules.topShare],
    ...[rules.smallestGroup, rules.sameReason.contacts, rules.sameReason.days, rules.manyHelpers.helpers],
    ...[rules.manyHelpers.days, rules.social.days, kinds(['social'])[0], social],
  ];
  return {
    answer: async () =>
      (await client.query<Found>({ name: 'signal', text: QUESTION, values })).rows.map((found) =>
        recurringOf(found, rules),
      ),
    end: () => client.end(),
  };
};
