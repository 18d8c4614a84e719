import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAgenda } from './agenda.ts';

describe('the agenda of a history', () => {
  it('lets things happen in the order of time, and at one moment in the order of writing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), async (moments) => {
        const agenda = openAgenda();
        const happened: [number, number][] = [];
        for (const [n, at] of moments.entries())
          agenda.add(at, async (when) => {
            happened.push([when, n]);
          });
        await agenda.runUntil(30);
        const expected = moments
          .map((at, n): [number, number] => [at, n])
          .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(happened).toEqual(expected);
      }),
    );
  });

  it('lets what is added meanwhile take part, and never goes back in time', async () => {
    const agenda = openAgenda();
    const happened: number[] = [];
    agenda.add(10, async (at) => {
      happened.push(at);
      agenda.add(5, async (late) => {
        happened.push(late);
      });
      agenda.add(20, async (later) => {
        happened.push(later);
      });
    });
    await agenda.runUntil(15);
    expect(happened).toEqual([10, 10]);
    await agenda.runUntil(20);
    expect(happened).toEqual([10, 10, 20]);
  });
});
