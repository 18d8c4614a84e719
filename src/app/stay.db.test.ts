import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, localDay } from '#kernel/calendar.ts';
import { eventually, openStayHouse } from './stay-house.fixture.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = instantOf('2026-10-21', 11 * 60 + 41, ZONE);

let stays: Awaited<ReturnType<typeof openStayHouse>>;

beforeAll(async () => {
  stays = await openStayHouse(NOW, 'reo-observation');
});
afterAll(() => stays.house.close());

describe('a stay', () => {
  it('begins by itself when somebody arrives, with the question of the GP, and nine days are nine days', async () => {
    const { small } = stays.house;
    const { stayId } = await stays.admit({ remarks: 'Waarom valt mevrouw?' });
    const stay = await stays.seen(small.wards[0], stayId);
    expect(stay).toMatchObject({ day: 1, daysLeft: 8, lastDay: '2026-10-29', alarm: false, own: true });
    expect(stay.question?.text).toBe('Waarom valt mevrouw?');
    // The clock goes back in between: still the ninth day, at half past ten on the wall.
    expect(localDay(Date.parse(stay.expectedEnd ?? ''), ZONE)).toBe('2026-10-29');
    expect(Date.parse(stay.expectedEnd ?? '')).toBe(instantOf('2026-10-29', 10 * 60 + 30, ZONE));
    expect(stay.responsible?.organisation.id).toBe(small.wards[0].organisationId);
  });

  it('is read by the practice that asks, and by the desk without what was seen; by nobody else', async () => {
    const { small, call } = stays.house;
    const { stayId } = await stays.admit();
    expect(await stays.seen(small.gp, stayId)).toMatchObject({ own: false, treats: true });
    expect(await stays.seen(small.desk, stayId)).toMatchObject({ treats: false, question: null });
    const foreign = await call(small.wards[1], 'GET', `/api/v1/stays/${stayId}`);
    expect(foreign.statusCode).toBe(404);
  });

  it('tells every party when a talk is, and what was said there to who treats only', async () => {
    const { small, post } = stays.house;
    const { stayId } = await stays.admit();
    const [talk] = (await stays.seen(small.wards[0], stayId)).meetings;
    const outcome = { present: ['ward'], care: 'Wijkverpleging', treatment: 'Fysio', agreed: 'Naar huis' };
    const held = await post(small.wards[0], `/stays/${stayId}/meetings/${talk?.id}/hold`, outcome, {
      version: talk?.version ?? 0,
    });
    expect(held.statusCode).toBe(200);
    expect((await stays.seen(small.gp, stayId)).meetings[0]).toMatchObject({ care: 'Wijkverpleging' });
    const [told] = (await stays.seen(small.desk, stayId)).meetings;
    expect(told).toMatchObject({ kind: 'team', care: '', treatment: '', agreed: '' });
    expect(told?.heldAt).not.toBeNull();
  });

  it('ends when somebody leaves; the house stays responsible until somebody else says that they are', async () => {
    const { small } = stays.house;
    const { stayId, claimId } = await stays.admit();
    expect((await stays.leave(claimId, 'home')).statusCode).toBe(200);
    const ended = await eventually(async () => {
      const stay = await stays.seen(small.wards[0], stayId);
      return stay.endedAt === null ? null : stay;
    });
    expect(ended).toMatchObject({ destination: 'home', expectedEnd: null, claim: null });
    expect(ended.responsible?.organisation.id).toBe(small.wards[0].organisationId);
  });
});
