import { expect, it } from 'vitest';
import { judgeLog } from '#torture/access/oracle.ts';
import { openApiHouse } from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

it('the log says exactly who saw whom, over six hundred questions drawn by chance', async () => {
  const house = await openApiHouse({ now: NOW, placesPerUnit: 12 });
  const judged = await judgeLog(house, 600, 7);
  await house.close();
  expect(judged.missing).toEqual([]);
  expect(judged.orphans).toEqual([]);
  expect(judged.asked).toBeGreaterThanOrEqual(600);
  expect(judged.expected).toBeGreaterThan(400);
}, 300_000);
