import { expect, it } from 'vitest';
import { dayFindings } from './controls/day.ts';
import { findings, letterFindings } from './controls.ts';
import { cutting } from './cut.ts';
import { dayStampede } from './day-stampede.ts';
import { duelling } from './edit.ts';
import { killing } from './kill.ts';
import { typing } from './notes.ts';
import { deliver } from './outbox.ts';
import { stampede } from './stampede.ts';
import { syncing } from './tablet.ts';

const PATIENCE = 300_000;

it(
  'fifty who ask for one bed at one moment: one gets it, the others hear that it is gone',
  async () => {
    const went = await stampede(3, 50);
    expect(went).toMatchObject({ rounds: 7, won: 7, doubles: 0, faults: 0, unclear: 0 });
  },
  PATIENCE,
);

it(
  'planners who all give moments in the same half-days: nothing is promised twice, and the judge finds each promise too many',
  async () => {
    let judged: Awaited<ReturnType<typeof dayFindings>> = { ours: 1, found: {} };
    const went = await dayStampede(16, async (room) => {
      judged = await dayFindings(room);
    });
    expect(went).toMatchObject({ people: 16, placed: 16, full: 0, faults: [], errors: 0, winners: 1 });
    const { ours, found } = judged;
    expect(ours).toBe(0);
    for (const [name, times] of Object.entries(found)) expect([name, times > 0]).toEqual([name, true]);
    expect(Object.keys(found)).toHaveLength(9);
  },
  PATIENCE,
);

it(
  'two hundred acts of a tablet over lines that break are there once, and as they were',
  async () => {
    const went = await syncing();
    expect(went).toMatchObject({ acts: 200, lost: 0, changed: 0, extra: 0, wrong: 0 });
    expect(went.cuts).toBeGreaterThan(5);
    expect((await syncing('forgets', 2)).lost).toBeGreaterThan(0);
    expect((await syncing('writes-anew', 2)).extra).toBeGreaterThan(0);
  },
  PATIENCE,
);

it(
  'several type in one note over lines that break, on a server that is killed: no line is lost, none is there twice',
  async () => {
    const went = await typing({ acts: 8, kills: 1 });
    expect(went).toMatchObject({ typed: 48, lost: 0, doubles: 0, unexplained: 0, strange: [] });
    expect(went.cuts).toBeGreaterThan(10);
    expect(went.kills).toBeGreaterThan(0);
    expect(went.beside).toBeGreaterThan(2);
    expect(went.planted.gone.lost).toBeGreaterThan(0);
    expect(went.planted.overwritten.unexplained).toBeGreaterThan(0);
    const careless = await typing({ manners: ['forgets', 'writes-anew'], acts: 5, kills: 0 });
    expect(careless.lost).toBeGreaterThan(0);
    expect(careless.doubles).toBeGreaterThan(0);
  },
  PATIENCE,
);

it(
  'the server, the database and both are killed under people who place: nothing is lost, nothing done twice',
  async () => {
    const after = await killing({ rounds: 3 });
    expect(after).toMatchObject({ lost: 0, doubles: 0, secondEffects: 0, doneAllTheSame: 0, diaryGaps: 0 });
    expect(after).toMatchObject({ log: { unlogged: 0, orphans: 0 }, chainFaults: 0 });
    expect(after).toMatchObject({
      handoverFaults: [],
      careFaults: [],
      wardFaults: [],
      outlookFaults: [],
      boardFaults: [],
      boards: 3,
    });
    expect(after.handed).toBeGreaterThan(10);
    expect(after.ahead).toBeGreaterThan(20);
    expect(after.log.told).toBeGreaterThan(20);
    expect(after.strange).toEqual([]);
    expect(after.silences).toHaveLength(3);
    expect(after.acknowledged).toBeGreaterThan(20);
  },
  PATIENCE,
);

it(
  'an answer that never came is asked for again, and is the same answer',
  async () => {
    const went = await cutting(24);
    expect(went).toEqual({ cuts: 24, secondEffects: 0, lost: 0, diaryGaps: 0, wrongAnswers: [] });
  },
  PATIENCE,
);

it(
  'two editors of one text: one is written, the other is told',
  async () => {
    expect(await duelling(2)).toEqual({ duels: 8, fair: 8, overwritten: 0, unasked: 0 });
  },
  PATIENCE,
);

it(
  'the same checks find what is left out on purpose: lock, constraint, sweeping',
  async () => {
    const found = await findings();
    expect(found.ours).toEqual({ doubles: 0, errors: 0, blocked: 0 });
    expect(found.naive.doubles).toBeGreaterThan(0);
    expect(found.lock.errors).toBeGreaterThan(0);
    expect(found.expired.blocked).toBeGreaterThan(0);
  },
  PATIENCE,
);

it(
  'mail and webhooks arrive under kill, from receivers that were away for a day; nothing of what was rolled back',
  async () => {
    const after = await deliver(1);
    expect(after).toMatchObject({ lost: 0, phantom: 0, changed: 0, dead: 0 });
    expect(after.made).toBeGreaterThan(20);
    expect(after.refused).toBeGreaterThan(0);
  },
  PATIENCE,
);

it(
  'the check of messages finds what is done in the wrong order on purpose',
  async () => {
    const found = await letterFindings();
    expect(found.ours).toEqual({ lost: 0, phantom: 0 });
    expect(found.beside.phantom).toBeGreaterThan(0);
    expect(found.ticked.lost).toBeGreaterThan(0);
    expect(found.early.lost).toBeGreaterThan(0);
  },
  PATIENCE,
);
