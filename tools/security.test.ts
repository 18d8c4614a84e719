import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSecurity, faultsIn, readRequirements } from './security.ts';

const ROOT = join(import.meta.dirname, '..');
/** The list of OWASP stands beside a checkout of ours, never in it. */
const LIST = join(ROOT, '../shared/data/asvs-5.0.0.csv');
const account = readFileSync(join(ROOT, 'docs/security/asvs.yaml'), 'utf8');
const read = (path: string): string | null =>
  existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : null;

/** The account with one entry written otherwise, and what is then wrong with it. */
const faultsWith = (from: RegExp, to: string): string[] =>
  faultsIn(readRequirements(account.replace(from, to)), read);

describe('the account of the requirements', () => {
  it('is whole, and everything it names is there', () => {
    expect(checkSecurity()).toMatchObject({ ok: true });
    expect(readRequirements(account)).toHaveLength(253);
  });

  it.each([
    ['an entry that is gone', /^V1\.1\.1:\n.*\n.*\n/m, '', /^V1\.1\.1 is missing$/],
    [
      'an entry that stands there twice',
      /^V1\.1\.2:/m,
      'V1.1.1:',
      /V1\.1\.1 stands there twice\nV1\.1\.2 is missing/,
    ],
    [
      'a test that is not there',
      /test: src\/platform\/secrets\.test\.ts#/,
      'test: src/nowhere.test.ts#',
      /not there/,
    ],
    [
      'a title that no test has',
      /test: (src\/platform\/secrets\.test\.ts)#.*/,
      'test: $1#is green',
      /“is green”/,
    ],
    ['a heading that is not there', /document: SECURITY\.md#.*/, 'document: SECURITY.md#never', /“never”/],
    ['a reason left out', /^ {2}not-applicable: .*/m, '  not-applicable:', /gives no reason/],
    ['what is open left out', /^ {2}open: .*/m, '  open:', /gives no reason/],
  ])('%s is seen', (_what, from, to, says) => {
    expect(faultsWith(from, to).join('\n')).toMatch(says);
  });
});

describe.skipIf(!existsSync(LIST))(
  'the list of OWASP beside this checkout (skipped where it is absent)',
  () => {
    it('has the same requirements of level 1 and 2, in the same order, and none of its sentences is ours', () => {
      const lines = readFileSync(LIST, 'utf8').split('\n');
      const listed = lines.flatMap((line) => /,(V\d+\.\d+\.\d+),.*,([12])\r?$/.exec(line)?.[1] ?? []);
      const ours = readRequirements(account);
      expect(ours.map(({ id }) => id)).toEqual(listed);
      const theirs = lines.join('\n').toLowerCase();
      const copied = ours.filter(
        ({ says }) => says.split(' ').length > 5 && theirs.includes(says.toLowerCase()),
      );
      expect(copied).toEqual([]);
    });
  },
);
