import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FEWEST_SAID, type SaidUnmet, sayUnmet } from './unmet.ts';

const counts = fc.array(
  fc.record({
    kind: fc.constantFrom('debt-help', 'buddy'),
    reason: fc.constantFrom('no-room', 'not-for-us', 'nobody-could'),
    times: fc.integer({ min: 1, max: 9 }),
  }),
);

const leftOver = ({ times, reasons }: SaidUnmet): number =>
  reasons.length === 0 ? 0 : (times ?? 0) - reasons.reduce((sum, each) => sum + each.times, 0);

it('says no number below five, and leaves none to be worked out', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const said = sayUnmet(all);
      const numbers = said.flatMap(({ times, reasons }) => [times, ...reasons.map((each) => each.times)]);
      const few = [...numbers, ...said.map(leftOver).filter((left) => left !== 0)].filter(
        (number) => number !== null && number < FEWEST_SAID,
      );
      expect(few).toEqual([]);
    }),
  );
});

it('takes months together, and says the kind that was missed most first', () => {
  const month = { kind: 'debt-help', reason: 'no-room', times: 3 };
  expect(sayUnmet([{ kind: 'buddy', reason: 'no-room', times: 5 }, month, month])).toEqual([
    { kind: 'debt-help', times: 6, reasons: [{ reason: 'no-room', times: 6 }] },
    { kind: 'buddy', times: 5, reasons: [{ reason: 'no-room', times: 5 }] },
  ]);
  expect(sayUnmet([month])).toEqual([{ kind: 'debt-help', times: null, reasons: [] }]);
});
