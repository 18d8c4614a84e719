import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '#kernel/calendar.ts';
import { ok } from '#kernel/result.ts';
import { anyActs, STARTS } from './acts.fixture.ts';
import { follow } from './history.fixture.ts';
import { ourStays, type StayDecisions } from './pure-beds.fixture.ts';
import { openPureStays } from './pure-world.fixture.ts';

/** `MODEL_RUNS` makes it look longer; a failure prints its seed, its path and the shortest history that fails. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 300);
const anyStart = fc.constantFrom(...STARTS);

const promise = (decide: StayDecisions) =>
  fc.asyncProperty(anyStart, anyActs(60), (start, acts) => follow(openPureStays(start, decide), start, acts));

it('any history of stays keeps every promise, in memory', { timeout: 600_000 }, async () => {
  await fc.assert(promise(ourStays), { numRuns: RUNS });
});

/** Decisions with one thing wrong in each. */
const planted: Readonly<Record<string, Partial<StayDecisions>>> = {
  'the bed is free as soon as the departure is planned': {
    decideExpectedEnd: (claim, there, end, now) => {
      const moved = ourStays.decideExpectedEnd(claim, there, end, now);
      return moved.ok ? ok({ ...moved.value, claim: { ...moved.value.claim, leftAt: now } }) : moved;
    },
  },
  'who left is moved to another bed': {
    decideMove: (claim, target, ids, now) =>
      ourStays.decideMove({ ...claim, leftAt: null }, target, ids, now),
  },
  'a cancelled plan keeps its bed': { frees: false },
  'the ninth day is nine times twenty-four hours later': {
    lengthOf: (pathway, courses, extensions) => {
      const length = ourStays.lengthOf(pathway, courses, extensions);
      return { ...length, lastDay: plusDays(length.lastDay, 'days' in pathway.most ? 1 : 0) };
    },
  },
  'the night in which the clock goes back costs a day': {
    lengthOf: (pathway, courses, extensions) => {
      const length = ourStays.lengthOf(pathway, courses, extensions);
      const over = length.from <= '2026-10-25' && length.lastDay > '2026-10-25';
      return { ...length, lastDay: over ? plusDays(length.lastDay, -1) : length.lastDay };
    },
  },
  'longer needs no decision': { decideEnd: () => ok(null) },
  'anybody decides that somebody stays longer': { decideExtension: () => ok(null) },
  'a care of another kind does not count anew': {
    lengthOf: (pathway, courses, extensions) => ourStays.lengthOf(pathway, courses.slice(0, 1), extensions),
  },
  'responsibility ends when somebody leaves': { keepsCare: false },
  'who confirms early is responsible while somebody is still here': {
    passesAt: (_, handover) => handover.receivedAt,
  },
  'who confirms late was responsible all the time': {
    passesAt: (stay) => stay.endedAt,
  },
  'a second version drops what the first one said': {
    withWritten: (_, now) => ourStays.withWritten({}, now),
  },
  'what was sent is written over when it is sent again': { appends: false },
  'a handover that was received is sent again': {
    handoverStep: (from, act) => ourStays.handoverStep(from === 'received' ? 'sent' : from, act),
  },
  'one may be away twice': {
    decideAway: (stay, _, wanted, now) => ourStays.decideAway(stay, [], wanted, now),
  },
};

describe('a defect planted on purpose is found:', () => {
  it.each(Object.keys(planted))('%s', { timeout: 120_000 }, async (name) => {
    const wrong = promise({ ...ourStays, ...planted[name] });
    const found = await fc.check(wrong, { numRuns: 3_000, seed: 2026, endOnFailure: true });
    expect(found.failed).toBe(true);
  });
});
