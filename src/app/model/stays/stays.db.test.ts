import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyActs, STARTS } from './acts.fixture.ts';
import { follow } from './history.fixture.ts';
import { aLife, plantedInTables, withPlanted } from './planted.fixture.ts';
import { openRealStays, type RealStays } from './real-world.fixture.ts';

/** `MODEL_DB_RUNS` makes it look longer; a failure prints its seed, its path and the shortest history that fails. */
const RUNS = Number(process.env['MODEL_DB_RUNS'] ?? 4);
let house: RealStays;

beforeAll(async () => {
  house = await openRealStays(STARTS[0] as number);
});
afterAll(() => house.close());

it('any history of stays keeps every promise, in the real house', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...STARTS), anyActs(40), async (start, acts) =>
      follow(await house.begin(start), start, acts),
    ),
    { numRuns: RUNS },
  );
});

const live = async (): Promise<void> =>
  follow(await house.begin(STARTS[0] as number), STARTS[0] as number, aLife);

it('a life with everything in it keeps every promise', { timeout: 300_000 }, live);

describe('a defect planted in the tables is found:', () => {
  it.each(Object.keys(plantedInTables))('%s', { timeout: 300_000 }, async (name) => {
    const found = withPlanted(house.owner, plantedInTables[name] ?? '', live);
    // Found by what the model expects, not because nothing worked.
    await expect(found).rejects.toMatchObject({ name: 'AssertionError' });
  });
});
