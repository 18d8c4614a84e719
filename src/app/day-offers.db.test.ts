import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { FreeMoment, OrderView } from '#modules/day-treatment/contract.ts';
import { openDayPlans, placeFrom } from './day-plan.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 7 * 60, 'Europe/Amsterdam');

let plans: Awaited<ReturnType<typeof openDayPlans>>;
let day: typeof plans.day;
beforeAll(async () => {
  plans = await openDayPlans(NOW, TODAY);
  ({ day } = plans);
});
afterAll(() => day.house.close());

const offers = async (): Promise<FreeMoment[]> => (await plans.toPlan()).offers;
const offerOf = async (visitId: string): Promise<FreeMoment | undefined> =>
  (await offers()).find((each) => each.visitId === visitId);
/** What comes by itself, a moment after what it comes from. */
const comes = (visitId: string, because: string) =>
  expect.poll(async () => (await offerOf(visitId))?.because, { timeout: 10_000 }).toBe(because);
const goes = (visitId: string) => expect.poll(() => offerOf(visitId), { timeout: 10_000 }).toBeUndefined();
/** Nobody who waited in an earlier story is offered anything in the next. */
const only = async (...orders: readonly OrderView[]): Promise<void> => {
  await day.house.owner.query(
    `update day_treatment_visit set state = 'cancelled' where state = 'to-plan' and order_id <> all($1)`,
    [orders.map(({ id }) => id)],
  );
};
const visitOf = async (order: OrderView): Promise<string> => (await plans.visitOf(order)).id;

describe('a moment that comes free', () => {
  it('is offered to who waits and is most pressing, and one press gives it', async () => {
    const [has, waits, pressing] = [await day.signed(), await day.signed(), await day.signed({ urgency: 4 })];
    await only(has, waits, pressing);
    const { choice } = await plans.takes(await visitOf(has));
    expect(await offers()).toEqual([]);
    await plans.done(day.planner, 'POST', `/visits/${await visitOf(has)}/unplan`, {});
    const first = await visitOf(pressing);
    await comes(first, 'unplanned');
    const [offer, ...more] = await offers();
    expect(more).toEqual([]);
    expect(offer).toMatchObject({ choice: { halfDayId: choice.halfDayId, rank: 1 } });
    if (offer === undefined) throw new Error('no offer');
    const url = `/visits/${first}/plan`;
    const { halfDayVersion } = offer.choice;
    await plans.done(day.planner, 'POST', url, placeFrom(offer.choice), halfDayVersion);
    await goes(first);
  });

  it('is put aside with one press, twice is the same as once, and only by the house it is of', async () => {
    const [has, waits] = [await day.signed(), await day.signed({ urgency: 3 })];
    await only(has, waits);
    await plans.takes(await visitOf(has));
    await plans.done(day.planner, 'POST', `/visits/${await visitOf(has)}/unplan`, {});
    const visitId = await visitOf(waits);
    await comes(visitId, 'unplanned');
    const url = `/visits/${visitId}/offers/${(await offerOf(visitId))?.id}/aside`;
    expect(await plans.refused(day.stranger, 'POST', url, {})).toBe('visit-unknown');
    expect(await plans.refused(day.nurse, 'POST', url, {})).toBe('not-allowed');
    await plans.done(day.planner, 'POST', url, {});
    await plans.done(day.planner, 'POST', url, {});
    expect(await offers()).toEqual([]);
    const other = `/visits/${await visitOf(has)}/offers/${visitId}/aside`;
    expect(await plans.refused(day.planner, 'POST', other, {})).toBe('moment-gone');
  });

  it('by a stopped order is offered; who got another moment passes it on to the next', async () => {
    const [has, waits, next] = [await day.signed(), await day.signed({ urgency: 4 }), await day.signed()];
    await only(has, waits, next);
    const { choice } = await plans.takes(await visitOf(has));
    await day.done(day.specialist, `/orders/${has.id}/stop`, { reason: 'Het Hb is hersteld.' });
    const [first, second] = [await visitOf(waits), await visitOf(next)];
    await comes(first, 'stopped');
    const elsewhere = (await plans.choicesOf(first)).choices.find(
      ({ halfDayId }) => halfDayId !== choice.halfDayId,
    );
    if (elsewhere === undefined) throw new Error('one half-day only');
    const url = `/visits/${first}/plan`;
    await plans.done(day.planner, 'POST', url, placeFrom(elsewhere), elsewhere.halfDayVersion);
    await comes(second, 'stopped');
    expect(await offerOf(second)).toMatchObject({ choice: { halfDayId: choice.halfDayId } });
  });

  it('by a half-day that is open again goes to one after the other, and to nobody while it is closed', async () => {
    const halfDay = day.halfDays.at(-6);
    if (halfDay === undefined) throw new Error('no half-day left');
    const [waits, next] = [await day.signed({ urgency: 5 }), await day.signed({ urgency: 4 })];
    await only(waits, next);
    const url = `/half-days/${halfDay.id}`;
    const close = async () => {
      const { version } = await plans.halfDayOf(halfDay.id);
      await plans.done(day.planner, 'POST', `${url}/close`, { reason: 'maintenance' }, version);
    };
    await close();
    const reopen = async () => {
      const { version } = await plans.halfDayOf(halfDay.id);
      await plans.done(day.planner, 'POST', `${url}/open`, {}, version);
    };
    await reopen();
    const [first, second] = [await visitOf(waits), await visitOf(next)];
    await comes(first, 'opened');
    await close();
    expect(await offers()).toEqual([]);
    // It is offered to them still, and is there again when it is open again; to the next beside it.
    await reopen();
    await comes(first, 'opened');
    await comes(second, 'opened');
  });

  it('in a half-day that has begun is offered to who can be there within half an hour, with their medicine ready', async () => {
    const halfDay = plans.freshHalfDay();
    const [gone, far, near] = [
      await plans.somebodyIn(halfDay, 30),
      await day.signed({ urgency: 5 }),
      await day.signed(),
    ];
    await only(gone, far, near);
    const visitId = await visitOf(near);
    const readyAt = new Date(NOW).toISOString();
    await day.done(day.planner, `/orders/${near.id}/drug`, { visit: visitId, readyAt });
    day.house.clock.at = halfDay.opens + 52 * MINUTE;
    await plans.done(day.planner, 'POST', `/visits/${await visitOf(gone)}/missed`, {});
    await comes(visitId, 'missed');
    const offer = await offerOf(visitId);
    expect(offer?.choice).toMatchObject({ halfDayId: halfDay.id, start: 85 });
    expect(offer?.choice.reasons).not.toContain('wished-start');
    expect(await offerOf(await visitOf(far))).toBeUndefined();
    day.house.clock.at = NOW;
  });

  it('does not stand in the way of an ordinary week that changes', async () => {
    const week = { from: plusDays(TODAY, 1), week: [] };
    await plans.done(day.planner, 'PUT', `/day-rooms/${day.unitId}/openings`, week);
  });
});
