import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#kernel/interval.ts';
import { codeOf, openObservationHouse } from './observation-house.fixture.ts';
import { eventually } from './stay-house.fixture.ts';

const BOXES = {
  seen: 'Bloeddruk zakt.',
  finding: 'Plaspil.',
  advice: 'Halveren.',
  followUp: 'Over een week.',
};

let on: Awaited<ReturnType<typeof openObservationHouse>>;

beforeAll(async () => {
  on = await openObservationHouse();
});
afterAll(() => on.stays.house.close());

type Caller = Parameters<typeof on.stays.house.call>[0];

describe('the answer to the GP', () => {
  const change = (stayId: string, body: object) =>
    on.stays.house.post(on.ward, `/stays/${stayId}/medication`, {
      medicine: 'Plaspil',
      change: 'lowered',
      ...body,
    });

  it('says what is missing, and never goes with a change whose missing reason nobody saw', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { stayId } = await on.stays.admit();
    expect((await on.answerOf(stayId)).missing.map(({ box }) => box)).toEqual([
      'seen',
      'finding',
      'advice',
      'followUp',
    ]);
    expect((await change(stayId, {})).statusCode).toBe(200);
    expect((await on.write(stayId, { ...BOXES, followUp: '' }, 0)).statusCode).toBe(200);
    const draft = await on.answerOf(stayId);
    expect(draft.missing).toMatchObject([
      { box: 'medication', change: { medicine: 'Plaspil' } },
      { box: 'followUp' },
    ]);
    expect(await codeOf(on.send(stayId, { onPurpose: true }, 1))).toBe('answer-reason-unseen');
    const mark = draft.medication[0];
    expect(await codeOf(on.send(stayId, { withoutReason: [mark?.id] }, 1))).toBe('answer-incomplete');
    expect((await on.answerOf(stayId)).sent).toEqual([]);
    const reason = (version: number) =>
      on.stays.house.post(
        on.ward,
        `/stays/${stayId}/medication/${mark?.id}/reason`,
        { reason: 'Duizelig.' },
        { version },
      );
    expect((await reason(7)).statusCode).toBe(412);
    expect((await reason(1)).statusCode).toBe(200);
    expect((await on.send(stayId, { onPurpose: true }, 1)).statusCode).toBe(200);
    const [letter] = (await on.answerOf(stayId)).sent;
    expect(letter).toMatchObject({ number: 1, medication: [{ medicine: 'Plaspil', reason: 'Duizelig.' }] });
  });

  it('is a draft of the house until it goes; the GP reads it, and a second one is a new letter', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { small, post } = on.stays.house;
    const { stayId } = await on.stays.admit();
    expect((await on.write(stayId, BOXES, 0)).statusCode).toBe(200);
    expect((await on.write(stayId, BOXES, 0)).statusCode).toBe(412);
    expect(await on.answerOf(stayId, small.gp)).toMatchObject({
      version: 0,
      boxes: { seen: '' },
      sent: [],
      proposals: [],
    });
    expect((await on.send(stayId, {}, 2)).statusCode).toBe(412);
    expect((await on.send(stayId, {}, 1)).statusCode).toBe(200);
    expect(await codeOf(on.send(stayId, {}, 1))).toBe('answer-no-draft');
    expect(await on.answerOf(stayId, small.gp)).toMatchObject({ number: 1, boxes: BOXES, readAt: null });
    const read = (who: Caller, number: number) => post(who, `/stays/${stayId}/answer/read`, { number });
    expect((await read(on.ward, 1)).statusCode).toBe(403);
    expect(await codeOf(read(small.gp, 2))).toBe('answer-unknown');
    expect((await read(small.gp, 1)).statusCode).toBe(200);
    const first = (await on.answerOf(stayId)).readAt;
    on.stays.house.clock.at += HOUR;
    expect((await read(small.gp, 1)).statusCode).toBe(200);
    expect((await on.answerOf(stayId)).readAt).toBe(first);
    expect((await on.write(stayId, { ...BOXES, advice: 'Stoppen.' }, 0)).statusCode).toBe(200);
    expect(await on.answerOf(stayId)).toMatchObject({ number: 2, version: 1, sentAt: null });
    expect((await on.send(stayId, {}, 1)).statusCode).toBe(200);
    const { sent } = await on.answerOf(stayId, small.gp);
    expect(sent.map(({ number, boxes }) => [number, boxes.advice])).toEqual([
      [2, 'Stoppen.'],
      [1, 'Halveren.'],
    ]);
  });

  it('does not change any more once it is sent, whoever writes in the table', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { stayId } = await on.stays.admit();
    await on.write(stayId, BOXES, 0);
    await on.send(stayId, {}, 1);
    await on.stays.house.owner.query("select set_config('app.keeper', 'on', false)");
    const changing = on.stays.house.owner.query(
      "update stay_answer set advice = 'anders' where stay_id = $1",
      [stayId],
    );
    await expect(changing).rejects.toThrow('does not change');
  });

  it('can still go after somebody left, and offers what the strip says', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { stayId, claimId } = await on.stays.admit();
    await on.told(stayId, { kind: 'sleep', measured: { hours: 4 } });
    on.stays.house.clock.at += DAY;
    await on.told(stayId, { kind: 'sleep', measured: { hours: 6.5 } });
    expect((await on.answerOf(stayId)).proposals).toMatchObject([
      { code: 'sleep', nl: 'Slaap: 4 naar 6,5 uur per nacht.' },
    ]);
    await on.stays.leave(claimId, 'home');
    await eventually(async () => (await on.stays.seen(on.ward, stayId)).endedAt);
    expect((await on.write(stayId, BOXES, 0)).statusCode).toBe(200);
    expect((await on.send(stayId, {}, 1)).statusCode).toBe(200);
    expect(await codeOf(change(stayId, {}))).toBe('stay-over');
  });

  it('is not there for another house', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { small, call } = on.stays.house;
    const { stayId } = await on.stays.admit();
    const url = `/api/v1/stays/${stayId}/answer`;
    expect((await call(small.wards[1], 'GET', url)).statusCode).toBe(404);
    expect((await call(small.desk, 'GET', url)).statusCode).toBe(403);
    expect((await call(small.wards[1], 'PUT', url, BOXES, { version: 0 })).statusCode).toBe(404);
    expect((await call(on.ward, 'PUT', url, BOXES)).statusCode).toBe(428);
  });
});

