import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { readRegion } from '#modules/region/index.ts';
import type { Professional } from '#modules/region/types.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { TEST_KEY } from '#platform/postgres/test-database.ts';
import { ask as send } from './acts.ts';
import { bedsThatFit, looksAt } from './beds.ts';
import { catchUp } from './catch-up.ts';
import { startPracticeClock } from './clock.ts';
import { type Living, openLiving } from './living.ts';
import { personOf } from './people.ts';
import { type MadeRegion, madeRegion } from './practice.fixture.ts';
import { openCast, PROFESSIONALS } from './professionals.ts';
import { UNITS } from './sites.ts';
import { liveStage } from './stage.ts';
import { storyFor } from './stories.ts';

const START = Date.parse('2026-11-24T08:10:00Z');
const LONG = 240_000;

let made: MadeRegion;
let database: Database;
let living: Living;
let now: Instant = START;
const refused: string[] = [];

const region = () =>
  database.transaction({ actor: 'test', organisationId: null }, (tx) => readRegion(tx, now));
const stateOf = async (id: string) =>
  (await made.ask<{ state: string }>('select state from placement_request where id = $1', [id]))[0]?.state;

beforeAll(async () => {
  // Five days behind it are enough to live on.
  made = await madeRegion(START, 5);
  database = openDatabase(made.url, 2, TEST_KEY);
  living = openLiving({
    database,
    regionOf: (tx) => readRegion(tx, now),
    seed: 2026,
    committed: () => undefined,
    refused: (refusal) => refused.push(refusal.code),
  });
}, LONG);
afterAll(async () => {
  await database.close();
  await made.drop();
});

const signIn = async (who: Professional): Promise<void> => {
  await made.ask(
    'insert into platform_session (token_hash, professional_id, began_at, seen_at) values ($1, $2, $3, $3)',
    [`session of ${who.name}`, who.id, new Date(now)],
  );
};

/** A GP asks a ward that has a nurse of its own for a bed, as the screen would. */
const sendAs = async (by: Professional, n: number): Promise<{ id: string; nurse: Professional }> => {
  const known = await region();
  const nurses = PROFESSIONALS.filter((each) => each.role === 'ward' && each.unitId !== null);
  const wards = nurses.flatMap((each) => each.unitId ?? []);
  const looks = await database.transaction({ actor: 'test', organisationId: null }, (tx) =>
    looksAt(tx, known, wards, now),
  );
  const wanted = { needs: [], from: now, pc4: '9401' };
  const [bed] = (['elv-high', 'elv-low'] as const).flatMap((product) =>
    bedsThatFit(looks.values(), { ...wanted, product }, known).map((each) => ({ ...each, product })),
  );
  const nurse = nurses.find((each) => each.unitId === bed?.unitId);
  if (bed === undefined || nurse === undefined) throw new Error('no bed anywhere');
  const world = {
    stage: liveStage(
      database,
      async () => known,
      () => undefined,
    ),
    cast: openCast(UNITS),
    nextPlaces: async () => [],
  };
  const story = { ...storyFor(() => 0, bed.product, 'female'), needs: [] };
  const question = {
    by,
    person: personOf(2026, 9_000 + n),
    story,
    origin: 'home' as const,
    wantedFrom: now,
    placeIds: [bed.placeId],
  };
  const sent = await send(world, now, question);
  if (!sent.ok) throw new Error(sent.refusal.code);
  return { id: sent.value.request.id, nurse };
};

const gp = PROFESSIONALS.find((each) => each.role === 'gp') as Professional;

