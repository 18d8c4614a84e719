import type { Doing } from '#modules/capacity/index.ts';
import { peopleById } from '#modules/people/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import {
  type AroundTelling,
  type CanSend,
  decideTelling,
  type TellingStep,
  wayFor,
} from './decide/telling.ts';
import { orderLine } from './doing.ts';
import { orderById } from './store-order.ts';
import {
  dropWaiting,
  endTelling,
  markReminded,
  markTold,
  putWaiting,
  reachesOf,
  tellingsOf,
  type VisitToTell,
  visitsToTell,
} from './store-telling.ts';
import type { Reach, Telling, TellingKind, Way } from './types-told.ts';

/** What goes out: which telling, as what, and by which carrier. */
export interface ToSend {
  readonly telling: Telling;
  readonly kind: TellingKind;
  readonly way: Extract<Way, 'mail' | 'message'>;
}

/** What this installation can send, and how long a moment stands still before somebody hears of it. */
export interface TellingRules extends CanSend {
  readonly standsFor: number;
}

/** How somebody can be reached, as far as the acting house knows. */
export const reachOf = async (tx: Tx, personId: string): Promise<Reach> => {
  const [person] = await peopleById(tx, [personId]);
  const said = (await reachesOf(tx, [personId])).get(personId) ?? { email: null, refuses: false };
  return { ...said, phone: person?.phone ?? null };
};

/** Screens of the parties hear that somebody was told, or said something; never what. */
export const tellLine = async (
  tx: Tx,
  event: string,
  {
    orderId,
    ...about
  }: { readonly orderId: string; readonly visitId: string; readonly unitId: string | null },
  doing: Doing,
): Promise<void> => {
  const order = await orderById(tx, orderId);
  if (order === null) return;
  await record(tx, [{ ...orderLine(doing, event, order, { visitId: about.visitId }), unitId: about.unitId }]);
};

const sendBy = (telling: Telling, kind: TellingKind, way: Way | null): ToSend[] =>
  way === 'mail' || way === 'message' ? [{ telling, kind, way }] : [];

const tell = async (
  tx: Tx,
  { visit, told, waits }: AroundTelling & { readonly visit: VisitToTell },
  step: Extract<TellingStep, { kind: 'tell' }>,
  { doing, rules }: { readonly doing: Doing; readonly rules: TellingRules },
): Promise<ToSend[]> => {
  if (waits === null) return [];
  const way = wayFor(await reachOf(tx, visit.personId), rules);
  if (told !== null) await endTelling(tx, told.id, doing.now);
  if (!(await markTold(tx, waits.id, { at: doing.now, way, was: told?.during ?? null }))) return [];
  await tellLine(
    tx,
    'moment-told',
    { orderId: visit.orderId, visitId: visit.id, unitId: visit.unitId },
    doing,
  );
  return sendBy(waits, step.letter, way);
};

const remind = async (tx: Tx, told: Telling | null, doing: Doing): Promise<ToSend[]> =>
  told !== null && (await markReminded(tx, told.id, doing.now)) ? sendBy(told, 'reminder', told.way) : [];

const follow = async (
  tx: Tx,
  around: AroundTelling & { readonly visit: VisitToTell },
  by: { readonly doing: Doing; readonly rules: TellingRules },
): Promise<ToSend[]> => {
  const { visit, told, waits } = around;
  const { doing, rules } = by;
  const clock = { now: doing.now, zone: REGION_ZONE, standsFor: rules.standsFor };
  const step = decideTelling(around, clock);
  const { organisationId } = doing.actor;
  if (step.kind === 'tell') return tell(tx, around, step, by);
  if (step.kind === 'remind') return remind(tx, told, doing);
  if (step.kind === 'wait')
    await putWaiting(tx, { visitId: visit.id, organisationId, during: step.during, dueAt: step.dueAt });
  if (step.kind === 'drop' && waits !== null) await dropWaiting(tx, waits.id);
  if (step.kind === 'end' && told !== null) await endTelling(tx, told.id, doing.now);
  return [];
};

/**
 * Looks at every moment of the acting site and tells what stood still long enough: what holds is compared with what was
 * told, so that whatever moved it, and however often, somebody hears once. Answers what goes out.
 */
export const tellMoments = async (tx: Tx, doing: Doing, rules: TellingRules): Promise<ToSend[]> => {
  const visits = await visitsToTell(tx, doing.now);
  const known = await tellingsOf(
    tx,
    visits.map(({ id }) => id),
  );
  const sent: ToSend[] = [];
  for (const visit of visits) {
    const open = (known.get(visit.id) ?? []).filter(({ endedAt }) => endedAt === null);
    const told = open.find(({ toldAt }) => toldAt !== null) ?? null;
    const waits = open.find(({ toldAt }) => toldAt === null) ?? null;
    sent.push(...(await follow(tx, { visit, told, waits }, { doing, rules })));
  }
  return sent;
};
