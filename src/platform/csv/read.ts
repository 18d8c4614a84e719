import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Issue, Row, Table } from '#kernel/table.ts';
import { runApart } from '#platform/apart.ts';
import { isArchive, readSheetRows } from './sheet.ts';

/** Why a file cannot be read at all; the texts stand with the room that imports. */
export type FileCode =
  | 'import-too-large'
  | 'import-no-text'
  | 'import-not-utf8'
  | 'import-empty'
  | 'import-unreadable'
  | 'import-columns-missing'
  | 'import-columns-unknown'
  | 'import-columns-double'
  | 'import-too-many-rows';

/** The columns of a file in the order an export writes them, and those an import cannot do without. */
export interface Columns {
  readonly all: readonly string[];
  readonly required: readonly string[];
}

/** The largest file that is read, in bytes, and the most rows it may have. */
export const LARGEST_FILE = 5 * 1024 * 1024;
/** A list below this size is read in a few milliseconds: starting a worker would take longer. */
const SMALL = 64 * 1024;
const MOST_ROWS = 20_000;
const WIDEST = 40;

/** A line longer than this is no row of a list. */
const LONGEST_LINE = 20_000;

const CONTROL = /[\p{Cc}]/u;
/** What a spreadsheet would run as a formula; behind one or more guards it is text. */
const GUARDED = /^'+[=+\-@]/;

const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell).trim();

/** The separator is the sign that the heading has most of. */
const separatorOf = (text: string): string => {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  return heading.split(';').length >= heading.split(',').length ? ';' : ',';
};

/** The first line that is too long to be a row, by its number; 0 when there is none. Looked for before parsing: it is cheap. */
const overlongLine = (text: string): number => {
  let line = 1;
  for (let start = 0; start < text.length; line++) {
    const end = text.indexOf('\n', start);
    const length = (end < 0 ? text.length : end) - start;
    if (length > LONGEST_LINE) return line;
    start += length + 1;
  }
  return 0;
};

