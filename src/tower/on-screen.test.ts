import { describe, expect, it } from 'vitest';
import { MINUTE } from '#kernel/interval.ts';
import { openOnScreen } from './on-screen.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const keeping = () => {
  const onScreen = openOnScreen();
  const written: string[] = [];
  const show = (screen: string, ids: readonly string[], now = NOW): Promise<void> =>
    onScreen.show(screen, ids, now, async (fresh) => void written.push(`${screen}: ${fresh.join(' ')}`));
  return { onScreen, written, show };
};

describe('a row that stays open', () => {
  it('is one look at each who stands in it, until a quarter of an hour later', async () => {
    const { written, show } = keeping();
    await show('desk', ['a', 'b']);
    await show('desk', ['a', 'b']);
    await show('desk', ['b', 'c'], NOW + 14 * MINUTE);
    await show('desk', ['a', 'b', 'c'], NOW + 15 * MINUTE);
    await show('desk', ['a', 'b', 'c'], NOW - 15 * MINUTE);
    expect(written).toEqual(['desk: a b', 'desk: c', 'desk: a b', 'desk: a b c']);
  });

  it('is another look on another screen', async () => {
    const { written, show } = keeping();
    await show('desk', ['a']);
    await show('plan', ['a']);
    expect(written).toEqual(['desk: a', 'plan: a']);
  });

  it('shows nobody before the line stands: who asks at the same moment waits for it', async () => {
    const { onScreen, written, show } = keeping();
    const log = Promise.withResolvers<void>();
    const first = onScreen.show('desk', ['a'], NOW, () => log.promise);
    const second = show('desk', ['a']);
    log.resolve();
    await Promise.all([first, second]);
    expect(written).toEqual([]);
  });

  it('is written by the next who asks when the log was away', async () => {
    const { onScreen, written, show } = keeping();
    const away = onScreen.show('desk', ['a'], NOW, () => Promise.reject(new Error('the log is away')));
    await expect(away).rejects.toThrow('the log is away');
    await show('desk', ['a']);
    expect(written).toEqual(['desk: a']);
  });
});
