import { instantFromIso } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { ACT_BODIES, type ActsAnswer, type ActsBody } from './contract-day.ts';
import { standingOf } from './decide/day.ts';
import { roomLine } from './doing-room.ts';
import { type Followed, followActs } from './service-follow.ts';
import { actsById, actsOf, insertActs, markUndone } from './store-act.ts';
import { listedVisits, lockListed } from './store-day.ts';
import { lockHalfDay, touchHalfDay } from './store-half-day.ts';
import { ordersById } from './store-order.ts';
import { treatmentsOf } from './store-treatment.ts';
import type { Act, HalfDay, Order } from './types.ts';
import type { ActRefusal, ListedVisit } from './types-day.ts';

type Refused = ActsAnswer['refused'][number];
type Sent = ActsBody['acts'][number];

/** The visits that are named and all others of the half-day, under lock, with their orders: only what this house gives. */
interface Known {
  readonly visits: ReadonlyMap<string, ListedVisit>;
  readonly orders: ReadonlyMap<string, Order>;
}

const knownOf = async (tx: Tx, id: string, sent: readonly Sent[], doing: Doing): Promise<Known> => {
  const listed = await listedVisits(tx, id);
  const named = [...listed.map((visit) => visit.id), ...sent.map(({ visitId }) => visitId)];
  const visits = await lockListed(tx, [...new Set(named)]);
  const orders = await ordersById(tx, [...new Set(visits.map(({ orderId }) => orderId))]);
  const given = new Map(
    orders
      .filter(({ siteOrg, state }) => siteOrg === doing.actor.organisationId && state !== 'draft')
      .map((order) => [order.id, order]),
  );
  const own = visits.filter(({ orderId }) => given.has(orderId));
  return { visits: new Map(own.map((visit) => [visit.id, visit])), orders: given };
};

/** What was sent, as acts that can be kept, and what never can be. */
const readActs = (sent: readonly Sent[], { visits }: Known, byName: string) => {
  const acts: Act[] = [];
  const refused: Refused[] = [];
  const no = (id: string, code: ActRefusal) => refused.push({ id, code });
  for (const { id, visitId, kind, at, body: said } of sent) {
    const body = ACT_BODIES[kind].safeParse(said);
    if (!visits.has(visitId)) no(id, 'visit-unknown');
    else if (!body.success) no(id, 'act-body');
    else acts.push({ id, visitId, kind, at: instantFromIso(at), byName, body: body.data });
  }
  return { acts, refused };
};

/** Keeps acts; one that stands already under its id is kept when it is the same, and refused when it is another. */
const keep = async (
  tx: Tx,
  acts: readonly Act[],
  by: Parameters<typeof insertActs>[2],
): Promise<{ fresh: ReadonlySet<string>; strange: readonly string[] }> => {
  const fresh = await insertActs(tx, acts, by);
  const standing = new Map(
    (
      await actsById(
        tx,
        acts.map(({ id }) => id),
      )
    ).map((act) => [act.id, act]),
  );
  const strange = acts.filter(({ id, visitId, kind, at }) => {
    const kept = standing.get(id);
    return kept?.visitId !== visitId || kept.kind !== kind || kept.at !== at;
  });
  return { fresh, strange: strange.map(({ id }) => id) };
};

/** Everybody in the half-day of whom something was written down: who gets up makes room for who came before that was known. */
const followedOf = async (
  tx: Tx,
  known: Known,
  fresh: ReadonlySet<string>,
  halfDay: HalfDay,
): Promise<Followed[]> => {
  const acts = await actsOf(tx, [...known.visits.keys()]);
  const treatments = await treatmentsOf(tx, [...known.orders.values()]);
  return [...known.visits.values()].flatMap((visit) => {
    const order = known.orders.get(visit.orderId);
    const own = acts.get(visit.id) ?? [];
    if (order === undefined || own.length === 0) return [];
    const treatment = treatments.get(`${order.treatment} ${order.treatmentVersion}`);
    if (treatment === undefined) throw new Error('an order stands under a treatment that is not there');
    const standing = standingOf(visit.during?.from ?? halfDay.opens, treatment, own);
    return [{ visit, order, treatment, standing, acts: own, fresh }];
  });
};

/**
 * Keeps what happened in a half-day, as a tablet wrote it down: in any order, as often as the network asks for, however
 * late. Visits, chairs and who must hear of it follow in the same transaction.
 */
export const keepActs = async (
  tx: Tx,
  sent: { readonly id: string; readonly acts: readonly Sent[]; readonly byName: string },
  doing: Doing,
): Promise<Result<ActsAnswer, Refusal>> => {
  const known = await knownOf(tx, sent.id, sent.acts, doing);
  const halfDay = await lockHalfDay(tx, sent.id);
  if (halfDay === null) return refuse({ code: 'half-day-unknown' });
  const { acts, refused } = readActs(sent.acts, known, sent.byName);
  const by = { halfDayId: halfDay.id, actor: doing.actor.id, now: doing.now };
  const { fresh, strange } = await keep(tx, acts, by);
  const kept = [...new Set(acts.map(({ id }) => id))].filter((id) => !strange.includes(id));
  const answer: ActsAnswer = {
    kept,
    refused: [...refused, ...strange.map((id) => ({ id, code: 'act-id-taken' as const }))],
  };
  if (fresh.size === 0) return ok(answer);
  await markUndone(tx, [...known.visits.keys()]);
  const followed = await followedOf(tx, known, fresh, halfDay);
  if (await followActs(tx, halfDay, followed, doing)) await touchHalfDay(tx, halfDay.id);
  const about = { subject: halfDay.id, unitId: halfDay.unitId };
  await record(tx, [roomLine(doing, 'acts-kept', about, { acts: fresh.size })]);
  return ok(answer);
};
