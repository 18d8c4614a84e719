import type { Instant, Interval } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { questionsAsked } from '#modules/people/index.ts';
import { loadProfessionals, REGION_ZONE } from '#modules/region/index.ts';
import type { Professional } from '#modules/region/types.ts';
import { looksOfOrganisation } from '#platform/access-log/store.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { AlertView, VerdictBody } from './contract.ts';
import { alertsIn, COMMON_SURNAMES, type Known } from './decide/alerts.ts';
import { dayByDay, stretchOf } from './decide/stretch.ts';
import {
  alertsOf,
  insertVerdict,
  keepRaised,
  keepReviewed,
  likenessOf,
  lockAlert,
  looksById,
  ownAmong,
  reviewAlone,
  reviewedUntil,
  toldLooks,
} from './store.ts';
import type { Look, Looker, ReviewCode } from './types.ts';
import { alertViews } from './view.ts';

/** In whose name the rules go over a log; row-level security knows it. */
export const REVIEWER = byHouse('review').actor;

/** Who works by day and by night: no hour is odd for them. */
const ROUND_THE_CLOCK: ReadonlySet<string> = new Set(['ward', 'elderly-doctor', 'desk']);

const line = (
  event: string,
  subject: string,
  by: Pick<Actor, 'id' | 'organisationId'>,
  now: Instant,
): Entry => ({
  ...{ at: now, room: 'review', event, subject, unitId: null },
  ...{ organisationId: by.organisationId, actor: by.id, body: {} },
});

const lookersOf = (colleagues: readonly Professional[]): ReadonlyMap<string, Looker> =>
  new Map(colleagues.map(({ id, role }) => [id, { id, roundTheClock: ROUND_THE_CLOCK.has(role) }]));

/** Looks of this stretch, and older ones that a person asked about in it. Who judges is not judged by the rules. */
const looksToJudge = async (tx: Tx, during: Interval): Promise<{ looks: Look[]; asked: Set<string> }> => {
  const lines = await looksOfOrganisation(tx, during.from, during.until);
  const asked = new Set((await questionsAsked(tx, during)).map(({ lookId }) => lookId));
  // Who asks about a look that was refused has said who they are; the log itself does not say it of such a look.
  const older = [...asked].filter((id) => !lines.some((each) => each.id === id && each.personId !== null));
  const looks = lines
    .filter(({ objectType, event }) => objectType !== 'alert' || event !== 'log-read')
    .filter(({ id }) => !older.includes(id));
  return { looks: [...(older.length === 0 ? [] : await looksById(tx, older)), ...looks], asked };
};

const knownOf = async (
  tx: Tx,
  organisationId: string,
  looks: readonly Look[],
): Promise<Omit<Known, 'asked'>> => {
  const colleagues = (await loadProfessionals(tx)).filter((each) => each.organisationId === organisationId);
  const pairs = new Map(
    looks.flatMap(({ actor, personId }) =>
      personId === null ? [] : [[`${actor} ${personId}`, { actor, personId }] as const],
    ),
  );
  const alike = await likenessOf(tx, [...pairs.values()], COMMON_SURNAMES);
  return {
    lookers: lookersOf(colleagues),
    alike: (actor, personId) => alike.get(`${actor} ${personId}`),
    zone: REGION_ZONE,
  };
};

/** Goes over the looks of this stretch; answers how many alerts were opened. */
const reviewStretch = async (
  tx: Tx,
  organisationId: string,
  { now, during }: { readonly now: Instant; readonly during: Interval },
): Promise<number> => {
  const { looks, asked } = await looksToJudge(tx, during);
  const told = await toldLooks(
    tx,
    looks.map(({ id }) => id),
  );
  const raised = alertsIn(looks, { ...(await knownOf(tx, organisationId, looks)), asked }, told);
  const moments = new Map(looks.map(({ id, at }) => [id, at]));
  const by = { id: REVIEWER, organisationId };
  let opened = 0;
  for (const alert of raised) {
    const at = alert.looks.map((id) => moments.get(id) ?? now);
    const kept = await keepRaised(tx, alert, { now, first: Math.min(...at), last: Math.max(...at) });
    await record(tx, [line(kept.fresh ? 'raised' : 'joined', kept.id, by, now)]);
    if (kept.fresh) opened++;
  }
  return opened;
};

/**
 * Goes over the log of one organisation, in the name of the reviewer, and keeps what somebody must judge. Without a
 * stretch: from where it stopped last. However often it is done, at the same moment too, nothing is raised twice.
 * Answers how many alerts were opened.
 */
export const reviewOrganisation = async (
  tx: Tx,
  organisationId: string,
  { now, during }: { readonly now: Instant; readonly during?: Interval },
): Promise<number> => {
  await reviewAlone(tx, organisationId);
  const stretch = during ?? stretchOf(await reviewedUntil(tx), now, REGION_ZONE);
  let opened = 0;
  for (const day of dayByDay(stretch, REGION_ZONE))
    opened += await reviewStretch(tx, organisationId, { now, during: day });
  if (during === undefined) await keepReviewed(tx, now);
  return opened;
};

/** What is open in the acting organisation, the emergency button on top. */
export const openAlerts = async (tx: Tx): Promise<AlertView[]> => alertViews(tx, await alertsOf(tx, 'open'));

/** Closes an alert with what a person says of it. Once: a verdict stays as it was given. */
export const closeAlert = async (
  tx: Tx,
  act: {
    readonly id: string;
    readonly version: number;
    readonly body: VerdictBody;
    readonly actor: Actor;
    readonly now: Instant;
  },
): Promise<Result<AlertView, Refusal<ReviewCode | 'version-stale'>>> => {
  const { id, version, body, actor, now } = act;
  const alert = await lockAlert(tx, id);
  if (alert === null) return refuse({ code: 'alert-unknown' });
  if (alert.closed !== null) return refuse({ code: 'alert-closed' });
  if ((await ownAmong(tx, [id])).has(id)) return refuse({ code: 'alert-own' });
  // Looks that joined while the screen stood open have not been judged.
  if (alert.version !== version) return refuse({ code: 'version-stale' });
  const closed = { verdict: body.verdict, reason: body.reason, actor: actor.id, at: now };
  await insertVerdict(tx, id, closed);
  await record(tx, [line('closed', id, actor, now)]);
  const [view] = await alertViews(tx, [{ ...alert, closed }]);
  if (view === undefined) throw new Error('an alert that was just closed has no view');
  return ok(view);
};