describe('when home is not possible', () => {
  it('asks for a place for longer with everything filled in, beside the stay, one at a time', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { small, post, call } = on.stays.house;
    const { stayId, personId } = await on.stays.admit({
      ...{ remarks: 'Waarom valt mevrouw?', traits: ['fall-risk', 'wound'], homePc4: '9405' },
    });
    await on.write(stayId, BOXES, 0);
    const again = (who: Caller = on.ward) => post(who, `/stays/${stayId}/retriage`, { product: 'elv-high' });
    const sent = await again();
    expect(sent.statusCode).toBe(200);
    const { requestId } = sent.json<{ requestId: string }>();
    const request = await call(on.ward, 'GET', `/api/v1/requests/${requestId}`);
    expect(request.json<{ request: object }>().request).toMatchObject({
      ...{ state: 'searching', product: 'elv-high', origin: 'other', deskAsked: true },
      ...{
        traits: ['fall-risk', 'wound'],
        referrer: { organisationId: on.ward.organisationId },
      },
      person: { id: personId },
      open: { homePc4: '9405' },
    });
    const { remarks } = request.json<{ request: { open: { remarks: string } } }>().request.open;
    expect(remarks).toContain('Vraag van de huisarts: Waarom valt mevrouw?');
    expect(remarks).toContain('Wat het is: Plaspil.');
    expect((await on.answerOf(stayId)).retriage?.requestId).toBe(requestId);
    expect((await call(small.desk, 'GET', `/api/v1/requests/${requestId}`)).statusCode).toBe(200);
    expect(await codeOf(again())).toBe('retriage-running');
    expect(await codeOf(again(small.wards[1]))).toBe('stay-unknown');
    // The stay itself goes on, and the house stays responsible.
    expect(await on.stays.seen(on.ward, stayId)).toMatchObject({ endedAt: null, own: true });
  });

  it('lets a house say yes at once when the ordinary triage holds, and else only after the desk asked', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { small, post, call, freshPlace } = on.stays.house;
    const saysYes = async (usual: object): Promise<unknown> => {
      const { stayId } = await on.stays.admit();
      const body = { product: 'reo-observation', placeIds: [freshPlace(1)], ...usual };
      const sent = await post(on.ward, `/stays/${stayId}/retriage`, body);
      const { requestId } = sent.json<{ requestId: string }>();
      const asked = await call(on.ward, 'GET', `/api/v1/requests/${requestId}`);
      const { offers } = asked.json<{ request: { offers: { id: string }[] } }>().request;
      return codeOf(post(small.wards[1], `/offers/${offers[0]?.id}/accept`, { doctor: 'dr. Verder' }));
    };
    expect(await saysYes({})).toBe('triage-missing');
    expect(await saysYes({ usualTriage: true })).toBeUndefined();
  });

  it('takes the practice along to the next house, and opens nothing else of the stay before', async () => {
    on.atClock('2026-10-21', 11 * 60 + 41);
    const { small, post, call, freshPlace, owner, clock } = on.stays.house;
    const [, next] = small.wards;
    const { stayId, claimId } = await on.stays.admit({ traits: ['wound'] });
    const body = { product: 'reo-observation', placeIds: [freshPlace(1)], usualTriage: true };
    const sent = await post(on.ward, `/stays/${stayId}/retriage`, body);
    const { requestId } = sent.json<{ requestId: string }>();
    const asked = await call(on.ward, 'GET', `/api/v1/requests/${requestId}`);
    const { offers } = asked.json<{ request: { offers: { id: string; unitId: string }[] } }>().request;
    expect(offers).toMatchObject([{ unitId: next.unitId }]);
    const yes = await post(next, `/offers/${offers[0]?.id}/accept`, { doctor: 'dr. Verder' });
    expect(yes.statusCode).toBe(200);
    clock.at += DAY;
    expect((await on.stays.leave(claimId, 'elsewhere')).statusCode).toBe(200);
    expect((await post(next, `/requests/${requestId}/arrival`, {})).statusCode).toBe(200);
    const { id } = await eventually(async () => {
      await owner.query("select set_config('app.keeper', 'on', false)");
      const found = await owner.query<{ id: string }>('select id from stay_stay where request_id = $1', [
        requestId,
      ]);
      return found.rows[0];
    });
    expect(await on.stays.seen(next, id)).toMatchObject({
      gp: { id: small.gp.organisationId },
      referrer: { id: on.ward.organisationId },
    });
    expect(await on.stays.seen(small.gp, id)).toMatchObject({ treats: true });
    expect((await call(next, 'GET', `/api/v1/stays/${stayId}/answer`)).statusCode).toBe(404);
  });
});
