import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet would run instead of show, also behind guards that were there already. */
const DANGEROUS = /^'*[=+\-@\t\r]/;

/**
 * Writes rows as CSV the way Dutch spreadsheets open it: `;`, CRLF, a byte order mark. A cell that would run as a formula
 * gets a single quote in front, which our own import takes off again.
 */
export const writeTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify(
    [columns, ...rows].map((row) => row.map((cell) => (DANGEROUS.test(cell) ? `'${cell}` : cell))),
    { delimiter: ';', record_delimiter: '\r\n', bom: true },
  );
