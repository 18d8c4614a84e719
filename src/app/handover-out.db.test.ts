import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, done, isWhole, openHandoverHouse } from './handover-house.fixture.ts';

const HOUR = 3_600_000;

let h: Awaited<ReturnType<typeof openHandoverHouse>>;
beforeAll(async () => {
  h = await openHandoverHouse();
});
afterAll(() => h.house.close());

describe('a handover of a stay', () => {
  it('passes responsibility at the departure when it was confirmed before', async () => {
    const { gp, wards } = h.small;
    const staying = await h.stays.admit();
    const sent = await h.sentOut(staying);
    expect(sent.receiver?.organisationId).toBe(gp.organisationId);
    done(
      await h.act(gp, await h.handoverOf(gp, `/stays/${staying.stayId}`), 'confirm', {
        doctor: 'dr. Huisarts',
      }),
    );
    expect((await h.care(staying.personId)).at(-1)?.organisation).toBe(wards[0].organisationId);
    h.house.clock.at += HOUR;
    expect((await h.stays.leave(staying.claimId, 'home')).statusCode).toBe(200);
    const stay = await h.ended(staying.stayId);
    const rows = await h.care(staying.personId);
    expect(isWhole(rows)).toBe(true);
    expect(rows.at(-1)).toMatchObject({
      organisation: gp.organisationId,
      doctor: 'dr. Huisarts',
      until: null,
    });
    expect(rows.at(-1)?.from.toISOString()).toBe(new Date(stay.endedAt ?? '').toISOString());
    expect(codeOf(await h.act(wards[0], done(await h.byId(wards[0], sent)), 'revoke'))).toBe(
      'handover-passed',
    );
  });

  it('leaves it with the house until it is confirmed, and passes at that moment', async () => {
    const { gp, wards } = h.small;
    const staying = await h.stays.admit();
    await h.sentOut(staying);
    expect((await h.stays.leave(staying.claimId, 'home')).statusCode).toBe(200);
    await h.ended(staying.stayId);
    const url = `/stays/${staying.stayId}`;
    expect(await h.handoverOf(wards[0], url)).toMatchObject({ state: 'sent', late: true });
    // The desk sees that nobody confirmed yet, and nothing of what is in it.
    expect(await h.seen(h.small.desk, url)).toEqual({
      handover: null,
      came: null,
      handed: { state: 'sent', to: 'Praktijk', sentAt: expect.any(String), receivedAt: null },
    });
    expect((await h.care(staying.personId)).at(-1)).toMatchObject({
      organisation: wards[0].organisationId,
      until: null,
    });
    h.house.clock.at += HOUR;
    const confirmed = done(
      await h.act(gp, await h.handoverOf(gp, url), 'confirm', { doctor: 'dr. Huisarts' }),
    );
    expect(confirmed.late).toBe(false);
    const rows = await h.care(staying.personId);
    expect(isWhole(rows)).toBe(true);
    expect(rows.at(-1)).toMatchObject({ organisation: gp.organisationId, until: null });
    expect(rows.at(-1)?.from.getTime()).toBe(h.house.clock.at);
  });

  it('is confirmed by telephone outside the region only; then nobody here is responsible any more', async () => {
    const { gp, wards } = h.small;
    const staying = await h.stays.admit();
    const inside = await h.sentOut(staying, { organisationId: gp.organisationId });
    const told = { spoke: 'mw. Veen', doctor: 'dr. Ver Weg' };
    expect(codeOf(await h.act(wards[0], inside, 'confirm-by-phone', told))).toBe('handover-inside');
    const outside = { receiver: { name: 'Huisarts in Zwolle', phone: '038-000 17 20' } };
    const url = `/stays/${staying.stayId}`;
    expect(codeOf(await h.save(wards[0], url, inside.version, outside))).toBe('handover-sent-elsewhere');
    const back = done(await h.act(wards[0], inside, 'revoke'));
    expect((await h.byId(gp, inside)).statusCode).toBe(404);
    const draft = done(await h.save(wards[0], url, back.version, outside));
    const sent = done(await h.send(wards[0], url, draft.version));
    h.house.clock.at += HOUR;
    expect((await h.stays.leave(staying.claimId, 'elsewhere')).statusCode).toBe(200);
    await h.ended(staying.stayId);
    expect((await h.care(staying.personId)).at(-1)?.until).toBeNull();
    const known = done(await h.byId(wards[0], sent));
    const received = done(await h.act(wards[0], known, 'confirm-by-phone', told));
    expect(received).toMatchObject({
      state: 'received',
      byPhone: true,
      receivedBy: 'mw. Veen',
      doctor: 'dr. Ver Weg',
    });
    const rows = await h.care(staying.personId);
    expect(isWhole(rows)).toBe(true);
    expect(rows.at(-1)?.until?.getTime()).toBe(h.house.clock.at);
  });

  it('opens what was seen to who receives it, from the sending on, and shuts it when it is taken back', async () => {
    const { wards, transfer } = h.small;
    const staying = await h.stays.admit();
    const url = `/stays/${staying.stayId}`;
    expect((await h.house.call(wards[1], 'GET', `/api/v1${url}`)).statusCode).toBe(404);
    const sent = await h.sentOut(staying, { organisationId: wards[1].organisationId });
    expect(await h.stays.seen(wards[1], staying.stayId)).toMatchObject({ own: false, treats: true });
    expect((await h.handoverOf(wards[1], url)).person?.name).toBe('Geertje Hofsteenge');
    const { rows: looks } = await h.house.owner.query<{ ground: string; person_id: string }>(
      'select distinct ground, person_id from platform_access where object_id = $1 and organisation_id = $2',
      [sent.id, wards[1].organisationId],
    );
    expect(looks).toEqual([{ ground: 'treatment', person_id: staying.personId }]);
    expect((await h.house.call(transfer, 'GET', `/api/v1${url}/handover`)).statusCode).toBe(404);
    expect((await h.save(wards[1], url, sent.version)).statusCode).toBe(404);
    done(await h.act(wards[0], sent, 'revoke'));
    expect((await h.house.call(wards[1], 'GET', `/api/v1${url}`)).statusCode).toBe(404);
  });

  it('is of exactly one at every instant, also when somebody leaves while it is confirmed', async () => {
    const { gp } = h.small;
    for (let round = 0; round < 4; round++) {
      const staying = await h.stays.admit();
      await h.sentOut(staying);
      const read = await h.handoverOf(gp, `/stays/${staying.stayId}`);
      h.house.clock.at += HOUR;
      const [first, second, left] = await Promise.all([
        h.act(gp, read, 'confirm', { doctor: 'dr. Huisarts' }),
        h.act(gp, read, 'confirm', { doctor: 'dr. Anders' }),
        h.stays.leave(staying.claimId, 'home'),
      ]);
      expect([first.statusCode, second.statusCode].sort()).toEqual([200, 409]);
      expect(left.statusCode).toBe(200);
      await h.ended(staying.stayId);
      const rows = await h.care(staying.personId);
      expect(isWhole(rows)).toBe(true);
      expect(rows.at(-1)).toMatchObject({ organisation: gp.organisationId, until: null });
      expect(rows.filter(({ organisation }) => organisation === gp.organisationId)).toHaveLength(2);
    }
  });

  it('takes nothing from whom somebody came back to in the meantime', async () => {
    const { gp, wards } = h.small;
    const staying = await h.stays.admit();
    await h.sentOut(staying);
    expect((await h.stays.leave(staying.claimId, 'home')).statusCode).toBe(200);
    await h.ended(staying.stayId);
    h.house.clock.at += HOUR;
    const again = await h.stays.admit({ person: { id: staying.personId } });
    expect(again.personId).toBe(staying.personId);
    const read = await h.handoverOf(gp, `/stays/${staying.stayId}`);
    done(await h.act(gp, read, 'confirm', { doctor: 'dr. Huisarts' }));
    const rows = await h.care(staying.personId);
    expect(isWhole(rows)).toBe(true);
    expect(rows.at(-1)).toMatchObject({ organisation: wards[0].organisationId, until: null });
  });

  it('goes nowhere after a death', async () => {
    const staying = await h.stays.admit();
    await h.sentOut(staying);
    expect((await h.stays.leave(staying.claimId, 'died')).statusCode).toBe(200);
    await h.ended(staying.stayId);
    const url = `/stays/${staying.stayId}`;
    const gone = await h.handoverOf(h.small.wards[0], url);
    expect(gone).toMatchObject({ state: 'revoked', revokedBecause: 'died', late: false });
    expect(codeOf(await h.save(h.small.wards[0], url, gone.version))).toBe('stay-over');
    expect((await h.care(staying.personId)).at(-1)?.until).not.toBeNull();
  });
});
