import type { Figure } from '#bench/figure.ts';
import { careControls, examineCare } from './controls/care.ts';
import { dayFindings } from './controls/day.ts';
import { expiredBlocks, forgottenLock, naiveInsert, ours } from './controls/holders.ts';
import {
  besideTheAct,
  examineLetters,
  inOrder,
  type LettersFound,
  sentBeforeItGoes,
  tickedOffFirst,
} from './controls/letters.ts';
import { examine, type Found } from './controls/rush.ts';
import { dayStampede } from './day-stampede.ts';
import type { Aftermath } from './kill/aftermath.ts';
import { killing } from './kill.ts';
import { syncing } from './tablet.ts';

/** Red is right: the check must find at least one in the defective way, and none in ours where it looked there too. */
const red = (name: string, found: number, unit: string, inOurs: number | null): Figure => ({
  ...{ name: `control-${name}`, value: found, unit, ratio: null },
  ...{ peer: inOurs === null ? null : 'ours', peerValue: inOurs },
  target: '>=1',
  pass: found >= 1 && (inOurs ?? 0) === 0,
});

/** A database that answers before it wrote: what it acknowledged last is gone after a kill, and so are its looks. */
const asynchronousCommit = (): Promise<Aftermath> => {
  const settings = { synchronous_commit: 'off', wal_writer_delay: '10s' };
  return killing({ rounds: 2, victims: ['database'], placers: 20, settings });
};

/** What the check of messages finds in our order of doing things, and in three wrong ones. */
export const letterFindings = async (): Promise<
  Readonly<Record<'ours' | 'beside' | 'ticked' | 'early', LettersFound>>
> => ({
  ours: await examineLetters(inOrder),
  beside: await examineLetters(besideTheAct),
  ticked: await examineLetters(tickedOffFirst),
  early: await examineLetters(sentBeforeItGoes),
});

/** What the checks find in the house and in three ways of holding that each leave something out. */
export const findings = async (): Promise<
  Readonly<Record<'ours' | 'naive' | 'lock' | 'expired', Found>>
> => ({
  ours: await examine(ours),
  naive: await examine(naiveInsert),
  lock: await examine(forgottenLock),
  expired: await examine(expiredBlocks),
});

/** What the kill run finds where people are handed over and something is wrong; without a defect it finds nothing. */
const careFigures = async (): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const [name, control] of Object.entries(careControls))
    figures.push(red(name, await examineCare(control), 'findings', null));
  return figures;
};

/** So many people fill a room enough for each defect. */
const ROOM = 16;

/** What the judge of chairs and nurses finds of each promise too many, and the check of the tablet in two wrong manners. */
const dayFigures = async (): Promise<Figure[]> => {
  let figures: Figure[] = [];
  await dayStampede(ROOM, async (room) => {
    const { ours, found } = await dayFindings(room);
    figures = Object.entries(found).map(([name, times]) => red(`day-${name}`, times, 'promises', ours));
  });
  const [forgets, anew] = [await syncing('forgets', 4), await syncing('writes-anew', 4)];
  return [
    ...figures,
    red('tablet-forgets', forgets.lost, 'acts', null),
    red('tablet-writes-anew', anew.extra, 'acts', null),
  ];
};

/** Defects planted on purpose, each of which the torture must find. */
export const run = async (): Promise<Figure[]> => {
  const found = await findings();
  const letters = await letterFindings();
  const unwritten = await asynchronousCommit();
  return [
    red('naive-insert', found.naive.doubles, 'beds', found.ours.doubles),
    red('forgotten-lock', found.lock.errors, 'answers', found.ours.errors),
    red('expired-hold-blocks', found.expired.blocked, 'beds', found.ours.blocked),
    red('message-beside-the-act', letters.beside.phantom, 'messages', letters.ours.phantom),
    red('diary-ticked-off-first', letters.ticked.lost, 'messages', letters.ours.lost),
    red('sent-before-it-goes', letters.early.lost, 'messages', letters.ours.lost),
    red('asynchronous-commit', unwritten.lost, 'commands', null),
    red('asynchronous-look', unwritten.log.unlogged, 'looks', null),
    ...(await careFigures()),
    ...(await dayFigures()),
  ];
};
