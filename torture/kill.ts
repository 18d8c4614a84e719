import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { makeSmallRegion } from '#demo/small.ts';
import { seeded } from '#kernel/seeded.ts';
import { type Cut, chainKey } from '#platform/access-log/chain.ts';
import { sealAll } from '#platform/access-log/sealer.ts';
import { checkpointNow, verifyLog } from '#platform/access-log/verify.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { startPostgres } from '#platform/postgres/index.ts';
import { openCaller, signIn } from './house/caller.ts';
import {
  asOwner,
  careGapsIn,
  diaryGapsIn,
  doneAllTheSameIn,
  doublesIn,
  lostIn,
  secondEffectsIn,
} from './house/judge.ts';
import { keepHouse } from './house/keeper.ts';
import { HOUSE_KEY } from './house/key.ts';
import { kill, VICTIMS, type Victim } from './kill/kills.ts';
import { type Ledger, openLedger } from './kill/ledger.ts';
import { type Logged, type LooksLedger, openLooks } from './kill/looks.ts';
import { keepPlacing } from './kill/placer.ts';

/** How often and what is killed, and under which settings of the database. */
export interface Killing {
  readonly rounds: number;
  readonly victims?: readonly Victim[];
  readonly placers?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

/** What was left after the kills. */
export interface Aftermath {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubles: number;
  readonly secondEffects: number;
  readonly doneAllTheSame: number;
  readonly diaryGaps: number;
  /** Stays with an instant at which not exactly one organisation is responsible. */
  readonly careGaps: number;
  readonly log: Logged;
  /** What is found along the chains of the log, against a checkpoint from before the last kill. */
  readonly chainFaults: number;
  /** Answers nobody can do anything with. */
  readonly strange: readonly string[];
  /** Milliseconds without service, per kill. */
  readonly silences: readonly number[];
}

/** So much work between two kills, at least and at most. */
const WORK_MS: readonly [number, number] = [500, 1_500];
/** What happens by itself after a departure has happened by then. */
const SETTLE_MS = 2_000;
const FOLLOWED_MS = 60_000;

const CHAIN = chainKey(HOUSE_KEY);

/** Does the work on the database, as the house would. */
const onLog = async <T>(url: string, work: (database: Database) => Promise<T>): Promise<T> => {
  const database = openDatabase(url, 2);
  const done = await work(database);
  await database.close();
  return done;
};

/** What is wrong with the chains, once what was open when the house ended is sealed too. */
const chainFaultsIn = (url: string, checkpoint: readonly Cut[]): Promise<number> =>
  onLog(url, async (database) => {
    await sealAll(database, CHAIN);
    return (await verifyLog(database, CHAIN, checkpoint)).findings.length;
  });

/** What clients were told, by whom they were shown, and where the chains stood. */
interface Books {
  readonly ledger: Ledger;
  readonly looks: LooksLedger;
  readonly checkpoint: readonly Cut[];
}

const judge = async (url: string, { ledger, looks, checkpoint }: Books): Promise<Aftermath> => {
  const { sent, accepted, arrived, left } = ledger.told;
  return {
    acknowledged: sent.length + accepted.length + arrived.length + left.length,
    lost: await lostIn(url, ledger.told),
    doubles: await doublesIn(url),
    secondEffects: await secondEffectsIn(url),
    doneAllTheSame: await doneAllTheSameIn(url, ledger.told),
    diaryGaps: await diaryGapsIn(url),
    careGaps: await careGapsIn(url),
    log: await looks.judge(url),
    chainFaults: await chainFaultsIn(url, checkpoint),
    strange: ledger.strange,
    silences: ledger.silences.toSorted((a, b) => a - b),
  };
};

/** A stay begins and ends by itself, a moment after its bed; what is not there after a minute is lost. */
const followed = async (url: string, { told }: Ledger): Promise<void> => {
  const end = performance.now() + FOLLOWED_MS;
  while (performance.now() < end && (await lostIn(url, told)) > 0) await wait(SETTLE_MS / 4);
};

/** Kills again and again under people who place; afterwards the books must be right to the line. */
export const killing = async (how: Killing): Promise<Aftermath> => {
  const folder = await mkdtemp(join(tmpdir(), 'vt-kill-'));
  const settings = { shared_buffers: '64MB', ...how.settings };
  const database = await startPostgres({ dataDir: folder, settings });
  await migrate(database.url);
  const small = await makeSmallRegion(database.url, { now: Date.now(), placesPerUnit: 40 });
  const house = await keepHouse(database.url);
  const caller = openCaller(house.port, 64);
  const [asker, north, south] = await Promise.all(
    [small.gp, ...small.wards].map((who) => signIn(caller, who.id)),
  );
  const tokens = { asker: asker ?? '', wards: [north ?? '', south ?? ''] as const };
  // Who is signed in is not what is tried here: it stands on disk before the first kill.
  await asOwner(database.adminUrl, (client) => client.query('checkpoint'));
  const ledger = openLedger();
  const looks = openLooks();
  const chance = seeded(2026);
  let over = false;
  let checkpoint: readonly Cut[] = [];
  const placing = { caller, small, tokens, ledger, looks, chance, isOver: () => over };
  const placers = Array.from({ length: how.placers ?? 50 }, (_, i) => keepPlacing(placing, `p${i}`));
  const victims = how.victims ?? VICTIMS;
  for (let round = 0; round < how.rounds; round++) {
    await wait(WORK_MS[0] + chance() * (WORK_MS[1] - WORK_MS[0]));
    checkpoint = await onLog(database.url, checkpointNow);
    ledger.killed();
    kill(victims[round % victims.length] ?? 'server', house, database);
    await ledger.recovered();
  }
  over = true;
  await Promise.all(placers);
  await wait(SETTLE_MS);
  await followed(database.url, ledger);
  caller.close();
  await house.stop();
  const aftermath = await judge(database.url, { ledger, looks, checkpoint });
  await database.stop();
  await rm(folder, { recursive: true, force: true });
  return aftermath;
};

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.POSITIVE_INFINITY;

/** Server, database and both in turn, seven times each: nothing acknowledged is lost, nothing done twice. */
export const run = async (rounds = 21): Promise<Figure[]> => {
  const after = await killing({ rounds });
  for (const what of new Set(after.strange)) console.error(`strange: ${what}`);
  return [
    atLeast('kill-acknowledged', after.acknowledged, 'commands', 10 * rounds),
    atMost('kill-lost', after.lost, 'commands', 0),
    atMost('kill-doubles', after.doubles, 'beds', 0),
    atMost('kill-second-effects', after.secondEffects + after.doneAllTheSame, 'commands', 0),
    atMost('kill-diary-gaps', after.diaryGaps, 'lines', 0),
    atLeast('kill-looks', after.log.told, 'looks', 10 * rounds),
    atMost('kill-unlogged', after.log.unlogged, 'looks', 0),
    atMost('kill-log-orphans', after.log.orphans, 'lines', 0),
    atMost('kill-care-gaps', after.careGaps, 'stays', 0),
    atMost('kill-chain-faults', after.chainFaults, 'findings', 0),
    atMost('kill-strange', after.strange.length, 'answers', 0),
    atMost('kill-recovery-p50', at(after.silences, 0.5), 'ms', 5_000),
    atMost('kill-recovery-p95', at(after.silences, 0.95), 'ms', 5_000),
    atMost('kill-recovery-max', at(after.silences, 1), 'ms', 10_000),
  ];
};
