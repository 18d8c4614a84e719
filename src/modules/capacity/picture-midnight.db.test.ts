import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSmallHouse, type SmallHouse } from '#demo/small-house.ts';
import { DAY } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { linesAfter, positionNow } from '#platform/diary/diary.ts';
import { loadPicture } from './picture.ts';
import { closePlaces } from './service-unit.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const TOMORROW = NOW + DAY;
const READER = { actor: 'tailer', organisationId: null } as const;

let house: SmallHouse;
beforeAll(async () => {
  house = await openSmallHouse({ now: NOW, placesPerUnit: 2 });
});
afterAll(() => house.close());

type Ask = (...asked: unknown[]) => Promise<unknown>;

/** The same transaction, with something done around each question to the database. */
const around = (tx: Tx, work: (ask: Ask) => Ask): Tx => {
  const { query } = tx as unknown as { query: Ask };
  return { query: work((...asked) => query.apply(tx, asked)) } as unknown as Tx;
};

it('what happens while the region is read anew at midnight stands in the picture afterwards', async () => {
  const { database, small } = house;
  const [unitId] = small.units;
  const picture = await database.transaction(READER, (tx) => loadPicture(tx, NOW));
  const before = await database.transaction(READER, positionNow);
  const read = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  let reads = 0;
  // Reading the region takes long: all of it was read, and the answer is still on its way.
  const midnight = database.transaction(READER, (tx) =>
    picture.apply(
      around(tx, (ask) => async (...asked) => {
        const answer = await ask(...asked);
        if (JSON.stringify(asked).includes('capacity_closure')) {
          read.resolve();
          await gate.promise;
        }
        return answer;
      }),
      [],
      TOMORROW,
    ),
  );
  await read.promise;
  const closure = {
    unitId,
    placeId: null,
    places: 2,
    reason: 'no-staff',
    from: TOMORROW,
    until: TOMORROW + DAY,
  } as const;
  await house.as(small.wards[0], (tx, doing) => closePlaces(tx, closure, doing), TOMORROW);
  const hearing = database.transaction(READER, async (tx) => {
    const lines = await linesAfter(tx, before, 100);
    const counting = around(tx, (ask) => (...asked) => {
      reads += 1;
      return ask(...asked);
    });
    const applied = picture.apply(counting, lines, TOMORROW);
    await nextTurn();
    // Whoever reads at once is done before the slow one goes on.
    if (reads > 0) await applied;
    gate.resolve();
    await applied;
  });
  await Promise.all([midnight, hearing]);
  expect(picture.look(unitId, TOMORROW)?.facts.closures.map(({ places }) => places)).toEqual([2]);
});
