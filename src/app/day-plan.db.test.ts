import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantFromIso, instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY, MINUTE } from '#kernel/interval.ts';
import type { HalfDayView } from '#modules/day-treatment/contract.ts';
import { openDayPlans, placeFrom } from './day-plan.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 7 * 60, 'Europe/Amsterdam');

let plans: Awaited<ReturnType<typeof openDayPlans>>;
let day: typeof plans.day;
beforeAll(async () => {
  plans = await openDayPlans(NOW, TODAY);
  ({ day } = plans);
});
afterEach(() => {
  day.house.clock.at = NOW;
});
afterAll(() => day.house.close());

const refused = (visitId: string, act: string, body: object, version?: number) =>
  plans.refused(day.planner, 'POST', `/visits/${visitId}/${act}`, body, version);

describe('somebody who waits', () => {
  it('stands in the list of who can have a moment, with what is ready, for this house alone', async () => {
    const order = await day.signed();
    const visit = await plans.visitOf(order);
    const { visits, plan } = await plans.toPlan();
    expect(visits.find(({ visitId }) => visitId === visit.id)).toMatchObject({
      ...{ number: 1, of: 1, minutes: 65, waits: null, before: plusDays(TODAY, 28) },
      ready: { order: true, lab: plusDays(TODAY, -3), drug: null },
      person: { id: order.person?.id },
    });
    expect(plan).toBeNull();
    const url = `/api/v1/day-rooms/${day.unitId}/to-plan`;
    expect((await day.house.call(day.stranger, 'GET', url)).json()).toMatchObject({ code: 'other-unit' });
  });

  it('gets three moments that fit, not before the pharmacy, each with why, and takes one', async () => {
    const visit = await plans.visitOf(await day.signed({ wishes: { weekdays: [3], part: 'afternoon' } }));
    const { choices, none } = await plans.choicesOf(visit.id);
    expect(none).toBeNull();
    expect(choices).toHaveLength(3);
    expect(choices[0]).toMatchObject({ rank: 1, day: '2026-11-25', part: 'afternoon' });
    expect(choices[0]?.reasons).toEqual(expect.arrayContaining(['wished-weekday', 'wished-part']));
    expect(choices[0]?.chairs.map(({ room }) => room)).toEqual(['treatment', 'living']);
    expect(choices[0]?.others).toHaveLength(2);
    const { choice, after } = await plans.takes(visit.id);
    const there = after.visits.find(({ id }) => id === visit.id);
    expect(there).toMatchObject({ state: 'planned', from: choice.from, until: choice.until, mustMove: null });
    expect(there?.seats.map(({ chairId }) => chairId)).toEqual(choice.chairs.map(({ id }) => id));
    expect(after.version).toBe(choice.halfDayVersion + 1);
    const list = await plans.toPlan();
    expect(list.visits.some(({ visitId }) => visitId === visit.id)).toBe(false);
    const again = placeFrom(choice);
    expect(await refused(visit.id, 'plan', again, after.version)).toBe('visit-planned');
    expect(await refused(visit.id, 'move', again, choice.halfDayVersion)).toBe('version-stale');
  });

  it('moves to another moment, is set fast, and gives its chairs back when it waits again', async () => {
    const visit = await plans.visitOf(await day.signed());
    const first = await plans.takes(visit.id);
    const [, other] = (await plans.choicesOf(visit.id)).choices;
    if (other === undefined) throw new Error('one choice only');
    const url = `/visits/${visit.id}`;
    const moved = await plans.done<HalfDayView>(
      ...[day.planner, 'POST' as const, `${url}/move`, placeFrom(other), other.halfDayVersion],
    );
    expect(moved.visits.find(({ id }) => id === visit.id)?.from).toBe(other.from);
    const left = await plans.halfDayOf(first.choice.halfDayId);
    if (other.halfDayId !== first.choice.halfDayId)
      expect(left.visits.some(({ id }) => id === visit.id)).toBe(false);
    const locked = await plans.done<HalfDayView>(day.planner, 'POST', `${url}/lock`, { locked: true });
    expect(locked.visits.find(({ id }) => id === visit.id)?.locked).toBe(true);
    const free = await plans.done<HalfDayView>(day.planner, 'POST', `${url}/unplan`, {});
    expect(free.visits.some(({ id }) => id === visit.id)).toBe(false);
    expect(free.taken.filter(({ from }) => from === other.from)).toEqual([]);
    expect(await refused(visit.id, 'unplan', {})).toBe('visit-not-planned');
  });
});

