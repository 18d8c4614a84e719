import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/node';

type Cell = string | number | boolean | Date | null;

/** A date of a workbook has no zone: it is the day, or the day and the time, that stands in the cell. */
const dateText = (date: Date): string => {
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
};

const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nee';
  return String(cell);
};

/** Reads the first sheet of a workbook, apart from the server, so that a bad file costs nobody else anything. */
const rows = (await readSheet(Buffer.from(workerData as Uint8Array))) as unknown as Cell[][];
parentPort?.postMessage(rows.map((row) => row.map(cellText)));