describe('the clock of the practice region', () => {
  it('lets a hundred things happen and more, all of them as they should', { timeout: LONG }, async () => {
    const rules = [
      'answerOwn',
      'arrival',
      'linkSpeaks',
      'deskLooks',
      'mayAsk',
      'small',
      'dayGives',
      'dayAsks',
      'dayPlans',
    ];
    const happened = new Map<string, number>();
    // Chance decides when each rule has its turn: on until all had theirs.
    for (let n = 0; n < 100 || (n < 400 && !rules.every((rule) => happened.has(rule))); n++) {
      now += 30_000;
      const what = (await living.step(now)) ?? 'nothing';
      happened.set(what, (happened.get(what) ?? 0) + 1);
      if (n % 25 !== 24) continue;
      const open = await made.count(
        "select 1 from placement_request where state in ('searching', 'offered', 'accepted')",
      );
      expect(open).toBeGreaterThanOrEqual(4);
      expect(open).toBeLessThanOrEqual(12);
    }
    expect(refused).toEqual([]);
    expect(happened.has('nothing')).toBe(false);
    expect([...happened.keys()]).toEqual(expect.arrayContaining(rules));
    await made.expectSound();
    const found = await made.phases(now);
    for (const phase of ['old', 'too-old'] as const) expect(found).toContain(phase);
    expect(found.filter((phase) => phase === 'fresh').length).toBeGreaterThan(10);
  });

  it('lets a visitor hear a yes within minutes', { timeout: LONG }, async () => {
    await signIn(gp);
    now += MINUTE;
    const { id } = await sendAs(gp, 1);
    for (const sent = now; now <= sent + 4 * MINUTE; now += 20_000) await living.step(now);
    expect(await stateOf(id)).toBe('accepted');
    const [yes] = await made.ask<{ seconds: number }>(
      "select extract(epoch from answered_at - sent_at)::integer as seconds from placement_offer where request_id = $1 and state = 'accepted'",
      [id],
    );
    expect(yes?.seconds).toBeGreaterThanOrEqual(60);
    expect(yes?.seconds).toBeLessThanOrEqual(180);
  });

  it('leaves a question for ten minutes to the visitor whose ward could answer it', {
    timeout: LONG,
  }, async () => {
    const { id, nurse } = await sendAs(gp, 2);
    await signIn(nurse);
    const sent = now;
    for (; now < sent + 9 * MINUTE; now += MINUTE) await living.step(now);
    expect(await stateOf(id)).toBe('offered');
    for (; now < sent + 14 * MINUTE; now += 30_000) await living.step(now);
    expect(await stateOf(id)).toBe('accepted');
  });

  it('catches up with hours in which the house was closed, and leaves what a visitor asked alone', {
    timeout: LONG,
  }, async () => {
    const [before] = await made.ask<{ id: string; state: string }>(
      "select id, state from placement_request where referrer_actor = $1 and state = 'accepted' order by sent_at desc limit 1",
      [gp.id],
    );
    const lines = await made.count('select 1 from platform_diary');
    now += 14 * HOUR;
    const happened = await catchUp(
      living,
      () => now,
      () => false,
    );
    expect(happened).toBeGreaterThan(60);
    expect(await made.count('select 1 from platform_diary')).toBeGreaterThan(lines + 60);
    expect(await made.count('select 1 from platform_diary where at > $1', [new Date(now)])).toBe(0);
    expect(await stateOf(before?.id ?? '')).toBe('accepted');
    expect(refused).toEqual([]);
    await made.expectSound();
    expect((await made.phases(now)).filter((phase) => phase === 'fresh').length).toBeGreaterThan(8);
  });

  it('has nothing to catch up a minute later, and stops when it is told to', { timeout: LONG }, async () => {
    now += MINUTE;
    expect(
      await catchUp(
        living,
        () => now,
        () => false,
      ),
    ).toBe(0);
    const before = await made.count('select 1 from platform_diary');
    const faults: unknown[] = [];
    const parts = {
      database,
      regionOf: (tx: Parameters<typeof readRegion>[0]) => readRegion(tx, now),
      seed: 1,
    };
    let told: (() => void) | null = null;
    const somethingHappened = new Promise<void>((resolve) => {
      told = resolve;
    });
    const clock = startPracticeClock({
      ...parts,
      clock: { now: () => now },
      report: (fault) => faults.push(fault),
      committed: () => told?.(),
    });
    await somethingHappened;
    await clock.stop();
    const after = await made.count('select 1 from platform_diary');
    expect(after).toBeGreaterThan(before);
    expect(await made.count('select 1 from platform_diary')).toBe(after);
    expect(faults).toEqual([]);
  });
});
