import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, isoFromInstant, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import { asking, type Sent, sendRequest, somebody } from './api-house.fixture.ts';
import { actsOf, claimVersion, moment } from './stay-acts.fixture.ts';
import { eventually, openStayHouse, type Staying } from './stay-house.fixture.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = instantOf('2026-10-21', 11 * 60 + 41, ZONE);
const TODAY = '2026-10-21';

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

describe('what a stay is for', () => {
  it('is told by the practice and by the house; the newest words count, the earlier ones stay', async () => {
    const { small } = stays.house;
    const { stayId } = await stays.admit();
    await own.done(
      stayId,
      'wishes',
      { kind: 'question', text: 'Kan mevrouw nog alleen wonen?' },
      undefined,
      small.gp,
    );
    await own.done(stayId, 'wishes', { kind: 'goal', text: 'Weer zelf koken' });
    const stay = await own.done(stayId, 'wishes', { kind: 'goal', text: 'Weer zelf naar de markt' });
    expect(stay.question?.text).toBe('Kan mevrouw nog alleen wonen?');
    expect(stay.goal?.text).toBe('Weer zelf naar de markt');
    expect(stay.goals.map(({ text }) => text)).toEqual(['Weer zelf naar de markt', 'Weer zelf koken']);
    const foreign = small.wards[1];
    const wish = { kind: 'goal', text: 'niet van ons' } as const;
    expect(await own.refused(stayId, 'wishes', wish, undefined, foreign)).toBe('stay-unknown');
    expect(await own.refused(stayId, 'wishes', { kind: 'goal', text: ' ' })).toBe('invalid-input');
  });
});

describe('what stands in the way', () => {
  const barrier = { code: 'home-care', owner: 'home-care', due: plusDays(TODAY, 5), note: 'avondzorg' };

  it('has an owner and a day, is late after it, goes, and comes back', async () => {
    const { stayId } = await stays.admit();
    const [told] = (await own.done(stayId, 'barriers', barrier)).barriers;
    expect(told).toMatchObject({ ...barrier, since: TODAY, late: false, solvedDay: null, version: 1 });
    expect(await own.refused(stayId, 'barriers', barrier)).toBe('barrier-open');
    const path = `barriers/${told?.id}`;
    const change = { owner: 'desk', ownerName: 'mw. Vos', note: '', due: plusDays(TODAY, 2) };
    const [changed] = (await own.done(stayId, `${path}/change`, change, 1)).barriers;
    expect(changed).toMatchObject({ ...change, code: 'home-care', version: 2 });
    expect(await own.refused(stayId, `${path}/change`, change, 1)).toBe('version-stale');
    stays.house.clock.at = NOW + 3 * DAY;
    expect((await own.seen(stayId)).barriers[0]?.late).toBe(true);
    const [solved] = (await own.done(stayId, `${path}/solve`, {}, 2)).barriers;
    expect(solved).toMatchObject({ solvedDay: plusDays(TODAY, 3), late: false });
    expect(await own.refused(stayId, `${path}/solve`, {}, 3)).toBe('barrier-solved');
    const [again] = (await own.done(stayId, `${path}/reopen`, { due: plusDays(TODAY, 9) }, 3)).barriers;
    expect(again).toMatchObject({ solvedDay: null, since: TODAY });
  });

  it('is seen by who sent somebody and by the desk, and written by the house alone', async () => {
    const { small } = stays.house;
    const { stayId } = await stays.admit();
    await own.done(stayId, 'barriers', barrier);
    for (const reader of [small.gp, small.desk])
      expect((await stays.seen(reader, stayId)).barriers).toHaveLength(1);
    expect(await own.refused(stayId, 'barriers', barrier, undefined, small.desk)).toBe('not-allowed');
    expect(await own.refused(stayId, 'barriers', barrier, undefined, small.wards[1])).toBe('stay-unknown');
  });
});

