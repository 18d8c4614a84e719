import { also, KERNEL, type Plant } from './plant.ts';

/** What src/architecture.test.ts refuses. */
export const house: Plant[] = [
  {
    name: 'a store in another room’s table',
    check: 'house',
    says: /region_site/,
    files: { 'src/modules/people/store-planted.ts': "export const SITES = 'select id from region_site';\n" },
  },
  {
    name: 'a tower that reads a table',
    check: 'house',
    says: /capacity_claim/,
    files: { 'src/tower/planted.ts': "export const CLAIMS = 'select id from capacity_claim';\n" },
  },
  {
    name: 'plumbing that knows a room’s table',
    check: 'house',
    says: /people_person/,
    files: { 'src/platform/planted.ts': "export const PEOPLE = 'select id from people_person';\n" },
  },
  {
    name: 'a room without a sign on the door',
    check: 'house',
    says: /people\/README\.md/,
    files: { 'src/modules/people/README.md': null },
  },
  {
    name: 'a folder that is no room',
    check: 'house',
    says: /are those on the plan/,
    files: { 'src/modules/planted/note.md': 'nothing\n' },
  },
  {
    name: 'a table of people without row-level security',
    check: 'house',
    says: /people_planted/,
    files: { 'db/schema.sql': also('create table people_planted (\n  id uuid\n);') },
  },
  {
    name: 'a view that sees with its owner’s eyes',
    check: 'house',
    says: /capacity_planted_view/,
    files: { 'db/schema.sql': also('create view capacity_planted_view as\n select 1;') },
  },
  {
    name: 'a table of nobody',
    check: 'house',
    says: /stray_table/,
    files: { 'db/schema.sql': also('create table stray_table (\n  id uuid\n);') },
  },
  {
    name: 'a word of the law that is in no glossary',
    check: 'house',
    says: /elv-high/,
    files: { 'GLOSSARY.md': (old) => old.replaceAll('elv-high', 'elv high') },
  },
  {
    name: 'a refusal without its English sentence',
    check: 'house',
    says: /region\/refusals\.ts are told in Dutch and English/,
    files: { 'src/modules/region/refusals.ts': (old) => old.replace(/en: '[^']+'/, "en: ''") },
  },
  {
    name: 'a name that says nothing',
    check: 'house',
    says: /BedManager/,
    files: { 'src/platform/planted.ts': 'export class BedManager {}\n' },
  },
  {
    name: 'a fault that is swallowed in a room',
    check: 'house',
    says: /modules\/people\/planted/,
    files: {
      'src/modules/people/planted.ts':
        'export const quiet = (): void => {\n  try {\n    quiet();\n  } catch {}\n};\n',
    },
  },
];

/** What knip refuses. */
export const dead: Plant[] = [
  {
    name: 'an export nobody uses',
    check: 'dead-code',
    says: /PLANTED_NUMBER/,
    files: { 'src/kernel/result.ts': also('export const PLANTED_NUMBER = 1;') },
  },
  {
    name: 'a file nobody uses',
    check: 'dead-code',
    says: /src\/kernel\/planted\.ts/,
    files: { [KERNEL]: 'export const one = 1;\n' },
  },
  {
    name: 'a package nobody uses',
    check: 'dead-code',
    says: /planted-package/,
    files: { 'package.json': (old) => old.replace('"zod":', '"planted-package": "1.0.0",\n    "zod":') },
  },
  {
    name: 'a file alive by its test only',
    check: 'dead-product',
    says: /src\/kernel\/planted\.ts/,
    files: {
      [KERNEL]: 'export const one = 1;\n',
      'src/kernel/planted.test.ts':
        "import { expect, it } from 'vitest';\nimport { one } from './planted.ts';\n\nit('counts', () => expect(one).toBe(1));\n",
    },
  },
];

const DRAWN = [
  'docs/states/placement-request.md',
  'docs/configuration.md',
  'docs/problems.md',
  'docs/openapi.json',
  'docs/permissions.md',
];

/** What is drawn from the code and was not drawn again. */
export const drawings: Plant[] = [
  {
    name: 'a migration that is not in the drawing',
    check: 'drawings',
    says: /db\/schema\.sql is stale/,
    files: { 'db/migrations/29990101_1_region.sql': 'create table region_planted (id uuid primary key);\n' },
  },
  {
    name: 'a route that names no policy',
    check: 'drawings',
    says: /names no policy/,
    files: { 'src/app/health.ts': (old) => old.replace('{ config, schema', '{ schema') },
  },
  ...DRAWN.map(
    (path): Plant => ({
      name: `a drawing changed by hand: ${path}`,
      check: 'drawings',
      says: new RegExp(`${path.replaceAll('.', '\\.')} is stale`),
      files: { [path]: also('By hand.') },
    }),
  ),
];
