import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, isoFromInstant } from '#kernel/calendar.ts';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import type { ObservationView } from '#modules/stay/contract.ts';
import { SCALES } from '#modules/stay/types.ts';
import type { With } from './api-house.fixture.ts';
import { codeOf, NOW, openObservationHouse, ZONE } from './observation-house.fixture.ts';
import { eventually } from './stay-house.fixture.ts';

let on: Awaited<ReturnType<typeof openObservationHouse>>;

beforeAll(async () => {
  on = await openObservationHouse();
});
afterAll(() => on.stays.house.close());

type Caller = Parameters<typeof on.stays.house.call>[0];

const at = (day: string, minutes: number): string => isoFromInstant(instantOf(day, minutes, ZONE));
const signs = (count: number): Record<string, number> =>
  Object.fromEntries(SCALES.dos.items.map(({ code }, index) => [code, index < count ? 1 : 0]));
const rowOf = (view: ObservationView, kind: string, day: string) =>
  view.rows.find((row) => row.kind === kind)?.days.find((each) => each.day === day);

describe('what was seen', () => {
  it('is a strip of nine days, with the numbers the house counts itself', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { stayId } = await on.stays.admit();
    on.atClock('2026-10-25', 9 * 60);
    // The night in which the clock went back is told on the day it ended, also when it is written down days later.
    // Of the same morning the last that is written counts.
    for (const hours of [5, 6.5])
      await on.told(stayId, { kind: 'sleep', measured: { hours }, at: at('2026-10-25', 450) });
    await on.told(stayId, {
      kind: 'meal',
      measured: { part: 0.5 },
      dayPart: 'morning',
      at: at('2026-10-24', 60 * 9),
    });
    await on.told(stayId, {
      kind: 'blood-pressure',
      measured: { lying: 140, standing: 108 },
      at: at('2026-10-22', 495),
    });
    await on.told(stayId, { kind: 'restlessness', measured: signs(5), at: at('2026-10-22', 500) });
    const view = await on.told(stayId, {
      kind: 'walking',
      seenBy: 'physio',
      measured: { metres: 80 },
      text: 'Met rollator.',
    });
    expect(view.days).toHaveLength(9);
    expect(view.today).toBe('2026-10-25');
    expect(rowOf(view, 'sleep', '2026-10-25')).toMatchObject({ values: [6.5], out: false });
    expect(rowOf(view, 'meals', '2026-10-24')?.values).toEqual([0.5, null, null]);
    expect(rowOf(view, 'pressure-drop', '2026-10-22')).toMatchObject({ values: [-32], out: true });
    expect(rowOf(view, 'restlessness', '2026-10-22')).toMatchObject({ values: [5], out: true });
    expect(rowOf(view, 'walking', '2026-10-26')).toMatchObject({ values: null, out: false });
    expect(view.scores).toMatchObject([{ scale: 'dos', total: 5, of: 13, meaning: 'restless', out: true }]);
    expect(view.seen[0]).toMatchObject({
      kind: 'walking',
      seenBy: 'physio',
      name: on.ward.name,
      dayPart: 'morning',
    });
    expect(view.planned).toBeGreaterThan(10);
  });

  it('is refused before the arrival, in the future, and after somebody left', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { stayId, claimId } = await on.stays.admit();
    const [before, after] = [NOW - MINUTE, NOW + MINUTE].map(isoFromInstant);
    expect(await codeOf(on.tell(stayId, { at: before }))).toBe('observation-before-arrival');
    expect(await codeOf(on.tell(stayId, { at: after }))).toBe('observation-in-future');
    expect((await on.tell(stayId, { at: isoFromInstant(NOW) })).statusCode).toBe(200);
    on.stays.house.clock.at = NOW + DAY;
    expect((await on.stays.leave(claimId, 'home')).statusCode).toBe(200);
    await eventually(async () => (await on.stays.seen(on.ward, stayId)).endedAt);
    on.stays.house.clock.at = NOW + DAY + HOUR;
    expect(await codeOf(on.tell(stayId, {}))).toBe('stay-over');
    expect(await codeOf(on.tell(stayId, { at: isoFromInstant(NOW + HOUR) }))).toBe('stay-over');
    expect((await on.seen(stayId)).seen).toHaveLength(1);
  });

  it('says field by field what cannot be', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { stayId } = await on.stays.admit();
    const wrong = async (change: object): Promise<string[]> => {
      const answer = await on.tell(stayId, { text: '', ...change });
      expect(answer.statusCode).toBe(400);
      return answer.json<{ fields: { path: string }[] }>().fields.map(({ path }) => path);
    };
    expect(await wrong({ kind: 'restlessness', measured: { ...signs(2), dozing: 2 } })).toEqual([
      'measured.dozing',
    ]);
    expect(await wrong({ kind: 'restlessness', measured: { total: 3 } })).toContain('measured.total');
    expect(await wrong({ kind: 'sleep', measured: { hours: 25 } })).toEqual(['measured.hours']);
    expect(await wrong({ kind: 'meal', measured: { part: 1 }, dayPart: 'night' })).toEqual(['dayPart']);
    expect(await wrong({ kind: 'note' })).toEqual(['text']);
    expect(await wrong({ kind: 'lab' })).toEqual(['lab']);
    expect((await on.seen(stayId)).seen).toHaveLength(0);
  });

  it('stays readable with its reason when it is taken back, and counts in nothing', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { stayId } = await on.stays.admit();
    const first = await on.told(stayId, { kind: 'walking', measured: { metres: 800 } });
    const id = first.seen[0]?.id ?? '';
    const back = () =>
      on.stays.house.post(on.ward, `/stays/${stayId}/observations/${id}/withdraw`, {
        reason: 'Een nul te veel.',
      });
    expect((await back()).statusCode).toBe(200);
    const view = await on.seen(stayId);
    expect(view.seen[0]).toMatchObject({
      measured: { metres: 800 },
      withdrawn: { reason: 'Een nul te veel.' },
    });
    expect(rowOf(view, 'walking', '2026-10-21')?.values).toBeNull();
    expect(await codeOf(back())).toBe('observation-withdrawn');
    const other = await on.stays.admit();
    const url = `/stays/${other.stayId}/observations/${id}/withdraw`;
    expect(await codeOf(on.stays.house.post(on.ward, url, { reason: 'Verkeerd.' }))).toBe(
      'observation-unknown',
    );
  });

  it('is for who treats: the practice reads, the desk and another house do not, and only the house writes', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { small, call } = on.stays.house;
    const { stayId } = await on.stays.admit();
    await on.told(stayId, { text: 'Rustig.' });
    expect(await on.seen(stayId, small.gp)).toMatchObject({ own: false, seen: [{ text: 'Rustig.' }] });
    const get = async (who: Caller) =>
      (await call(who, 'GET', `/api/v1/stays/${stayId}/observations`)).statusCode;
    expect(await get(small.wards[1])).toBe(404);
    expect(await get(small.desk)).toBe(403);
    expect((await on.tell(stayId, {}, small.gp)).statusCode).toBe(403);
    expect(await codeOf(on.tell(stayId, {}, small.wards[1]))).toBe('stay-unknown');
  });

  it('is read a page at a time', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { stayId } = await on.stays.admit();
    for (const text of ['een', 'twee', 'drie']) {
      on.stays.house.clock.at += MINUTE;
      await on.told(stayId, { text });
    }
    const first = await on.seen(stayId, on.ward, '?limit=2');
    expect(first.seen.map(({ text }) => text)).toEqual(['drie', 'twee']);
    const rest = await on.seen(stayId, on.ward, `?limit=2&before=${first.cursor}`);
    expect(rest.seen.map(({ text }) => text)).toEqual(['een']);
    expect(rest.cursor).toBeNull();
  });
});

