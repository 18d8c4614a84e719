import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFrom, importInto } from '#platform/csv/file.ts';
import { type CountingHouse, NOW, openCountingHouse } from './counts.fixture.ts';
import { kindFiles } from './import-counts.ts';
import { confirmUnit } from './service-unit.ts';

let counting: CountingHouse;
beforeAll(async () => {
  counting = await openCountingHouse();
});
afterAll(() => counting.house.close());

const bringIn = async (
  kind: keyof typeof kindFiles,
  lines: readonly string[],
  preview = false,
  now = NOW,
) => {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const plan = await counting.house.as(
    counting.house.small.desk,
    (tx) => importInto(tx, kindFiles[kind], bytes, { actor: 'tester', now, preview }),
    now,
  );
  if (!plan.ok) throw new Error(plan.refusal.code);
  const { added, changed, same, errors, warnings } = plan.value;
  return {
    counts: [added.length, changed.length, same],
    errors: errors.map(({ row, column }) => `${row} ${column}`),
    warnings: warnings.map(({ row, column }) => `${row} ${column}`),
  };
};
const takeOut = (kind: keyof typeof kindFiles) =>
  counting.house.as(counting.house.small.desk, (tx) => exportFrom(tx, kindFiles[kind]));

const HEAD = 'unit_code,product,free,as_of,fresh_until';

describe('numbers from a file', () => {
  it('are looked at first, then taken over whole, and change nothing a second time', async () => {
    const file = [
      HEAD,
      'noord-1,elv-high,2,2026-11-23 10:30,',
      'noord-1,elv-low,1,2026-11-23 10:30,2026-11-23 14:00',
    ];
    expect(await bringIn('counts', file, true)).toEqual({ counts: [2, 0, 0], errors: [], warnings: [] });
    expect(await counting.free()).toBe(0);
    expect(await bringIn('counts', file)).toMatchObject({ counts: [2, 0, 0] });
    expect(await counting.free()).toBe(2);
    expect(await counting.free(NOW, 'elv-low')).toBe(1);
    expect(await counting.free(NOW + 4 * 3_600_000, 'elv-low')).toBe(0);
    expect(await bringIn('counts', file)).toMatchObject({ counts: [0, 0, 2] });
    const out = await takeOut('counts');
    expect(await bringIn('counts', out.trim().split(/\r?\n/))).toMatchObject({
      counts: [0, 0, 2],
      errors: [],
    });
  });

  it('older than what is known change nothing, and say so', async () => {
    const older = [HEAD, 'noord-1,elv-high,5,2026-11-23 09:00,'];
    expect(await bringIn('counts', older)).toEqual({ counts: [0, 0, 1], errors: [], warnings: ['2 as_of'] });
    expect(await counting.free()).toBe(2);
  });

  it('with one wrong row are not taken over at all, each with its row and column', async () => {
    const zuid = counting.house.small.units[1];
    await counting.house.as(counting.house.small.wards[1], (tx, at) => confirmUnit(tx, zuid, 'tap', at));
    const wrong = [
      HEAD,
      'noord-1,elv-high,1,2026-11-23 10:59,',
      'nergens,elv-high,1,,',
      'noord-1,grz,1,,',
      'noord-1,elv-low,7,,',
      'zuid-1,elv-high,1,,',
      'noord-1,elv-high,1,morgen,',
      'zuid-1,elv-low,1,2027-01-01 10:00,2026-01-01',
    ];
    expect(await bringIn('counts', wrong)).toMatchObject({
      errors: ['7 product', '3 unit_code', '4 product', '5 free', '6 unit_code', '7 as_of', '8 unit_code'],
    });
    expect(await counting.free()).toBe(2);
  });
});

describe('teams from a file', () => {
  const TEAM_HEAD = 'organisation_code;team_name;neighbourhood;pc4s;kind;phone';

  it('come in, again without change, and as they were taken out', async () => {
    const file = [TEAM_HEAD, 'noord;Team Peelo;Assen noord;9402|9403;home-care;0592-00 52 01'];
    expect(await bringIn('teams', file)).toMatchObject({ counts: [1, 0, 0], errors: [] });
    expect(await bringIn('teams', file)).toMatchObject({ counts: [0, 0, 1] });
    const moved = [TEAM_HEAD, 'noord;Team Peelo;Assen noord;9402;home-care;0592-00 52 01'];
    expect(await bringIn('teams', moved)).toMatchObject({ counts: [0, 1, 0] });
    const out = await takeOut('teams');
    expect(await bringIn('teams', out.trim().split(/\r?\n/))).toMatchObject({
      counts: [0, 0, 1],
      errors: [],
    });
  });

  it('with a wrong row are refused, each with its row and column', async () => {
    const wrong = [
      TEAM_HEAD,
      'nergens;Team;Wijk;9402;home-care;0592-00 52 01',
      'noord;Team;Wijk;94;home-care;0592-00 52 01',
      'noord;Twee;Wijk;9402;beds;0592',
    ];
    expect(await bringIn('teams', wrong)).toMatchObject({
      errors: ['2 organisation_code', '3 pc4s', '4 kind', '4 phone'],
    });
  });
});
