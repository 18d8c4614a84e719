import { openApiHouse, sendRequest } from '#app/api-house.fixture.ts';
import { openBare } from './access/bare.ts';
import { atMost, type Figure, median } from './figure.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const WARM = 200;
const ROUNDS = 1_000;

const timed = async (work: () => Promise<{ readonly statusCode: number }>): Promise<number> => {
  const began = performance.now();
  const { statusCode } = await work();
  if (statusCode !== 200) throw new Error(`the answer was ${statusCode}`);
  return performance.now() - began;
};

/**
 * What it costs to ask who somebody is, to let the database decide what they may see, and to write down that they saw it:
 * one request read through the house, and in turn the same one read without any of that.
 */
export const run = async (): Promise<Figure[]> => {
  const house = await openApiHouse({ now: NOW, placesPerUnit: 12 });
  const bare = await openBare(house);
  const { id } = await sendRequest(house, [house.freshPlace()]);
  const url = `/api/v1/requests/${id}`;
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM + ROUNDS; round++) {
    const ms = await timed(() => house.call(house.small.gp, 'GET', url));
    const without = await timed(() => bare.app.inject({ method: 'GET', url }));
    if (round < WARM) continue;
    ours.push(ms);
    theirs.push(without);
  }
  await bare.close();
  await house.close();
  const extra = median(ours.map((ms, at) => ms - (theirs[at] ?? 0)));
  return [{ ...atMost('access', extra, 'ms', 1), peer: 'without', peerValue: median(theirs) }];
};
