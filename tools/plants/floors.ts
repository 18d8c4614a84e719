import { KERNEL, type Plant } from './plant.ts';

/** A file that only imports another, for its side. */
const importing = (path: string) => `import '#${path}';\n`;

/** Who may not know whom. */
export const floors: Plant[] = [
  {
    name: 'a circle',
    check: 'floors',
    says: /no-circles: src\/kernel\/planted/,
    files: {
      [KERNEL]: "export { two } from './planted-too.ts';\nexport const one = 1;\n",
      'src/kernel/planted-too.ts': "export { one } from './planted.ts';\nexport const two = 2;\n",
    },
  },
  {
    name: 'a room that enters one it has no door to',
    check: 'floors',
    says: /region-enters: src\/modules\/region\/planted/,
    files: { 'src/modules/region/planted.ts': importing('modules/capacity/types.ts') },
  },
  {
    name: 'a room through the window of another',
    check: 'floors',
    says: /through-the-door: src\/modules\/placement\/planted/,
    files: { 'src/modules/placement/planted.ts': importing('modules/capacity/store.ts') },
  },
  {
    name: 'a builder through the window of a room',
    check: 'floors',
    says: /through-the-door-from-outside: src\/app\/planted/,
    files: { 'src/app/planted.ts': importing('modules/capacity/store.ts') },
  },
  {
    name: 'a room that is not on the plan',
    check: 'floors',
    says: /room-on-the-plan: src\/modules\/planted/,
    files: { 'src/modules/planted/types.ts': importing('kernel/result.ts') },
  },
  {
    name: 'a decision that knows the plumbing',
    check: 'floors',
    says: /decisions-stay-pure: src\/modules\/capacity\/decide\/planted/,
    files: { 'src/modules/capacity/decide/planted.ts': importing('platform/clock.ts') },
  },
  {
    name: 'a decision that reads a file',
    check: 'floors',
    says: /pure-needs-no-machine: src\/modules\/capacity\/decide\/planted/,
    files: { 'src/modules/capacity/decide/planted.ts': "import 'node:fs';\n" },
  },
  {
    name: 'a kernel that knows somebody',
    check: 'floors',
    says: /kernel-knows-nobody: src\/kernel\/planted/,
    files: { [KERNEL]: importing('platform/clock.ts') },
  },
  {
    name: 'planning that knows a room',
    check: 'floors',
    says: /planning-knows-the-kernel: src\/planning\/planted/,
    files: { 'src/planning/planted.ts': importing('modules/capacity/types.ts') },
  },
  {
    name: 'plumbing that knows a room',
    check: 'floors',
    says: /platform-knows-no-room: src\/platform\/planted/,
    files: { 'src/platform/planted.ts': importing('modules/region/types.ts') },
  },
  {
    name: 'a room that looks at the tower',
    check: 'floors',
    says: /rooms-know-no-window: src\/modules\/region\/planted/,
    files: { 'src/modules/region/planted.ts': importing('tower/contract.ts') },
  },
  {
    name: 'a tower that knows the screens',
    check: 'floors',
    says: /tower-only-looks: src\/tower\/planted/,
    files: { 'src/tower/planted.ts': importing('web/routes.ts') },
  },
  {
    name: 'a screen that knows the plumbing',
    check: 'floors',
    says: /web-sees-contracts: src\/web\/planted/,
    files: { 'src/web/planted.ts': importing('platform/clock.ts') },
  },
  {
    name: 'SQL outside the stores',
    check: 'floors',
    says: /sql-lives-in-stores: src\/modules\/region\/planted/,
    files: { 'src/modules/region/planted.ts': importing('platform/db/sql.ts') },
  },
  {
    name: 'a database driver outside the stores',
    check: 'floors',
    says: /sql-lives-in-stores: src\/app\/planted/,
    files: { 'src/app/planted.ts': "import 'pg';\n" },
  },
  {
    name: 'a product that leans on its tests',
    check: 'floors',
    says: /product-without-tools: src\/app\/planted/,
    files: { 'src/app/planted.ts': importing('platform/postgres/test-database.ts') },
  },
  {
    name: 'a server that needs a development package',
    check: 'floors',
    says: /server-without-dev-packages: src\/app\/planted/,
    files: { 'src/app/planted.ts': "import 'vite';\n" },
  },
  {
    name: 'an import that leads nowhere',
    check: 'floors',
    says: /found: src\/app\/planted/,
    files: { 'src/app/planted.ts': importing('platform/nothing-here.ts') },
  },
  {
    name: 'a cruiser that looked at nothing',
    check: 'floors',
    says: /only \d+ modules were looked at/,
    files: {
      '.dependency-cruiser.mjs': (old) => old.replace('options: {', "options: { includeOnly: '^nothing',"),
    },
  },
];
