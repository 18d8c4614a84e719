import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import type { GrowthAnswer, GrowthBody, MoveAnswer } from '#modules/day-treatment/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { openDayHouse } from './day-house.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');
const STILL = { rooms: null, halfDays: null, living: null, treatment: null, nurses: null };
const WEEK = [2, 4].map((weekday) => ({ weekday, part: 'morning', opens: 510, closes: 780 }));
const IRON: NonNullable<GrowthBody['demand']>[number] = {
  ...{ treatment: 'ferric-derisomaltose', people: 2400, visits: 2, intervalDays: 14, toleranceDays: 4 },
  ...{ withinDays: 28, hospitalMinutes: 65 },
};

let day: Awaited<ReturnType<typeof openDayHouse>>;
const grow = (who: Professional, body: object) =>
  day.house.call(who, 'POST', `/api/v1/day-rooms/${day.unitId}/growth`, body);
const grown = async (body: object): Promise<GrowthAnswer> => {
  const answer = await grow(day.planner, body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<GrowthAnswer>();
};
const codeOf = (answer: Awaited<ReturnType<typeof grow>>): string => answer.json<{ code: string }>().code;

beforeAll(async () => {
  day = await openDayHouse(NOW, TODAY);
});
afterAll(() => day.house.close());

describe('what growth comes to', () => {
  it('is nothing where a room has no hours yet, and where nobody was ordered', async () => {
    expect(codeOf(await grow(day.planner, { levers: STILL, demand: [IRON] }))).toBe('growth-nothing');
    const body = { from: TODAY, week: WEEK };
    const said = await day.house.call(day.planner, 'PUT', `/api/v1/day-rooms/${day.unitId}/openings`, body);
    expect(said.statusCode).toBe(200);
    expect(codeOf(await grow(day.planner, { levers: STILL }))).toBe('growth-nothing');
  });

  it('is the same year when nothing is turned, and more people with more half-days', async () => {
    const same = await grown({ levers: STILL, demand: [IRON] });
    expect(same.turned).toEqual(same.today);
    const more = await grown({ levers: { ...STILL, halfDays: 6 }, demand: [IRON] });
    expect(more.today).toEqual(same.today);
    expect(more.turned.served?.mean).toBeGreaterThan((more.today.served?.mean ?? 0) * 1.5);
    expect(more.assumed.rooms).toEqual([
      { name: 'Thuiskamer', halfDays: 2, living: 5, treatment: 3, nurses: 3 },
    ]);
  });

  it('reckons with the orders of the last year, by treatment', async () => {
    await day.signed();
    await day.signed({ visits: 3, intervalDays: 28, toleranceDays: 4 });
    const { assumed } = await grown({ levers: STILL });
    expect(assumed.countedDays).toBe(1);
    expect(assumed.demand).toMatchObject([{ treatment: 'ferric-derisomaltose', people: 730, visits: 2 }]);
  });

  it('is the own house’s affair, and one at a time', async () => {
    expect(codeOf(await grow(day.stranger, { levers: STILL, demand: [IRON] }))).toBe('other-unit');
    expect(codeOf(await grow(day.nurse, { levers: STILL, demand: [IRON] }))).toBe('not-allowed');
    const unknown = { levers: STILL, demand: [{ ...IRON, treatment: 'infliximab' }] };
    expect(codeOf(await grow(day.planner, unknown))).toBe('growth-treatment');
    const both = await Promise.all([1, 2].map(() => grow(day.planner, { levers: STILL, demand: [IRON] })));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

describe('the list of a hospital', () => {
  const sort = (who: Professional, body: string) =>
    day.house.call(who, 'POST', '/api/v1/day-treatment/list', body, {
      headers: { 'content-type': 'text/csv' },
    });
  const kept = async (): Promise<unknown> =>
    (
      await day.house.owner.query(
        'select (select count(*) from people_person) as people, (select count(*) from platform_diary) as lines',
      )
    ).rows[0];

  it('says of everybody whether they could come, where, or why not, and keeps nothing', async () => {
    const before = await kept();
    const answer = await sort(day.specialist, await readFile('docs/examples/day-care-list.csv', 'utf8'));
    const { lines, ...sums } = answer.json<MoveAnswer>();
    expect(lines.map(({ number, why }) => [number, why])).toEqual([
      ['DB-0001', null],
      ['DB-0002', 'treatment-not-signed'],
      ['DB-0003', 'treatment-not-signed'],
      ['DB-0004', 'treatment-not-signed'],
      ['DB-0005', 'treatment-not-signed'],
      ['DB-0006', 'treatment-not-signed'],
      ['DB-0007', 'needs-hospital'],
      ['DB-0008', 'treatment-unknown'],
    ]);
    expect(lines[0]).toMatchObject({ room: 'Thuiskamer', visits: 2, minutes: 130 });
    expect(sums).toEqual({ issues: [], could: 1, of: 8, hours: 130 / 60 });
    expect(await kept()).toEqual(before);
  });

  it('names what cannot be read, line by line, and says the rest', async () => {
    const text =
      'number;treatment;given;visits;pc4\nA;ferric-derisomaltose;0;1;\nB;ferric-derisomaltose;x;1;94\n';
    const { lines, issues } = (await sort(day.planner, text)).json<MoveAnswer>();
    expect(lines.map(({ number, km }) => [number, km])).toEqual([['A', null]]);
    expect(issues.map(({ row, column }) => [row, column])).toEqual([
      [3, 'pc4'],
      [3, 'given'],
    ]);
    expect(issues[0]?.nl).toMatch(/vier cijfers/);
  });

  it('is no list without its columns, and not for who does not treat', async () => {
    expect((await sort(day.planner, 'naam\nJan\n')).json<{ code: string }>().code).toBe(
      'import-columns-missing',
    );
    expect((await sort(day.house.small.gp, 'number\n')).json<{ code: string }>().code).toBe('not-allowed');
  });
});