describe('the talk after two weeks', () => {
  it('is planned by itself, and what was agreed there is the expected end', async () => {
    const { stayId } = await stays.admit();
    const [talk] = (await own.seen(stayId)).meetings;
    expect(talk).toMatchObject({ kind: 'day-14', heldAt: null, plannedAt: moment('2026-11-03', 11 * 60) });
    stays.house.clock.at = NOW + 13 * DAY;
    const path = `meetings/${talk?.id}/hold`;
    const outcome = {
      ...{ present: ['dr. Vos', 'mw. Hofsteenge'], departureDay: '2026-11-12' },
      ...{ care: 'wijkzorg', treatment: 'fysio', agreed: 'naar huis' },
    };
    expect(await own.refused(stayId, path, { ...outcome, departureDay: '2026-11-01' }, 1)).toBe(
      'departure-before-talk',
    );
    expect(await own.refused(stayId, path, { ...outcome, departureDay: '2027-01-22' }, 1)).toBe(
      'beyond-pathway',
    );
    // Nothing of a refused talk was kept.
    expect((await own.seen(stayId)).meetings[0]).toMatchObject({ heldAt: null, version: 1 });
    const stay = await own.done(stayId, path, outcome, 1);
    expect(stay.meetings[0]).toMatchObject({ ...outcome, byName: own.ward.name, version: 2 });
    expect(stay.expectedEnd).toBe(moment('2026-11-12'));
    expect(await own.refused(stayId, path, outcome, 2)).toBe('talk-held');
    expect(await own.refused(stayId, path, outcome, 1)).toBe('version-stale');
  });

  it('moves, does not take place, or is one more', async () => {
    const { stayId } = await stays.admit();
    const [talk] = (await own.seen(stayId)).meetings;
    const path = `meetings/${talk?.id}`;
    const plannedAt = moment('2026-11-05', 840);
    expect((await own.done(stayId, `${path}/plan`, { plannedAt }, 1)).meetings[0]?.plannedAt).toBe(plannedAt);
    const off = await own.done(stayId, `${path}/cancel`, { reason: 'al naar huis' }, 2);
    expect(off.meetings[0]?.cancelled).toBe('al naar huis');
    expect(await own.refused(stayId, 'meetings', { plannedAt: moment('2026-10-20') })).toBe('talk-in-past');
    const extra = await own.done(stayId, 'meetings', { plannedAt: moment('2026-10-28') });
    expect(extra.meetings.map(({ kind }) => kind)).toEqual(['extra', 'day-14']);
  });
});

describe('who is away', () => {
  /** How the bed stands on the page of the ward. */
  const standing = async ({ placeId }: Staying): Promise<string | undefined> => {
    const url = `/api/v1/wards/${stays.house.small.units[0]}`;
    const ward = await stays.house.call(own.ward, 'GET', url);
    const { places } = ward.json<{ places: { id: string; state: string }[] }>();
    return places.find(({ id }) => id === placeId)?.state;
  };

  it('keeps the bed, comes back, and is away once at a time', async () => {
    const here = await stays.admit();
    const { stayId } = here;
    stays.house.clock.at = NOW + HOUR;
    const away = { reason: 'hospital', expectedBack: moment('2026-10-24') };
    const stay = await own.done(stayId, 'absence', away);
    expect(stay.absence).toMatchObject({ ...away, backAt: null });
    expect(await own.refused(stayId, 'absence', away)).toBe('already-away');
    expect(await standing(here)).toBe('occupied');
    stays.house.clock.at = NOW + 2 * HOUR;
    const back = await own.done(stayId, 'absence/end', {});
    expect(back).toMatchObject({ absence: null, endedAt: null });
    expect(back.absences).toHaveLength(1);
    expect(await own.refused(stayId, 'absence/end', {})).toBe('not-away');
  });

  it('and leaves for good from the hospital is away no more', async () => {
    const { stayId, claimId } = await stays.admit();
    await own.done(stayId, 'absence', { reason: 'hospital' });
    stays.house.clock.at = NOW + DAY;
    expect((await stays.leave(claimId, 'hospital')).statusCode).toBe(200);
    const ended = await own.untilEnded(stayId);
    expect(ended).toMatchObject({ destination: 'hospital', absence: null });
    expect(ended.absences[0]?.backAt).toBe(ended.endedAt);
  });
});

