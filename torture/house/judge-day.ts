import type pg from 'pg';
import { asOwner } from './judge.ts';

/** A visit that has its moment or had it, with what its order and treatment say. Minutes and instants are milliseconds. */
interface DayFact {
  readonly id: string;
  readonly halfDay: string;
  readonly from: number;
  readonly until: number;
  readonly setUpUntil: number;
  readonly ratio: number;
  readonly nurse: string;
  /** Does this nurse work then, and is each competence that is asked for proven on that day? */
  readonly nursed: boolean;
  /** Is the order signed, and does it hold on that day? */
  readonly ordered: boolean;
  /** How many nurses are there in the half-day. */
  readonly nurses: number;
  /** Does it fall within the hours of a half-day that is open? */
  readonly open: boolean;
  /** Chairs that its treatment asks for. */
  readonly seats: number;
  readonly chairs: readonly { readonly place: string; readonly from: number; readonly until: number }[];
}

const meet = (a: { from: number; until: number }, b: { from: number; until: number }): boolean =>
  a.from < b.until && b.from < a.until;

const pairs = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, i) => all.slice(i + 1).map((other): [T, T] => [one, other]));

/** What a half-day asks of its nurses at a moment: a set-up one of them whole, everybody else a share. */
const asked = (visits: readonly DayFact[], at: number): number =>
  visits
    .filter(({ from, until }) => from <= at && at < until)
    .reduce((sum, { setUpUntil, ratio }) => sum + (at < setUpUntil ? 1 : 1 / ratio), 0);

/** What is wrong with one visit by itself. */
const wrongWith = (visit: DayFact): string[] => [
  ...(visit.nurses < 2 ? ['under two nurses'] : []),
  ...(visit.nursed ? [] : ['a nurse who is not there or may not']),
  ...(visit.ordered ? [] : ['no order that holds']),
  ...(visit.open ? [] : ['outside the hours']),
  ...(visit.chairs.length === visit.seats ? [] : ['chairs missing']),
];

/** What is wrong in one half-day: a chair twice, a nurse who sets up two, more care than there are nurses. */
const wrongTogether = (visits: readonly DayFact[]): string[] => {
  const seats = visits.flatMap(({ id, chairs }) => chairs.map((chair) => ({ id, ...chair })));
  const chairs = pairs(seats).filter(([a, b]) => a.place === b.place && meet(a, b));
  const setUps = pairs(visits).filter(
    ([a, b]) =>
      a.nurse === b.nurse &&
      meet({ from: a.from, until: a.setUpUntil }, { from: b.from, until: b.setUpUntil }),
  );
  const moments = visits.flatMap(({ from, setUpUntil }) => [from, setUpUntil]);
  const over = moments.some((at) => asked(visits, at) > (visits[0]?.nurses ?? 0) + 1e-9);
  return [
    ...chairs.map(([a, b]) => `one chair for ${a.id} and ${b.id}`),
    ...setUps.map(([a, b]) => `one nurse sets up ${a.id} and ${b.id}`),
    ...(over ? ['over the ratio'] : []),
  ];
};

/** Everything that is wrong with these half-days, counted anew by a program that shares nothing with the planner. */
const dayFaults = (visits: readonly DayFact[]): string[] =>
  [...Map.groupBy(visits, ({ halfDay }) => halfDay)].flatMap(([halfDay, own]) =>
    [
      ...wrongTogether(own),
      ...own.flatMap((visit) => wrongWith(visit).map((wrong) => `${visit.id}: ${wrong}`)),
    ].map((wrong) => `${halfDay}: ${wrong}`),
  );

const ms = (expression: string): string => `(extract(epoch from ${expression}) * 1000)::float8`;

const FACTS = `select v.id, v.half_day_id as "halfDay", ${ms('lower(v.during)')} as "from", ${ms('upper(v.during)')} as until,
    ${ms('upper(v.set_up)')} as "setUpUntil", (t.body->>'ratio')::float8 as ratio, v.nurse_id as nurse,
    exists (select 1 from day_treatment_shift s where s.half_day_id = h.id and s.nurse_id = v.nurse_id and s.absent is null)
      and not exists (select 1 from jsonb_array_elements_text(t.body->'competences') as wanted (competence) where not exists (
        select 1 from day_treatment_competence c where c.nurse_id = v.nurse_id and c.competence = wanted.competence
          and c.valid_until >= h.day)) as nursed,
    (o.state in ('signed', 'done') and o.valid_until >= h.day) as ordered,
    (select count(*)::integer from day_treatment_shift s where s.half_day_id = h.id and s.absent is null) as nurses,
    (h.closed is null and v.during <@ tstzrange(h.opens, h.closes)) as open, jsonb_array_length(t.body->'seats') as seats,
    coalesce((select jsonb_agg(jsonb_build_object('place', c.place_id, 'from', ${ms('lower(c.during)')},
        'until', ${ms('upper(c.during)')})) from capacity_claim c
      where c.id = any(v.claims) and c.subject = v.id and c.kind = 'treatment' and c.released_at is null), '[]') as chairs
  from day_treatment_visit v join day_treatment_half_day h on h.id = v.half_day_id
  join day_treatment_order o on o.id = v.order_id
  join day_treatment_treatment t on t.code = o.treatment and t.version = o.treatment_version
  where v.state in ('planned', 'arrived')`;

/** Half-days in which a chair, a nurse or the care for people is promised twice (I11): everything that is wrong with them. */
export const dayFaultsOf = async (client: pg.Client): Promise<string[]> =>
  dayFaults((await client.query<DayFact>(FACTS)).rows);

/** The same, seen by the owner of the database. */
export const dayFaultsIn = (url: string): Promise<string[]> => asOwner(url, dayFaultsOf);
