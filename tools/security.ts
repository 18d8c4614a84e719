import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The requirements of OWASP ASVS 5.0 that hold for us (level 1 and 2) as docs/security/asvs.yaml accounts for them, and the
 * number of packages a running tower needs. `npm run verify -- security` says what is missing.
 */

/** The ids of level 1 and 2, per section: `1.2:1-9` is V1.2.1 to V1.2.9. */
const IDS = `
  1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1-2 3.3:1-4 3.4:1-6
  3.5:1-5 3.7:1-2 4.1:1-3 4.2:1 4.3:1-2 4.4:1-4 5.1:1 5.2:1-3 5.3:1-2 5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4
  6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 8.2:1-3
  8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1-2 10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2
  11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1 12.1:1-3 12.2:1-2 12.3:1-4 13.1:1 13.2:1-5 13.3:1-2
  13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 15.3:1-7 16.1:1 16.2:1-5 16.3:1-4 16.4:1-3
  16.5:1-3 17.1:1 17.2:1-4 17.3:1-2`;
const MOST_PACKAGES = 45;
const idsOf = (section: string): string[] => {
  const [name = '', ranges = ''] = section.split(':');
  return ranges.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => `V${name}.${from + at}`);
  });
};

/** The ids of all requirements that hold for us, in their order. */
const REQUIRED = IDS.trim().split(/\s+/).flatMap(idsOf);
const KINDS = ['test', 'document', 'not-applicable', 'open'] as const;

type Kind = (typeof KINDS)[number];

/** One requirement and how it is met. */
export interface Requirement {
  readonly id: string;
  readonly says: string;
  readonly kind: Kind;
  readonly by: string;
}

const ENTRY = /^(V\d+\.\d+\.\d+):\n {2}says: (.+)\n {2}(test|document|not-applicable|open): ?(.*)\n/gm;

/** Reads the account; what does not have the three lines of an entry is not read, and so is missing. */
export const readRequirements = (text: string): Requirement[] =>
  [...text.matchAll(ENTRY)].map(([, id = '', says = '', kind = '', by = '']) => ({
    ...{ id, says: says.trim(), by: by.trim() },
    kind: kind as Kind,
  }));

const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replace(/ /g, '-');

/** What is wrong with the place an entry points to; null when it is there. */
const missingAt = ({ kind, by }: Requirement, read: (path: string) => string | null): string | null => {
  if (kind === 'not-applicable' || kind === 'open') return by === '' ? 'gives no reason' : null;
  const [path = '', mark = ''] = by.split('#').map((part) => part.trim());
  const text = read(path);
  if (text === null) return `names ${path}, which is not there`;
  if (mark === '') return `names ${path} without saying where in it`;
  const there =
    kind === 'test'
      ? text.includes(mark)
      : [...text.matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => slugOf(heading).startsWith(mark));
  return there ? null : `names “${mark}”, which is not in ${path}`;
};

/** Everything that is wrong with the account, one line each. */
export const faultsIn = (
  requirements: readonly Requirement[],
  read: (path: string) => string | null,
): string[] => {
  const found = requirements.map(({ id }) => id);
  return [
    ...found.filter((id, at) => found.indexOf(id) !== at).map((id) => `${id} stands there twice`),
    ...found.filter((id) => !REQUIRED.includes(id)).map((id) => `${id} is no requirement of level 1 or 2`),
    ...REQUIRED.filter((id) => !found.includes(id)).map((id) => `${id} is missing`),
    ...requirements.flatMap((each) => {
      const missing = missingAt(each, read);
      return missing === null ? [] : [`${each.id} ${missing}`];
    }),
  ];
};

const ROOT = join(import.meta.dirname, '..');
const ACCOUNT = 'docs/security/asvs.yaml';

const readHere = (path: string): string | null =>
  existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : null;

/** Checks the account and the packages of this checkout; the words say the counts, or what is wrong. */
export const checkSecurity = (): { ok: boolean; words: string } => {
  const requirements = readRequirements(readHere(ACCOUNT) ?? '');
  const { dependencies } = JSON.parse(readHere('package.json') ?? '{}') as { dependencies: object };
  const packages = Object.keys(dependencies).length;
  const faults = faultsIn(requirements, readHere);
  if (packages > MOST_PACKAGES)
    faults.push(`${packages} packages run with the tower, the most is ${MOST_PACKAGES}`);
  const counts = KINDS.map(
    (kind) => `${requirements.filter((each) => each.kind === kind).length} ${kind}`,
  ).join(', ');
  return {
    ok: faults.length === 0,
    words:
      faults.length === 0
        ? `${requirements.length} requirements: ${counts}; ${packages} packages`
        : faults.join('\n'),
  };
};