describe('a moment that cannot be', () => {
  it('is refused with why: hours, chairs, nurse, medicine, window, a past moment', async () => {
    const visit = await plans.visitOf(await day.signed());
    const [choice] = (await plans.choicesOf(visit.id)).choices;
    if (choice === undefined) throw new Error('no choice');
    const place = placeFrom(choice);
    const version = choice.halfDayVersion;
    const not = (change: object, of = version) => refused(visit.id, 'plan', { ...place, ...change }, of);
    expect(await not({ start: 195 })).toBe('visit-outside-hours');
    expect(await not({ chairs: place.chairs.toReversed() })).toBe('seats-wrong');
    expect(await not({ chairs: place.chairs.slice(0, 1) })).toBe('seats-wrong');
    expect(await not({ nurseId: visit.id })).toBe('nurse-not-there');
    const [today] = day.halfDays;
    expect(await not({ halfDayId: today?.id }, 1)).toBe('drug-not-ready');
    day.house.clock.at = NOW + 2 * DAY;
    expect(await not({ halfDayId: today?.id }, 1)).toBe('moment-past');
    const late = await plans.visitOf(await day.signed({ latestDay: plusDays(TODAY, 3) }));
    const last = day.halfDays.at(-1);
    const far = { ...place, halfDayId: last?.id };
    day.house.clock.at = NOW;
    expect(await refused(late.id, 'plan', far, 1)).toBe('interval-missed');
    expect(await plans.refused(day.stranger, 'POST', `/visits/${visit.id}/plan`, place, version)).toBe(
      'visit-unknown',
    );
  });

  it('a nurse without the competence is refused by name of who can, and one who sets up somebody else too', async () => {
    const halfDay = plans.freshHalfDay();
    const [first = '', second = ''] = day.nurses;
    const [one, two] = [await day.signed(), await day.signed()];
    const [a, b] = [await plans.visitOf(one), await plans.visitOf(two)];
    const ready = new Date(NOW).toISOString();
    for (const [order, visit] of [
      [one, a],
      [two, b],
    ] as const)
      await day.done(day.planner, `/orders/${order.id}/drug`, { visit: visit.id, readyAt: ready });
    const chairs = (i: number) => [day.chairs[i]?.id ?? '', day.chairs[i + 3]?.id ?? ''];
    const place = { halfDayId: halfDay.id, start: 60, chairs: chairs(0), nurseId: first };
    await day.house.owner.query(
      "delete from day_treatment_competence where nurse_id = $1 and competence = 'anaphylaxis'",
      [second],
    );
    const { version } = await plans.halfDayOf(halfDay.id);
    const answer = await plans.send(
      ...[day.planner, 'POST' as const, `/visits/${a.id}/plan`, { ...place, nurseId: second }, version],
    );
    expect(answer.json()).toMatchObject({ code: 'nurse-not-able' });
    expect(answer.body).toContain('A, C');
    const after = await plans.done<HalfDayView>(
      ...[day.planner, 'POST' as const, `/visits/${a.id}/plan`, place, version],
    );
    const busy = { ...place, start: 65, chairs: chairs(1) };
    expect(await refused(b.id, 'plan', busy, after.version)).toBe('nurse-busy');
    const taken = { ...place, start: 70, nurseId: day.nurses[2] };
    expect(await refused(b.id, 'plan', taken, after.version)).toBe('chair-taken');
    await day.house.owner.query(
      "insert into day_treatment_competence values ($1, 'anaphylaxis', '2027-11-01')",
      [second],
    );
  });

  it('twenty at once for the same chair: one gets it', async () => {
    const halfDay = plans.freshHalfDay();
    const visits: string[] = [];
    const ready = new Date(NOW).toISOString();
    for (let i = 0; i < 20; i++) {
      const order = await day.signed();
      const visit = await plans.visitOf(order);
      await day.done(day.planner, `/orders/${order.id}/drug`, { visit: visit.id, readyAt: ready });
      visits.push(visit.id);
    }
    const { version } = await plans.halfDayOf(halfDay.id);
    const [first = ''] = day.nurses;
    const place = {
      ...{ halfDayId: halfDay.id, start: 0, nurseId: first },
      chairs: [day.chairs[0]?.id, day.chairs[3]?.id],
    };
    const answers = await Promise.all(
      visits.map((id) => plans.send(day.planner, 'POST', `/visits/${id}/plan`, place, version)),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const seen = await plans.halfDayOf(halfDay.id);
    expect(seen.visits).toHaveLength(1);
    for (const id of visits)
      if (seen.visits[0]?.id !== id) {
        const { visits: list } = await plans.toPlan();
        expect(list.some(({ visitId }) => visitId === id)).toBe(true);
      }
    // Nobody of them is looked at by what follows.
    await day.house.owner.query("update day_treatment_visit set state = 'cancelled' where id = any($1)", [
      visits.filter((id) => seen.visits[0]?.id !== id),
    ]);
  });
});

describe('a course', () => {
  const course = { visits: 3, intervalDays: 7, toleranceDays: 2 };

  it('is planned in order, each on the interval after the one before', async () => {
    const order = await day.signed(course);
    const [one, two] = [await plans.visitOf(order, 1), await plans.visitOf(order, 2)];
    expect(await plans.choicesOf(two.id)).toEqual({ choices: [], none: 'visit-before' });
    const { choice } = await plans.takes(one.id);
    const next = await plans.choicesOf(two.id);
    const on = next.choices.find(({ reasons }) => reasons.includes('on-the-interval'));
    expect(on?.day).toBe(plusDays(choice.day, 7));
    for (const each of next.choices) expect(each.day > plusDays(choice.day, 4)).toBe(true);
    await plans.takes(two.id);
    // The first cannot go where the second would be out of its interval.
    const far = day.halfDays.find((each) => each.day > plusDays(choice.day, 12));
    const { version } = await plans.halfDayOf(far?.id ?? '');
    const place = { ...placeFrom(choice), halfDayId: far?.id };
    expect(await refused(one.id, 'move', place, version)).toBe('interval-missed');
  });

  it('goes on after somebody did not come: the next try waits', async () => {
    const order = await day.signed();
    const visit = await plans.visitOf(order);
    const { choice } = await plans.takes(visit.id);
    expect(await refused(visit.id, 'missed', {})).toBe('visit-to-come');
    day.house.clock.at = instantFromIso(choice.from) + 20 * MINUTE;
    const after = await plans.done<HalfDayView>(day.nurse, 'POST', `/visits/${visit.id}/missed`, {});
    expect(after.visits.find(({ id }) => id === visit.id)).toMatchObject({ state: 'no-show', seats: [] });
    const again = await plans.visitOf(order);
    expect(again).toMatchObject({ attempt: 2, state: 'to-plan' });
  });
});
