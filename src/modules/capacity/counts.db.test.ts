import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SmallHouse } from '#demo/small-house.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import type { Professional } from '#modules/region/types.ts';
import { type CountingHouse, NOW, openCountingHouse } from './counts.fixture.ts';
import { chooseReport, publishCounts } from './service-counts.ts';
import { releaseClaim } from './service-plan.ts';
import { confirmUnit } from './service-unit.ts';

let counting: CountingHouse;
beforeAll(async () => {
  counting = await openCountingHouse();
});
afterAll(() => counting.house.close());
beforeEach(() => counting.begin());

const small = () => counting.house.small;
const ward = () => small().wards[0];
const as: SmallHouse['as'] = (who, work, now) => counting.house.as(who, work, now);

describe('a house that reports only numbers', () => {
  it('opens so many places, holds take them, and the one after the last is refused', async () => {
    await counting.publish(2);
    expect(await counting.free()).toBe(2);
    expect(await counting.hold(0)).toMatchObject({ ok: true });
    expect(await counting.free()).toBe(1);
    expect(await counting.hold(1)).toMatchObject({ ok: true });
    expect(await counting.free()).toBe(0);
    expect(await counting.hold(2)).toMatchObject({ ok: false, refusal: { code: 'not-published' } });
    expect(await counting.hold(0)).toMatchObject({ ok: false, refusal: { code: 'place-taken' } });
  });

  it('gives no place its number does not open, however empty it looks', async () => {
    await counting.publish(1);
    expect(await counting.state(3)).toBe('occupied');
    expect(await counting.hold(3)).toMatchObject({ ok: false, refusal: { code: 'not-published' } });
  });

  it('keeps what is held and adds what a newer number opens: it knows of the hold', async () => {
    await counting.publish(1);
    await counting.hold(0);
    expect(await counting.free()).toBe(0);
    await counting.publish(2, {}, NOW + MINUTE);
    expect(await counting.free(NOW + MINUTE)).toBe(2);
    expect(await counting.state(0, NOW + MINUTE)).toBe('held');
  });

  it('takes a hold off that was made after the moment of the number, also when the number comes later', async () => {
    await counting.hold(0, NOW);
    await counting.publish(2, { asOf: NOW }, NOW);
    const held = await counting.hold(1, NOW + MINUTE);
    expect(held).toMatchObject({ ok: true });
    await counting.publish(2, { asOf: NOW + MINUTE / 2 }, NOW + 2 * MINUTE);
    expect(await counting.free(NOW + 2 * MINUTE)).toBe(1);
  });

  it('opens the place again when a hold is given back (reliability 10: automation does not only take off)', async () => {
    await counting.publish(1);
    const held = await counting.hold(0);
    expect(await counting.free()).toBe(0);
    if (!held.ok) throw new Error('not held');
    await as(ward(), (tx, at) => releaseClaim(tx, held.value.command.claimId, at));
    expect(await counting.free()).toBe(1);
  });

  it('stands by what its screen shows: "klopt nog" does not open what was claimed since', async () => {
    await counting.publish(2);
    await counting.hold(0);
    await as(ward(), (tx, at) => confirmUnit(tx, counting.unitId, 'tap', at), NOW + 30 * MINUTE);
    expect(await counting.free(NOW + 30 * MINUTE)).toBe(1);
    // The hold ran out since; the house stood by one while it was there.
    expect(await counting.free(NOW + HOUR)).toBe(1);
  });

  it('says zero as an answer, and unknown for what it never told', async () => {
    await counting.publish(0);
    const at = await counting.look();
    expect(at.products.get('elv-high')).toMatchObject({ phase: 'fresh' });
    expect(await counting.free()).toBe(0);
    expect(at.products.get('elv-low')?.phase).toBe('never');
    expect(at.products.get('elv-low')?.standings.every((each) => each.state === 'unknown')).toBe(true);
    expect(await counting.hold(0, NOW, 'elv-low')).toMatchObject({
      ok: false,
      refusal: { code: 'stale-figure' },
    });
  });

  it('is unknown past the moment the house named, and past the limit of the region whatever it named', async () => {
    await counting.publish(2, { freshUntil: NOW + HOUR });
    expect(await counting.state(0, NOW + HOUR - 1)).toBe('free');
    expect(await counting.state(0, NOW + HOUR)).toBe('unknown');
    expect(await counting.hold(0, NOW + HOUR)).toMatchObject({
      ok: false,
      refusal: { code: 'stale-figure' },
    });
    await counting.publish(2, { freshUntil: NOW + 48 * HOUR });
    expect(await counting.state(0, NOW + 13 * HOUR)).toBe('unknown');
  });

  it('is refused with a number that cannot be right', async () => {
    await counting.publish(1);
    expect(await counting.publish(7)).toMatchObject({ refusal: { code: 'more-than-there-are' } });
    expect(await counting.publish(1, { numbers: [{ product: 'grz', free: 0 }] })).toMatchObject({
      refusal: { code: 'product-not-here' },
    });
    expect(await counting.publish(1, { asOf: NOW + HOUR })).toMatchObject({
      refusal: { code: 'in-the-future' },
    });
    expect(await counting.publish(1, { asOf: NOW - HOUR })).toMatchObject({
      refusal: { code: 'older-figure' },
    });
    expect(await counting.publish(1, { freshUntil: NOW })).toMatchObject({
      refusal: { code: 'end-before-start' },
    });
    expect(await counting.free()).toBe(1);
  });

  it('is told by its own people, or by the desk that heard it on the telephone', async () => {
    const numbers = [{ product: 'elv-high' as const, free: 3 }];
    const told = { unitId: counting.unitId, numbers, asOf: NOW, freshUntil: null };
    const by = (who: Professional, source: 'tap' | 'phone') =>
      as(who, (tx, at) => publishCounts(tx, { ...told, source }, at));
    expect(await by(small().wards[1], 'tap')).toMatchObject({ refusal: { code: 'other-unit' } });
    expect(await by(small().desk, 'tap')).toMatchObject({ refusal: { code: 'other-unit' } });
    expect(await by(small().desk, 'phone')).toMatchObject({ ok: true });
  });

  it('is no ward that tells its beds, unless it chose so', async () => {
    await as(ward(), (tx, at) => chooseReport(tx, { unitId: counting.unitId, kind: 'beds' }, at));
    expect(await counting.publish(1)).toMatchObject({ refusal: { code: 'tells-its-beds' } });
    expect(await counting.free()).toBe(6);
  });

  it('is held once, however many ask for its last place at the same moment', async () => {
    await counting.publish(1);
    const results = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => counting.hold(index)));
    expect(results.filter((each) => each.ok)).toHaveLength(1);
  });
});
