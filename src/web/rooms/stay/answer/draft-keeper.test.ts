import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerBoxes } from '#modules/stay/contract.ts';
import { Problem } from '#web/api/problem.ts';
import { type Known, makeKeeper, type OnScreen } from './draft-keeper.ts';

const EMPTY: AnswerBoxes = { seen: '', finding: '', advice: '', followUp: '' };

const refusal = (status: number, code: string): Problem =>
  new Problem({
    ...{ type: '', title: '', status, code },
    ...{ detail: '', detail_en: '', next: '', next_en: '' },
  });

/** One letter on a shelf for two hands, as the server keeps it. */
const makeShelf = () => {
  let kept: Known & { by: string | null } = { boxes: EMPTY, version: 1, by: null };
  let away = false;
  let puts = 0;
  return {
    shelf: {
      put: async ({ boxes, version }: Known) => {
        puts += 1;
        if (away) throw refusal(0, 'no-connection');
        if (version !== kept.version) throw refusal(412, 'version-stale');
        kept = { boxes, version: version + 1, by: 'Anja Mulder' };
        return kept.version;
      },
      get: async () => kept,
    },
    kept: () => kept,
    puts: () => puts,
    goAway: (is: boolean) => {
      away = is;
    },
    other: (boxes: AnswerBoxes) => {
      kept = { boxes, version: kept.version + 1, by: 'Bert Smit' };
    },
  };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const begin = () => {
  const shelf = makeShelf();
  let on: OnScreen = { boxes: EMPTY, draft: { state: 'kept' } };
  const keeper = makeKeeper(shelf.shelf, { boxes: EMPTY, version: 1 }, (next) => {
    on = next;
  });
  return { ...shelf, keeper, on: () => on };
};

describe('a draft that keeps itself', () => {
  it('goes once, a moment after the last letter', async () => {
    const { keeper, kept, puts } = begin();
    keeper.write({ seen: 'Valt' });
    await vi.advanceTimersByTimeAsync(500);
    keeper.write({ seen: 'Valt in de nacht' });
    await vi.advanceTimersByTimeAsync(500);
    expect(puts()).toBe(0);
    await vi.advanceTimersByTimeAsync(500);
    expect(puts()).toBe(1);
    expect(kept().boxes.seen).toBe('Valt in de nacht');
  });

  it('stays on the screen when there is no connection, and goes along later', async () => {
    const { keeper, kept, goAway, on } = begin();
    goAway(true);
    keeper.write({ seen: 'Valt' });
    expect(await keeper.keep()).toBe(false);
    expect(on()).toMatchObject({ boxes: { seen: 'Valt' }, draft: { state: 'failed' } });
    goAway(false);
    expect(await keeper.keep()).toBe(true);
    expect(kept().boxes.seen).toBe('Valt');
  });

  it('meets what a colleague wrote: both lie open, and what is chosen is kept', async () => {
    const { keeper, kept, other, on } = begin();
    other({ ...EMPTY, seen: 'Slaapt slecht' });
    keeper.write({ seen: 'Valt' });
    expect(await keeper.keep()).toBe(false);
    expect(on()).toMatchObject({
      boxes: { seen: 'Valt' },
      draft: { state: 'apart', theirs: { seen: 'Slaapt slecht' }, by: 'Bert Smit' },
    });
    keeper.write({ seen: 'Valt vaak' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kept().boxes.seen).toBe('Slaapt slecht');
    keeper.settle({ ...EMPTY, seen: 'Slaapt slecht\n\nValt vaak' });
    await vi.advanceTimersByTimeAsync(1);
    expect(kept().boxes.seen).toBe('Slaapt slecht\n\nValt vaak');
    expect(on().draft.state).toBe('kept');
  });

  it('never meets its own text: who keeps twice at once, and types on, is one hand', async () => {
    const { keeper, kept, on } = begin();
    keeper.write({ seen: 'Valt' });
    const first = keeper.keep();
    keeper.write({ seen: 'Valt', finding: 'Duizelig' });
    const all = await Promise.all([first, keeper.keep(), keeper.keep()]);
    expect(all).toEqual([true, true, true]);
    expect(on().draft.state).toBe('kept');
    expect(kept().boxes).toMatchObject({ seen: 'Valt', finding: 'Duizelig' });
  });

  it('takes over what a colleague wrote only while nothing is typed here', () => {
    const { keeper, on } = begin();
    keeper.adopt({ boxes: { ...EMPTY, advice: 'Rollator' }, version: 2 });
    expect(on().boxes.advice).toBe('Rollator');
    keeper.write({ advice: 'Rollator en traphek' });
    keeper.adopt({ boxes: { ...EMPTY, advice: 'Niets' }, version: 3 });
    expect(on().boxes.advice).toBe('Rollator en traphek');
  });
});
