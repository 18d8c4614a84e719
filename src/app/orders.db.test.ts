import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import type { TreatmentList } from '#modules/day-treatment/contract.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { somebody } from './api-house.fixture.ts';
import { changed, ironOrder, openDayHouse } from './day-house.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');

let day: Awaited<ReturnType<typeof openDayHouse>>;
beforeAll(async () => {
  day = await openDayHouse(NOW, TODAY);
});
afterEach(() => {
  day.house.clock.at = NOW;
});
afterAll(() => day.house.close());

const order = (change: object = {}) => ironOrder(day.siteOrg, TODAY, change);

describe('a treatment', () => {
  const treatments = async (): Promise<TreatmentList['treatments']> => {
    const answer = await day.house.call(day.nurse, 'GET', '/api/v1/treatments');
    return answer.json<TreatmentList>().treatments;
  };

  it('is a draft until a clinician signs it with the steps of the clinic, and cannot be ordered before', async () => {
    const { specialist } = day;
    const url = '/treatments/zoledronic-acid/sign';
    const draft = (await treatments()).find(({ code }) => code === 'zoledronic-acid');
    expect(draft).toMatchObject({ now: null, version: 0, draft: { observation: 25, reaction: [] } });
    expect(await day.refused(specialist, '/orders', order({ treatment: 'zoledronic-acid' }))).toBe(
      'treatment-not-signed',
    );
    expect(await day.refused(specialist, url, {}, 0)).toBe('reaction-missing');
    expect(await day.refused(day.nurse, url, { reaction: ['x'], emergency: ['x'] }, 0)).toBe('not-allowed');
    const gap = [{ room: 'treatment', lying: false, from: 0, until: 20 }];
    const own = { reaction: ['Stop'], emergency: ['Zuurstof'] };
    expect(await day.refused(specialist, url, { ...own, changes: { seats: gap } }, 0)).toBe(
      'treatment-bounds',
    );
    await day.signTreatment('zoledronic-acid', { ...own, changes: { observation: 40 } });
    const signed = (await treatments()).find(({ code }) => code === 'zoledronic-acid');
    expect(signed?.now).toMatchObject({ version: 1, signedBy: specialist.name, own: false });
    expect(signed?.now?.body).toMatchObject({ observation: 40, reaction: ['Stop'], emergency: ['Zuurstof'] });
    // The chair goes along with the longer watch.
    expect(signed?.now?.body.seats).toEqual([{ room: 'treatment', lying: false, from: 0, until: 75 }]);
    for (const stale of [0, 7]) expect(await day.refused(specialist, url, own, stale)).toBe('version-stale');
  });

  it('that is signed anew or ended is read again before an order of it is signed', async () => {
    const { specialist } = day;
    const given = { given: 1, firstGivenOn: '2026-10-01', intervalDays: 180, toleranceDays: 7 };
    await day.signTreatment('denosumab');
    const written = await day.draft({ treatment: 'denosumab', ...given });
    await day.signTreatment('denosumab', { changes: { observation: 20 } }, 1);
    const sign = `/orders/${written.id}/sign`;
    expect(await day.refused(specialist, sign, {}, written.version)).toBe('treatment-newer');
    const saved = await day.done(
      specialist,
      `/orders/${written.id}`,
      changed(written, given),
      written.version,
      'PUT',
    );
    expect(saved.treatment).toMatchObject({ version: 2, minutes: 30 });
    await day.done(specialist, sign, {}, saved.version);
    await day.house.post(specialist, '/treatments/denosumab/end', { reason: 'Andere apotheek' });
    // Who has an order keeps it; a new one cannot be made.
    expect((await day.seen(day.planner, written.id)).treatment).toMatchObject({ version: 2, newer: true });
    expect(await day.refused(specialist, '/orders', order({ treatment: 'denosumab' }))).toBe(
      'treatment-not-signed',
    );
    expect(await day.refused(specialist, '/treatments/denosumab/end', { reason: 'nog eens' })).toBe(
      'treatment-not-signed',
    );
  });
});

