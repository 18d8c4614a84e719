import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY, MINUTE } from '#kernel/interval.ts';
import type { MomentView, OrderView, Told } from '#modules/day-treatment/contract.ts';
import { somebody } from './api-house.fixture.ts';
import { openMoments } from './day-moment.fixture.ts';
import { placeFrom } from './day-plan.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');
const PATIENT = { timeout: 20_000, interval: 50 };

let moments: Awaited<ReturnType<typeof openMoments>>;
let day: typeof moments.day;
beforeAll(async () => {
  moments = await openMoments(NOW, TODAY, { broken: 1 });
  ({ day } = moments);
});
afterAll(() => moments.close());

let people = 0;
/** Somebody with an order, and where messages for them go. */
const ordered = async (reach: { email?: string; phone?: string; refuses?: boolean } = {}) => {
  people += 1;
  const { email = null, phone = '0592-00 17 33', refuses = false } = reach;
  const person = somebody({ name: `Oefen Persoon ${people}`, birthDate: `1944-05-${10 + people}`, phone });
  const order = await day.signed({ person });
  const put = day.house.call(day.planner, 'PUT', `/api/v1/orders/${order.id}/reach`, { email, refuses });
  expect((await put).json()).toEqual({ email, phone, refuses });
  return { order, visit: await moments.visitOf(order) };
};
const pass = (minutes: number): void => {
  day.house.clock.at += minutes * MINUTE;
};
const toldOf = async (order: OrderView): Promise<Told | undefined> => {
  const { visits } = await moments.toPlan();
  const waiting = visits.find(({ orderId }) => orderId === order.id);
  if (waiting !== undefined) return waiting.told;
  for (const from of [TODAY, plusDays(TODAY, 7), plusDays(TODAY, 14)]) {
    const { halfDays } = await moments.weekOf(day.planner, from);
    const found = halfDays.flatMap((each) => each.visits).find(({ orderId }) => orderId === order.id);
    if (found !== undefined) return found.told;
  }
  return undefined;
};
const letter = (email: string, words: RegExp) =>
  expect.poll(() => moments.mailbox.lastTo(email), PATIENT).toMatch(words);
const tokenIn = (text: string): string => /\/thuiskamer\/afspraak#([\w.-]+)/.exec(text)?.[1] ?? '';
const open = (token: string) => day.house.post(null, '/moments/open', { token });
const answer = (token: string, said: object) => day.house.post(null, '/moments/answer', { token, ...said });
const moved = async (visitId: string, rank: number): Promise<void> => {
  const { choices } = await moments.choicesOf(visitId);
  const choice = choices[rank - 1];
  if (choice === undefined) throw new Error('no choice');
  const url = `/visits/${visitId}/move`;
  await moments.done(day.planner, 'POST', url, placeFrom(choice), choice.halfDayVersion);
};
/** To the afternoon of this day, as its best choice sits and is set up. */
const movedTo = async (visitId: string, on: string): Promise<void> => {
  const [choice] = (await moments.choicesOf(visitId)).choices;
  const halfDay = day.halfDays.find((each) => each.day === on && each.part === 'afternoon');
  if (choice === undefined || halfDay === undefined) throw new Error('no such half-day');
  const place = { ...placeFrom(choice), halfDayId: halfDay.id };
  const { version } = await moments.halfDayOf(halfDay.id);
  await moments.done(day.planner, 'POST', `/visits/${visitId}/move`, place, version);
};
/** The house saw what changed: a telling of it waits. */
const waiting = (visitId: string) =>
  expect
    .poll(
      async () =>
        (
          await day.house.owner.query(
            `select t.id from day_treatment_telling t join day_treatment_visit v on v.id = t.visit_id
             where t.visit_id = $1 and t.told_at is null and t.during is not distinct from v.during`,
            [visitId],
          )
        ).rowCount,
      PATIENT,
    )
    .toBe(1);

