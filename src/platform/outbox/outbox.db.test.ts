import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Carrier, MESSENGER, type Outcome } from './messenger.ts';
import { openPostOffice, PATIENT, type PostOffice } from './post-office.fixture.ts';
import { replayDelivery } from './service.ts';
import { ATTEMPTS, backlogOf, type Delivery, deliveriesOf, enqueue, forgetDelivered } from './store.ts';

let office: PostOffice;

/** A carrier that does as told and remembers what it carried. */
const carrying = (answer: (delivery: Delivery) => Outcome['kind']) => {
  const carried: string[] = [];
  const carrier: Carrier = async (delivery) => {
    carried.push(delivery.dedupId);
    return { kind: answer(delivery), status: 'told' };
  };
  return { carried, carrier };
};

beforeAll(async () => {
  office = await openPostOffice();
});
afterEach(() => office.rest());
afterAll(() => office.close());

describe('a message', () => {
  it('goes once, however often it is put on the way; not at all when its transaction is rolled back', async () => {
    const { carried, carrier } = carrying(() => 'taken');
    office.work({ mail: carrier });
    const [once, never] = [office.message(), office.message()];
    await office.post([once]);
    await office.post([once, once]);
    await office.database
      .transaction(MESSENGER, async (tx) => {
        await enqueue(tx, [never], office.now);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    const after = office.message();
    await office.post([after]);
    await expect.poll(() => office.stateOf(after), PATIENT).toBe('sent');
    await office.post([once]);
    expect(carried.filter((id) => id === once.dedupId)).toHaveLength(1);
    expect(carried).not.toContain(never.dedupId);
    expect(await office.deliveryOf(never)).toBeUndefined();
  });

  it('known bug 27, a notification dropped after a minute of outage: it is tried for more than a day, then waits for a person who sends it again', async () => {
    let open = false;
    const { carried, carrier } = carrying(() => (open ? 'taken' : 'not-now'));
    office.work({ mail: carrier });
    const stuck = office.message();
    await office.post([stuck]);
    let waited = 0;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      await expect.poll(async () => (await office.deliveryOf(stuck))?.attempts, PATIENT).toBe(attempt);
      await expect
        .poll(async () => {
          const { rows } = await office.owner.query<{ n: number }>(
            'select extract(epoch from run_at - now())::integer as n from graphile_worker._private_jobs where key = $1 and locked_at is null',
            [stuck.dedupId],
          );
          return rows.length;
        }, PATIENT)
        .toBe(1);
      const { rows } = await office.owner.query<{ n: number }>(
        'select extract(epoch from run_at - now())::integer as n from graphile_worker._private_jobs where key = $1',
        [stuck.dedupId],
      );
      if (attempt < ATTEMPTS) waited += rows[0]?.n ?? 0;
      expect(await office.stateOf(stuck)).toBe(attempt < ATTEMPTS ? 'failed' : 'dead');
      await office.hurry();
    }
    expect(waited).toBeGreaterThan(24 * 3_600);
    expect((await office.database.transaction(MESSENGER, backlogOf)).dead).toBe(1);
    open = true;
    const { id = '' } = (await office.deliveryOf(stuck)) ?? {};
    const acting = { actor: 'somebody', organisationId: office.desk };
    const again = await office.database.transaction(acting, (tx) =>
      replayDelivery({ tx, actor: { organisationId: office.desk } as never, now: office.now }, id),
    );
    expect(again.ok).toBe(true);
    await expect.poll(() => office.stateOf(stuck), PATIENT).toBe('sent');
    expect(new Set(carried)).toEqual(new Set([stuck.dedupId]));
  }, 60_000);

  it('without anybody to reach is dead at once; one that is no longer true is dropped', async () => {
    const { carrier } = carrying((delivery) => (delivery.event === 'question' ? 'nobody' : 'overtaken'));
    office.work({ mail: carrier });
    const [nobody, over] = [office.message(), office.message({ event: 'figure-old' })];
    await office.post([nobody, over]);
    await expect.poll(() => office.stateOf(nobody), PATIENT).toBe('dead');
    await expect.poll(() => office.stateOf(over), PATIENT).toBe('overtaken');
  });

  it('waits for its moment', async () => {
    const { carried, carrier } = carrying(() => 'taken');
    office.work({ mail: carrier });
    const [later, now] = [office.message({ afterMs: 60_000 }), office.message()];
    await office.post([later, now]);
    await expect.poll(() => office.stateOf(now), PATIENT).toBe('sent');
    expect(carried).not.toContain(later.dedupId);
    await office.hurry();
    await expect.poll(() => office.stateOf(later), PATIENT).toBe('sent');
  });

  it('is forgotten a while after it arrived; a dead one never', async () => {
    await office.database.transaction(MESSENGER, (tx) => forgetDelivered(tx, office.now + 1));
    const left = await office.database.transaction(MESSENGER, (tx) => deliveriesOf(tx, office.desk, null));
    expect(new Set(left.map(({ state }) => state))).toEqual(new Set(['dead']));
  });
});

describe('a messenger', () => {
  it('stops at once with a message in hand, and the next one takes that up', async () => {
    let seen = 0;
    const hanging: Carrier = (_, stop) =>
      new Promise((resolve) => {
        seen++;
        stop.addEventListener('abort', () => resolve({ kind: 'not-now', status: 'stopped' }));
      });
    const first = office.work({ mail: hanging });
    const held = office.message();
    await office.post([held]);
    await expect.poll(() => seen, PATIENT).toBe(1);
    const from = performance.now();
    await first.stop();
    expect(performance.now() - from).toBeLessThan(2_000);
    const { carried, carrier } = carrying(() => 'taken');
    office.work({ mail: carrier });
    await office.hurry();
    await expect.poll(() => office.stateOf(held), PATIENT).toBe('sent');
    expect(carried).toEqual([held.dedupId]);
  });

  it('is one of several servers; when it goes, another takes over', async () => {
    const [one, two] = [carrying(() => 'taken'), carrying(() => 'taken')];
    const first = office.work({ mail: one.carrier });
    const [early, late] = [office.message(), office.message()];
    await office.post([early]);
    await expect.poll(() => office.stateOf(early), PATIENT).toBe('sent');
    office.work({ mail: two.carrier });
    await first.stop();
    await office.post([late]);
    await expect.poll(() => office.stateOf(late), PATIENT).toBe('sent');
    expect([one.carried, two.carried]).toEqual([[early.dedupId], [late.dedupId]]);
  });

  it('frees what a killed messenger held, and its last attempt does not count', async () => {
    const left = office.message();
    await office.post([left]);
    await office.owner.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-that-died', attempts = 15 where key = $1",
      [left.dedupId],
    );
    const { carrier } = carrying(() => 'taken');
    office.work({ mail: carrier });
    await expect.poll(() => office.stateOf(left), PATIENT).toBe('sent');
  });
});
