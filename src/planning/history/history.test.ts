import { describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY, FOREVER, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { seeded } from '#kernel/seeded.ts';
import { cellOfDay, openHistory } from './columns.ts';
import { FACT_KINDS, type Fact } from './types.ts';

const ZONE = 'Europe/Amsterdam';
/** Ten days in which the clock goes back an hour, on 25 October. */
const BORDERS = Array.from({ length: 11 }, (_, day) => instantOf(plusDays('2026-10-20', day), 0, ZONE));
const [FIRST = 0, LAST = 0] = [BORDERS[0], BORDERS.at(-1)];

const some = (count: number, seed: number): Fact[] => {
  const chance = seeded(seed);
  return Array.from({ length: count }, () => {
    const from = FIRST - 3 * DAY + Math.floor((chance() * 16 * DAY) / MINUTE) * MINUTE;
    return {
      kind: FACT_KINDS[Math.floor(chance() * FACT_KINDS.length)] ?? 'stay',
      product: PRODUCTS[Math.floor(chance() * PRODUCTS.length)] ?? 'grz',
      from,
      until: chance() < 0.1 ? FOREVER : from + Math.floor(chance() * 5 * 1440) * MINUTE,
    };
  });
};
const keptOf = (facts: readonly Fact[]) => {
  const history = openHistory();
  for (const fact of facts) history.add(fact);
  return history;
};
const dayOf = (at: Instant): number =>
  BORDERS.findIndex((border, day) => border <= at && at < (BORDERS[day + 1] ?? 0));

describe('the history of the region', () => {
  const facts = some(5000, 7);
  const history = keptOf(facts);

  it('knows how many were there at any moment', () => {
    for (const at of [FIRST - DAY, FIRST, FIRST + 5.5 * DAY, LAST - MINUTE, LAST + 9 * DAY])
      for (const kind of FACT_KINDS) {
        const counts = history.countAt(kind, at);
        for (const [index, product] of PRODUCTS.entries()) {
          const there = facts.filter(
            (fact) => fact.kind === kind && fact.product === product && fact.from <= at && at < fact.until,
          );
          expect(counts[index]).toBe(there.length);
        }
      }
  });

  it('adds up what began on each day of the calendar, also on the day of 25 hours', () => {
    const sums = history.sumDays(BORDERS);
    const slow = { begun: sums.begun.map(() => 0), minutes: sums.minutes.map(() => 0) };
    for (const fact of facts) {
      const day = dayOf(fact.from);
      if (day < 0) continue;
      const cell = cellOfDay(day, fact.product, fact.kind);
      slow.begun[cell] = (slow.begun[cell] ?? 0) + 1;
      const until = fact.until === FOREVER ? LAST : fact.until;
      slow.minutes[cell] = (slow.minutes[cell] ?? 0) + (until - fact.from) / MINUTE;
    }
    expect(sums).toEqual(slow);
    expect(sums.begun.reduce((all, each) => all + each, 0)).toBeGreaterThan(2000);
  });

  it('knows how many beds were in use on a day on average, by the hours people were there', () => {
    const presence = history.presence('stay', 'grz', BORDERS);
    for (const [day, mean] of presence.entries()) {
      const [begin = 0, end = 0] = [BORDERS[day], BORDERS[day + 1]];
      const hours = facts
        .filter((fact) => fact.kind === 'stay' && fact.product === 'grz')
        .reduce((sum, { from, until }) => sum + Math.max(0, Math.min(until, end) - Math.max(from, begin)), 0);
      expect(mean).toBeCloseTo(hours / (end - begin), 9);
    }
  });

  it('of one person all day is one, on the short day and on the long one', () => {
    const one = keptOf([{ kind: 'stay', product: 'grz', from: FIRST, until: FOREVER }]);
    expect([...one.presence('stay', 'grz', BORDERS)]).toEqual(BORDERS.slice(1).map(() => 1));
    expect([...one.presence('stay', 'respite', BORDERS)]).toEqual(BORDERS.slice(1).map(() => 0));
  });

  it('does not mind in which order it was told', () => {
    const other = keptOf(facts.toReversed());
    expect(other.sumDays(BORDERS)).toEqual(history.sumDays(BORDERS));
    expect(other.size).toBe(history.size);
  });

  it('of nothing is nothing', () => {
    const empty = openHistory();
    expect(empty.sumDays(BORDERS).begun.every((each) => each === 0)).toBe(true);
    expect([...empty.countAt('stay', FIRST + HOUR)]).toEqual(PRODUCTS.map(() => 0));
  });
});
