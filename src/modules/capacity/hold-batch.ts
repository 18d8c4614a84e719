import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Region } from '#modules/region/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { type KeyedAnswer, keepAnswers, knownAnswers } from '#platform/http/keys.ts';
import { HOLDS_PER_ACCOUNT } from './decide/hoard.ts';
import type { PlaceHeld } from './decide/hold.ts';
import type { Doing } from './doing.ts';
import { type HoldLimit, openHoldLimit } from './hold-limit.ts';
import { type HoldFor, holdPlaces } from './service-hold.ts';
import type { HoldPlace } from './types.ts';

/** A hold as asked at the door, with the key that makes a retry harmless. */
export interface AskedHold {
  readonly actor: Doing['actor'];
  readonly key: string | null;
  readonly hash: string;
  readonly command: HoldPlace;
}

/** What the caller gets once the hold is durable. */
export interface Held {
  readonly claimId: string;
  readonly placeId: string;
  readonly expiresAt: Instant;
}

interface Waiting extends AskedHold {
  readonly answer: (result: Result<Held, Refusal>) => void;
  readonly fail: (error: unknown) => void;
}

const MOST_AT_ONCE = 128;
/** While one batch is written to disk the next is decided; places are locked in one order, so they never wait in a ring. */
const BATCHES = 2;
const TOGETHER = byHouse('holds');

/** Holds asked at the same moment share one transaction and one write to disk; each caller keeps an own answer. */
export interface HoldBatch {
  hold(asked: AskedHold): Promise<Result<Held, Refusal>>;
}

const nameOf = (asked: AskedHold): string => `${asked.actor.id}\n${asked.key ?? ''}`;

/** Answers keys that were used before; what is left is new. Twice the same key in one go: the second waits and asks again. */
const sortByKey = (batch: readonly AskedHold[], known: ReadonlyMap<string, KeyedAnswer>) => {
  const seen = new Set<string>();
  return batch.map((asked): Result<Held, Refusal> | null => {
    if (asked.key === null) return null;
    const earlier = known.get(nameOf(asked));
    if (earlier !== undefined) {
      return earlier.hash === asked.hash
        ? { ok: true, value: earlier.answer as Held }
        : refuse({ code: 'key-reused' });
    }
    if (seen.has(nameOf(asked))) return refuse({ code: 'still-running' });
    seen.add(nameOf(asked));
    return null;
  });
};

/** A refusal may be the caller's own doing: the same hold, sent twice, took the bed while this one waited for it. */
const withLateAnswers = async (
  tx: Tx,
  asked: readonly AskedHold[],
  results: readonly Result<Held, Refusal>[],
): Promise<readonly Result<Held, Refusal>[]> => {
  const refused = asked.filter((each, i) => each.key !== null && results[i]?.ok === false);
  if (refused.length === 0) return results;
  const keys = refused.map((each) => ({ actor: each.actor.id, key: each.key ?? '' }));
  const known = sortByKey(refused, await knownAnswers(tx, keys));
  return results.map((result, i) => known[refused.indexOf(asked[i] as AskedHold)] ?? result);
};

/** Who holds enough already is told so; the others get their turn. */
const holdWithin = async (
  tx: Tx,
  wanted: readonly HoldFor[],
  limit: HoldLimit,
  doing: Doing,
): Promise<Result<PlaceHeld, Refusal>[]> => {
  const refusals = await limit.refusals(tx, wanted, doing.now);
  const within = wanted.filter((_, i) => refusals[i] === null);
  const made = within.length === 0 ? [] : await holdPlaces(tx, within, doing);
  let next = 0;
  return refusals.map((refusal) =>
    refusal === null ? (made[next++] ?? refuse({ code: 'fault' })) : refuse(refusal),
  );
};

const runBatch = async (
  tx: Tx,
  batch: readonly AskedHold[],
  limit: HoldLimit,
  doing: Doing,
): Promise<Result<Held, Refusal>[]> => {
  const keyed = batch.flatMap((asked) =>
    asked.key === null ? [] : [{ actor: asked.actor.id, key: asked.key }],
  );
  const answers = sortByKey(batch, await knownAnswers(tx, keyed));
  const fresh = batch.filter((_, i) => answers[i] === null);
  const wanted: HoldFor[] = fresh.map((asked) => ({ command: asked.command, actor: asked.actor }));
  const results = wanted.length === 0 ? [] : await holdWithin(tx, wanted, limit, doing);
  const held = await withLateAnswers(
    tx,
    fresh,
    results.map((result): Result<Held, Refusal> => {
      if (!result.ok) return result;
      const { claimId, placeId, expiresAt } = result.value.command;
      return { ok: true, value: { claimId, placeId, expiresAt } };
    }),
  );
  const kept = fresh.flatMap((asked, i): KeyedAnswer[] => {
    const result = held[i];
    if (asked.key === null || result?.ok !== true || result.value.claimId !== asked.command.claimId)
      return [];
    return [{ actor: asked.actor.id, key: asked.key, hash: asked.hash, answer: result.value }];
  });
  await keepAnswers(tx, kept, doing.now);
  let next = 0;
  return answers.map((answer) => answer ?? held[next++] ?? refuse({ code: 'fault' }));
};

/** Opens the one place where holds of this process meet; `most`: how many places one account may hold by itself. */
export const openHoldBatch = (
  database: Database,
  now: () => Instant,
  regionOf: (tx: Tx) => Promise<Region>,
  most = HOLDS_PER_ACCOUNT,
): HoldBatch => {
  const limit = openHoldLimit(most);
  let waiting: Waiting[] = [];
  let running = 0;

  const attempt = (batch: readonly AskedHold[]): Promise<Result<Held, Refusal>[]> =>
    database.transaction(TOGETHER, async (tx) => {
      const doing: Doing = {
        actor: { id: TOGETHER.actor, organisationId: '' },
        now: now(),
        region: await regionOf(tx),
      };
      return runBatch(tx, batch, limit, doing);
    });
  const alone = async (each: Waiting): Promise<void> => {
    const [result] = await attempt([each]);
    if (result !== undefined) each.answer(result);
  };
  const fail = async (batch: readonly Waiting[], error: unknown): Promise<void> => {
    if (batch.length === 1) batch[0]?.fail(error);
    else await Promise.all(batch.map((each) => alone(each).catch(each.fail)));
  };
  /** One caller's fault must not become everybody's: after a failed batch each tries by itself. */
  const settle = (batch: readonly Waiting[]): Promise<void> =>
    attempt(batch).then(
      (results) => {
        for (const [i, each] of batch.entries()) each.answer(results[i] ?? refuse({ code: 'fault' }));
      },
      (error: unknown) => fail(batch, error),
    );
  const settleWithin = async (batch: readonly Waiting[]): Promise<void> => {
    limit.enter(batch);
    await settle(batch);
    limit.leave(batch);
  };
  const drain = async (): Promise<void> => {
    running++;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      await settleWithin(batch);
    }
    running--;
  };
  return {
    hold: (asked) =>
      new Promise((answer, fail) => {
        waiting.push({ ...asked, answer, fail });
        if (running < BATCHES) void drain();
      }),
  };
};
