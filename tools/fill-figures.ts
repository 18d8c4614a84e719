import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '#bench/figure.ts';

/** Fills the table of measured figures in README.md with the last run of each in bench/history.json. `node tools/fill-figures.ts` */

const README = join(import.meta.dirname, '../README.md');
const HISTORY = join(import.meta.dirname, '../bench/history.json');

/** In this order, in the words of a reader; what has no words here is not shown. */
const WORDS: Readonly<Record<string, string>> = {
  board: 'open the board, 3,000 places',
  'board-wire': '… on the wire',
  'board-p50': '… half of them within',
  find: 'find fitting places among 60,000',
  'find-with-reasons': '… with why not for the others',
  hold: 'hold, durable, 64 rivals, at the service',
  'hold-http': '… over HTTP',
  'hold-p99': '… 99 % within',
  'hold-doubles': '… given twice',
  'feed-commits': 'changes, 32 callers, 1,000 open screens',
  'feed-p99': '… 99 % on screen within',
  'feed-deliveries': '… messages that arrive',
  'feed-missed': '… missed',
  'feed-memory': '… most memory of the server',
  'stay-ward': 'page of a ward, 60 beds with timeline',
  'stay-seen': 'a stay with 500 observations',
  'stay-forecast': 'who leaves this week, 3,000 beds',
  'stampede-winners': 'stampede, 50 callers for one bed a round: winners',
  'stampede-doubles': '… given twice',
  'stampede-5xx': '… answers of the 500s',
  'kill-acknowledged': 'kill -9 of server and database under 50 callers: answered commands',
  'kill-lost': '… of which lost',
  'kill-doubles': '… given twice',
  'kill-recovery-p95': '… back within, 95 %',
  'cut-second-effects': 'answers cut off and sent again: second effects',
  'edit-overwritten': 'two editors: changes overwritten unseen',
};

const last = new Map<string, Figure>();
for (const { figures } of JSON.parse(readFileSync(HISTORY, 'utf8')) as { figures: Figure[] }[])
  for (const figure of figures) last.set(figure.name, figure);

const rows = Object.entries(WORDS).flatMap(([name, words]) => {
  const figure = last.get(name);
  return figure === undefined ? [] : [row(words, figure)];
});
const table = ['| what | measured | peer | ratio | target | |', '|---|---|---|---|---|---|', ...rows].join(
  '\n',
);
const [head = '', rest = ''] = readFileSync(README, 'utf8').split('## Measured\n');
writeFileSync(README, `${head}## Measured\n${rest.replace(/(?:^\|.*\n)+/m, `${table}\n`)}`);

function row(words: string, { value, unit, peer, peerValue, ratio, target, pass }: Figure): string {
  const beside = peer === null || peerValue === null ? '' : `${peer}: ${short(peerValue)} ${unit}`;
  const aim = target.replace(/^([<>])=/, (_, way: string) => (way === '<' ? '≤ ' : '≥ ')).replace(/x$/, '×');
  const met = pass ? '✔' : '**not met**';
  return `| ${words} | ${short(value)} ${unit} | ${beside} | ${ratio === null ? '' : `${short(ratio)}×`} | ${aim} | ${met} |`;
}

function short(value: number): string {
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(3)));
}
