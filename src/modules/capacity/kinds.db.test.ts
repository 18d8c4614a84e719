import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SmallHouse } from '#demo/small-house.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { type CountingHouse, NOW, openCountingHouse } from './counts.fixture.ts';
import { changeProducts } from './service-counts.ts';
import { holdPlaces } from './service-hold.ts';
import { confirmTeam, countTeam, endStop, reportLoad, startStop } from './service-kinds.ts';
import { confirmUnit } from './service-unit.ts';
import { loadTeams, openStop, putTeams } from './store-kinds.ts';
import { readFacts } from './store-picture.ts';
import type { TeamCount } from './types-kinds.ts';

let counting: CountingHouse;
beforeAll(async () => {
  counting = await openCountingHouse();
});
afterAll(() => counting.house.close());
beforeEach(() => counting.begin());

const small = () => counting.house.small;
const ward = () => small().wards[0];
const as: SmallHouse['as'] = (who, work, now) => counting.house.as(who, work, now);

describe('the sum of a unit (reliability 10, 11 and 12)', () => {
  it('is conserved whatever is published, held and closed; what is claimed never counts as free', async () => {
    const acts = fc.array(
      fc.tuple(fc.constantFrom('publish', 'hold', 'close'), fc.integer({ min: 0, max: 5 })),
      { minLength: 2, maxLength: 8 },
    );
    let now = NOW + 2 * DAY;
    const act = async (kind: string, n: number): Promise<void> => {
      now += 1_000;
      if (kind === 'publish') await counting.publish(n, {}, now);
      else if (kind === 'hold') await counting.hold(n, now);
      else await counting.close(n, now);
    };
    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        await counting.begin();
        await counting.publish(3, {}, ++now);
        for (const [kind, n] of steps) {
          await act(kind, n);
          const { best, facts } = await counting.look(now);
          const count = (state: string): number => best.filter((each) => each === state).length;
          expect(count('free') + count('held') + count('occupied') + count('closed')).toBe(6);
          const claimed = facts.claims.filter((claim) => claim.displacedAt === null);
          const taken = facts.places.flatMap((place, i) =>
            claimed.some((claim) => claim.placeId === place.id) ? best[i] : [],
          );
          expect(taken.filter((state) => state !== 'held' && state !== 'closed')).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('shows what is held as held, not as nothing and not as occupied', async () => {
    await counting.publish(2);
    await counting.hold(0);
    const { best } = await counting.look();
    expect(best.toSorted()).toEqual(['free', 'held', 'occupied', 'occupied', 'occupied', 'occupied']);
  });
});

describe('a flex bed', () => {
  const place = () => small().places[1][0] as string;
  const change = (products: Product[], who = small().wards[1]) =>
    as(who, (tx, at) => changeProducts(tx, { placeId: place(), products }, at));

  it('becomes what it may become, by its own ward, and nothing else', async () => {
    expect(await change(['elv-low'])).toMatchObject({ refusal: { code: 'not-flex' } });
    await as(ward(), (tx) =>
      rows(tx, "update capacity_place set flex = '{elv-low,elv-high}' where id = $1", [place()]),
    );
    expect(await change(['elv-low'], small().wards[0])).toMatchObject({
      refusal: { code: 'other-unit' },
    });
    expect(await change(['grz'])).toMatchObject({ refusal: { code: 'not-flex' } });
    expect(await change(['elv-low'])).toMatchObject({ ok: true, value: { products: ['elv-low'] } });
    const facts = await as(ward(), (tx) => readFacts(tx, [small().units[1]], NOW, () => 'Europe/Amsterdam'));
    expect(facts.get(small().units[1])?.places.find((each) => each.id === place())?.products).toEqual([
      'elv-low',
    ]);
  });

  it('stays what it is while somebody was promised it for that', async () => {
    await change(['elv-low', 'elv-high']);
    await as(small().wards[1], (tx, at) => confirmUnit(tx, small().units[1], 'tap', at));
    const command = {
      claimId: newId(),
      placeId: place(),
      subject: newId(),
      product: 'elv-high' as const,
      from: NOW,
      expiresAt: NOW + HOUR,
    };
    const [held] = await as(ward(), (tx, at) => holdPlaces(tx, [{ command, actor: ward() }], at));
    expect(held).toMatchObject({ ok: true });
    expect(await change(['elv-low'])).toMatchObject({ refusal: { code: 'bed-promised' } });
    expect(await change(['elv-high'])).toMatchObject({ ok: true });
  });
});

describe('a team in the neighbourhood', () => {
  const teamId = newId();
  const plain = { free: 2, waitingDays: null, closedUntil: null };
  const count = (more: Partial<TeamCount> = {}, who = ward(), source: 'tap' | 'phone' = 'tap', now = NOW) =>
    as(who, (tx, at) => countTeam(tx, { teamId, ...plain, freshUntil: null, source, ...more }, at), now);
  const confirm = (now = NOW) => as(ward(), (tx, at) => confirmTeam(tx, { teamId, source: 'tap' }, at), now);
  const teams = () => as(ward(), (tx) => loadTeams(tx));
  beforeAll(async () => {
    const team = { id: teamId, organisationId: ward().organisationId, name: 'Team Peelo', pc4s: ['9403'] };
    await as(ward(), (tx) =>
      putTeams(tx, [{ ...team, neighbourhood: 'Peelo', kind: 'home-care', phone: '0592-00 52 01' }]),
    );
  });

  it('has no number before it told one, and cannot stand by none', async () => {
    expect(await teams()).toMatchObject([{ name: 'Team Peelo', count: null }]);
    expect(await confirm()).toMatchObject({ refusal: { code: 'no-count-yet' } });
  });

  it('tells its number, stands by it with one tap, and says how long one waits when it is full', async () => {
    expect(await count()).toMatchObject({ ok: true, value: { count: { free: 2, asOf: NOW } } });
    await confirm(NOW + HOUR);
    expect(await teams()).toMatchObject([{ count: { free: 2, asOf: NOW + HOUR } }]);
    const full = { free: 0, waitingDays: 9, closedUntil: '2026-12-01' };
    await count(full, ward(), 'tap', NOW + 2 * HOUR);
    expect(await teams()).toMatchObject([{ count: full }]);
  });

  it('is told by its own organisation, or by the desk on the telephone', async () => {
    expect(await count({}, small().wards[1])).toMatchObject({ refusal: { code: 'other-team' } });
    expect(await count({}, small().desk)).toMatchObject({ refusal: { code: 'other-team' } });
    expect(await count({}, small().desk, 'phone')).toMatchObject({ ok: true });
  });
});

describe('a hospital', () => {
  const kind = 'emergency' as const;
  const report = (value: number, siteId: string, who = small().transfer) =>
    as(who, (tx, at) => reportLoad(tx, { siteId, kind, value, source: 'tap' }, at));

  it('counts on and on: nothing it told before changes', async () => {
    const siteId = small().hospital;
    expect(await report(12, siteId)).toMatchObject({ ok: true });
    await report(15, siteId);
    const told = await as(ward(), (tx) =>
      rows<{ value: number }>(tx, 'select value from capacity_load_view order by id'),
    );
    expect(told.map((each) => each.value)).toEqual([12, 15]);
    expect(await report(1, siteId, ward())).toMatchObject({ refusal: { code: 'other-hospital' } });
    const home = small().sites[0];
    expect(await report(1, home, ward())).toMatchObject({ refusal: { code: 'hospital-unknown' } });
  });

  it('stops with a reason and an expected end, says it anew, and takes people in again', async () => {
    const siteId = small().hospital;
    const stop = (reason: 'full' | 'no-staff', until: number, now = NOW) =>
      as(small().transfer, (tx, at) => startStop(tx, { siteId, kind, reason, until }, at), now);
    const end = (now: number) => as(small().transfer, (tx, at) => endStop(tx, { siteId, kind }, at), now);
    expect(await stop('full', NOW)).toMatchObject({ refusal: { code: 'end-before-start' } });
    expect(await stop('full', NOW + 2 * HOUR)).toMatchObject({ ok: true });
    expect(await stop('no-staff', NOW + 4 * HOUR, NOW + HOUR)).toMatchObject({
      value: { reason: 'no-staff', during: { from: NOW, until: NOW + 4 * HOUR } },
    });
    await end(NOW + 2 * HOUR);
    expect(await as(ward(), (tx) => openStop(tx, siteId, kind))).toBeNull();
    expect(await end(NOW + 2 * HOUR)).toMatchObject({ ok: true });
  });
});
