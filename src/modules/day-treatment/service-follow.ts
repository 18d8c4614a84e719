import { type Doing, releaseMany } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import type { Standing } from './decide/day.ts';
import { asksAgain, givenDuring, reactionsIn, stateAfter, turnOf, whyNot } from './decide/turn.ts';
import { orderLine } from './doing.ts';
import { followChairs } from './service-seat.ts';
import { takeBack } from './service-sign.ts';
import { isNurseTaken, writeGivenHere, writeTurn } from './store-day.ts';
import { addVisits, lockVisits } from './store-visit.ts';
import type { HalfDay, Order, Treatment, VisitState } from './types.ts';
import { type KeptAct, type ListedVisit, NOTICED } from './types-day.ts';

/** A visit with everything that was written down of it. */
export interface Followed {
  readonly visit: ListedVisit;
  readonly order: Order;
  readonly treatment: Treatment;
  readonly standing: Standing;
  readonly acts: readonly KeptAct[];
  /** The acts that came in just now. */
  readonly fresh: ReadonlySet<string>;
}

const lineOf = (event: string, { visit, order }: Followed, halfDay: HalfDay, doing: Doing): Entry => ({
  ...orderLine(doing, event, order, {
    ...{ visitId: visit.id, number: visit.number, halfDayId: halfDay.id },
  }),
  unitId: halfDay.unitId,
});

const isHere = ({ visit }: Followed, halfDay: HalfDay): boolean =>
  visit.halfDayId === halfDay.id && visit.during !== null && visit.nurseId !== null;

const GIVEN = 'Het is toch gegeven, of er wordt nog op gewacht.';

/** Who was not treated comes another time; who was treated after all does not. */
const nextTry = async (
  tx: Tx,
  { visit, order }: Followed,
  state: VisitState,
  doing: Doing,
): Promise<void> => {
  if (asksAgain(state) === asksAgain(visit.state)) return;
  const later = (await lockVisits(tx, order.id)).filter(
    ({ number, attempt }) => number === visit.number && attempt > visit.attempt,
  );
  const standing = later.filter(({ state: its }) => its !== 'cancelled');
  if (!asksAgain(state)) {
    const toCome = standing.filter(({ state: its }) => its === 'to-plan' || its === 'planned');
    return takeBack(tx, toCome, GIVEN, doing);
  }
  if (standing.length === 0 && order.state === 'signed')
    await addVisits(tx, order.id, [visit.number], order.signature);
};

/** Comes back to where a nurse is waited for; not when that nurse has somebody else then. The acts stand either way. */
const mayReturn = async (tx: Tx, { visit }: Followed, state: VisitState): Promise<boolean> => {
  const returns = state === 'planned' || state === 'arrived';
  const waited = visit.state === 'planned' || visit.state === 'arrived';
  return !returns || waited || !(await isNurseTaken(tx, visit.id));
};

const turn = async (tx: Tx, followed: Followed, halfDay: HalfDay, doing: Doing): Promise<Entry[]> => {
  const { visit, standing, acts } = followed;
  const here = isHere(followed, halfDay);
  const state = stateAfter(visit, standing, acts, here);
  if (state === visit.state || !(await mayReturn(tx, followed, state))) return [];
  if (here) {
    await writeTurn(tx, { id: visit.id, state, why: state === 'not-given' ? whyNot(acts) : null });
  } else {
    await releaseMany(tx, doing, visit.claims);
    await writeGivenHere(tx, { id: visit.id, halfDayId: halfDay.id, ...givenDuring(standing) });
  }
  await nextTry(tx, followed, state, doing);
  const event = turnOf(state);
  return event === null ? [] : [lineOf(event, followed, halfDay, doing)];
};

/** Somebody began to react: who ordered it hears that at once, apart from how it ends. */
const reactions = (followed: Followed, halfDay: HalfDay, doing: Doing): Entry[] => {
  const { acts, fresh } = followed;
  const before = reactionsIn(acts.filter(({ id }) => !fresh.has(id)));
  return reactionsIn(acts) > before ? [lineOf('visit-reacted', followed, halfDay, doing)] : [];
};

/** What went differently from the order, or did not after all: who ordered it sees that on the list. */
const deviations = (followed: Followed, halfDay: HalfDay, doing: Doing): Entry[] => {
  const { acts, fresh } = followed;
  const came = acts.filter(({ id }) => fresh.has(id));
  const back = new Set(came.flatMap(({ kind, body }) => (kind === 'undone' ? [body['act']] : [])));
  const isBack = acts.some(({ id, kind }) => back.has(id) && NOTICED.some((each) => each === kind));
  return [
    ...(came.some(({ kind }) => kind === 'deviated') ? ['visit-deviated'] : []),
    ...(isBack ? ['visit-corrected'] : []),
  ].map((event) => lineOf(event, followed, halfDay, doing));
};

/** Visits and chairs follow the acts that came in; answers whether anything of the half-day changed. */
export const followActs = async (
  tx: Tx,
  halfDay: HalfDay,
  followed: readonly Followed[],
  doing: Doing,
): Promise<boolean> => {
  await followChairs(
    tx,
    halfDay,
    followed.filter((each) => isHere(each, halfDay)),
    doing,
  );
  const lines: Entry[] = [];
  for (const each of followed) {
    lines.push(...(await turn(tx, each, halfDay, doing)), ...reactions(each, halfDay, doing));
    lines.push(...deviations(each, halfDay, doing));
  }
  await record(tx, lines);
  return lines.length > 0;
};
