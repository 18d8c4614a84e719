import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { FileCode } from './read.ts';

/** A table as it stands in a file, cell by cell: nothing is trimmed, guarded or left out. */
export interface ExactTable {
  readonly columns: readonly string[];
  readonly lines: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

const MOST_CELL = 100_000;

/**
 * Reads a table that programs exchange: commas, quotes, line breaks inside cells, any column. Lists that people keep are
 * read by `readFile`, which forgives more and allows less.
 */
export const readExact = (text: string): Result<ExactTable, Refusal<FileCode>> => {
  try {
    const found: { record: string[]; number: number }[] = [];
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_CELL,
      on_record: (record: string[], { lines }) => {
        found.push({ record, number: lines });
        return null;
      },
    });
    const [heading, ...lines] = found;
    if (heading === undefined) return refuse({ code: 'import-empty' });
    return ok({
      columns: heading.record.map((name) => name.trim()),
      lines: lines.map(({ record, number }) => ({ number, cells: record })),
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse({ code: 'import-unreadable', params: { line: Number(error['lines'] ?? 1) } });
  }
};

/** Writes a table for another program, so that `readExact` reads the same. */
export const writeExact = (columns: readonly string[], lines: readonly (readonly string[])[]): string =>
  stringify([columns, ...lines], { record_delimiter: '\n' });