describe('the day plan', () => {
  it('is done, not done after all, and skipped with a reason; each by who saw the newest', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { stayId } = await on.stays.admit();
    const plan = await on.seen(stayId);
    const task = plan.tasks[0];
    if (task === undefined) throw new Error('the pathway has a plan');
    const act = (name: string, body: object, more: With) =>
      on.stays.house.post(on.ward, `/stays/${stayId}/tasks/${task.id}/${name}`, body, more);
    expect((await act('done', {}, { version: 1 })).statusCode).toBe(200);
    expect(await on.seen(stayId)).toMatchObject({
      done: 1,
      tasks: expect.arrayContaining([expect.objectContaining({ doneBy: on.ward.name, version: 2 })]),
    });
    expect((await act('undone', {}, { version: 1 })).statusCode).toBe(412);
    expect(await codeOf(act('skip', { reason: 'Al gebeurd.' }, { version: 2 }))).toBe('task-settled');
    expect((await act('undone', {}, { version: 2 })).statusCode).toBe(200);
    expect(await codeOf(act('undone', {}, { version: 3 }))).toBe('task-open');
    expect((await act('skip', { reason: 'Al gebeurd.' }, { version: 3 })).statusCode).toBe(200);
    expect(await on.seen(stayId)).toMatchObject({ done: 0, planned: plan.planned - 1 });
  });

  it('gets a line more, on a day of the stay only', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { stayId } = await on.stays.admit();
    const add = (day: string) =>
      on.stays.house.post(on.ward, `/stays/${stayId}/tasks`, { day, label: 'Wegen', minutes: 480 });
    expect((await add('2026-10-29')).statusCode).toBe(200);
    expect((await on.seen(stayId)).tasks.filter(({ label }) => label === 'Wegen').at(-1)?.day).toBe(
      '2026-10-29',
    );
    expect(await codeOf(add('2026-10-30'))).toBe('task-outside-stay');
    expect(await codeOf(add('2026-10-20'))).toBe('task-outside-stay');
  });
});