describe('somebody with an address', () => {
  const email = 'persoon@thuis.example';
  let token = '';
  let order: OrderView;
  let visitId = '';

  it('is written to once, half an hour after the planner stopped moving, with a file for the calendar', async () => {
    const made = await ordered({ email });
    ({ order } = made);
    visitId = made.visit.id;
    await moments.takes(visitId, 1);
    pass(1);
    await waiting(visitId);
    await moved(visitId, 2);
    pass(20);
    await moved(visitId, 3);
    pass(1);
    await waiting(visitId);
    expect((await toldOf(order))?.invited).toBeNull();
    expect(moments.mailbox.lastTo(email)).toBe('');
    pass(31);
    await letter(email, /U heeft een afspraak bij/);
    const text = moments.mailbox.lastTo(email);
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(text).toContain('METHOD:PUBLISH');
    expect(text).not.toMatch(/Oefen Persoon|IJzer|ijzer|infuus|1944/);
    token = tokenIn(text);
    await expect.poll(async () => (await toldOf(order))?.invited, PATIENT).not.toBeNull();
  });

  it('opens the moment without an account, sees no name and no treatment, and that stands in their log', async () => {
    const seen = await open(token);
    expect(seen.statusCode, seen.body).toBe(200);
    expect(seen.headers['cache-control']).toBe('no-store');
    expect(seen.json<MomentView>()).toMatchObject({
      minutes: 65,
      answer: null,
      practice: true,
      preparation: [],
    });
    expect(seen.body).not.toMatch(/Oefen Persoon|IJzer|infuus/);
    const { rows } = await day.house.owner.query(
      `select actor, role, ground, person_id = $2 as own from platform_access where object_id = $1 and ground = 'own'`,
      [visitId, order.person?.id],
    );
    expect(rows).toEqual([
      { actor: `person:${order.person?.id}`, role: 'resident', ground: 'own', own: true },
    ]);
  });

  it('says that they come, and the planner sees it', async () => {
    const said = await answer(token, { answer: 'comes' });
    expect(said.json<MomentView>().answer).toBe('comes');
    expect((await toldOf(order))?.confirmed).not.toBeNull();
    expect((await day.seen(day.specialist, order.id)).visitList[0]?.confirmedAt).not.toBeNull();
  });

  it('asks for another moment; what suits counts in the next choices, and a new invitation goes', async () => {
    const wish = {
      answer: 'other-moment',
      words: 'Liever na het middageten',
      weekdays: [4],
      part: 'afternoon',
    };
    expect((await answer(token, wish)).statusCode).toBe(200);
    expect(await toldOf(order)).toMatchObject({
      ...{ asks: 'other-moment', confirmed: null, wish: 'Liever na het middageten' },
      suits: { weekdays: [4], part: 'afternoon' },
    });
    const { choices } = await moments.choicesOf(visitId);
    expect(choices[0]?.part).toBe('afternoon');
    expect(choices[0]?.reasons).toContain('wished-part');
    await movedTo(visitId, plusDays(TODAY, 10));
    expect(await toldOf(order)).toMatchObject({ asks: null, invited: null });
    const old = await open(token);
    expect(old.json()).toMatchObject({ code: 'moment-moved', status: 409 });
    expect(old.json<{ next: string }>().next).toMatch(/nieuwste bericht.*\d{4}/);
    expect((await answer(token, { answer: 'comes' })).json()).toMatchObject({ code: 'moment-moved' });
    pass(1);
    await waiting(visitId);
    pass(31);
    await letter(email, /is verzet/);
    const next = tokenIn(moments.mailbox.lastTo(email));
    expect(next).not.toBe(token);
    expect((await open(next)).statusCode).toBe(200);
    token = next;
  });

  it('is reminded two days before, and hears when it does not go on', async () => {
    const { from } = (await open(token)).json<MomentView>();
    day.house.clock.at = Date.parse(from) - 2 * DAY + 60 * MINUTE;
    await letter(email, /Over twee dagen/);
    await moments.done(day.planner, 'POST', `/visits/${visitId}/unplan`, {});
    expect((await open(token)).json()).toMatchObject({ code: 'moment-moved' });
    pass(1);
    await waiting(visitId);
    pass(31);
    await letter(email, /gaat niet door.*Wij zoeken een nieuw moment/s);
    expect(moments.mailbox.lastTo(email)).toContain('METHOD:CANCEL');
    day.house.clock.at = NOW;
  });

  it('cannot use what nobody signed, and nothing of the words is in the diary or the outbox', async () => {
    for (const wrong of ['x', `${token}x`, token.replace(/^../, 'aa')])
      expect((await open(wrong)).json(), wrong).toMatchObject({ code: 'moment-link-unknown' });
    const { rows } = await day.house.owner.query(
      'select to_jsonb(d) as row from platform_diary d union all select to_jsonb(m) from platform_delivery m',
    );
    expect(JSON.stringify(rows)).not.toMatch(/middageten|persoon@thuis/);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('somebody with a mobile telephone and no address', () => {
  it('gets a message by the service, signed, again when it was down, and the same link', async () => {
    const { order, visit } = await ordered({ phone: '06-12 34 56 78' });
    await moments.takes(visit.id);
    pass(1);
    await waiting(visit.id);
    pass(31);
    const { texted } = moments.telephones;
    await expect.poll(() => texted.length, PATIENT).toBe(2);
    expect(new Set(texted.map(({ id }) => id)).size).toBe(1);
    const [message] = texted;
    expect(message?.to).toBe('+31612345678');
    expect(message?.text).not.toMatch(/Oefen Persoon|IJzer|infuus/);
    expect((await open(tokenIn(message?.text ?? ''))).statusCode).toBe(200);
    expect((await toldOf(order))?.invited).not.toBeNull();
  });
});

describe('somebody who cannot be written to, or wants no messages', () => {
  it.each([{}, { email: 'nee@thuis.example', refuses: true }])(
    '%o is called, until somebody did',
    async (reach) => {
      const { order, visit } = await ordered(reach);
      await moments.takes(visit.id);
      const refused = await day.house.call(day.planner, 'GET', `/api/v1/visits/${visit.id}/link`);
      expect(refused.json()).toMatchObject({ code: 'moment-not-told' });
      pass(1);
      await waiting(visit.id);
      pass(31);
      await expect.poll(async () => (await toldOf(order))?.call, PATIENT).toEqual({ phone: '0592-00 17 33' });
      const asking = (await moments.toPlan()).asking.find(({ visitId }) => visitId === visit.id);
      expect(asking).toMatchObject({ told: { call: { phone: '0592-00 17 33' } } });
      const link = await day.house.call(day.planner, 'GET', `/api/v1/visits/${visit.id}/link`);
      expect((await open(link.json<{ token: string }>().token)).statusCode).toBe(200);
      await moments.done(day.planner, 'POST', `/visits/${visit.id}/called`, { answer: 'comes' });
      const told = await toldOf(order);
      expect(told).toMatchObject({ call: null, invited: null });
      expect(told?.confirmed).not.toBeNull();
      expect(moments.mailbox.lastTo('nee@thuis.example')).toBe('');
    },
  );
});

it('somebody whose order stops is told that nobody expects them, or is called', async () => {
  const { order, visit } = await ordered();
  await moments.takes(visit.id);
  pass(1);
  await waiting(visit.id);
  pass(31);
  await expect.poll(async () => (await toldOf(order))?.call, PATIENT).not.toBeNull();
  await moments.done(day.planner, 'POST', `/visits/${visit.id}/called`, { answer: 'comes' });
  const stop = { reason: 'Het Hb is weer goed' };
  const { version } = await day.seen(day.specialist, order.id);
  await moments.done(day.specialist, 'POST', `/orders/${order.id}/stop`, stop, version);
  pass(1);
  await waiting(visit.id);
  pass(31);
  const asking = async () => (await moments.toPlan()).asking.find(({ visitId }) => visitId === visit.id);
  await expect.poll(asking, PATIENT).toMatchObject({ day: null, told: { call: { phone: '0592-00 17 33' } } });
  await moments.done(day.planner, 'POST', `/visits/${visit.id}/called`, { answer: 'cannot' });
  expect(await asking()).toBeUndefined();
});

it('another house neither reads nor writes how somebody is reached', async () => {
  const { order, visit } = await ordered({ email: 'eigen@thuis.example' });
  const url = `/api/v1/orders/${order.id}/reach`;
  expect((await day.house.call(day.stranger, 'GET', url)).statusCode).toBe(404);
  expect((await day.house.call(day.stranger, 'PUT', url, { email: null })).statusCode).toBe(404);
  expect((await day.house.call(day.stranger, 'GET', `/api/v1/visits/${visit.id}/link`)).statusCode).toBe(404);
  expect((await day.house.call(day.specialist, 'GET', url)).json()).toMatchObject({
    email: 'eigen@thuis.example',
  });
});
