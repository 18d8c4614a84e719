import { rooms } from './src/rooms.ts';

const names = Object.keys(rooms).join('|');
const DOOR = '(types|index|contract|refusals)\\.ts$';
const PURE = '(types[a-z-]*|contract[a-z-]*|refusals[a-z-]*|policy|decide)\\.ts$';
const TEST = '\\.(test|spec|story|fixture)\\.tsx?$';

const entering = Object.entries(rooms).map(([room, doors]) => ({
  name: `${room}-enters`,
  comment: `${room} may call: ${doors.join(', ') || 'no other room'}. Send an event, or ask for a door in src/rooms.ts.`,
  severity: 'error',
  from: { path: `^src/modules/${room}/` },
  to: { path: '^src/modules/', pathNot: `^src/modules/(${[room, ...doors].join('|')})/` },
}));

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Which floor may see which: architecture in ARCHITECTURE.md, doors between rooms in src/rooms.ts. */
export default {
  forbidden: [
    forbid(
      'no-circles',
      'Two files that need each other are one thing, or need a third.',
      {},
      { circular: true },
    ),
    forbid('found', 'This import leads nowhere.', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
    ...entering,
    forbid(
      'room-on-the-plan',
      'A new room gets its doors in src/rooms.ts first.',
      { path: '^src/modules/', pathNot: `^src/modules/(${names})/` },
      {},
    ),
    forbid(
      'through-the-door',
      'Another room is entered by types.ts (name), index.ts (call) or contract.ts (what crosses HTTP).',
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/', pathNot: ['^src/modules/$1/', `^src/modules/[^/]+/${DOOR}`] },
    ),
    forbid(
      'through-the-door-from-outside',
      'Whoever puts the house together or looks in uses the doors too.',
      { path: '^(src/(app|cli|tower|web)|demo)/', pathNot: TEST },
      { path: '^src/modules/', pathNot: `^src/modules/[^/]+/${DOOR}` },
    ),
    forbid(
      'decisions-stay-pure',
      'Types, contracts, policies and decisions know the kernel, planning and each other: no plumbing, no store.',
      { path: [`^src/modules/[^/]+/${PURE}`, '^src/modules/[^/]+/decide/'], pathNot: TEST },
      {
        path: '^src/',
        pathNot: [
          '^src/(kernel|planning)/',
          `^src/modules/[^/]+/${PURE}`,
          '^src/modules/[^/]+/decide/',
          // The shape of a policy and of who asks: pure words, though they stand beside the plumbing that uses them.
          '^src/platform/http/actor\\.ts$',
        ],
      },
    ),
    forbid(
      'pure-needs-no-machine',
      'No Node here: hand in what it would have read.',
      {
        path: ['^src/(kernel|planning)/', `^src/modules/[^/]+/${PURE}`, '^src/modules/[^/]+/decide/'],
        pathNot: TEST,
      },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'kernel-knows-nobody',
      'The kernel is the ground.',
      { path: '^src/kernel/' },
      { path: '^src/(?!kernel/)' },
    ),
    forbid(
      'planning-knows-the-kernel',
      'Planning works on numbers handed in; it knows the kernel only.',
      { path: '^src/planning/' },
      { path: '^src/(?!kernel/|planning/)' },
    ),
    forbid(
      'platform-knows-no-room',
      'Plumbing serves every room alike; it knows the kernel only.',
      { path: '^src/platform/', pathNot: TEST },
      { path: '^(src/(?!platform/|kernel/)|demo/)' },
    ),
    forbid(
      'rooms-know-no-window',
      'Rooms are looked into; they do not look at the tower, the screens or the builders.',
      { path: '^src/modules/', pathNot: TEST },
      { path: '^(src/(tower|web|app|cli)|demo)/' },
    ),
    forbid(
      'tower-only-looks',
      'The tower reads; it does not know screens or builders.',
      { path: '^src/tower/', pathNot: TEST },
      { path: '^(src/(web|app|cli)|demo)/' },
    ),
    forbid(
      'web-sees-contracts',
      'The browser gets the kernel, planning and what crosses HTTP.',
      { path: '^src/web/', pathNot: TEST },
      {
        path: '^(src|demo)/',
        pathNot: [
          '^src/(web|kernel|planning)/',
          '^src/(modules/[^/]+|tower)/(contract|types|refusals)\\.ts$',
          '^src/platform/outbox/contract\\.ts$',
        ],
      },
    ),
    forbid(
      'sql-lives-in-stores',
      'SQL is written in a room’s store*.ts, in the tower, or where all records of a person are walked; ask the store.',
      {
        path: '^src/',
        pathNot: [
          '^src/platform/',
          '^src/app/records/',
          '^src/modules/[^/]+/store[^/]*\\.ts$',
          '^src/tower/',
          TEST,
        ],
      },
      { path: ['^src/platform/db/sql\\.ts$', '(^|/)node_modules/(pg|kysely|@types/pg)/'] },
    ),
    forbid(
      'product-without-tools',
      'What serves the region does not lean on tests, tools or benches.',
      { path: '^(src|demo)/', pathNot: [TEST, '^src/platform/postgres/test-database\\.ts$', '^demo/small'] },
      { path: ['^(tools|bench|torture|e2e)/', TEST, '^src/platform/postgres/test-database\\.ts$'] },
    ),
    forbid(
      'server-without-dev-packages',
      'The server runs from dependencies, not from devDependencies.',
      { path: '^(src/(?!web/)|demo/)', pathNot: TEST },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.server.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
