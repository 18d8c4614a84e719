import { writeFileSync } from 'node:fs';
import { type Figure, lineOf } from '#bench/figure.ts';
import { remember } from '#bench/history.ts';
import { run as controls } from './controls.ts';
import { run as cut } from './cut.ts';
import { run as dayStampede } from './day-stampede.ts';
import { run as edit } from './edit.ts';
import { run as hoard } from './hoard.ts';
import { run as kill } from './kill.ts';
import { run as logOracle } from './log-oracle.ts';
import { run as misuse } from './misuse.ts';
import { run as notes } from './notes.ts';
import { run as outbox } from './outbox.ts';
import { run as permissions } from './permissions.ts';
import { run as stampede } from './stampede.ts';
import { run as tablet } from './tablet.ts';
import { run as tamper } from './tamper.ts';
import { run as tokens } from './tokens.ts';
import { run as worlds } from './worlds.ts';

/** What is done to the house; each takes how often, when that was asked. */
const tortures: Readonly<Record<string, (rounds?: number) => Promise<Figure[]>>> = {
  stampede,
  'day-stampede': dayStampede,
  tablet,
  notes,
  kill,
  cut,
  edit,
  outbox,
  hoard,
  permissions,
  worlds,
  'log-oracle': logOracle,
  tamper,
  misuse,
  tokens,
  controls: () => controls(),
};

const words = process.argv.slice(2);
const at = words.indexOf('--rounds');
const rounds = at < 0 ? undefined : Number(words.splice(at, 2)[1]);
const unknown = words.filter((word) => !(word in tortures));
if (unknown.length > 0 || (rounds !== undefined && !(rounds >= 1))) {
  console.error(`Usage: npm run torture [--] [${Object.keys(tortures).join(' ')}] [--rounds N]`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, torture] of Object.entries(tortures)) {
  if (words.length > 0 && !words.includes(name)) continue;
  for (const figure of await torture(rounds)) {
    console.log(lineOf(figure));
    figures.push(figure);
  }
}
const sumFile = process.env['SUM_FILE'];
// Who counts the sum checks a commit, on whatever machine and beside whatever else: a time says nothing of the commit
// there. It is told, and judged where somebody asks for it on a quiet machine.
const judged = sumFile === undefined ? figures : figures.filter((figure) => figure.unit !== 'ms');
const failed = judged.filter((figure) => !figure.pass).length;
// And it leaves the tree as it was.
if (sumFile === undefined) remember(figures);
else writeFileSync(sumFile, JSON.stringify({ passed: judged.length - failed, failed }));
process.exitCode = failed > 0 ? 1 : 0;
