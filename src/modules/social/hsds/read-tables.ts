import type { Entity, Field } from './fields.ts';
import { faultAt, fieldOf, isId, keptValue, type Place, type Read, type Value } from './rows.ts';

/** A table of a CSV set as it was read: its heading and its lines, numbered as a spreadsheet shows them. */
export interface ReadTable {
  readonly entity: Entity;
  readonly file: string;
  readonly columns: readonly string[];
  readonly lines: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/** A cell is text; a field with a number says so. */
const cellValue = (field: Field, cell: string): unknown => {
  if (cell === '') return null;
  if (field.kind !== 'number') return cell;
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell.trim()) ? Number(cell) : cell;
};

const readLine = (table: ReadTable, cells: readonly string[], at: Place, read: Read): void => {
  const fields: Record<string, Value> = {};
  const rest: Record<string, unknown> = {};
  for (const [i, column] of table.columns.entries()) {
    const field = fieldOf(table.entity, column);
    const cell = cells[i] ?? '';
    if (field !== undefined) fields[column] = keptValue(field, cellValue(field, cell), at, read.errors);
    else if (cell !== '') rest[column] = cell;
  }
  const id = fields['id'];
  if (isId(id)) read.rows.push({ entity: table.entity, id, fields, rest, at });
  else if (cells[table.columns.indexOf('id')] === undefined || cells[table.columns.indexOf('id')] === '')
    read.errors.push(
      faultAt(
        { ...at, column: `${at.column}.id` },
        { nl: 'Hier staat geen kenmerk.', en: 'There is no id here.' },
        {
          nl: 'Geef elke rij een eigen kenmerk in UUID-vorm.',
          en: 'Give every row an id of its own, a UUID.',
        },
      ),
    );
};

/** Reads the tables of a CSV set. An empty cell says that nothing is known; a column the standard does not know stays. */
export const readTables = (tables: readonly ReadTable[]): Read => {
  const read: Read = { rows: [], errors: [] };
  for (const table of tables)
    for (const { number, cells } of table.lines)
      readLine(table, cells, { row: number, column: table.file }, read);
  return read;
};
