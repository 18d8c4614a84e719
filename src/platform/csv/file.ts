import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Plan, Table } from '#kernel/table.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Columns, type FileCode, readFile } from './read.ts';
import { writeSheet } from './sheet.ts';
import { writeTable } from './write.ts';

/** In whose name a file is brought in, when, and whether only to look what it would do. */
export interface Importer {
  readonly actor: string;
  readonly now: Instant;
  readonly preview: boolean;
}

/** Somebody who brings in what is their own organisation's. */
export interface OwnImporter extends Importer {
  readonly organisationId: string;
}

/** A list that can be brought in as a file. */
export interface Incoming<By extends Importer = Importer> {
  readonly name: string;
  readonly columns: Columns;
  /** Plans the import, and does it when nothing is wrong and it is no preview: all or nothing. */
  bringIn(tx: Tx, table: Table, importer: By): Promise<Plan<unknown, unknown>>;
}

/** A list of the region that can be brought in and taken out as a file. */
export interface FileKind extends Incoming {
  /** The list as it stands, in the order of the columns. */
  takeOut(tx: Tx): Promise<readonly (readonly string[])[]>;
}

/** Brings a file in; refused when it cannot be read as a whole, else the plan with what is wrong per row. */
export const importInto = async <By extends Importer>(
  tx: Tx,
  kind: Incoming<By>,
  bytes: Uint8Array,
  importer: By,
): Promise<Result<Plan<unknown, unknown>, Refusal<FileCode>>> => {
  const table = await readFile(bytes, kind.columns);
  return table.ok ? ok(await kind.bringIn(tx, table.value, importer)) : table;
};

/** The list as a file that can be brought in again without change. */
export const exportFrom = async (tx: Tx, kind: FileKind): Promise<string> =>
  writeTable(kind.columns.all, await kind.takeOut(tx));

/** The same list as a workbook. */
export const workbookFrom = async (tx: Tx, kind: FileKind): Promise<Buffer> =>
  writeSheet(kind.columns.all, await kind.takeOut(tx));
