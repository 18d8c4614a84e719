import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The kernel takes 107 characters for a socket, and its name in the folder takes the last 14. */
const LONGEST = 93;

/** A path to the folder short enough to hold a socket: the folder itself, or a link in the temp folder until released. */
export function shortPath(folder: string): { path: string; release: () => void } {
  if (Buffer.byteLength(folder) <= LONGEST) return { path: folder, release: () => undefined };
  const temp = tmpdir().length < 60 ? tmpdir() : '/tmp';
  const shelf = mkdtempSync(join(temp, 'vt-'));
  const link = join(shelf, 'db');
  symlinkSync(folder, link);
  return { path: link, release: () => rmSync(shelf, { recursive: true, force: true }) };
}
