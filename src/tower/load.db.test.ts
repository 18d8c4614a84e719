import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmallHouse, type SmallHouse } from '#demo/small-house.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import { insertLoads, loadPicture, reportLoad, startStop } from '#modules/capacity/index.ts';
import type { LoadKind } from '#modules/capacity/types.ts';
import { newId } from '#platform/db/ids.ts';
import { type LiveLoads, openLoads } from './load.ts';

/** A Monday morning, eleven in Assen; the clock went back a month before. */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const WEEK = 7 * DAY;

let house: SmallHouse;
let loads: LiveLoads;
const site = () => house.small.hospital;

/** The same hour by the clock of the region, some weeks back: in summer that is an hour earlier in UTC. */
const weeksBack = (weeks: number): Instant => NOW - weeks * WEEK - (weeks > 4 ? HOUR : 0);

beforeAll(async () => {
  house = await openSmallHouse({ now: NOW });
  const row = (value: number, asOf: Instant, kind: LoadKind = 'emergency') => ({
    ...{ id: newId(), siteId: site(), kind, value, asOf, source: 'tap', actor: 'tester' },
  });
  await house.as(house.small.transfer, async (tx) => {
    // Week after week one more at this hour; right after it a number that must not be counted.
    await insertLoads(tx, [
      ...Array.from({ length: 20 }, (_, i) => row(10 + i, weeksBack(i + 1) - HOUR)),
      ...Array.from({ length: 20 }, (_, i) => row(500, weeksBack(i + 1) + HOUR)),
      row(33, NOW - HOUR),
      row(7, NOW - HOUR, 'hospital'),
    ]);
  });
  const picture = await house.database.transaction({ actor: 'tester', organisationId: null }, (tx) =>
    loadPicture(tx, NOW),
  );
  loads = openLoads(house.database, picture);
});
afterAll(() => house.close());

describe('how busy a hospital is', () => {
  it('stands beside what is usual at this hour of this weekday in the last half year', async () => {
    const [emergency, ready] = await loads.current(NOW);
    expect(emergency).toMatchObject({ kind: 'emergency', value: 33, stop: null, site: 'Huis zkh' });
    expect(emergency?.usual).toEqual({ low: 11, high: 28, max: 29 });
    // Seven people once is no history.
    expect(ready).toMatchObject({ kind: 'hospital', value: 7, usual: null });
  });

  it('is read again as soon as the hospital tells something, and not before', async () => {
    const acting = house.small.transfer;
    await house.as(acting, (tx, doing) =>
      reportLoad(tx, { siteId: site(), kind: 'emergency', value: 40, source: 'tap' }, doing),
    );
    expect((await loads.current(NOW + 1))[0]?.value).toBe(33);
    const line = {
      xid: '1',
      id: 1,
      at: NOW,
      subject: site(),
      unitId: null,
      organisationId: null,
      actor: 'x',
    };
    loads.hear([{ ...line, room: 'capacity', event: 'held', body: {} }]);
    expect((await loads.current(NOW + 2))[0]?.value).toBe(33);
    loads.hear([{ ...line, room: 'capacity', event: 'load-reported', body: {} }]);
    expect((await loads.current(NOW + 3))[0]?.value).toBe(40);
  });

  it('says nothing any more when it told too long ago, but a stop stands until the hospital ends it', async () => {
    const until = NOW + 2 * HOUR;
    await house.as(house.small.transfer, (tx, doing) =>
      startStop(tx, { siteId: site(), kind: 'emergency', reason: 'full', until }, doing),
    );
    const [emergency] = await loads.current(NOW + 13 * HOUR);
    expect(emergency).toMatchObject({
      value: null,
      figure: { phase: 'too-old' },
      stop: { reason: 'full', until: '2026-11-23T12:00:00Z' },
    });
  });
});
