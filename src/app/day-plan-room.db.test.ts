import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { openDayPlans } from './day-plan.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 7 * 60, 'Europe/Amsterdam');

let plans: Awaited<ReturnType<typeof openDayPlans>>;
let day: typeof plans.day;
beforeAll(async () => {
  plans = await openDayPlans(NOW, TODAY);
  ({ day } = plans);
});
afterAll(() => day.house.close());

describe('a plan of the room', () => {
  const until = plusDays(TODAY, 28);
  /** Late in the month, where no plan of an earlier story comes. */
  const late = (fromEnd: number) => {
    const halfDay = day.halfDays.at(-fromEnd);
    if (halfDay === undefined) throw new Error('no half-day left');
    return halfDay;
  };

  it('gives everybody who waits a moment, says how good it is, and is taken half-day by half-day', async () => {
    const orders = [];
    for (let i = 0; i < 6; i++) orders.push(await day.signed());
    orders.push(
      await day.signed({ visits: 3, intervalDays: 7, toleranceDays: 2, latestDay: plusDays(TODAY, 7) }),
    );
    const waiting = (await plans.toPlan()).visits.length;
    const made = await plans.planned(TODAY, until);
    expect(made).toMatchObject({ state: 'ready', progress: 1, waiting: [] });
    expect(made.placed).toBe(waiting);
    expect(made.worse).toBeLessThan(5);
    expect((await plans.toPlan()).plan).toMatchObject({ id: made.id, placed: waiting, waiting: 0 });
    const taken = await plans.take(made.id);
    expect(taken.refused).toEqual([]);
    expect(taken.kept).toHaveLength(made.moves.length);
    const { visits, plan } = await plans.toPlan();
    expect([visits, plan]).toEqual([[], null]);
    for (const order of orders)
      for (const visit of (await day.seen(day.planner, order.id)).visitList)
        expect(visit.state).toBe('planned');
    for (const from of [0, 7, 14, 21])
      for (const halfDay of (await plans.weekOf(day.planner, plusDays(TODAY, from))).halfDays) {
        expect(halfDay.load?.tooMuch).toBe(false);
        expect(halfDay.visits.map(({ mustMove }) => mustMove)).not.toContain('nurse-away');
      }
    expect(await plans.refused(day.planner, 'POST', `/plans/${made.id}/take`, {})).toBe('plan-over');
    expect(await plans.refused(day.stranger, 'POST', `/plans/${made.id}/take`, {})).toBe('plan-unknown');
  });

  it('moves who must move, and nobody else', async () => {
    const halfDay = late(1);
    const [one, two] = [await plans.somebodyIn(halfDay, 30), await day.signed()];
    const [mover, other] = [await plans.visitOf(one), await plans.visitOf(two)];
    const { choice } = await plans.takes(other.id);
    const { version } = await plans.halfDayOf(halfDay.id);
    await plans.done(
      day.planner,
      'POST',
      `/half-days/${halfDay.id}/close`,
      { reason: 'maintenance' },
      version,
    );
    const made = await plans.planned(TODAY, until);
    expect(made.moves.map(({ visitId, was }) => [visitId, was])).toEqual([[mover.id, halfDay.id]]);
    await plans.take(made.id);
    const [moved, stayed] = [await plans.visitOf(one), await plans.visitOf(two)];
    expect(moved.state).toBe('planned');
    expect(moved.halfDayId).not.toBe(halfDay.id);
    expect([stayed.halfDayId, stayed.from]).toEqual([choice.halfDayId, choice.from]);
  });

  it('gives another nurse the set-up when one is ill, at the same minute', async () => {
    const halfDay = late(4);
    const order = await plans.somebodyIn(halfDay, 30);
    const before = await plans.visitOf(order);
    const { version } = await plans.halfDayOf(halfDay.id);
    const ill = { nurse: day.nurses[0], why: 'ill' };
    await plans.done(day.nurse, 'POST', `/half-days/${halfDay.id}/absent`, ill, version);
    const made = await plans.planned(TODAY, until);
    expect(made.moves).toHaveLength(1);
    expect((await plans.take(made.id)).kept).toEqual([before.id]);
    const after = await plans.halfDayOf(halfDay.id);
    const visit = after.visits.find(({ id }) => id === before.id);
    expect(visit).toMatchObject({ from: before.from, mustMove: null });
    expect(visit?.nurseId).not.toBe(day.nurses[0]);
  });

  it('that is not wanted any more changes nothing, and cannot be taken', async () => {
    const visit = await plans.visitOf(await day.signed());
    const made = await plans.planned(TODAY, until);
    const url = `/plans/${made.id}`;
    expect(await plans.done(day.planner, 'POST', `${url}/cancel`, {})).toMatchObject({ state: 'cancelled' });
    expect(await plans.refused(day.planner, 'POST', `${url}/take`, {})).toBe('plan-over');
    expect((await plans.toPlan()).visits.map(({ visitId }) => visitId)).toContain(visit.id);
  });

  it('of one week is planned to the minute at once, and nothing is better', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) ids.push((await plans.visitOf(await day.signed())).id);
    const made = await plans.planned(TODAY, plusDays(TODAY, 7));
    expect(made).toMatchObject({ state: 'ready', worse: 0 });
    const own = made.moves.filter(({ visitId }) => ids.includes(visitId));
    expect(own).toHaveLength(4);
    const week = (await plans.weekOf(day.planner, TODAY)).halfDays.map(({ id }) => id);
    for (const { halfDayId } of made.moves) expect(week).toContain(halfDayId);
    expect((await plans.take(made.id)).refused).toEqual([]);
  });

  it('that is stopped while it is made stays stopped, whatever the thread came to', async () => {
    const visit = await plans.visitOf(await day.signed());
    const span = { from: TODAY, until };
    const { planId } = await plans.done<{ planId: string }>(
      ...[day.planner, 'POST' as const, `/day-rooms/${day.unitId}/plans`, span],
    );
    expect((await plans.plan(planId)).state).toBe('running');
    const stopped = await plans.done(day.planner, 'POST', `/plans/${planId}/cancel`, {});
    expect(stopped).toMatchObject({ state: 'cancelled', why: null });
    const lines = () =>
      day.house.owner.query('select 1 from platform_diary where subject = $1 and event = $2', [
        planId,
        'plan-ended',
      ]);
    await expect.poll(async () => (await lines()).rowCount, { timeout: 30_000 }).toBe(1);
    expect(await plans.plan(planId)).toMatchObject({ state: 'cancelled', why: null, moves: [], progress: 1 });
    expect((await plans.toPlan()).visits.map(({ visitId }) => visitId)).toContain(visit.id);
  });

  it('that was being made when the server began anew says so', async () => {
    const { planId } = await plans.done<{ planId: string }>(
      ...[day.planner, 'POST' as const, `/day-rooms/${day.unitId}/plans`, { from: TODAY, until }],
    );
    await expect.poll(async () => (await plans.plan(planId)).state, { timeout: 60_000 }).toBe('ready');
    // As it stands when nobody makes it any more.
    await day.house.owner.query(
      "update day_treatment_plan set state = 'running', cost = null, bound = null where id = $1",
      [planId],
    );
    expect(await plans.plan(planId)).toMatchObject({ state: 'cancelled', why: 'server-restarted' });
    await day.house.owner.query('delete from day_treatment_plan where id = $1', [planId]);
  });

  it('tells who cannot have a moment, and why', async () => {
    const order = await day.signed({ latestDay: TODAY, fromDay: TODAY });
    const visit = await plans.visitOf(order);
    const made = await plans.planned(TODAY, until);
    expect(made.waiting).toContainEqual({ visitId: visit.id, why: 'nowhere-open' });
  });
});
