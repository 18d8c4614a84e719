import { openStayHouse } from '#app/stay-house.fixture.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import type { Figure } from './figure.ts';
import { beside } from './stay/beside.ts';
import { measureForecast } from './stay/forecast.ts';
import { measureSeen } from './stay/seen.ts';
import { measureWard } from './stay/ward.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

const forecast = async (): Promise<Figure[]> => {
  const test = await createTestDatabase();
  const measured = await measureForecast(test.url, NOW);
  const figures = await beside(measured);
  await measured.house.close();
  await test.drop();
  return figures;
};

/** Ward, stay and forecast through the house, beside the same asked row by row. */
export const run = async (): Promise<Figure[]> => {
  const stays = await openStayHouse(NOW, 'elv-high', 60);
  const ward = await beside(await measureWard(stays, NOW));
  const seen = await beside(await measureSeen(stays, NOW));
  await stays.house.close();
  return [...ward, ...seen, ...(await forecast())];
};
