import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#kernel/interval.ts';
import type { Absence } from '#modules/stay/types-parts.ts';
import { decideAway, decideBack } from './absence.ts';

const ARRIVED = 100 * DAY;
const NOW = ARRIVED + 5 * DAY;
const stay = { arrivedAt: ARRIVED };
const wanted = { id: 'a', reason: 'hospital', leftAt: NOW, expectedBack: null } as const;
const away: Absence = { ...wanted, leftAt: NOW - DAY, backAt: null };
const back: Absence = { ...away, backAt: NOW - HOUR };

describe('being away', () => {
  it('begins after the arrival and after the last time, one at a time', () => {
    expect(decideAway(stay, [back], wanted, NOW)).toMatchObject({ value: { leftAt: NOW, backAt: null } });
    expect(decideAway(stay, [away], wanted, NOW)).toMatchObject({ refusal: { code: 'already-away' } });
    for (const leftAt of [ARRIVED - 1, NOW - 2 * HOUR])
      expect(decideAway(stay, [back], { ...wanted, leftAt }, NOW)).toMatchObject({
        refusal: { code: 'away-moments' },
      });
    expect(decideAway(stay, [], { ...wanted, leftAt: NOW + HOUR }, NOW)).toMatchObject({
      refusal: { code: 'in-the-future' },
    });
    expect(decideAway(stay, [], { ...wanted, expectedBack: NOW - HOUR }, NOW).ok).toBe(false);
  });

  it('ends when somebody is back, once, and not before they left', () => {
    expect(decideBack([back, away], NOW, NOW)).toMatchObject({ value: { backAt: NOW } });
    expect(decideBack([back], NOW, NOW)).toMatchObject({ refusal: { code: 'not-away' } });
    expect(decideBack([away], NOW - 2 * DAY, NOW)).toMatchObject({ refusal: { code: 'away-moments' } });
    expect(decideBack([away], NOW + HOUR, NOW)).toMatchObject({ refusal: { code: 'in-the-future' } });
  });
});
