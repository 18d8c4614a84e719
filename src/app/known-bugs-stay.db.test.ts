import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Problem } from '#kernel/contract.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import type { Professional } from '#modules/region/types.ts';
import type { HandoverView } from '#modules/stay/contract-handover.ts';
import type { Ward } from '#tower/contract.ts';
import { type ApiHouse, sendRequest, somebody } from './api-house.fixture.ts';
import { eventually, openStayHouse, type Staying } from './stay-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
let stays: Awaited<ReturnType<typeof openStayHouse>>;
let house: ApiHouse;
let ward: Professional;

beforeAll(async () => {
  stays = await openStayHouse(NOW);
  house = stays.house;
  ward = house.small.wards[0];
});
afterAll(() => house.close());

const code = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<Problem>().code,
];
const page = async (): Promise<Ward> =>
  (await house.call(ward, 'GET', `/api/v1/wards/${house.small.units[0]}?days=7`)).json<Ward>();
const bedOf = async (placeId: string) => (await page()).places.find(({ id }) => id === placeId);
const versionOf = async (claimId: string): Promise<number> => {
  const found = await house.owner.query<{ version: number }>(
    'select version from capacity_claim where id = $1',
    [claimId],
  );
  return found.rows[0]?.version ?? 0;
};
const leave = async ({ claimId }: Staying, destination = 'home') =>
  house.post(
    ward,
    `/claims/${claimId}/departure`,
    { destination, cleaningMinutes: 0 },
    { version: await versionOf(claimId) },
  );
const ended = (stayId: string) =>
  eventually(async () => {
    const stay = await stays.seen(ward, stayId);
    return stay.endedAt === null ? null : stay;
  });
const url = (stayId: string) => `/api/v1/stays/${stayId}/handover`;
type Handed = { readonly handover: HandoverView };
const write = async (stayId: string, version: number, body: object): Promise<HandoverView> => {
  const kept = await house.call(ward, 'PUT', url(stayId), body, { version });
  if (kept.statusCode !== 200) throw new Error(kept.body);
  return kept.json<Handed>().handover;
};
const send = (stayId: string, version: number) =>
  house.call(ward, 'POST', `${url(stayId)}/send`, {}, { version });
const textOf = ({ sections }: HandoverView, section: string) =>
  sections.find((each) => each.code === section)?.text;

