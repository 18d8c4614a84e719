import { describe, expect, it } from 'vitest';
import { differenceOf, nowOf, readable, STILL, turnedIn, turnedTo, wayOf } from './growth.ts';

const room = { name: 'Thuiskamer', halfDays: 2, living: 5, treatment: 3, nurses: 3 };
const figure = (mean: number, off: number) => ({ mean, from: mean - off, until: mean + off });

describe('a lever', () => {
  it('says what every room has, once when they are alike', () => {
    expect(nowOf('halfDays', [room, room])).toEqual([2]);
    expect(nowOf('halfDays', [room, { ...room, halfDays: 4 }])).toEqual([2, 4]);
    expect(nowOf('rooms', [room, room])).toEqual([2]);
  });

  it('asks nothing when it stands as it is today', () => {
    expect(turnedTo('nurses', 3, [room])).toBeNull();
    expect(turnedTo('nurses', 4, [room])).toBe(4);
    expect(turnedTo('halfDays', 2, [room, { ...room, halfDays: 4 }])).toBe(2);
    expect(turnedIn(STILL.levers)).toEqual([]);
    expect(turnedIn({ ...STILL.levers, halfDays: 6 })).toEqual([{ lever: 'halfDays', count: 6 }]);
  });
});

describe('a difference', () => {
  it('is counted in what is read', () => {
    expect(readable('chairUse', 0.456)).toBe(46);
    expect(readable('waitMeanWeeks', 2.34)).toBe(2.3);
    expect(differenceOf('waitMeanWeeks', figure(5.24, 0.1), figure(2.1, 0.1))).toEqual({
      by: -3.1,
      sure: true,
    });
    expect(differenceOf('served', null, figure(3, 1))).toBeNull();
  });

  it('is none when one of both could be the other', () => {
    const [today, near, far] = [figure(200, 20), figure(215, 10), figure(260, 30)];
    expect(wayOf(differenceOf('served', today, near) ?? { by: 0, sure: true })).toBe('same');
    expect(wayOf(differenceOf('served', today, far) ?? { by: 0, sure: true })).toBe('more');
    expect(wayOf(differenceOf('served', far, today) ?? { by: 0, sure: true })).toBe('less');
  });
});
