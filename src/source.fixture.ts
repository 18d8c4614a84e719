import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** A file of this checkout, as text. */
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The code of the product without its comments, tests and tools apart. */
export const CODE: readonly (readonly [path: string, text: string])[] = readdirSync(join(ROOT, 'src'), {
  recursive: true,
  withFileTypes: true,
})
  .filter(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|fixture)\.tsx?$/.test(entry.name),
  )
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
  // Makes databases for tests, and is in no path of a running tower.
  .filter((path) => path !== 'src/platform/postgres/test-database.ts')
  .map(
    (path) =>
      [
        path,
        read(path)
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/^\s*\/\/.*$/gm, ''),
      ] as const,
  );

/** What the code says where this is said: the file and the first group of the pattern. */
export const said = (pattern: RegExp): (readonly [path: string, words: string])[] =>
  CODE.flatMap(([path, text]) =>
    [...text.matchAll(pattern)].map((match) => [path, match[1] ?? match[0]] as const),
  );

/** The files in which this is said. */
export const filesThat = (pattern: RegExp): string[] =>
  [...new Set(said(pattern).map(([path]) => path))].toSorted();
