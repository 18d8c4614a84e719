import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { anyRules, STARTS } from './acts.fixture.ts';
import { anyHistory, commandsOf, follow, jumpingHistory, PLAIN, regressions } from './histories.fixture.ts';
import { openRealHouse, type RealHouse } from './real-world.fixture.ts';

/** `MODEL_DB_RUNS` makes it look longer; a failure prints its seed, its path and the shortest history that fails. */
const RUNS = Number(process.env['MODEL_DB_RUNS'] ?? 8);
const PATIENCE = { timeout: 3_600_000 };
const anyStart = fc.constantFrom(...STARTS);
let house: RealHouse;

beforeAll(async () => {
  house = await openRealHouse(STARTS[0] as number);
});
afterAll(() => house.close());

describe('a history that once went wrong, in the real house', () => {
  it.each(regressions)('$name: $note', PATIENCE, async ({ start, rules, acts }) => {
    await follow(await house.begin(start, rules ?? PLAIN), start, commandsOf(acts));
  });
});

describe('any history of the real house', () => {
  it('keeps every promise', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(anyStart, anyRules, anyHistory(40), async (start, rules, commands) =>
        follow(await house.begin(start, rules), start, commands),
      ),
      { numRuns: RUNS },
    );
  });

  it('has no faults when clocks jump back', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(anyStart, anyRules, jumpingHistory(40), async (start, rules, commands) =>
        follow(await house.begin(start, rules), start, commands),
      ),
      { numRuns: RUNS / 4 },
    );
  });
});
