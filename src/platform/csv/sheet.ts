import writeXlsxFile from 'write-excel-file/node';
import { runApart } from '#platform/apart.ts';

/** A workbook of five megabytes that unpacks to more than this is no list. */
const LARGEST_UNPACKED = 60 * 1024 * 1024;
const ENTRY = 0x02014b50;
const HEADER_BYTES = 46;

/** Every workbook is an archive; not every archive is a workbook. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 0x10;

/** How much an archive says it unpacks to, from the list at its end; null when it has no such list. */
const unpackedSize = (bytes: Uint8Array): number | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum: number | null = null;
  for (let i = 0; i + HEADER_BYTES <= bytes.byteLength; i++) {
    if (bytes[i] !== 0x50 || view.getUint32(i, true) !== ENTRY) continue;
    sum = (sum ?? 0) + view.getUint32(i + 24, true);
    i += HEADER_BYTES - 1;
  }
  return sum;
};

/** What reading a workbook came to: its first sheet, or why not. */
export type SheetRead =
  | { readonly kind: 'rows'; readonly rows: string[][] }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'no-sheet' };

/** Reads the first sheet of a workbook (XLSX) as text, in a worker with a limit of memory and of time. */
export const readSheetRows = async (bytes: Uint8Array): Promise<SheetRead> => {
  const size = unpackedSize(bytes);
  if (size === null) return { kind: 'no-sheet' };
  if (size > LARGEST_UNPACKED) return { kind: 'too-large' };
  const read = await runApart<string[][]>(new URL('./sheet-worker.ts', import.meta.url), bytes);
  if (read.kind === 'done') return { kind: 'rows', rows: read.value };
  return { kind: read.kind === 'too-large' ? 'too-large' : 'no-sheet' };
};

/** Writes rows as a workbook of one sheet. Every cell is text, so nothing in it can run. */
export const writeSheet = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Buffer> =>
  writeXlsxFile([
    columns.map((column) => ({ value: column, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((cell) => ({ type: String, value: cell }))),
  ]).toBuffer();
