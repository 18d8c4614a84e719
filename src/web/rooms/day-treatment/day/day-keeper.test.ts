import { beforeEach, describe, expect, it } from 'vitest';
import type { ActsBody } from '#modules/day-treatment/contract.ts';
import { clearShelf } from '#web/api/kept-day.ts';
import { DayKeeper, type Wire } from './day-keeper.ts';
import { listOf, NINE, ROOM, shelfInMemory, visitOf } from './own-acts.fixture.ts';

const PIN = '271828';
const LIST = listOf([visitOf('Adema'), visitOf('Bruins', 30)]);
/** The clock of the region runs this much before that of the tablet. */
const AHEAD = -40 * 24 * 3_600_000;
const WHO = { byName: 'R. Adema', ahead: AHEAD };

/** A house that keeps acts by their id, behind a network that loses questions and answers. */
const houseBehind = (loses: (question: number) => 'question' | 'answer' | null) => {
  const stands = new Map<string, ActsBody['acts'][number]>();
  const told: string[] = [];
  let questions = 0;
  const wire: Wire = async (_halfDay, { acts }) => {
    const lost = loses(++questions);
    if (lost === 'question') throw new Error('lost');
    for (const act of acts) {
      told.push(act.id);
      stands.set(act.id, act);
    }
    if (lost === 'answer') throw new Error('lost');
    return { kept: acts.map(({ id }) => id), refused: [] };
  };
  return { wire, stands, told };
};

let now = NINE;
let shelf = shelfInMemory();
const clock = (): number => now;
const tablet = (wire: Wire): DayKeeper => new DayKeeper(shelf, wire, clock, () => now - AHEAD);
const silent: Wire = () => Promise.reject(new Error('no network'));
const waiting = (keeper: DayKeeper): number =>
  keeper.now().own.filter(({ state }) => state === 'waiting').length;

beforeEach(() => {
  now = NINE;
  shelf = shelfInMemory();
});

const opened = async (wire: Wire): Promise<DayKeeper> => {
  const keeper = tablet(wire);
  await keeper.look();
  await keeper.begin(PIN, LIST, WHO);
  return keeper;
};