describe('another practice', () => {
  it('reads what was seen once it is named for somebody a hospital sent', async () => {
    const { small, post, call } = stays.house;
    const placeId = stays.house.freshPlace();
    const sent = await post(small.transfer, '/requests', asking([placeId]));
    const { request } = sent.json<Sent>();
    await post(own.ward, `/offers/${request.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
    await post(own.ward, `/requests/${request.id}/arrival`, {});
    const { id: stayId } = await eventually(async () => {
      const found = await stays.house.owner.query<{ id: string }>(
        "select set_config('app.keeper', 'on', false), id from stay_stay where request_id = $1",
        [request.id],
      );
      return found.rows[0];
    });
    const { version, gp } = await own.seen(stayId);
    expect(gp).toBeNull();
    const url = `/api/v1/stays/${stayId}`;
    expect((await call(small.gp, 'GET', url)).statusCode).toBe(404);
    const desk = small.desk.organisationId;
    expect(await own.refused(stayId, 'gp', { organisationId: desk }, version)).toBe('not-a-practice');
    const { organisationId } = small.gp;
    const named = await own.done(stayId, 'gp', { organisationId }, version);
    expect(named.gp?.id).toBe(organisationId);
    expect(await own.refused(stayId, 'gp', { organisationId }, version)).toBe('version-stale');
    expect(await stays.seen(small.gp, stayId)).toMatchObject({ treats: true, own: false });
    expect(await stays.seen(small.transfer, stayId)).toMatchObject({ treats: false, question: null });
  });
});

describe('who could go home', () => {
  it('waits, by law and by what stands in the way, each day once', async () => {
    const { stayId } = await stays.admit();
    stays.house.clock.at = NOW + 10 * DAY;
    const { version } = await own.seen(stayId);
    const ready = { readyDay: plusDays(TODAY, 4), wlzDecision: false };
    expect(await own.refused(stayId, 'ready', { ...ready, readyDay: '2026-10-20' }, version)).toBe(
      'ready-before-arrival',
    );
    await own.done(stayId, 'ready', ready, version);
    expect(await own.refused(stayId, 'ready', ready, version)).toBe('version-stale');
    for (const code of ['home-care', 'place-elsewhere'])
      await own.done(stayId, 'barriers', {
        code,
        owner: 'ward',
        since: plusDays(TODAY, 6),
        due: '2026-11-20',
      });
    const told = await own.done(
      stayId,
      'ready',
      { ...ready, wlzDecision: true, wlzSince: plusDays(TODAY, 8) },
      version + 1,
    );
    expect(told.waiting).toEqual({
      delayedDays: 4,
      wrongBedDays: 2,
      causes: [
        { cause: 'none', days: 2 },
        { cause: 'home-care', days: 2 },
        { cause: 'place-elsewhere', days: 2 },
      ],
    });
    expect(told.ready).toEqual({ ...ready, wlzDecision: true, wlzSince: plusDays(TODAY, 8) });
  });
});

describe('somebody who died', () => {
  it('is asked for by nothing any more', async () => {
    const { stayId, claimId } = await stays.admit();
    await own.done(stayId, 'barriers', { code: 'wmo', owner: 'municipality', due: plusDays(TODAY, 3) });
    stays.house.clock.at = NOW + 2 * DAY;
    expect((await stays.leave(claimId, 'died')).statusCode).toBe(200);
    const ended = await own.untilEnded(stayId);
    expect(ended.meetings.filter(({ cancelled }) => cancelled === null)).toEqual([]);
    expect(ended.barriers.filter(({ solvedDay }) => solvedDay === null)).toEqual([]);
    const { rows } = await stays.house.owner.query<{ open: number }>(
      `select (select count(*) from stay_task where stay_id = $1 and done_at is null and skipped is null)::int
         + (select count(*) from stay_contact where stay_id = $1 and done_at is null and dropped is null)::int as open`,
      [stayId],
    );
    expect(rows[0]?.open).toBe(0);
    expect(await own.refused(stayId, 'barriers', { code: 'aids', owner: 'ward', due: TODAY })).toBe(
      'stay-over',
    );
    expect(await own.refused(stayId, 'absence', { reason: 'leave' })).toBe('stay-over');
    expect(await own.refused(stayId, 'wishes', { kind: 'goal', text: 'x' })).toBe('stay-over');
  });
});

describe('what cannot have happened', () => {
  it('is refused: two stays at once, and nothing of the second is kept', async () => {
    const { small, post, owner } = stays.house;
    const person = somebody({ bsn: '999911612' });
    const first = await stays.admit({ person });
    const second = await sendRequest(stays.house, [stays.house.freshPlace(1)], { person });
    const ward = small.wards[1];
    const yes = await post(ward, `/offers/${second.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
    expect(yes.statusCode, yes.body).toBe(200);
    const arrival = await post(ward, `/requests/${second.id}/arrival`, {});
    expect(arrival.json<{ code: string }>().code).toBe('person-elsewhere');
    const { rows } = await owner.query(
      "select set_config('app.keeper', 'on', false), id from stay_stay where person_id = $1",
      [first.personId],
    );
    expect(rows).toMatchObject([{ id: first.stayId }]);
  });

  it('is refused: leaving before arriving, being in two places, saying it twice', async () => {
    const { stayId, claimId, requestId } = await stays.admit();
    const stay = await own.seen(stayId);
    const before = { destination: 'home', at: isoFromInstant(NOW - HOUR) };
    const version = claimVersion(stay);
    const early = await stays.house.post(own.ward, `/claims/${claimId}/departure`, before, { version });
    expect(early.json<{ code: string }>().code).toBe('end-before-start');
    const twice = await stays.house.post(own.ward, `/requests/${requestId}/arrival`, {});
    expect(twice.statusCode).toBe(409);
    const tomorrow = { reason: 'leave', at: isoFromInstant(NOW + DAY) };
    expect(await own.refused(stayId, 'absence', tomorrow)).toBe('in-the-future');
    const earlier = { reason: 'leave', at: isoFromInstant(NOW - DAY) };
    expect(await own.refused(stayId, 'absence', earlier)).toBe('away-moments');
    expect(await own.seen(stayId)).toEqual(stay);
  });
});
