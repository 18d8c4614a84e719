import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import { newId } from '#platform/db/ids.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { act, checked, openActsHouse, type SentAct, wholeVisit } from './day-acts.fixture.ts';
import { eventually } from './stay-house.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');

let house: Awaited<ReturnType<typeof openActsHouse>>;
beforeAll(async () => {
  house = await openActsHouse(NOW, TODAY);
});
afterAll(() => house.day.house.close());

const events = async (orderId: string): Promise<string[]> => {
  const lines = await house.day.house.house.database.transaction(
    { actor: 'tailer', organisationId: null },
    (tx) => linesAbout(tx, orderId),
  );
  return lines.map(({ event }) => event).filter((event) => event.startsWith('visit-'));
};

/** A tablet that sends what it has not heard back of; each third answer is lost, and what waits too long is sent twice at once. */
const sendAll = async (halfDay: { readonly id: string }, acts: readonly SentAct[]): Promise<void> => {
  let waiting = acts.toSorted((a, b) => a.id.slice(-6).localeCompare(b.id.slice(-6)));
  for (let call = 1; waiting.length > 0; call++) {
    const sent = waiting.slice(0, 23);
    const answers = await Promise.all([house.keep(halfDay, sent), house.keep(halfDay, sent.toReversed())]);
    if (call % 3 === 0) continue;
    expect(answers.flatMap(({ refused }) => refused)).toEqual([]);
    const heard = new Set(answers.flatMap(({ kept }) => kept));
    waiting = waiting.filter(({ id }) => !heard.has(id));
  }
};

describe('a visit on the tablet', () => {
  it('goes from chair to chair while acts come in, and is done, with its order, when somebody leaves', async () => {
    const halfDay = house.halfDay(2);
    const { id, claims, at, order } = await house.planned(halfDay);
    const [arrived, ...others] = wholeVisit(id, at);
    const steps = [[arrived], others.slice(0, 4), others.slice(4, 5), others.slice(5, 6), others.slice(6)];
    const seen = [];
    for (const step of steps) {
      await house.keep(
        halfDay,
        step.filter((each) => each !== undefined),
      );
      seen.push([(await house.row(id)).state, ...(await house.sittings(claims))]);
    }
    expect(seen).toEqual([
      ['arrived', 'sits', 'free'],
      ['arrived', 'sits', 'free'],
      ['arrived', 'left', 'sits'],
      ['arrived', 'left', 'sits'],
      ['done', 'left', 'left'],
    ]);
    expect(await events(order.id)).toEqual(['visit-arrived', 'visit-done']);
    const { specialist } = house.day;
    const isDone = async () => (await house.day.seen(specialist, order.id)).state === 'done';
    expect(await eventually(isDone)).toBe(true);
  });

  it('is told whole when the network comes back late, and the record is there for who ordered it', async () => {
    const halfDay = house.halfDay(3);
    const { id, claims, at, order } = await house.planned(halfDay);
    const reaction = act(id, 'reacted', at, 20, { note: 'Jeuk aan de armen', called: true });
    const over = act(id, 'reacted', at, 40, { over: true });
    const acts = [...wholeVisit(id, at), reaction, over, act(id, 'measured', at, 21, { systolic: 118 })];
    await house.keep(halfDay, acts.toReversed());
    expect((await house.row(id)).state).toBe('done');
    expect(await house.sittings(claims)).toEqual(['left', 'left']);
    expect(await events(order.id)).toEqual(['visit-done', 'visit-reacted']);
    const record = await house.record(house.day.specialist, order.id);
    expect(record.visits).toMatchObject([{ number: 1, state: 'done', phase: 'left', reacted: true }]);
    expect(record.visits[0]?.acts.find(({ id: its }) => its === reaction.id)?.body).toEqual(reaction.body);
    expect(record.visits[0]?.acts).toHaveLength(acts.length);
    const strange = await house.day.house.call(
      house.day.stranger,
      'GET',
      `/api/v1/orders/${order.id}/record`,
    );
    expect(strange.statusCode).toBe(404);
  });

  it('keeps its chair when somebody was put down for the wrong person', async () => {
    const halfDay = house.halfDay(4);
    const { id, claims, at } = await house.planned(halfDay);
    const arrived = act(id, 'arrived', at, 1);
    await house.keep(halfDay, [arrived]);
    await house.keep(halfDay, [act(id, 'undone', at, 2, { act: arrived.id })]);
    const back = await house.row(id);
    expect(back.state).toBe('planned');
    expect(await house.sittings(claims)).toEqual(['left', 'free']);
    expect(await house.sittings(back.claims)).toEqual(['free', 'free']);
    await house.keep(halfDay, [act(id, 'arrived', at, 8)]);
    expect(await house.sittings(back.claims)).toEqual(['sits', 'free']);
    const { rows } = await house.day.house.owner.query(
      'select undone_by is not null as undone from day_treatment_act where id = $1',
      [arrived.id],
    );
    expect(rows).toEqual([{ undone: true }]);
  });
});

