import { setTimeout as wait } from 'node:timers/promises';
import { type Cut, chainKey } from '#platform/access-log/chain.ts';
import { sealAll } from '#platform/access-log/sealer.ts';
import { verifyLog } from '#platform/access-log/verify.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { diaryGapsIn, doneAllTheSameIn, doublesIn, lostIn, secondEffectsIn } from '#torture/house/judge.ts';
import { careFaultsIn } from '#torture/house/judge-care.ts';
import { handoverFaultsIn } from '#torture/house/judge-handover.ts';
import { outlookFaultsIn } from '#torture/house/judge-outlook.ts';
import { wardFaultsIn } from '#torture/house/judge-ward.ts';
import { HOUSE_KEY } from '#torture/house/key.ts';
import type { Handed } from './handed.ts';
import type { Ledger } from './ledger.ts';
import type { Logged, LooksLedger } from './looks.ts';
import { toldAhead } from './outlook-told.ts';

/** What was left after the kills. */
export interface Aftermath {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubles: number;
  readonly secondEffects: number;
  readonly doneAllTheSame: number;
  readonly diaryGaps: number;
  /** All that was answered with yes about handovers. */
  readonly handed: number;
  /** What is other of them than was told. */
  readonly handoverFaults: readonly string[];
  /** Stays with an instant at which not exactly one organisation and one doctor are responsible, and the right ones. */
  readonly careFaults: readonly string[];
  /** Moves, shut beds and staff that are not as was told. */
  readonly wardFaults: readonly string[];
  /** All that was answered with yes about looking ahead, and what is other of it than was told. */
  readonly ahead: number;
  readonly outlookFaults: readonly string[];
  /** Times the board was laid beside the facts, once after each kill, and where it said otherwise. */
  readonly boards: number;
  readonly boardFaults: readonly string[];
  readonly log: Logged;
  /** What is found along the chains of the log, against a checkpoint from before the last kill. */
  readonly chainFaults: number;
  /** Answers nobody can do anything with. */
  readonly strange: readonly string[];
  /** Milliseconds without service, per kill. */
  readonly silences: readonly number[];
}

const CHAIN = chainKey(HOUSE_KEY);
const SETTLE_MS = 2_000;
const FOLLOWED_MS = 60_000;

/** Does the work on the database, as the house would. */
export const onLog = async <T>(url: string, work: (database: Database) => Promise<T>): Promise<T> => {
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

/** What clients were told, by whom they were shown, what the boards said, and where the chains stood. */
export interface Books {
  readonly ledger: Ledger;
  readonly looks: LooksLedger;
  readonly boards: readonly (readonly string[])[];
  readonly checkpoint: readonly Cut[];
}

const stepsOf = ({ done }: Handed): number => Object.values(done).reduce((sum, times) => sum + times, 0);

/** Lays the tables beside what was told. */
export const judge = async (
  url: string,
  { ledger, looks, boards, checkpoint }: Books,
): Promise<Aftermath> => {
  const { handed, moved, shut } = ledger;
  const { sent, accepted, arrived, left } = ledger.told;
  const steps = handed.reduce((sum, each) => sum + stepsOf(each), 0);
  const commands = [sent, accepted, arrived, left, moved, shut, shut.filter(({ ended }) => ended)];
  return {
    acknowledged: commands.reduce((sum, each) => sum + each.length, steps),
    lost: await lostIn(url, ledger.told),
    doubles: await doublesIn(url),
    secondEffects: await secondEffectsIn(url),
    doneAllTheSame: await doneAllTheSameIn(url, ledger.told),
    diaryGaps: await diaryGapsIn(url),
    handed: steps,
    handoverFaults: await handoverFaultsIn(url, handed),
    careFaults: await careFaultsIn(url, handed),
    wardFaults: await wardFaultsIn(url, ledger),
    ahead: toldAhead(ledger.outlook),
    outlookFaults: await outlookFaultsIn(url, ledger.outlook),
    boards: boards.length,
    boardFaults: boards.flat(),
    log: await looks.judge(url),
    chainFaults: await chainFaultsIn(url, checkpoint),
    strange: ledger.strange,
    silences: ledger.silences.toSorted((a, b) => a - b),
  };
};

/** A stay begins and ends by itself, a moment after its bed; what is not there after a minute is lost. */
export const followed = async (url: string, { told }: Ledger): Promise<void> => {
  const end = performance.now() + FOLLOWED_MS;
  await wait(SETTLE_MS);
  while (performance.now() < end && (await lostIn(url, told)) > 0) await wait(SETTLE_MS / 4);
};