/** What went wrong at others around a stay, by the row of our list and the number of their report; each must not happen here. */
describe('what others met around a stay', () => {
  it('row 4, care_fe#6938: somebody went home and the bed stays in use', async () => {
    const stay = await stays.admit();
    expect((await bedOf(stay.placeId))?.state).toBe('occupied');
    house.clock.at += HOUR;
    expect((await leave(stay)).statusCode).toBe(200);
    expect(await bedOf(stay.placeId)).toMatchObject({ state: 'free', claims: [] });
    expect((await ended(stay.stayId)).claim).toBeNull();
    // And the next one can lie in it at once.
    const next = await sendRequest(house, [stay.placeId]);
    await house.post(ward, `/offers/${next.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
    expect((await house.post(ward, `/requests/${next.id}/arrival`, {})).statusCode).toBe(200);
  });

  it('row 5, hmis#20183: what was left open of somebody who is gone blocks the bed for ever', async () => {
    const stay = await stays.admit();
    await house.post(ward, `/stays/${stay.stayId}/absence`, { reason: 'hospital' });
    expect((await stays.seen(ward, stay.stayId)).absence).not.toBeNull();
    house.clock.at += HOUR;
    // Somebody died in hospital, and nobody said that they came back.
    expect((await leave(stay, 'died')).statusCode).toBe(200);
    const gone = await ended(stay.stayId);
    expect(gone.absence).toBeNull();
    expect((await bedOf(stay.placeId))?.state).toBe('free');
    const next = await sendRequest(house, [stay.placeId]);
    expect(next.state).toBe('offered');
  });

  it('row 6, marley#1141: the bed is given away when the departure is ordered, while somebody lies in it', async () => {
    const stay = await stays.admit();
    const meeting = (await stays.seen(ward, stay.stayId)).meetings[0];
    const held = await house.post(
      ward,
      `/stays/${stay.stayId}/meetings/${meeting?.id}/hold`,
      { present: ['dr. Oefen'], departureDay: '2026-11-24' },
      { version: meeting?.version ?? 0 },
    );
    expect(held.statusCode).toBe(200);
    // A day after the day on which they would go they are still there: only leaving frees the bed.
    house.clock.at += 2 * DAY;
    await house.post(ward, `/units/${house.small.units[0]}/confirmations`, {});
    expect(await bedOf(stay.placeId)).toMatchObject({ state: 'occupied', overdue: true });
    expect(
      (await house.post(house.small.gp, '/holds', { placeId: stay.placeId, product: 'elv-high' })).statusCode,
    ).toBe(409);
    expect((await leave(stay)).statusCode).toBe(200);
    expect((await bedOf(stay.placeId))?.state).toBe('free');
  });

  it('row 7, care#847: somebody who left is moved to another bed, or stays longer', async () => {
    const stay = await stays.admit();
    expect((await leave(stay)).statusCode).toBe(200);
    const before = await ended(stay.stayId);
    const version = await versionOf(stay.claimId);
    const placeId = house.freshPlace();
    const moved = await house.post(ward, `/claims/${stay.claimId}/move`, { placeId }, { version });
    expect(code(moved)).toEqual([409, 'claim-ended']);
    const longer = {
      untilDay: '2027-03-01',
      reason: 'Nog niet klaar',
      decidedBy: 'dr. Oefen',
      role: 'elderly-doctor',
    };
    for (const [path, body] of [
      ['extension', longer],
      ['absence', { reason: 'leave' }],
    ] as const)
      expect(code(await house.post(ward, `/stays/${stay.stayId}/${path}`, body))).toEqual([409, 'stay-over']);
    const care = await house.post(
      ward,
      `/stays/${stay.stayId}/care`,
      { product: 'elv-low' },
      { version: before.version },
    );
    expect(code(care)).toEqual([409, 'stay-over']);
    expect(code(await leave(stay))).toEqual([409, 'claim-ended']);
    expect((await bedOf(placeId))?.state).toBe('free');
    expect(await stays.seen(ward, stay.stayId)).toEqual(before);
  });

  it('row 8, hmis#4245: two people in one room, and the board shows one', async () => {
    const [one, two] = [
      await stays.admit(),
      await stays.admit({ person: somebody({ name: 'Hendrik Bos' }) }),
    ];
    const rooms = await house.owner.query<{ id: string }>(
      "insert into capacity_room (id, unit_id, code) values (gen_random_uuid(), $1, 'k8') returning id",
      [house.small.units[0]],
    );
    const both = [one.placeId, two.placeId];
    await house.owner.query('update capacity_place set room_id = $1 where id = any($2::uuid[])', [
      rooms.rows[0]?.id,
      both,
    ]);
    const here = (await page()).places.filter(({ id }) => both.includes(id));
    expect(here.map(({ state, claims }) => [state, claims.length])).toEqual([
      ['occupied', 1],
      ['occupied', 1],
    ]);
    expect(here.flatMap(({ claims }) => claims.map(({ name }) => name)).sort()).toEqual([
      'Geertje Hofsteenge',
      'Hendrik Bos',
    ]);
    // And nobody is put into the bed of another.
    expect(
      (await house.post(house.small.gp, '/holds', { placeId: one.placeId, product: 'elv-high' })).statusCode,
    ).toBe(409);
    const into = await house.post(
      ward,
      `/claims/${two.claimId}/move`,
      { placeId: one.placeId },
      { version: await versionOf(two.claimId) },
    );
    expect(code(into)).toEqual([409, 'bed-occupied']);
  });

  it('row 13, care_fe#760: a handover is on its way to nobody, or goes on after the transfer was called off', async () => {
    const { stayId } = await stays.admit({ second: true }, 0);
    await house.owner.query('update stay_stay set gp_org = null where id = $1', [stayId]);
    const draft = await write(stayId, 0, { sections: [{ code: 'home', text: 'Trap' }] });
    expect(code(await send(stayId, draft.version))).toEqual([409, 'handover-no-receiver']);
    // To a house, with a request: called off, it waits for nobody any more.
    const request = await sendRequest(house, [house.freshPlace()]);
    await house.post(ward, `/offers/${request.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
    const path = `/api/v1/requests/${request.id}/handover`;
    const kept = await house.call(
      house.small.gp,
      'PUT',
      path,
      { sections: [{ code: 'home', text: 'Trap' }] },
      { version: 0 },
    );
    const { version } = kept.json<Handed>().handover;
    expect((await house.call(house.small.gp, 'POST', `${path}/send`, {}, { version })).statusCode).toBe(200);
    const waiting = async () =>
      (await house.call(ward, 'GET', '/api/v1/handovers')).json<{ handovers: { requestId: string }[] }>()
        .handovers;
    expect((await waiting()).map(({ requestId }) => requestId)).toEqual([request.id]);
    await house.post(house.small.gp, `/requests/${request.id}/close`, {
      reason: 'withdrawn',
      code: 'mistake',
    });
    expect(await eventually(async () => ((await waiting()).length === 0 ? 'gone' : null))).toBe('gone');
    const back = () => house.call(house.small.gp, 'GET', path);
    await expect.poll(async () => (await back()).json<Handed>().handover.state).toBe('revoked');
  });

  it('row 14, care#400: who receives takes somebody over and the sender does not know', async () => {
    const { small } = house;
    const stay = await stays.admit();
    const other = small.wards[1];
    const receiver = { organisationId: other.organisationId };
    const draft = await write(stay.stayId, 0, { sections: [{ code: 'home', text: 'Trap' }], receiver });
    const confirm = (version: number) =>
      house.post(other, `/handovers/${draft.id}/confirm`, { doctor: 'dr. Verder' }, { version });
    // Before it was sent it is not there for the other; and nobody can arrive there without a yes of their own.
    expect(code(await confirm(draft.version))).toEqual([404, 'handover-unknown']);
    expect((await house.post(other, `/requests/${stay.requestId}/arrival`, {})).statusCode).toBe(404);
    const sent = (await send(stay.stayId, draft.version)).json<Handed>().handover;
    expect((await leave(stay, 'elsewhere')).statusCode).toBe(200);
    expect((await ended(stay.stayId)).responsible?.organisation.id).toBe(ward.organisationId);
    house.clock.at += HOUR;
    expect((await confirm(sent.version)).statusCode).toBe(200);
    // The sender reads who said yes, and from when it is theirs.
    const seen = (await house.call(ward, 'GET', `/api/v1/handovers/${draft.id}`)).json<Handed>().handover;
    expect(seen).toMatchObject({ state: 'received', receivedBy: other.name, doctor: 'dr. Verder' });
    const { responsible } = await stays.seen(ward, stay.stayId);
    expect(responsible).toMatchObject({
      ...{ organisation: { id: other.organisationId }, doctor: 'dr. Verder' },
      since: isoFromInstant(house.clock.at),
    });
  });

  it('row 31, openmrs-core#6194: allergies are gone once two versions become one', async () => {
    const { stayId } = await stays.admit();
    const receiver = { organisationId: house.small.gp.organisationId };
    const first = await write(stayId, 0, {
      sections: [
        { code: 'allergies', text: 'Penicilline' },
        { code: 'home', text: 'Trap' },
      ],
      receiver,
    });
    const one = (await send(stayId, first.version)).json<Handed>().handover;
    const again = await write(stayId, one.version, {
      sections: [{ code: 'medication', text: 'Paracetamol' }],
    });
    const two = (await send(stayId, again.version)).json<Handed>().handover;
    const read = await house.call(house.small.gp, 'GET', `/api/v1/handovers/${two.id}`);
    const there = read.json<Handed>().handover;
    expect(['allergies', 'home', 'medication'].map((section) => textOf(there, section))).toEqual([
      ...['Penicilline', 'Trap', 'Paracetamol'],
    ]);
    // What went first is still what went first; and who begins anew begins with all of it.
    const went = await house.owner.query<{ sections: Record<string, { text: string }> }>(
      'select sections from stay_handover_sent where handover_id = $1 order by number',
      [two.id],
    );
    expect(went.rows.map(({ sections }) => sections['medication']?.text ?? '')).toEqual(['', 'Paracetamol']);
    await house.post(ward, `/handovers/${two.id}/revoke`, {}, { version: two.version });
    const { version } = (await house.call(ward, 'GET', url(stayId))).json<Handed>().handover;
    const anew = await write(stayId, version, { sections: [{ code: 'home', text: 'Lift' }] });
    expect([textOf(anew, 'allergies'), textOf(anew, 'home')]).toEqual(['Penicilline', 'Lift']);
  });
});
