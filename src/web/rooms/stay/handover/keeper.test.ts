import { describe, expect, it } from 'vitest';
import type { HandoverView } from '#modules/stay/contract.ts';
import { Problem } from '#web/api/problem.ts';
import { bodyOf } from './draft.ts';
import { type Held, makeKeeper, type Shelf } from './keeper.ts';

const words = (text: string) => ({ text, none: false, without: [] });

const viewOf = (version: number, texts: Readonly<Record<string, string>>): HandoverView =>
  ({
    version,
    sections: Object.entries(texts).map(([code, text]) => ({ code, text, none: false, known: [] })),
  }) as unknown as HandoverView;

const stale = (): Problem =>
  new Problem({
    ...{ type: '', title: '', code: 'version-stale', status: 412 },
    ...{ detail: '', detail_en: '' },
    ...{ next: '', next_en: '' },
  });

/** A server with one handover; `texts` is what stands there. */
const openShelf = () => {
  const there = { version: 1, texts: { history: '', home: '' } as Record<string, string> };
  const shelf: Shelf = {
    put: async (view, typed) => {
      if (view.version !== there.version) throw stale();
      for (const { code, text } of bodyOf(typed)) there.texts[code] = text;
      there.version += 1;
      return viewOf(there.version, there.texts);
    },
    get: async () => viewOf(there.version, there.texts),
  };
  let held: Held | undefined;
  const keeper = makeKeeper(shelf, viewOf(1, there.texts), (now) => {
    held = now;
  });
  const now = (): Held => {
    if (held === undefined) throw new Error('nothing was shown');
    return held;
  };
  return { there, keeper, now };
};

describe('a handover that is kept by itself', () => {
  it('goes along with what somebody else wrote in another section', async () => {
    const { there, keeper, now } = openShelf();
    keeper.write('home', words('Trap'));
    there.texts['history'] = 'Beroerte';
    there.version = 5;
    expect((await keeper.keep())?.version).toBe(6);
    expect(there.texts).toEqual({ history: 'Beroerte', home: 'Trap' });
    expect(now().keeping).toBe('kept');
  });

  it('keeps its own text on the screen when somebody else wrote in the same section, until it is chosen', async () => {
    const { there, keeper, now } = openShelf();
    keeper.write('home', words('Trap'));
    there.texts['home'] = 'Lift';
    there.version = 5;
    expect(await keeper.keep()).toBeNull();
    expect(now()).toMatchObject({ keeping: 'apart', apart: ['home'] });
    expect(bodyOf(now().typed)).toEqual([{ code: 'home', ...words('Trap') }]);
    expect(there.texts['home']).toBe('Lift');
    keeper.settle('mine');
    await keeper.keep();
    expect(there.texts['home']).toBe('Trap');
  });

  it('takes the other text when that is chosen', async () => {
    const { there, keeper, now } = openShelf();
    keeper.write('home', words('Trap'));
    there.texts['home'] = 'Lift';
    there.version = 5;
    await keeper.keep();
    keeper.settle('theirs');
    expect(await keeper.keep()).toMatchObject({ version: 5 });
    expect(now()).toMatchObject({ keeping: 'kept', typed: {} });
    expect(there.texts['home']).toBe('Lift');
  });
});
