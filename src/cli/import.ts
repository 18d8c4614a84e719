import { readFile } from 'node:fs/promises';
import { fill } from '#kernel/refusal.ts';
import type { Issue, Plan } from '#kernel/table.ts';
import { regionRefusals } from '#modules/region/index.ts';
import type { Clock } from '#platform/clock.ts';
import { importInto } from '#platform/csv/file.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import { type FileName, fileKinds } from './file-kinds.ts';

/** How a file is brought in from the command line. */
export interface ImportOptions {
  readonly preview: boolean;
  readonly clock: Clock;
}

/** What the command line prints, and whether the file was (or would be) taken over. */
export interface ImportReport {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

const BY_HAND = byHouse('cli');
const MOST_ISSUES = 200;

const lineOf = ({ row, column, what, next }: Issue): string =>
  `rij ${row}${column === '' ? '' : `, ${column}`}: ${what.nl} ${next.nl}`;

const listed = (title: string, issues: readonly Issue[]): string[] =>
  issues.length === 0
    ? []
    : [`${title}: ${issues.length}`, ...issues.slice(0, MOST_ISSUES).map((each) => `  ${lineOf(each)}`)];

const reportOf = (plan: Plan<unknown, unknown>, preview: boolean): ImportReport => {
  const ok = plan.errors.length === 0;
  const verb = !ok ? 'Er is niets overgenomen' : preview ? 'Zou overnemen' : 'Overgenomen';
  return {
    ok,
    lines: [
      `${verb}: ${plan.added.length} nieuw, ${plan.changed.length} gewijzigd, ${plan.same} hetzelfde.`,
      ...listed('Fouten', plan.errors),
      ...listed('Let op', plan.warnings),
    ],
  };
};

/** Brings a file in: all or nothing, again without change. With `preview` it only says what would happen. */
export const importFile = async (
  database: Database,
  name: FileName,
  path: string,
  { preview, clock }: ImportOptions,
): Promise<ImportReport> => {
  const bytes = await readFile(path);
  const importer = { actor: BY_HAND.actor, now: clock.now(), preview };
  const plan = await database.transaction(BY_HAND, (tx) => importInto(tx, fileKinds[name], bytes, importer));
  if (plan.ok) return reportOf(plan.value, preview);
  const text = regionRefusals[plan.refusal.code];
  return {
    ok: false,
    lines: [text.title, text.next].map((sentence) => fill(sentence.nl, plan.refusal.params)),
  };
};
