import { KERNEL, type Plant } from './plant.ts';

const lines = (count: number, line: string) => `${line}\n`.repeat(count);

/** What the compiler refuses. */
export const types: Plant[] = [
  {
    name: 'Node in the kernel',
    check: 'types',
    says: /planted\.ts.*process/,
    files: { [KERNEL]: 'export const name = (): string => process.title;\n' },
  },
  {
    name: 'the DOM in a decision',
    check: 'types',
    says: /decide\/planted\.ts.*document/,
    files: {
      'src/modules/capacity/decide/planted.ts': 'export const title = (): string => document.title;\n',
    },
  },
  {
    name: 'Node in the browser',
    check: 'types',
    says: /web\/planted\.ts/,
    files: {
      'src/web/planted.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    },
  },
  {
    name: 'syntax that cannot be stripped (enum)',
    check: 'types',
    says: /planted\.ts.*TS1294/,
    files: { 'src/platform/planted.ts': 'export enum Half { Morning }\n' },
  },
  {
    name: 'an index that may miss',
    check: 'types',
    says: /planted\.ts.*undefined/,
    files: { [KERNEL]: 'export const first = (list: number[]): number => list[0];\n' },
  },
];

const branches = lines(13, '  if (n > 1) for (const m of [n]) if (m > 2) return m;');

/** What Biome refuses. */
export const style: Plant[] = [
  {
    name: 'a clock in the kernel (Date)',
    check: 'style',
    says: /planted\.ts.*noRestrictedGlobals/,
    files: { [KERNEL]: 'export const now = (): number => Date.now();\n' },
  },
  {
    name: 'dice in planning (Math.random)',
    check: 'style',
    says: /throws no dice/,
    files: { 'src/planning/planted.ts': 'export const roll = (): number => Math.random();\n' },
  },
  {
    name: 'a path upwards (../)',
    check: 'style',
    says: /planted\.ts.*noRestrictedImports/,
    files: { 'src/platform/planted.ts': "export { ok } from '../kernel/result.ts';\n" },
  },
  {
    name: 'an import without .ts',
    check: 'style',
    says: /planted\.ts.*useImportExtensions/,
    files: { 'src/platform/planted.ts': "export { now } from './clock';\n" },
  },
  {
    name: 'a file of 301 lines',
    check: 'style',
    says: /planted\.ts.*noExcessiveLinesPerFile/,
    files: { [KERNEL]: Array.from({ length: 301 }, (_, n) => `export const n${n} = ${n};\n`).join('') },
  },
  {
    name: 'a function of more than 60 lines',
    check: 'style',
    says: /planted\.ts.*noExcessiveLinesPerFunction/,
    files: {
      [KERNEL]: `export const long = (n: number): number => {\n${lines(61, '  n;')}  return n;\n};\n`,
    },
  },
  {
    name: 'a function nobody can follow',
    check: 'style',
    says: /planted\.ts.*noExcessiveCognitiveComplexity/,
    files: { [KERNEL]: `export const maze = (n: number): number => {\n${branches}  return n;\n};\n` },
  },
  {
    name: 'a promise nobody waits for',
    check: 'style',
    says: /planted\.ts.*noFloatingPromises/,
    files: {
      'src/platform/planted.ts':
        'const later = async (): Promise<number> => 1;\nexport const go = (): void => {\n  later();\n};\n',
    },
  },
  {
    name: 'a state forgotten in a switch',
    check: 'style',
    says: /planted\.ts.*useExhaustiveSwitchCases/,
    files: {
      [KERNEL]:
        "export const end = (s: 'open' | 'shut'): number => {\n  switch (s) {\n    case 'open':\n      return 1;\n  }\n  return 0;\n};\n",
    },
  },
  {
    name: 'a file name in another style',
    check: 'style',
    says: /plantedFault\.ts.*useFilenamingConvention/,
    files: { 'src/platform/plantedFault.ts': 'export const one = 1;\n' },
  },
  {
    name: 'a type that says nothing (any)',
    check: 'style',
    says: /planted\.ts.*noExplicitAny/,
    files: { [KERNEL]: 'export const one = (x: any): number => x;\n' },
  },
  {
    name: 'a layout of its own',
    check: 'style',
    says: /planted\.ts format/,
    files: { [KERNEL]: 'export const   one=1\n' },
  },
];
