import { writeFile } from 'node:fs/promises';
import { exportFrom } from '#platform/csv/file.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import { type FileName, fileKinds } from './file-kinds.ts';

const BY_HAND = byHouse('cli');

/** Takes a list out as a file that can be brought in again without change. Answers its text when no path is given. */
export const exportFile = async (
  database: Database,
  name: FileName,
  path: string | null,
): Promise<string | null> => {
  const text = await database.transaction(BY_HAND, (tx) => exportFrom(tx, fileKinds[name]));
  if (path === null) return text;
  await writeFile(path, text);
  return null;
};