const recordsOf = (text: string): Result<string[][], Refusal<FileCode>> => {
  const overlong = overlongLine(text);
  if (overlong > 0) return refuse({ code: 'import-unreadable', params: { line: overlong } });
  try {
    return ok(
      parse(text, {
        delimiter: separatorOf(text),
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: false,
        max_record_size: 100_000,
        to: 2 * MOST_ROWS,
      }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse({ code: 'import-unreadable', params: { line: Number(error['lines'] ?? 1) } });
  }
};

const columnsOf = (heading: readonly string[], known: Columns): Result<string[], Refusal<FileCode>> => {
  const columns = heading.map((name) => name.trim().toLowerCase());
  while (columns.at(-1) === '') columns.pop();
  const missing = known.required.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return refuse({
      code: 'import-columns-missing',
      params: { columns: missing.join(', '), known: known.all.join(', ') },
    });
  const unknown = columns.filter((name) => !known.all.includes(name)).slice(0, 5);
  if (unknown.length > 0) {
    const named = unknown.map((name) => name.slice(0, 40).replace(CONTROL, ' ')).join(', ');
    return refuse({
      code: 'import-columns-unknown',
      params: { columns: named, known: known.all.join(', ') },
    });
  }
  const double = columns.find((name, i) => columns.indexOf(name) !== i);
  return double === undefined
    ? ok(columns)
    : refuse({ code: 'import-columns-double', params: { columns: double } });
};

const isEmpty = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');

/** A row that cannot be read as it stands; the column is where it goes wrong. */
const spoiledAt = (record: readonly string[], columns: readonly string[]): string | null => {
  if (record.slice(columns.length).some((cell) => cell.trim() !== '')) return '';
  const invisible = record.findIndex((cell) => CONTROL.test(cell.trim()));
  return invisible < 0 ? null : (columns[invisible] ?? '');
};

const spoiled = (row: number, column: string): Issue => ({
  row,
  column,
  what:
    column === ''
      ? {
          nl: 'Deze rij heeft meer cellen dan de kop kolommen heeft.',
          en: 'This row has more cells than the heading has columns.',
        }
      : {
          nl: 'In deze cel staat een regeleinde of een onzichtbaar teken.',
          en: 'This cell holds a line break or an invisible character.',
        },
  next: {
    nl: 'Typ de rij opnieuw, of zet tekst met een scheidingsteken tussen aanhalingstekens.',
    en: 'Type the row again, or put text with a separator between quotes.',
  },
});

const tableOf = (records: readonly string[][], columns: readonly string[]): Table => {
  const rows: Row[] = [];
  const issues: Issue[] = [];
  for (const [i, record] of records.entries()) {
    if (isEmpty(record)) continue;
    const at = spoiledAt(record, columns);
    if (at !== null) issues.push(spoiled(i + 2, at));
    else
      rows.push({
        number: i + 2,
        cells: Object.fromEntries(columns.map((column, n) => [column, unguarded(record[n] ?? '')])),
      });
  }
  return { rows, issues };
};

/** Checks size and encoding and gives the text without its byte order mark. */
const textOf = (bytes: Uint8Array): Result<string, Refusal<FileCode>> => {
  if (bytes.byteLength > LARGEST_FILE) return refuse({ code: 'import-too-large' });
  if (!isUtf8(bytes)) return refuse({ code: 'import-not-utf8' });
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.trim() === '' ? refuse({ code: 'import-empty' }) : ok(text);
};

const tableFrom = (records: readonly string[][], known: Columns): Result<Table, Refusal<FileCode>> => {
  const [heading = [], ...body] = records;
  if (heading.length > WIDEST) return refuse({ code: 'import-unreadable', params: { line: 1 } });
  const columns = columnsOf(heading, known);
  if (!columns.ok) return columns;
  const table = tableOf(body, columns.value);
  const size = table.rows.length + table.issues.length;
  if (size > MOST_ROWS) return refuse({ code: 'import-too-many-rows', params: { most: MOST_ROWS } });
  return size === 0 ? refuse({ code: 'import-empty' }) : ok(table);
};

/** Reads a workbook (XLSX): its first sheet, with the same columns and the same rules as a CSV file. */
const readWorkbook = async (bytes: Uint8Array, known: Columns): Promise<Result<Table, Refusal<FileCode>>> => {
  const read = await readSheetRows(bytes);
  if (read.kind === 'too-large') return refuse({ code: 'import-too-large' });
  if (read.kind === 'no-sheet') return refuse({ code: 'import-no-text' });
  return read.rows.length === 0 ? refuse({ code: 'import-empty' }) : tableFrom(read.rows, known);
};

/** Reads a list that is large enough to hold somebody else up, in a worker. */
const readApart = async (bytes: Uint8Array, known: Columns): Promise<Result<Table, Refusal<FileCode>>> => {
  if (bytes.byteLength > LARGEST_FILE) return refuse({ code: 'import-too-large' });
  const sent = { bytes, known: { all: known.all, required: known.required } };
  const read = await runApart<Result<Table, Refusal<FileCode>>>(
    new URL('./csv-worker.ts', import.meta.url),
    sent,
  );
  if (read.kind === 'done') return read.value;
  return refuse(
    read.kind === 'too-large'
      ? { code: 'import-too-large' }
      : { code: 'import-unreadable', params: { line: 1 } },
  );
};

/** Reads a file as it comes: a workbook, else CSV. Answers a refusal when the file as a whole cannot be read. */
export const readFile = async (
  bytes: Uint8Array,
  known: Columns,
): Promise<Result<Table, Refusal<FileCode>>> => {
  if (!isArchive(bytes)) return bytes.byteLength > SMALL ? readApart(bytes, known) : readTable(bytes, known);
  return bytes.byteLength > LARGEST_FILE ? refuse({ code: 'import-too-large' }) : readWorkbook(bytes, known);
};

/**
 * Reads a CSV file: UTF-8 with or without byte order mark, `;` or `,`, any line ends. A formula is plain text, and the
 * guard an export put before it is taken off. Answers a refusal when the file as a whole cannot be read. @internal
 */
export const readTable = (bytes: Uint8Array, known: Columns): Result<Table, Refusal<FileCode>> => {
  const text = textOf(bytes);
  if (!text.ok) return text;
  const records = recordsOf(text.value);
  if (!records.ok) return records;
  return tableFrom(records.value, known);
};
