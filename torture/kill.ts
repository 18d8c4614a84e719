import { setTimeout as wait } from 'node:timers/promises';
import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { seeded } from '#kernel/seeded.ts';
import type { Cut } from '#platform/access-log/chain.ts';
import { checkpointNow } from '#platform/access-log/verify.ts';
import type { Board } from '#tower/contract.ts';
import { openGate } from './house/gate.ts';
import { asOwner } from './house/judge.ts';
import { bedFactsIn, boardDiffers } from './house/judge-board.ts';
import { type Aftermath, followed, judge, onLog } from './kill/aftermath.ts';
import type { Placing } from './kill/hands.ts';
import { kill, VICTIMS, type Victim } from './kill/kills.ts';
import { openLedger } from './kill/ledger.ts';
import { openLooks } from './kill/looks.ts';
import { keepMornings } from './kill/mornings.ts';
import { keepPlacing } from './kill/placer.ts';
import { openScene, type Scene } from './kill/scene.ts';
import { keepTurning } from './kill/turning.ts';
import { keepWard } from './kill/warden.ts';

/** A defect as it is planted in the tables: before anything happens, or each time before somebody looks at the board. */
export interface Planted {
  readonly when: 'before' | 'at each look';
  readonly sql: string;
}

/** How often and what is killed, and under which settings of the database. */
export interface Killing {
  readonly rounds: number;
  readonly victims?: readonly Victim[];
  readonly placers?: number;
  readonly settings?: Readonly<Record<string, string>>;
  readonly planted?: Planted;
}

/** So much work between two kills, at least and at most. */
const WORK_MS: readonly [number, number] = [500, 1_500];
/** What the board has not heard by then, it has missed; a defect planted on purpose is waited for shortly. */
const HEARD_MS = 30_000;
const AGAIN_MS = 100;
const MISSED_MS = 3_000;

const plant = async (scene: Scene, planted: Planted | undefined, when: Planted['when']): Promise<void> => {
  if (planted?.when === when) await asOwner(scene.database.url, (client) => client.query(planted.sql));
};

/** Lays the board as it is served beside the facts; what it hears a moment later, it hears. */
const compareBoard = async (scene: Scene, patience: number): Promise<string[]> => {
  const end = performance.now() + patience;
  for (;;) {
    const { status, body } = await scene.caller.ask({
      method: 'GET',
      path: '/board',
      token: scene.tokens.asker,
    });
    const board = body as unknown as Board;
    const found =
      status === 200
        ? boardDiffers(await bedFactsIn(scene.database.url), board)
        : [`the board was answered with ${status}`];
    if (found.length === 0 || performance.now() > end) return found;
    await wait(AGAIN_MS);
  }
};

/** While nobody asks anything; what is planted for this moment comes once the board has heard all that was before. */
const lookAtBoard = async (scene: Scene, planted: Planted | undefined): Promise<string[]> => {
  const found = await compareBoard(scene, HEARD_MS);
  if (planted?.when !== 'at each look' || found.length > 0) return found;
  await plant(scene, planted, 'at each look');
  return compareBoard(scene, MISSED_MS);
};

/** Everybody who does something, until it is over. */
const setGoing = (placing: Placing, url: string, placers: number): Promise<unknown> =>
  Promise.all([
    ...Array.from({ length: placers }, (_, i) => keepPlacing(placing, `p${i}`)),
    keepWard(placing, 0),
    keepWard(placing, 1),
    keepTurning(placing),
    keepMornings(placing, url),
  ]);

/** Kills again and again under people who place; afterwards the books must be right to the line. */
export const killing = async (how: Killing): Promise<Aftermath> => {
  const scene = await openScene(how.settings ?? {});
  const { database, house, planted } = { ...scene, planted: how.planted };
  await plant(scene, planted, 'before');
  const books = { ledger: openLedger(), looks: openLooks(), boards: [] as string[][] };
  const { ledger } = books;
  const gate = openGate(scene.caller);
  const chance = seeded(2026);
  let over = false;
  let checkpoint: readonly Cut[] = [];
  const placing = { ...scene, ...books, caller: gate.caller, chance, isOver: () => over };
  const going = setGoing(placing, database.url, how.placers ?? 50);
  const victims = how.victims ?? VICTIMS;
  for (let round = 0; round < how.rounds; round++) {
    await wait(WORK_MS[0] + chance() * (WORK_MS[1] - WORK_MS[0]));
    checkpoint = await onLog(database.url, checkpointNow);
    ledger.killed();
    kill(victims[round % victims.length] ?? 'server', house, database);
    await ledger.recovered();
    books.boards.push(await gate.still(() => lookAtBoard(scene, planted)));
  }
  over = true;
  await going;
  await followed(database.url, ledger);
  scene.caller.close();
  await house.stop();
  const aftermath = await judge(database.url, { ...books, checkpoint });
  await scene.end();
  return aftermath;
};

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.POSITIVE_INFINITY;

const tell = (after: Aftermath): void => {
  const { strange, handoverFaults, careFaults, wardFaults, outlookFaults, boardFaults } = after;
  for (const [kind, found] of Object.entries({
    strange,
    handoverFaults,
    careFaults,
    wardFaults,
    outlookFaults,
    boardFaults,
  }))
    for (const what of new Set(found)) console.error(`${kind}: ${what}`);
};

/** Server, database and both in turn, seven times each: nothing acknowledged is lost, nothing done twice. */
export const run = async (rounds = 21): Promise<Figure[]> => {
  const after = await killing({ rounds });
  tell(after);
  return [
    atLeast('kill-acknowledged', after.acknowledged, 'commands', 10 * rounds),
    atMost('kill-lost', after.lost, 'commands', 0),
    atMost('kill-doubles', after.doubles, 'beds', 0),
    atMost('kill-second-effects', after.secondEffects + after.doneAllTheSame, 'commands', 0),
    atMost('kill-diary-gaps', after.diaryGaps, 'lines', 0),
    atLeast('kill-handed', after.handed, 'commands', 5 * rounds),
    atMost('kill-handover-faults', after.handoverFaults.length, 'handovers', 0),
    atMost('kill-care-faults', after.careFaults.length, 'stays', 0),
    atMost('kill-ward-faults', after.wardFaults.length, 'commands', 0),
    atLeast('kill-ahead', after.ahead, 'commands', 5 * rounds),
    atMost('kill-outlook-faults', after.outlookFaults.length, 'findings', 0),
    atLeast('kill-boards', after.boards, 'boards', rounds),
    atMost('kill-board-faults', after.boardFaults.length, 'lines', 0),
    atLeast('kill-looks', after.log.told, 'looks', 10 * rounds),
    atMost('kill-unlogged', after.log.unlogged, 'looks', 0),
    atMost('kill-log-orphans', after.log.orphans, 'lines', 0),
    atMost('kill-chain-faults', after.chainFaults, 'findings', 0),
    atMost('kill-strange', after.strange.length, 'answers', 0),
    atMost('kill-recovery-p50', at(after.silences, 0.5), 'ms', 5_000),
    atMost('kill-recovery-p95', at(after.silences, 0.95), 'ms', 5_000),
    atMost('kill-recovery-max', at(after.silences, 1), 'ms', 10_000),
  ];
};