describe('a half-day on a tablet', () => {
  it('opens with its PIN on a tablet that was switched off, with every act', async () => {
    const first = await opened(silent);
    await first.add({ visitId: 'Adema', kind: 'arrived' });
    const again = tablet(silent);
    expect(await again.look()).toBe(AHEAD);
    expect(again.now()).toMatchObject({ phase: 'locked', list: null });
    expect(await again.unlock('000000')).toBe(false);
    expect(again.now().triesLeft).toBe(4);
    expect(await again.unlock(PIN)).toBe(true);
    expect(again.now().list).toEqual(LIST);
    expect(again.now().own).toMatchObject([{ visitId: 'Adema', kind: 'arrived', byName: 'R. Adema' }]);
  });

  it('shows nobody who takes the tablet along a name or what was measured', async () => {
    const keeper = await opened(silent);
    await keeper.add({ visitId: 'Adema', kind: 'deviated', body: { note: 'duizelig' } });
    expect(shelf.text()).not.toMatch(/Mw\.|1962|Oefen|duizelig|deviated/);
  });

  it('gives the list up after five wrong PINs, and keeps what the house does not have yet', async () => {
    const house = houseBehind((n) => (n === 1 ? null : 'question'));
    const keeper = await opened(house.wire);
    await keeper.add({ visitId: 'Adema', kind: 'arrived' });
    await keeper.send(ROOM);
    await keeper.add({ visitId: 'Bruins', kind: 'arrived' });
    keeper.lock();
    for (let tries = 0; tries < 5; tries++) await keeper.unlock('111222');
    expect(keeper.now()).toMatchObject({ phase: 'none', wiped: true, list: null });
    expect(await shelf.day()).toBeNull();
    expect(keeper.now().own).toMatchObject([{ visitId: 'Bruins', state: 'waiting' }]);
    // Without any PIN it goes as soon as somebody of the room is signed in, also after the tablet was switched off.
    const back = houseBehind(() => null);
    const later = tablet(back.wire);
    await later.look();
    await later.send(ROOM);
    expect([...back.stands.values()]).toMatchObject([{ visitId: 'Bruins', kind: 'arrived' }]);
    expect(await shelf.acts()).toEqual([]);
  });

  it('counts a wrong PIN before it is tried', async () => {
    const keeper = await opened(silent);
    keeper.lock();
    const trying = keeper.unlock('111222');
    await Promise.resolve();
    expect((await shelf.day())?.tries).toBe(1);
    await trying;
  });

  it('leaves nothing but what waits behind when somebody signs out', async () => {
    const keeper = await opened(silent);
    await keeper.add({ visitId: 'Adema', kind: 'arrived' });
    keeper.forgotten();
    await clearShelf(shelf);
    expect(keeper.now()).toMatchObject({ phase: 'none', list: null });
    expect([await shelf.day(), waiting(keeper)]).toEqual([null, 1]);
  });

  it('gives the day up two hours after its end, open or not', async () => {
    const keeper = await opened(silent);
    now = NINE + 5 * 3_600_000;
    await keeper.tidy();
    expect(keeper.now().phase).toBe('open');
    now = NINE + 6 * 3_600_000;
    await keeper.tidy();
    expect([keeper.now().phase, await shelf.day()]).toEqual(['none', null]);
    const other = await opened(silent);
    other.lock();
    now += 24 * 3_600_000;
    const next = tablet(silent);
    await next.look();
    expect(next.now().phase).toBe('none');
  });

  it('loses no act and does none twice, whatever the network loses', async () => {
    const house = houseBehind((n) => (n % 3 === 1 ? 'answer' : n % 3 === 2 ? 'question' : null));
    const keeper = await opened(house.wire);
    for (let i = 0; i < 200; i++) {
      await keeper.add({
        visitId: i % 2 === 0 ? 'Adema' : 'Bruins',
        kind: 'measured',
        body: { pulse: 60 + (i % 40) },
      });
      if (i % 7 === 0) await keeper.send(ROOM).catch(() => undefined);
    }
    while (waiting(keeper) > 0) await keeper.send(ROOM).catch(() => undefined);
    expect(house.stands.size).toBe(200);
    // Some were told twice; under their id they stand there once.
    expect(house.told.length).toBeGreaterThan(200);
    const times = [...house.stands.values()].map(({ at }) => at);
    expect(new Set(times).size).toBe(200);
  });

  it('writes down what is done after what its nurse saw, whoever has the slower clock', async () => {
    const keeper = await opened(silent);
    await keeper.add({ visitId: 'Adema', kind: 'arrived' });
    const [arrived] = keeper.now().own;
    if (arrived === undefined) throw new Error('the act is gone');
    const ahead = { ...arrived, id: 'other', at: new Date(NINE + 300_000).toISOString() };
    await keeper.take(listOf([visitOf('Adema', 0, { acts: [ahead] }), visitOf('Bruins', 30)]));
    await keeper.add({ visitId: 'Adema', kind: 'deviated', body: { note: 'later' } });
    expect(keeper.now().own.at(-1)?.at).toBe(new Date(NINE + 300_001).toISOString());
  });

  it('gives up the second copy of an act once the house tells it back', async () => {
    const house = houseBehind(() => null);
    const keeper = await opened(house.wire);
    await keeper.add({ visitId: 'Adema', kind: 'arrived' });
    await keeper.send(ROOM);
    await keeper.take(LIST);
    expect(keeper.now().own).toHaveLength(1);
    const [sent] = keeper.now().own;
    if (sent === undefined) throw new Error('the act is gone');
    await keeper.take(listOf([visitOf('Adema', 0, { acts: [sent] }), visitOf('Bruins', 30)]));
    expect([keeper.now().own, await shelf.acts()]).toEqual([[], []]);
  });

  it('keeps what the house does not take until somebody saw it', async () => {
    const keeper = await opened(async (_id, { acts }) => ({
      kept: [],
      refused: acts.map(({ id }) => ({ id, code: 'visit-unknown' })),
    }));
    await keeper.add({ visitId: 'Adema', kind: 'arrived' });
    await keeper.send(ROOM);
    expect(keeper.now().own).toMatchObject([{ state: 'refused' }]);
    await keeper.dismiss(keeper.now().own[0]?.id ?? '');
    expect(await shelf.acts()).toEqual([]);
  });

  it('sends nothing of another room', async () => {
    const keeper = await opened(silent);
    await keeper.add({ visitId: 'Adema', kind: 'arrived' });
    await keeper.send('another room');
    expect(waiting(keeper)).toBe(1);
    await expect(keeper.send(ROOM)).rejects.toThrow('no network');
    expect(keeper.now().stuck).toMatchObject({ since: NINE });
  });
});
