import { isBsn } from '#kernel/bsn.ts';

/** Test numbers that documentation and tests use already. */
const TAKEN = new Set(['999911612', '999900079', '999911089', '999990019', '999994669']);

/** Every number of the test range 9999xxxxx that passes the 11-test: real people never have one of these. */
export const TEST_BSNS: readonly string[] = Array.from(
  { length: 100_000 },
  (_, i) => `9999${String(i).padStart(5, '0')}`,
).filter((number) => isBsn(number) && !TAKEN.has(number));

/** The numbers of who the guide tells of: nobody else of the practice region has one of these. */
export const TOLD_BSNS: ReadonlySet<string> = new Set(TEST_BSNS.slice(-14));
