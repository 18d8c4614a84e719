import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { actsOf, claimVersion, moment } from './stay-acts.fixture.ts';
import { openStayHouse } from './stay-house.fixture.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = instantOf('2026-10-21', 11 * 60 + 41, ZONE);

let stays: Awaited<ReturnType<typeof openStayHouse>>;
let own: ReturnType<typeof actsOf>;

beforeAll(async () => {
  stays = await openStayHouse(NOW);
  own = actsOf(stays);
});
afterEach(() => {
  stays.house.clock.at = NOW;
});
afterAll(() => stays.house.close());

describe('a longer stay', () => {
  it('is not expected beyond the last day, by whichever way it is asked', async () => {
    const { stayId, claimId } = await stays.admit();
    const stay = await own.seen(stayId);
    expect(stay.lastDay).toBe('2027-01-21');
    const version = claimVersion(stay);
    const beyond = { until: moment('2027-01-22') };
    const told = await own.act(stayId, 'expected-end', beyond, version);
    expect(told.json()).toMatchObject({ code: 'beyond-pathway', status: 422 });
    expect(told.json<{ detail: string; title: string; next: string }>().title + told.body).toContain(
      '21-01-2027',
    );
    expect(told.json<{ next: string }>().next).toContain('besluit');
    const around = await stays.house.post(own.ward, `/claims/${claimId}/expected-end`, beyond, { version });
    expect(around.json<{ code: string }>().code).toBe('beyond-pathway');
    const vague = { until: moment('2027-01-10'), latest: moment('2027-01-30') };
    expect(await own.refused(stayId, 'expected-end', vague, version)).toBe('beyond-pathway');
    expect((await own.seen(stayId)).expectedEnd).toBe(stay.expectedEnd);
    const last = await own.done(stayId, 'expected-end', { until: moment('2027-01-21') }, version);
    expect(last.expectedEnd).toBe(moment('2027-01-21'));
    expect(await own.refused(stayId, 'expected-end', { until: moment('2027-01-20') }, version)).toBe(
      'version-stale',
    );
  });

  it('is a decision of a doctor who belongs to it, with a reason, and shows whom it displaces', async () => {
    const { stayId } = await stays.admit();
    const decision = { untilDay: '2027-02-20', reason: 'wacht op plek', decidedBy: 'dr. Vos' };
    const doctor = { ...decision, role: 'elderly-doctor' };
    expect(await own.refused(stayId, 'extension', { ...decision, role: 'gp' })).toBe('extension-not-theirs');
    expect(await own.refused(stayId, 'extension', { ...doctor, untilDay: '2027-01-21' })).toBe(
      'extension-not-longer',
    );
    expect(await own.refused(stayId, 'extension', { ...doctor, untilDay: '2027-06-01' })).toBe(
      'extension-too-far',
    );
    expect(await own.refused(stayId, 'extension', { ...doctor, reason: '' })).toBe('invalid-input');
    expect((await own.seen(stayId)).extensions).toEqual([]);
    const answer = await own.act(stayId, 'extension', doctor);
    const told = answer.json<{ stay: StayView; displaced: number }>();
    expect(told).toMatchObject({ displaced: 0, stay: { lastDay: '2027-02-20', extensions: [doctor] } });
    expect(told.stay.expectedEnd).toBe(moment('2027-02-20'));
    stays.house.clock.at = instantOf('2027-02-17', 900, ZONE);
    expect((await own.seen(stayId)).alarm).toBe(false);
    stays.house.clock.at = instantOf('2027-02-18', 0, ZONE);
    expect(await own.seen(stayId)).toMatchObject({ alarm: true, daysLeft: 2 });
  });
});
