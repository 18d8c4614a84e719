import { openStayHouse } from '#app/stay-house.fixture.ts';
import type { Figure } from './figure.ts';
import { beside } from './stay/beside.ts';
import { measureWard } from './stay/ward.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

/** Ward, stay and forecast through the house, beside the same asked row by row. */
export const run = async (): Promise<Figure[]> => {
  const stays = await openStayHouse(NOW, 'elv-high', 60);
  const figures = [...(await beside(await measureWard(stays, NOW)))];
  await stays.house.close();
  return figures;
};
