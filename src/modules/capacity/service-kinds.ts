import type { FigureSource } from '#kernel/freshness.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import type { Doing } from './doing.ts';
import { closeStop, insertLoads, lockTeam, openStop, putStop, putTeamCount } from './store-kinds.ts';
import type { CapacityCode } from './types.ts';
import type { CountedTeam, LoadKind, Stop, StopReason, TeamCount } from './types-kinds.ts';

type Refused = Refusal<CapacityCode>;
type Answer<T> = Promise<Result<T, Refusal>>;

/** Clocks run apart: a stop that began a moment ago still begins now. */
const SHORTEST = 5 * MINUTE;

const isDesk = (doing: Doing): boolean =>
  doing.actor.organisationId === doing.region.agreement.deskOrganisationId;

/** A line about something of an organisation that is no ward: a team, a hospital. */
const line = (
  doing: Doing,
  event: string,
  about: { readonly id: string; readonly organisationId: string },
  body: Entry['body'],
): Entry => ({
  at: doing.now,
  room: 'capacity',
  event,
  subject: about.id,
  unitId: null,
  organisationId: about.organisationId,
  actor: doing.actor.id,
  body,
});

/** A team tells how many more people it can help; the desk may write down what it heard on the telephone. */
export const countTeam = async (
  tx: Tx,
  act: TeamCount & {
    readonly teamId: string;
    readonly freshUntil: Instant | null;
    readonly source: FigureSource;
  },
  doing: Doing,
): Answer<CountedTeam> => {
  const { teamId, free, waitingDays, closedUntil, freshUntil, source } = act;
  const team = await ownTeam(tx, teamId, source, doing);
  if (!team.ok) return team;
  if (freshUntil !== null && freshUntil <= doing.now) return refuse<Refused>({ code: 'end-before-start' });
  const count = { free, waitingDays, closedUntil, freshUntil, source, asOf: doing.now };
  await putTeamCount(tx, teamId, count, doing.actor.id);
  await record(tx, [line(doing, 'team-counted', team.value, { ...count })]);
  return ok({ ...team.value, count });
};

/** "Klopt nog" of a team: its last number is right now. */
export const confirmTeam = async (
  tx: Tx,
  act: { readonly teamId: string; readonly source: FigureSource },
  doing: Doing,
): Answer<CountedTeam> => {
  const team = await ownTeam(tx, act.teamId, act.source, doing);
  if (!team.ok) return team;
  if (team.value.count === null) return refuse<Refused>({ code: 'no-count-yet' });
  const count = { ...team.value.count, asOf: doing.now, freshUntil: null, source: act.source };
  await putTeamCount(tx, act.teamId, count, doing.actor.id);
  await record(tx, [line(doing, 'team-counted', team.value, { ...count })]);
  return ok({ ...team.value, count });
};

const ownTeam = async (tx: Tx, teamId: string, source: FigureSource, doing: Doing): Answer<CountedTeam> => {
  const team = await lockTeam(tx, teamId);
  if (team === null) return refuse<Refused>({ code: 'team-unknown' });
  const may = team.organisationId === doing.actor.organisationId || (source === 'phone' && isDesk(doing));
  return may ? ok(team) : refuse<Refused>({ code: 'other-team' });
};

/** The hospital site when it is the actor's own; only a hospital tells how busy it is. */
const ownHospital = (
  siteId: string,
  doing: Doing,
): Result<{ id: string; organisationId: string }, Refused> => {
  const site = doing.region.sites.find((each) => each.id === siteId);
  const organisation = doing.region.organisations.find((each) => each.id === site?.organisationId);
  if (site === undefined || organisation?.kind !== 'hospital') return refuse({ code: 'hospital-unknown' });
  return organisation.id === doing.actor.organisationId ? ok(site) : refuse({ code: 'other-hospital' });
};

/** A hospital tells how busy it is: people in its emergency department, or people who are ready and still there. */
export const reportLoad = async (
  tx: Tx,
  act: {
    readonly siteId: string;
    readonly kind: LoadKind;
    readonly value: number;
    readonly source: FigureSource;
  },
  doing: Doing,
): Answer<{ siteId: string; kind: LoadKind; value: number; asOf: Instant }> => {
  const site = ownHospital(act.siteId, doing);
  if (!site.ok) return site;
  await insertLoads(tx, [{ ...act, id: newId(), asOf: doing.now, actor: doing.actor.id }]);
  await record(tx, [line(doing, 'load-reported', site.value, { kind: act.kind, value: act.value })]);
  const { siteId, kind, value } = act;
  return ok({ siteId, kind, value, asOf: doing.now });
};

/** A hospital stops taking people in, with a reason and an expected end; said again, the last word counts. */
export const startStop = async (
  tx: Tx,
  act: {
    readonly siteId: string;
    readonly kind: LoadKind;
    readonly reason: StopReason;
    readonly until: Instant;
  },
  doing: Doing,
): Answer<Stop> => {
  const site = ownHospital(act.siteId, doing);
  if (!site.ok) return site;
  if (act.until < doing.now + SHORTEST) return refuse<Refused>({ code: 'end-before-start' });
  const open = await openStop(tx, act.siteId, act.kind);
  const { siteId, kind, reason, until } = act;
  const from = Math.min(open?.during.from ?? doing.now, doing.now);
  const stop: Stop = { id: open?.id ?? newId(), siteId, kind, reason, during: { from, until } };
  await putStop(tx, stop, doing.actor.id);
  await record(tx, [line(doing, 'stop-began', site.value, { kind, reason, from, until })]);
  return ok(stop);
};

/** The hospital takes people in again; when nothing was stopped, nothing changes. */
export const endStop = async (
  tx: Tx,
  act: { readonly siteId: string; readonly kind: LoadKind },
  doing: Doing,
): Answer<{ siteId: string; kind: LoadKind }> => {
  const site = ownHospital(act.siteId, doing);
  if (!site.ok) return site;
  const open = await openStop(tx, act.siteId, act.kind);
  if (open !== null) {
    await closeStop(tx, open.id, doing.now);
    await record(tx, [line(doing, 'stop-ended', site.value, { kind: act.kind })]);
  }
  return ok({ siteId: act.siteId, kind: act.kind });
};
