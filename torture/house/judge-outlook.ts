import type pg from 'pg';
import { type OutlookTold, thresholdKey } from '#torture/kill/outlook-told.ts';
import { asOwner } from './judge.ts';

/** Both homes, and the region. */
const FORECASTS_A_MORNING = 3;

const read = async <Row extends pg.QueryResultRow>(client: pg.Client, text: string): Promise<Row[]> =>
  (await client.query<Row>(text)).rows;

const scenarioFaults = async (client: pg.Client, { scenarios }: OutlookTold): Promise<string[]> => {
  const rows = await read<{ id: string; name: string; version: number; lines: number }>(
    client,
    `select id, name, version, (select count(*)::int from platform_diary d where d.subject = s.id
       and d.event in ('scenario-kept', 'scenario-changed')) as lines from outlook_scenario s`,
  );
  const there = new Map(rows.map((row) => [row.id, row]));
  return [
    ...[...scenarios].flatMap(([id, { name, version }]) => {
      const row = there.get(id);
      return row?.name === name && row.version === version && row.lines === version ? [] : ['scenario'];
    }),
    ...rows.flatMap(({ id }) => (scenarios.has(id) ? [] : ['scenario nobody kept'])),
  ];
};

const thresholdFaults = async (client: pg.Client, { thresholds }: OutlookTold): Promise<string[]> => {
  const rows = await read<{ kind: string; product: string | null; version: number; figure: number }>(
    client,
    'select kind, product, version, figure from outlook_threshold',
  );
  const there = new Map(rows.map((row) => [thresholdKey(row.kind, row.product, row.version), row.figure]));
  return [
    ...[...thresholds].flatMap(([key, figure]) => (there.get(key) === figure ? [] : ['threshold'])),
    ...(rows.length === thresholds.size ? [] : ['threshold nobody set']),
  ];
};

/** One forecast per site, product and morning, one newest, and each day held against what came once it was over. */
const morningFaults = async (client: pg.Client, { mornings }: OutlookTold): Promise<string[]> => {
  const rows = await read<{ day: string | null; all: number; apart: number; scored: number }>(
    client,
    `select of_day::text as day, count(*)::int as all, count(distinct (product, site_id))::int as apart,
       (select count(*)::int from outlook_score s join outlook_forecast o on o.id = s.forecast_id
        where o.of_day = f.of_day and s.ahead = 1) as scored
     from outlook_forecast f group by of_day`,
  );
  const there = new Map(rows.map((row) => [row.day, row]));
  // What was free yesterday at ten is known this morning: two mornings later each day ahead has its score.
  const over = mornings.slice(0, -2);
  const twice = rows.filter(({ all, apart }) => all !== apart || all > FORECASTS_A_MORNING);
  return [
    ...twice.map(() => 'forecast twice'),
    ...[...mornings, null].flatMap((day) =>
      mornings.length === 0 || there.get(day)?.all === FORECASTS_A_MORNING
        ? []
        : ['morning without forecast'],
    ),
    ...over.flatMap((day) => (there.get(day)?.scored === FORECASTS_A_MORNING ? [] : ['day without score'])),
    ...rows.flatMap(({ day }) => (day === null || mornings.includes(day) ? [] : ['forecast of no morning'])),
  ];
};

/** Told once: one alert a morning, with one line in the diary, and taken note of where somebody did. */
const alertFaults = async (client: pg.Client, { warned, seen }: OutlookTold): Promise<string[]> => {
  const rows = await read<{ id: string; day: string; seen: boolean; lines: number }>(
    client,
    `select id, made_on::text as day, seen_at is not null as seen,
       (select count(*)::int from platform_diary d where d.subject = a.id and d.event = 'alerts') as lines
     from outlook_alert a`,
  );
  const [told] = await read<{ n: number }>(
    client,
    "select count(*)::int as n from platform_diary where room = 'outlook' and event = 'alerts'",
  );
  const byDay = Map.groupBy(rows, ({ day }) => day);
  const noted = new Set(rows.filter((row) => row.seen).map(({ id }) => id));
  return [
    ...[...byDay.values()].flatMap((own) => (own.length === 1 ? [] : ['alert twice'])),
    ...warned.flatMap((day) => (byDay.has(day) ? [] : ['alert not told'])),
    ...rows.flatMap(({ lines }) => (lines === 1 ? [] : ['alert without its line'])),
    ...(told?.n === rows.length ? [] : ['line without its alert']),
    ...[...seen].flatMap((id) => (noted.has(id) ? [] : ['alert taken note of'])),
  ];
};

/** What is other in the room that looks ahead than the manager and the house were told. */
export const outlookFaultsIn = (url: string, told: OutlookTold): Promise<string[]> =>
  asOwner(url, async (client) => {
    const faults: string[] = [];
    for (const judge of [scenarioFaults, thresholdFaults, morningFaults, alertFaults])
      faults.push(...(await judge(client, told)));
    return faults;
  });
