import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { range, stamp, stampOrNull } from '#platform/db/types.ts';
import type { FigureRow } from './store-counts.ts';
import type { CountedTeam, LoadKind, Stop, Team, TeamCount } from './types-kinds.ts';

type TeamRow = Team &
  Pick<FigureRow, 'asOf' | 'source' | 'freshUntil' | 'free'> &
  Pick<TeamCount, 'waitingDays' | 'closedUntil'>;

const TEAM = `id, organisation_id as "organisationId", name, neighbourhood, pc4s, kind, phone, free,
  waiting_days as "waitingDays", closed_until as "closedUntil", as_of as "asOf", fresh_until as "freshUntil", source`;

const teamOf = ({
  free,
  waitingDays,
  closedUntil,
  asOf,
  freshUntil,
  source,
  ...team
}: TeamRow): CountedTeam => ({
  ...team,
  count:
    free === null || asOf === null || source === null
      ? null
      : { free, waitingDays, closedUntil, asOf, freshUntil, source },
});

/** Every team with its last number, by neighbourhood. */
export const loadTeams = async (tx: Tx): Promise<CountedTeam[]> =>
  (
    await rows<TeamRow>(tx, `select ${TEAM} from capacity_team_view order by neighbourhood, kind, name, id`)
  ).map(teamOf);

/** One team, locked until the end of the transaction, with its last number; null when it does not exist. */
export const lockTeam = async (tx: Tx, id: string): Promise<CountedTeam | null> => {
  await rows(tx, 'select 1 from capacity_team where id = $1 for update', [id]);
  const row = await first<TeamRow>(tx, `select ${TEAM} from capacity_team_view where id = $1`, [id]);
  return row === null ? null : teamOf(row);
};

/** Adds teams, or changes those with the same id. */
export const putTeams = async (tx: Tx, teams: readonly Team[]): Promise<void> => {
  if (teams.length === 0) return;
  await rows(
    tx,
    `insert into capacity_team (id, organisation_id, name, neighbourhood, pc4s, kind, phone)
     select id, "organisationId", name, neighbourhood, pc4s, kind, phone
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "organisationId" uuid, name text, neighbourhood text, pc4s text[], kind text, phone text)
     on conflict (id) do update set neighbourhood = excluded.neighbourhood, pc4s = excluded.pc4s, kind = excluded.kind,
       phone = excluded.phone`,
    [JSON.stringify(teams)],
  );
};

/** The last number of a team. */
export const putTeamCount = async (
  tx: Tx,
  teamId: string,
  count: NonNullable<CountedTeam['count']>,
  actor: string,
): Promise<void> => {
  const { free, waitingDays, closedUntil, asOf, freshUntil, source } = count;
  await rows(
    tx,
    `insert into capacity_team_count (team_id, free, waiting_days, closed_until, as_of, fresh_until, source, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (team_id) do update set free = excluded.free, waiting_days = excluded.waiting_days,
       closed_until = excluded.closed_until, as_of = excluded.as_of, fresh_until = excluded.fresh_until,
       source = excluded.source, actor = excluded.actor`,
    [teamId, free, waitingDays, closedUntil, stamp(asOf), stampOrNull(freshUntil), source, actor],
  );
};

/** How busy a hospital was at a moment. */
export interface LoadRow {
  readonly id: string;
  readonly siteId: string;
  readonly kind: LoadKind;
  readonly value: number;
  readonly asOf: Instant;
  readonly source: string;
  readonly actor: string;
}

/** Adds what was counted; nothing that was counted before changes. */
export const insertLoads = async (tx: Tx, loads: readonly LoadRow[]): Promise<void> => {
  if (loads.length === 0) return;
  await rows(
    tx,
    `insert into capacity_load (id, site_id, kind, value, as_of, source, actor)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[], $5::timestamptz[], $6::text[], $7::text[])`,
    [
      loads.map((load) => load.id),
      loads.map((load) => load.siteId),
      loads.map((load) => load.kind),
      loads.map((load) => load.value),
      loads.map((load) => stamp(load.asOf)),
      loads.map((load) => load.source),
      loads.map((load) => load.actor),
    ],
  );
};

/** The stop that goes on at a site; null when it takes people in. */
export const openStop = (tx: Tx, siteId: string, kind: LoadKind): Promise<Stop | null> =>
  first<Stop>(
    tx,
    `select id, site_id as "siteId", kind, reason, during from capacity_stop
     where site_id = $1 and kind = $2 and ended_at is null for update`,
    [siteId, kind],
  );

/** Adds a stop, or writes the one with this id as it is now. */
export const putStop = async (tx: Tx, stop: Stop, actor: string): Promise<void> => {
  await rows(
    tx,
    `insert into capacity_stop (id, site_id, kind, reason, during, actor) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set reason = excluded.reason, during = excluded.during, actor = excluded.actor`,
    [stop.id, stop.siteId, stop.kind, stop.reason, range(stop.during), actor],
  );
};

/** The hospital takes people in again. */
export const closeStop = async (tx: Tx, id: string, at: Instant): Promise<void> => {
  await rows(tx, 'update capacity_stop set ended_at = $2 where id = $1', [id, stamp(at)]);
};