describe('what did not go as planned', () => {
  it('was not given, and why: the chairs are free and another try waits; taken back, that try falls away', async () => {
    const halfDay = house.halfDay(5);
    const { id, claims, at, order } = await house.planned(halfDay);
    const no = act(id, 'not-given', at, 6, { why: 'Koorts, 39,1' });
    await house.keep(halfDay, [act(id, 'arrived', at, 1), no]);
    expect(await house.row(id)).toMatchObject({ state: 'not-given', ended_why: 'Koorts, 39,1' });
    expect(await house.sittings(claims)).toEqual(['left', 'released']);
    const tries = async () =>
      (await house.day.seen(house.day.planner, order.id)).visitList.map(({ attempt, state }) => [
        attempt,
        state,
      ]);
    expect(await tries()).toEqual([
      [1, 'not-given'],
      [2, 'to-plan'],
    ]);
    await house.keep(halfDay, [act(id, 'undone', at, 9, { act: no.id })]);
    expect(await tries()).toEqual([
      [1, 'arrived'],
      [2, 'cancelled'],
    ]);
    expect((await house.row(id)).ended_why).toBeNull();
  });

  it('somebody who was missed comes after all', async () => {
    const halfDay = house.halfDay(6);
    const { id, claims, at, order } = await house.planned(halfDay);
    await house.keep(halfDay, [act(id, 'missed', at, 30)]);
    expect((await house.row(id)).state).toBe('no-show');
    expect(await house.sittings(claims)).toEqual(['released', 'released']);
    await house.keep(halfDay, [act(id, 'arrived', at, 40)]);
    expect((await house.row(id)).state).toBe('arrived');
    expect(await events(order.id)).toEqual(['visit-missed', 'visit-arrived']);
  });

  it('somebody who was missed and comes when the nurse has another one by then, is on record all the same', async () => {
    const halfDay = house.halfDay(9);
    const late = await house.planned(halfDay);
    await house.keep(halfDay, [act(late.id, 'missed', late.at, 5)]);
    const other = await house.planned(halfDay);
    const [arrived, ...others] = wholeVisit(late.id, late.at + 30 * MINUTE);
    if (arrived === undefined) throw new Error('the story lacks its arrival');
    expect(await house.keep(halfDay, [arrived])).toEqual({ kept: [arrived.id], refused: [] });
    expect((await house.row(late.id)).state).toBe('no-show');
    await house.keep(halfDay, others);
    expect((await house.row(late.id)).state).toBe('done');
    expect(await house.row(other.id)).toMatchObject({ state: 'planned', claims: other.claims });
  });

  it('what was given after the order was stopped without the tablet knowing, is kept and told', async () => {
    const halfDay = house.halfDay(7);
    const { id, at, order } = await house.planned(halfDay);
    const { specialist } = house.day;
    await house.day.done(specialist, `/orders/${order.id}/stop`, { reason: 'Hb is hersteld' });
    expect((await house.row(id)).state).toBe('cancelled');
    const acts = wholeVisit(id, at);
    await house.keep(halfDay, acts.slice(0, 6));
    expect((await house.list(halfDay)).visits).toMatchObject([{ id, stopped: true, chair: null }]);
    await house.keep(halfDay, acts.slice(6));
    expect(await house.row(id)).toMatchObject({ state: 'done', half_day_id: halfDay.id });
    expect(await events(order.id)).toEqual(['visit-done']);
  });
});

