import { describe, expect, it } from 'vitest';
import type { Barrier } from '#modules/stay/types-parts.ts';
import { decideBarrier, decideBarrierChange, decideReopened, decideSolved } from './barrier.ts';

const TODAY = '2026-10-22';
const barrier: Barrier = {
  ...{ id: 'b', code: 'home-care', owner: 'home-care', ownerName: null, note: '' },
  ...{ since: '2026-10-20', due: '2026-10-25', solvedAt: null, solvedDay: null, version: 1 },
};
const solved: Barrier = { ...barrier, solvedAt: 5, solvedDay: '2026-10-21' };
const alone = { isOpen: false, today: TODAY };
const beside = { isOpen: true, today: TODAY };

describe('what stands in the way', () => {
  it('is written down once a kind, and as often as needed when it is something else', () => {
    expect(decideBarrier(barrier, alone).ok).toBe(true);
    expect(decideBarrier(barrier, beside)).toMatchObject({ refusal: { code: 'barrier-open' } });
    expect(decideBarrier({ ...barrier, code: 'other' }, beside).ok).toBe(true);
  });

  it('stands there already, and should be gone later', () => {
    for (const wrong of [{ due: '2026-10-19' }, { since: '2026-10-23', due: '2026-10-30' }])
      expect(decideBarrier({ ...barrier, ...wrong }, alone)).toMatchObject({
        refusal: { code: 'barrier-days' },
      });
  });

  it('is not changed once it is gone', () => {
    const change = { owner: 'desk', ownerName: 'mw. Vos', note: 'gebeld', due: '2026-10-30' } as const;
    expect(decideBarrierChange(barrier, change)).toMatchObject({ value: { ...change, code: 'home-care' } });
    expect(decideBarrierChange(solved, change)).toMatchObject({ refusal: { code: 'barrier-solved' } });
    expect(decideBarrierChange(barrier, { ...change, due: '2026-10-01' }).ok).toBe(false);
  });

  it('goes once, not before it was there and not tomorrow', () => {
    const at = { now: 9, today: TODAY };
    expect(decideSolved(barrier, TODAY, at)).toMatchObject({ value: { solvedDay: TODAY, solvedAt: 9 } });
    expect(decideSolved(solved, TODAY, at)).toMatchObject({ refusal: { code: 'barrier-solved' } });
    for (const day of ['2026-10-19', '2026-10-23'])
      expect(decideSolved(barrier, day, at)).toMatchObject({ refusal: { code: 'barrier-days' } });
  });

  it('comes back, unless the same stands there anew', () => {
    expect(decideReopened(solved, '2026-10-29', alone)).toMatchObject({
      value: { solvedDay: null, solvedAt: null, due: '2026-10-29', since: '2026-10-20' },
    });
    expect(decideReopened(barrier, '2026-10-29', alone)).toMatchObject({
      refusal: { code: 'barrier-not-solved' },
    });
    expect(decideReopened(solved, '2026-10-29', beside)).toMatchObject({ refusal: { code: 'barrier-open' } });
    expect(decideReopened(solved, '2026-10-21', alone)).toMatchObject({ refusal: { code: 'barrier-days' } });
  });
});
