import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '#kernel/interval.ts';
import { ok } from '#kernel/result.ts';
import { anyRules, STARTS } from './acts.fixture.ts';
import { anyHistory, commandsOf, follow, jumpingHistory, PLAIN, regressions } from './histories.fixture.ts';
import { type Decisions, ourDecisions } from './pure-store.fixture.ts';
import { openPureWorld } from './pure-world.fixture.ts';

/** `MODEL_RUNS` makes it look longer; a failure prints its seed, its path and the shortest history that fails. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 1_000);
const anyStart = fc.constantFrom(...STARTS);

const promise = (decide: Decisions) =>
  fc.asyncProperty(anyStart, anyRules, anyHistory(60), (start, rules, commands) =>
    follow(openPureWorld(start, rules, decide), start, commands),
  );

describe('a history that once went wrong', () => {
  it.each(regressions)('$name: $note', async ({ start, rules, acts }) => {
    await follow(openPureWorld(start, rules ?? PLAIN), start, commandsOf(acts));
  });
});

describe('any history of the house, in memory', () => {
  it('keeps every promise', { timeout: 600_000 }, async () => {
    await fc.assert(promise(ourDecisions), { numRuns: RUNS });
  });

  it('has no faults when clocks jump back', { timeout: 600_000 }, async () => {
    const jumps = fc.asyncProperty(anyStart, anyRules, jumpingHistory(60), (start, rules, commands) =>
      follow(openPureWorld(start, rules), start, commands),
    );
    await fc.assert(jumps, { numRuns: RUNS / 4 });
  });
});

describe.each(['UTC', 'Europe/Amsterdam', 'America/New_York'])('on a server in %s', (zone) => {
  const before = process.env['TZ'];
  beforeEach(() => {
    process.env['TZ'] = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('every promise is kept over the night in which the clocks change', { timeout: 600_000 }, async () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    await fc.assert(promise(ourDecisions), { numRuns: RUNS / 10 });
  });
});

/** Decisions with one thing wrong in each. */
const planted: Readonly<Record<string, Partial<Decisions>>> = {
  'a bed is held without looking who has it': {
    decideHold: (_, command, { now }) => {
      const from = Math.max(command.from, 0);
      return ok({ command, during: { from, until: from + 35 * DAY }, madeAt: now });
    },
  },
  'an expired hold stays until somebody sweeps': { sweeps: false },
  'a reservation does not look at its neighbours': {
    decideReserve: (claim, _, arrival, now) => ourDecisions.decideReserve(claim, [], arrival, now),
  },
  'a hold that waits for a choice does not look at its neighbours': {
    decideKeep: (claim, _, wish, now) => ourDecisions.decideKeep(claim, [], wish, now),
  },
  'a hold that waits for a choice runs out as if it did not wait': {
    decideKeep: (claim, others, wish, now) => {
      const kept = ourDecisions.decideKeep(claim, others, wish, now);
      return kept.ok ? ok({ ...kept.value, expiresAt: claim.expiresAt }) : kept;
    },
  },
  'another date keeps the bed for the day that was asked': {
    decideKeep: (claim, others, wish, now) => {
      const arrival = Math.max(claim.during.from, now);
      return ourDecisions.decideKeep(claim, others, { ...wish, arrival }, now);
    },
  },
  'an arrival displaces nobody': {
    decideArrive: (claim, there, at, now) => {
      const arrived = ourDecisions.decideArrive(claim, there, at, now);
      return arrived.ok ? ok({ ...arrived.value, displaced: [] }) : arrived;
    },
  },
  'an arrival may be noted in a time when somebody else was there': {
    decideArrive: (claim, there, at, now) =>
      ourDecisions.decideArrive(claim, { ...there, freeSince: null }, at, now),
  },
  'the bed is freed at the expected end': {
    decideDepart: (claim, at, now) => {
      const left = ourDecisions.decideDepart(claim, at, now);
      return left.ok ? ok({ ...left.value, leftAt: null }) : left;
    },
  },
  'who leaves late leaves the plans behind as they were': {
    decideWaiting: () => ({ later: [], displaced: [] }),
  },
  'a longer stay displaces nobody': {
    decideExpectedEnd: (claim, there, end, now) => {
      const changed = ourDecisions.decideExpectedEnd(claim, there, end, now);
      return changed.ok ? ok({ ...changed.value, displaced: [] }) : changed;
    },
  },
  'a move does not look who is there': {
    decideMove: (claim, target, ids, now) =>
      ourDecisions.decideMove(claim, { ...target, claims: [] }, ids, now),
  },
};

describe('a defect planted on purpose is found:', () => {
  it.each(Object.keys(planted))('%s', { timeout: 120_000 }, async (name) => {
    const decide = { ...ourDecisions, ...planted[name] };
    const known = await Promise.allSettled(
      regressions.map(({ start, rules, acts }) =>
        follow(openPureWorld(start, rules ?? PLAIN, decide), start, commandsOf(acts)),
      ),
    );
    const isKnown = known.some((each) => each.status === 'rejected');
    const found = isKnown || (await fc.check(promise(decide), { numRuns: 3_000, seed: 2026 })).failed;
    expect(found).toBe(true);
  });
});
