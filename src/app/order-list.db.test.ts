import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import type { OrderList } from '#modules/day-treatment/contract.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { act, openActsHouse, wholeVisit } from './day-acts.fixture.ts';
import { changed } from './day-house.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');

let house: Awaited<ReturnType<typeof openActsHouse>>;
beforeAll(async () => {
  house = await openActsHouse(NOW, TODAY);
});
afterAll(() => house.day.house.close());

const page = async (query: string): Promise<OrderList> => {
  const { specialist, house: api } = house.day;
  const answer = await api.call(specialist, 'GET', `/api/v1/orders?${query}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<OrderList>();
};
/** Every page of a list, as its reader leafs through it. */
const leaf = async (scope: string, limit: number): Promise<OrderList['orders'][]> => {
  const pages: OrderList['orders'][] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const read: OrderList = await page(
      `scope=${scope}&limit=${limit}${cursor === '' ? '' : `&after=${encodeURIComponent(cursor)}`}`,
    );
    pages.push(read.orders);
    cursor = read.cursor;
  }
  return pages;
};

describe('the list of a specialist', () => {
  it('has what went differently first, then what is to sign, and leafs through all of them once', async () => {
    const { day } = house;
    const calm = await day.signed({ urgency: 5 });
    const draft = await day.draft();
    const [deviating, reacting, taken] = [2, 3, 4].map((n) => house.halfDay(n));
    if (deviating === undefined || reacting === undefined || taken === undefined)
      throw new Error('no half-days');
    const slow = await house.planned(deviating);
    await house.keep(deviating, [act(slow.id, 'deviated', slow.at, 20, { note: 'Infuus liep traag' })]);
    const itchy = await house.planned(reacting);
    await house.keep(reacting, [act(itchy.id, 'reacted', itchy.at, 20, { note: 'Jeuk' })]);
    const mistaken = await house.planned(taken);
    const wrong = act(mistaken.id, 'reacted', mistaken.at, 20, { note: 'Verkeerde persoon' });
    await house.keep(taken, [wrong]);
    await house.keep(taken, [act(mistaken.id, 'undone', mistaken.at, 21, { act: wrong.id })]);
    const whole = await page('scope=own');
    expect(whole.cursor).toBeNull();
    expect(whole.orders.slice(0, 3).map(({ id, noticed }) => [id, noticed?.kind])).toEqual([
      [itchy.order.id, 'reacted'],
      [slow.order.id, 'deviated'],
      [draft.id, undefined],
    ]);
    // What was taken back is no reaction: it stands among the others, after who is more pressing.
    expect(whole.orders.slice(3).map(({ id }) => id)).toEqual([calm.id, mistaken.order.id]);
    const pages = await leaf('own', 2);
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(whole.orders);
    expect(whole.orders[3]).toMatchObject({ visits: 1, toPlan: 1, since: calm.signedAt });
    expect(whole.orders[0]?.sitePhone).toMatch(/^\d/);
  });

  it('has what is over with the newest first, page by page', async () => {
    const { day } = house;
    const ended: string[] = [];
    for (const n of [1, 2, 3]) {
      const order = await day.signed();
      day.house.clock.at += 60_000;
      await day.done(day.specialist, `/orders/${order.id}/stop`, { reason: `Gestopt ${n}` });
      ended.unshift(order.id);
    }
    expect((await leaf('ended', 2)).map((orders) => orders.map(({ id }) => id))).toEqual([
      ended.slice(0, 2),
      ended.slice(2),
    ]);
    const wild = await day.house.call(day.specialist, 'GET', '/api/v1/orders?after=somebody');
    expect(wild.statusCode).toBe(400);
  });

  it('keeps in sight what went differently at the last visit, though the course is over', async () => {
    const halfDay = house.halfDay(5);
    if (halfDay === undefined) throw new Error('no half-day');
    const last = await house.planned(halfDay);
    await house.keep(halfDay, [
      ...wholeVisit(last.id, last.at),
      act(last.id, 'reacted', last.at, 20, { note: 'Jeuk' }),
    ]);
    const isDone = async () => (await page('scope=ended')).orders.some(({ id }) => id === last.order.id);
    await expect.poll(isDone, { timeout: 20_000 }).toBe(true);
    const first = (await page('scope=own')).orders.slice(0, 2);
    expect(first.map(({ id }) => id)).toContain(last.order.id);
    expect(first.map(({ noticed }) => noticed?.kind)).toEqual(['reacted', 'reacted']);
  });
});

describe('a draft', () => {
  it('is thrown away by the hospital whose it is; what was signed is not', async () => {
    const { day } = house;
    const draft = await day.draft();
    const url = `/orders/${draft.id}/discard`;
    expect(await day.refused(day.planner, url, {}, draft.version)).toBe('not-allowed');
    expect(await day.refused(day.specialist, url, {}, draft.version + 1)).toBe('version-stale');
    await day.done(day.specialist, url, {}, draft.version);
    expect(await day.refused(day.specialist, url, {}, draft.version)).toBe('order-unknown');
    const lines = await day.house.house.database.transaction(
      { actor: 'tailer', organisationId: null },
      (tx) => linesAbout(tx, draft.id),
    );
    expect(lines.map(({ event }) => event)).toEqual(['order-drafted', 'order-discarded']);
    const signed = await day.signed();
    expect(await day.refused(day.specialist, `/orders/${signed.id}/discard`, {}, signed.version)).toBe(
      'order-signed',
    );
    const { rows } = await day.house.owner.query(
      'select person_id, event from platform_access where object_id = $1',
      [draft.id],
    );
    expect(rows).toContainEqual({ person_id: draft.person?.id, event: 'remove' });
  });
});

describe('a signature', () => {
  it('is kept with what it says differently from the one before', async () => {
    const { day } = house;
    const signed = await day.signed({ visits: 2, intervalDays: 14, toleranceDays: 2 });
    expect(signed.signatures).toMatchObject([{ signature: 1, signedBy: day.specialist.name, changed: [] }]);
    const body = changed(signed, { dose: '500 mg', visits: 3, wishes: { part: 'morning', weekdays: [2] } });
    await day.done(day.specialist, `/orders/${signed.id}`, body, signed.version, 'PUT');
    const seen = await day.seen(day.planner, signed.id);
    expect(seen.signatures.map(({ changed: fields }) => fields)).toEqual([[], ['visits', 'dose', 'wishes']]);
    const { rows } = await day.house.owner.query(
      `select content->>'dose' as dose from day_treatment_signature where order_id = $1 order by signature`,
      [signed.id],
    );
    expect(rows).toEqual([{ dose: '1.000 mg in 100 ml' }, { dose: '500 mg' }]);
  });
});
