import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { newId } from '#platform/db/ids.ts';
import { actsOf, claimVersion, moment } from './stay-acts.fixture.ts';
import { openStayHouse } from './stay-house.fixture.ts';

const ZONE = 'Europe/Amsterdam';
/** Four days before the clock goes back. */
const NOW = instantOf('2026-10-21', 11 * 60 + 41, ZONE);

let stays: Awaited<ReturnType<typeof openStayHouse>>;
let own: ReturnType<typeof actsOf>;

beforeAll(async () => {
  stays = await openStayHouse(NOW, 'reo-observation');
  own = actsOf(stays);
  await stays.house.owner.query(
    "update capacity_place set products = array['reo-observation', 'elv-high', 'elv-low']",
  );
});
afterEach(() => {
  stays.house.clock.at = NOW;
});
afterAll(() => stays.house.close());

describe('nine days', () => {
  it('are nine local days, whichever way an end is asked; the alarm goes two days before', async () => {
    const { stayId, claimId } = await stays.admit();
    const stay = await own.seen(stayId);
    const version = claimVersion(stay);
    // Half an hour before midnight of the ninth day, in winter time, is still the ninth day.
    const last = await own.done(stayId, 'expected-end', { until: moment('2026-10-29', 1410) }, version);
    expect(last.expectedEnd).toBe('2026-10-29T22:30:00Z');
    const over = { until: moment('2026-10-30', 0) };
    expect(await own.refused(stayId, 'expected-end', over, version + 1)).toBe('beyond-pathway');
    const around = await stays.house.post(own.ward, `/claims/${claimId}/expected-end`, over, {
      version: version + 1,
    });
    expect(around.json<{ code: string }>().code).toBe('beyond-pathway');
    stays.house.clock.at = instantOf('2026-10-26', 1439, ZONE);
    expect((await own.seen(stayId)).alarm).toBe(false);
    stays.house.clock.at = instantOf('2026-10-27', 0, ZONE);
    expect(await own.seen(stayId)).toMatchObject({ alarm: true, day: 7, daysLeft: 2 });
  });

  it('are more by a decision, and whoever was planned behind visibly loses that bed', async () => {
    const { stayId, placeId, claimId } = await stays.admit();
    const planned = newId();
    await stays.house.owner.query(
      `insert into capacity_claim (id, place_id, subject, kind, product, during, source, made_at)
       values ($1, $2, $3, 'reserved', 'elv-high', tstzrange($4, $5), 'work', $6)`,
      [planned, placeId, newId(), ...[moment('2026-10-30'), moment('2026-11-20')], new Date(NOW)],
    );
    const decision = { untilDay: '2026-11-02', reason: 'wacht op uitslag', decidedBy: 'dr. Vos', role: 'gp' };
    const answer = await own.act(stayId, 'extension', decision);
    expect(answer.json<{ stay: StayView; displaced: number }>()).toMatchObject({
      displaced: 1,
      stay: { lastDay: '2026-11-02', expectedEnd: moment('2026-11-02'), extensions: [decision] },
    });
    const { rows } = await stays.house.owner.query<{ displaced: boolean }>(
      'select displaced_at is not null as displaced from capacity_claim where id = $1',
      [planned],
    );
    expect(rows).toEqual([{ displaced: true }]);
    // By the bed it is the same: until the decided day, and no day more.
    const version = claimVersion(await own.seen(stayId));
    const until = { until: moment('2026-11-02', 900) };
    const moved = await stays.house.post(own.ward, `/claims/${claimId}/expected-end`, until, { version });
    expect(moved.statusCode).toBe(200);
  });
});

describe('another care', () => {
  it('is under the pathway of today and counts anew; what came before keeps its own', async () => {
    const { stayId, claimId } = await stays.admit();
    const { version } = await own.seen(stayId);
    expect(await own.refused(stayId, 'care', { product: 'reo-observation' }, version)).toBe('same-care');
    expect(await own.refused(stayId, 'care', { product: 'grz' }, version)).toBe('product-not-here');
    expect((await own.seen(stayId)).courses).toHaveLength(1);
    stays.house.clock.at = NOW + 3 * DAY;
    const stay = await own.done(stayId, 'care', { product: 'elv-high' }, version);
    expect(stay).toMatchObject({ product: 'elv-high', day: 4, lastDay: '2027-01-24', answers: false });
    expect(stay.courses.map(({ product, fromDay }) => `${product} ${fromDay}`)).toEqual([
      'reo-observation 2026-10-21',
      'elv-high 2026-10-24',
    ]);
    const talks = stay.meetings.map(({ kind, cancelled }) => [kind, cancelled !== null]);
    expect(talks).toEqual([
      ['team', true],
      ['day-14', false],
    ]);
    expect(await own.refused(stayId, 'care', { product: 'elv-low' }, version)).toBe('version-stale');
    const { rows } = await stays.house.owner.query<{ product: string; left: number }>(
      `select c.product, (select count(*)::int from stay_task where stay_id = $2 and day < '2026-10-24'
         and done_at is null and skipped is null) as left from capacity_claim c where c.id = $1`,
      [claimId, stayId],
    );
    expect(rows).toEqual([{ product: 'elv-high', left: 0 }]);
  });

  it('of the same kind goes on counting, and one of nine days takes the expected end back', async () => {
    const { stayId } = await stays.admit();
    const first = await own.done(stayId, 'care', { product: 'elv-high' }, (await own.seen(stayId)).version);
    const version = claimVersion(first);
    await own.done(stayId, 'expected-end', { until: moment('2026-12-20') }, version);
    stays.house.clock.at = NOW + 5 * DAY;
    const lower = await own.done(stayId, 'care', { product: 'elv-low' }, first.version);
    expect(lower).toMatchObject({ lastDay: '2027-01-21', expectedEnd: moment('2026-12-20') });
    const nine = await own.done(stayId, 'care', { product: 'reo-observation' }, lower.version);
    expect(nine).toMatchObject({ lastDay: '2026-11-03', expectedEnd: moment('2026-11-03') });
  });
});

describe('another bed', () => {
  it('keeps somebody away who is away, and the stay goes with them', async () => {
    const { stayId, claimId } = await stays.admit();
    const away = await own.done(stayId, 'absence', { reason: 'leave' });
    const version = claimVersion(away);
    const placeId = stays.house.freshPlace();
    const moved = await stays.house.post(own.ward, `/claims/${claimId}/move`, { placeId }, { version });
    expect(moved.statusCode, moved.body).toBe(200);
    const to = moved.json<{ claimId: string }>().claimId;
    const followed = async () => ((await own.seen(stayId)).claim?.id === to ? true : null);
    await expect.poll(followed).toBe(true);
    const { rows } = await stays.house.owner.query<{ away: boolean }>(
      'select away_at is not null as away from capacity_claim where id = $1',
      [to],
    );
    expect(rows).toEqual([{ away: true }]);
    expect((await own.done(stayId, 'absence/end', {})).absence).toBeNull();
  });
});
