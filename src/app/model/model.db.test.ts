import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { STARTS } from './acts.fixture.ts';
import { anyHistory, commandsOf, follow, jumpingHistory, regressions } from './histories.fixture.ts';
import { openRealHouse, type RealHouse } from './real-world.fixture.ts';

/** `MODEL_DB_RUNS` makes it look longer; a failure prints its seed, its path and the shortest history that fails. */
const RUNS = Number(process.env['MODEL_DB_RUNS'] ?? 40);
const PATIENCE = { timeout: 3_600_000 };
const anyStart = fc.constantFrom(...STARTS);
let house: RealHouse;

beforeAll(async () => {
  house = await openRealHouse(STARTS[0] as number);
});
afterAll(() => house.close());

describe('a history that once went wrong, in the real house', () => {
  it.each(regressions)('$name: $note', PATIENCE, async ({ start, acts }) => {
    await follow(await house.begin(start), start, commandsOf(acts));
  });
});

describe('any history of the real house', () => {
  it('keeps every promise', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(anyStart, anyHistory(40), async (start, commands) =>
        follow(await house.begin(start), start, commands),
      ),
      { numRuns: RUNS },
    );
  });

  it('has no faults when clocks jump back', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(anyStart, jumpingHistory(40), async (start, commands) =>
        follow(await house.begin(start), start, commands),
      ),
      { numRuns: RUNS / 4 },
    );
  });
});
