import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const outside = ['**/node_modules/**', 'dist/**'];

/** What takes long: kills and waits, whole regions, every route by everybody, and the screens with most to do. */
const LONG =
  /(torture|clock|practice|same|matrix|postgres|model|hostile|backstop|worlds|production)\.db\.test\.ts$|(outlook|accounts-users|desk|ward|request|board|route-facts|link)\.spec\.ts$/;

/** The long ones begin first, so that no worker is left with one alone; a machine that ran them before knows that by itself. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const projects = Object.values(Object.groupBy(await super.sort(files), ({ project }) => project.name));
    return projects.flatMap((own = []) => [
      ...own.filter(({ moduleId }) => LONG.test(moduleId)),
      ...own.filter(({ moduleId }) => !LONG.test(moduleId)),
    ]);
  }
}

/** What a test costs stands in its name: `*.test.ts` no IO, `*.db.test.ts` a real PostgreSQL, `e2e/*.spec.ts` a real browser. */
export default defineConfig({
  test: {
    // On two cores vitest would take one: a test that waits for the disk or the browser leaves the other idle.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // What the house does by itself (an answer that runs out, a mail that goes) is waited for, however busy the machine.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'demo/**/*.test.ts',
            'tools/**/*.test.ts',
            'bench/**/*.test.ts',
            'torture/**/*.test.ts',
          ],
          exclude: [...outside, '**/*.db.test.ts'],
          setupFiles: ['tools/fail-on-console.ts'],
          // Some read every file of the house: on a busy machine that is slow, not wrong.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [
            'src/**/*.db.test.ts',
            'demo/**/*.db.test.ts',
            'bench/**/*.db.test.ts',
            'torture/**/*.db.test.ts',
          ],
          exclude: outside,
          globalSetup: ['tools/test-cluster.ts'],
          // The house is read once per worker, not once per file: what a file changes stands in its own database.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.spec.ts'],
          exclude: outside,
          globalSetup: ['tools/test-cluster.ts'],
          // The server's code is read once per worker, not once per file; each file has its own house and browser.
          isolate: false,
          // After the others: they count presses, not seconds.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          // Whole afternoons in a browser: minutes each, so not with every test (`npm run test:stories`).
          include: ['e2e/**/*.story.ts'],
          exclude: outside,
          globalSetup: ['tools/test-cluster.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