describe('an order', () => {
  it('is the hospital’s alone as a draft; a signature makes the site know the person and plan the visits', async () => {
    const { specialist, planner, nurse, stranger } = day;
    const gpOrg = day.house.small.gp.organisationId;
    const several = { visits: 3, intervalDays: 28, toleranceDays: 3, gpOrg };
    const draft = await day.draft(several);
    expect(draft).toMatchObject({
      state: 'draft',
      own: true,
      gives: false,
      needs: ['signature'],
      visitList: [],
    });
    for (const who of [planner, day.house.small.gp])
      expect((await day.house.call(who, 'GET', `/api/v1/orders/${draft.id}`)).statusCode).toBe(404);
    expect((await day.list(planner, 'site')).map(({ id }) => id)).not.toContain(draft.id);
    expect(await day.refused(nurse, `/orders/${draft.id}/sign`, {}, draft.version)).toBe('not-allowed');
    const signed = await day.done(specialist, `/orders/${draft.id}/sign`, {}, draft.version);
    expect(signed).toMatchObject({
      state: 'signed',
      signature: 1,
      signedBy: specialist.name,
      needs: ['plan'],
    });
    const seen = await day.seen(planner, draft.id);
    expect(seen).toMatchObject({ own: false, gives: true, person: { name: somebody().name } });
    expect(seen.visitList.map(({ number, state }) => [number, state])).toEqual([
      [1, 'to-plan'],
      [2, 'to-plan'],
      [3, 'to-plan'],
    ]);
    expect((await day.seen(day.house.small.gp, draft.id)).person?.name).toBe(somebody().name);
    expect((await day.list(planner, 'site')).find(({ id }) => id === draft.id)).toMatchObject({ toPlan: 3 });
    expect((await day.list(stranger, 'site')).map(({ id }) => id)).not.toContain(draft.id);
    expect(await day.refused(specialist, `/orders/${draft.id}/sign`, {}, signed.version)).toBe(
      'order-signed',
    );
    const lines = await day.house.house.database.transaction(
      { actor: 'tailer', organisationId: null },
      (tx) => linesAbout(tx, draft.id),
    );
    expect(lines.map(({ event }) => event)).toEqual(['order-drafted', 'order-signed']);
    expect(JSON.stringify(lines)).not.toContain('Hofsteenge');
    expect(lines[0]?.body['organisations']).toEqual([specialist.organisationId]);
    expect(lines[1]?.body['organisations']).toContain(day.siteOrg);
  });

  it('is seen in somebody’s name: whose it is and on which ground stand in the log', async () => {
    const { planner, specialist } = day;
    const { id, person } = await day.signed();
    await day.seen(planner, id);
    const { rows } = await day.house.owner.query(
      `select actor, event, person_id, ground, categories from platform_access
       where object_type = 'order' and object_id = $1 order by line`,
      [id],
    );
    const categories = ['reason-and-care', 'name-and-contact'];
    const of = { person_id: person?.id, categories };
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        { ...of, actor: specialist.id, event: 'add', ground: 'referral' },
        { ...of, actor: specialist.id, event: 'change', ground: 'referral' },
        { ...of, actor: planner.id, event: 'read', ground: 'treatment' },
      ]),
    );
  });

  it('is as if it were not there for who is no party', async () => {
    const { stranger } = day;
    const { id } = await day.signed();
    expect((await day.house.call(stranger, 'GET', `/api/v1/orders/${id}`)).json()).toMatchObject({
      code: 'order-unknown',
    });
    const drug = { visit: id, readyAt: null };
    expect(await day.refused(stranger, `/orders/${id}/drug`, drug)).toBe('order-unknown');
  });

  it.each([
    ['stop-rule-missing', { stopRule: '' }],
    ['order-days', { latestDay: '2026-11-01' }],
    ['order-days', { validUntil: '2026-12-01', latestDay: '2026-12-02' }],
    ['order-interval', { visits: 2 }],
    ['order-visits', { visits: 12, intervalDays: 28, toleranceDays: 2 }],
    ['lab-in-future', { labOn: '2026-11-24' }],
    ['site-not-day', { siteOrg: 'hospital' }],
    ['practice-not-gp', { gpOrg: 'hospital' }],
    ['person-unknown', { person: { id: '00000000-0000-7000-8000-00000000000f' } }],
  ])('is not written: %s', async (code, wrong: Record<string, unknown>) => {
    const hospital = day.specialist.organisationId;
    const filled = Object.fromEntries(
      Object.entries(wrong).map(([key, value]) => [key, value === 'hospital' ? hospital : value]),
    );
    expect(await day.refused(day.specialist, '/orders', order(filled))).toBe(code);
  });

  it('is not signed without weight, with bad blood, or before the first dose in hospital', async () => {
    const { specialist } = day;
    const sign = async (wrong: object) => {
      const draft = await day.draft(wrong);
      return day.refused(specialist, `/orders/${draft.id}/sign`, {}, draft.version);
    };
    expect(await sign({ weightKg: null })).toBe('weight-missing');
    expect(await sign({ labOk: false })).toBe('lab-not-good');
    await day.signTreatment('immunoglobulin-iv');
    const series = { treatment: 'immunoglobulin-iv', visits: 4, intervalDays: 28, toleranceDays: 3 };
    expect(await sign({ ...series })).toBe('first-dose-in-hospital');
    expect(await sign({ ...series, given: 1, firstGivenOn: plusDays(TODAY, 3) })).toBe(
      'first-dose-in-hospital',
    );
    await day.signed({ ...series, given: 2, firstGivenOn: '2026-09-01' });
  });

  it('for somebody known is for that person, once', async () => {
    const first = await day.signed();
    const second = await day.draft({ person: { id: first.person?.id } });
    expect(second.person?.id).toBe(first.person?.id);
    expect(second.code).not.toBe(first.code);
  });
});
