import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmallHouse, type SmallHouse } from '#demo/small-house.ts';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { newId } from '#platform/db/ids.ts';
import { openHoldBatch } from './hold-batch.ts';
import { openHoldLimit } from './hold-limit.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const MOST = 5;
let house: SmallHouse;
let clock: Instant = NOW;

beforeAll(async () => {
  house = await openSmallHouse({ now: NOW, placesPerUnit: 40 });
});
afterAll(() => house.close());

const openBatch = () =>
  openHoldBatch(
    house.database,
    () => clock,
    async () => house.region,
    MOST,
  );
type Batch = ReturnType<typeof openBatch>;

/** Asks for all beds of a home at one moment, for oneself or for somebody else. */
const askAll = async (batch: Batch, home: 0 | 1, subject: string | null) => {
  const actor = { id: house.small.gp.id, organisationId: house.small.gp.organisationId };
  const answers = await Promise.all(
    house.small.places[home].map((placeId) => {
      const of = { claimId: newId(), placeId, subject: subject ?? newId(), product: 'elv-high' as const };
      const command = { ...of, from: clock, expiresAt: clock + 45 * MINUTE };
      return batch.hold({ actor, key: null, hash: '', command });
    }),
  );
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
  return { held: answers.length - refused.length, refused };
};

describe('one account that asks for every bed at one moment', () => {
  it('gets what is fair, hears when to ask again, and leaves the rest', async () => {
    const batch = openBatch();
    const first = await askAll(batch, 0, house.small.gp.id);
    expect(first.held).toBe(MOST);
    expect(new Set(first.refused.map(({ code }) => code))).toEqual(new Set(['too-many-holds']));
    const again = await askAll(batch, 1, house.small.gp.id);
    expect(again.held).toBe(0);
    expect(again.refused[0]?.params).toEqual({ most: MOST, seconds: 45 * 60, minutes: 45 });
    clock += HOUR;
    // The figure of the region is as old as the region; what ran out counts no more.
    expect((await askAll(batch, 1, house.small.gp.id)).held).toBe(MOST);
  });

  it('that came in two goes at once is counted from the first: neither refuses the other', async () => {
    const { id, organisationId } = house.small.gp;
    const actor = { id, organisationId };
    const asked = house.small.places[1].slice(0, 2).map((placeId) => {
      const of = { claimId: newId(), placeId, subject: id, product: 'elv-high' as const };
      return { actor, command: { ...of, from: clock, expiresAt: clock + 45 * MINUTE } };
    });
    const limit = openHoldLimit(1);
    clock += HOUR;
    for (const each of asked) limit.enter([each]);
    const codes = await house.database.transaction({ actor: id, organisationId }, async (tx) => {
      const found = [];
      for (const each of asked) found.push((await limit.refusals(tx, [each], clock))[0]?.code ?? null);
      return found;
    });
    expect(codes).toEqual([null, 'too-many-holds']);
  });

  it('for people with a request may have them all: those count elsewhere', async () => {
    clock += HOUR;
    const { held } = await askAll(openBatch(), 0, null);
    expect(held).toBe(house.small.places[0].length);
  });
});