describe('acts', () => {
  it('that never can be kept are said one by one, and hold up no other', async () => {
    const halfDay = house.halfDay(8);
    const { id, at } = await house.planned(halfDay);
    const good = act(id, 'arrived', at, 1);
    const lost = act(newId(), 'arrived', at, 1);
    const wrong = act(id, 'checked', at, 2, { check: 'hair', right: true });
    const answer = await house.keep(halfDay, [lost, wrong, good]);
    expect(answer).toEqual({
      kept: [good.id],
      refused: [
        { id: lost.id, code: 'visit-unknown' },
        { id: wrong.id, code: 'act-body' },
      ],
    });
    const again = await house.keep(halfDay, [{ ...good, kind: 'missed' }]);
    expect(again).toEqual({ kept: [], refused: [{ id: good.id, code: 'act-id-taken' }] });
    expect((await house.row(id)).state).toBe('arrived');
  });

  it('of another house are nobody’s', async () => {
    const halfDay = house.halfDay(8);
    const answer = await house.post(halfDay, [act(newId(), 'arrived', NOW, 1)], {
      ...house.day.stranger,
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(403);
    expect((await house.post(halfDay, [act(newId(), 'arrived', NOW, 1)], house.day.planner)).statusCode).toBe(
      403,
    );
  });

  it('two hundred of them, in any order, in pieces, with every third answer lost, are there once each', async () => {
    const halfDay = house.halfDay(10);
    const visits = [];
    for (const start of [0, 50, 100, 150, 200]) visits.push(await house.planned(halfDay, start));
    const acts: SentAct[] = visits.flatMap(({ id, at }) => [
      ...wholeVisit(id, at),
      ...Array.from({ length: 32 }, (_, i) => act(id, 'measured', at, 2 + i, { pulse: 60 + i })),
    ]);
    expect(acts).toHaveLength(200);
    await sendAll(halfDay, acts);
    const { rows } = await house.day.house.owner.query<{ id: string; kind: string; at: Date }>(
      'select id, kind, at from day_treatment_act where half_day_id = $1',
      [halfDay.id],
    );
    const written = (list: readonly { id: string; kind: string; at: string | Date }[]) =>
      list.map(({ id, kind, at }) => `${id} ${kind} ${new Date(at).toISOString()}`).toSorted();
    expect(written(rows)).toEqual(written(acts));
    for (const { id, claims, order } of visits) {
      expect((await house.row(id)).state).toBe('done');
      expect(await house.sittings(claims)).toEqual(['left', 'left']);
      const told = await events(order.id);
      expect(told.filter((event) => event === 'visit-done')).toHaveLength(1);
    }
  });
});

describe('the list of the day', () => {
  it('has everything a tablet needs to go on alone', async () => {
    const halfDay = house.halfDay(12);
    const limits = 'Niet bij koorts';
    const { id, at } = await house.planned(halfDay, 30, { limits });
    const start = act(id, 'arrived', at, 1);
    await house.keep(halfDay, [start, ...checked(id, at, 4)]);
    const list = await house.list(halfDay);
    expect(list).toMatchObject({
      halfDay: { id: halfDay.id, part: 'morning' },
      room: { name: 'Thuiskamer' },
      nurses: ['A', 'B', 'C'],
      care: { now: 4, of: 12 },
    });
    expect(list.visits).toMatchObject([
      {
        ...{ id, number: 1, of: 1, chair: 'S1', note: limits, stopped: false },
        from: new Date(halfDay.opens + 30 * MINUTE).toISOString().replace('.000', ''),
        seats: [
          { code: 'S1', from: 0 },
          { code: 'S4', from: 15 },
        ],
        treatment: { setUp: 15, running: 20, observation: 30, minutes: 65 },
        facts: { order: { ok: true }, drug: { readyAt: null } },
        specialist: { name: 'dr. J. Oefen' },
        reaction: ['Stop het infuus.', 'Bel de specialist.'],
      },
    ]);
    expect(list.visits[0]?.acts.map((each) => each.kind)).toEqual([
      'arrived',
      ...['checked', 'checked', 'checked', 'checked'],
    ]);
    expect(list.visits[0]?.person?.name).toBeTruthy();
  });
});
