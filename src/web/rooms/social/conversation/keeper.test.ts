import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PartView } from '#modules/social/contract.ts';
import { noConnection, Problem } from '#web/api/problem.ts';
import { begunWith, type Held, makeKeeper, type Shelf } from './keeper.ts';

const part = (change: Partial<PartView> = {}): PartView => ({
  ...{ part: 'daily', mark: null, words: '', talk: false, version: 0, changedAt: null, changedBy: null },
  ...change,
});
const refused = (code: string, status: number): Problem =>
  new Problem({
    ...{ type: '', title: '', code, status, detail: '', detail_en: '', next: '', next_en: '' },
  });

let stands: PartView;
let line: 'up' | 'down';
let held: Held;
const shelf: Shelf = {
  put: async (_, said, seen) => {
    if (line === 'down') throw noConnection();
    if (seen !== stands.version) throw refused('version-stale', 412);
    stands = { ...stands, ...said, version: seen + 1 };
    return stands.version;
  },
  get: async () => stands,
};
const open = () => {
  held = begunWith([part()]);
  return makeKeeper(shelf, [part()], (next) => {
    held = next;
  });
};
const now = () => held.get('daily');

beforeEach(() => {
  vi.useFakeTimers();
  stands = part();
  line = 'up';
});
afterEach(() => vi.useRealTimers());

it('keeps what is typed by itself after a pause, once', async () => {
  const keeper = open();
  for (const words of ['K', 'Ko', 'Koken']) keeper.write('daily', { words });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stands).toMatchObject({ words: 'Koken', version: 1 });
  expect(now()).toMatchObject({ keeping: 'kept', version: 1 });
});

it('without a line what was typed stays, and goes by itself when there is one', async () => {
  const keeper = open();
  line = 'down';
  keeper.write('daily', { words: 'Koken', mark: 4 });
  expect(await keeper.keep()).toBe(false);
  expect(now()).toMatchObject({ keeping: 'waiting', said: { words: 'Koken', mark: 4 } });
  keeper.write('daily', { talk: true });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stands.version).toBe(0);
  line = 'up';
  await vi.advanceTimersByTimeAsync(3_000);
  expect(stands).toMatchObject({ words: 'Koken', mark: 4, talk: true });
  expect(await keeper.keep()).toBe(true);
});

it('lays what somebody else wrote beside it, and writes over nothing unread', async () => {
  const keeper = open();
  stands = part({ words: 'Lopen', version: 1 });
  keeper.write('daily', { words: 'Koken' });
  await keeper.keep();
  expect(now()).toMatchObject({ keeping: 'apart', theirs: { words: 'Lopen' }, said: { words: 'Koken' } });
  keeper.write('daily', { words: 'Koken en lopen' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stands.words).toBe('Lopen');
  keeper.settle('daily', 'mine');
  await vi.advanceTimersByTimeAsync(0);
  expect(stands).toMatchObject({ words: 'Koken en lopen', version: 2 });
});

it('takes what stands when that is chosen, and what was read again where nothing is typed', async () => {
  const keeper = open();
  stands = part({ words: 'Lopen', version: 1 });
  keeper.write('daily', { words: 'Koken' });
  await keeper.keep();
  keeper.settle('daily', 'theirs');
  expect(now()).toMatchObject({ keeping: 'kept', said: { words: 'Lopen' }, version: 1 });
  keeper.adopt([part({ words: 'Fietsen', version: 2 })]);
  expect(now()).toMatchObject({ said: { words: 'Fietsen' }, version: 2 });
});
