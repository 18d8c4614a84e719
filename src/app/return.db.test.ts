import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import type { Professional } from '#modules/region/types.ts';
import type { ContactList, OutcomeAnswer, ReturnAnswer } from '#modules/stay/contract.ts';
import type { Ward } from '#tower/contract.ts';
import { eventually, openStayHouse } from './stay-house.fixture.ts';

const ZONE = 'Europe/Amsterdam';
/** A Wednesday; the clock goes back on the Sunday after. */
const NOW = instantOf('2026-10-21', 11 * 60 + 41, ZONE);

let stays: Awaited<ReturnType<typeof openStayHouse>>;
let ward: Professional;
beforeAll(async () => {
  stays = await openStayHouse(NOW, 'elv-high');
  ward = stays.house.small.wards[0];
});
afterAll(() => stays.house.close());

const at = (day: string, minutes = 11 * 60 + 41): void => {
  stays.house.clock.at = instantOf(day, minutes, ZONE);
};
const returnOf = async (who: Professional, stayId: string): Promise<ReturnAnswer['return']> => {
  const answer = await stays.house.call(who, 'GET', `/api/v1/stays/${stayId}/return`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<ReturnAnswer>().return;
};
const put = (who: Professional, stayId: string, item: string, body: object, version?: number) =>
  stays.house.call(who, 'PUT', `/api/v1/stays/${stayId}/return/${item}`, body, {
    ...(version === undefined ? {} : { version }),
  });
const tell = (stayId: string, days: number, body: object, version?: number) =>
  stays.house.post(
    ward,
    `/stays/${stayId}/contacts/${days}`,
    { byName: 'Joke Hulst', ...body },
    {
      ...(version === undefined ? {} : { version }),
    },
  );
const code = (answer: { statusCode: number; json: () => unknown }) => [
  answer.statusCode,
  (answer.json() as { code?: string }).code,
];
/** Somebody who stayed and left, with the contacts planned. */
const gone = async (destination: string) => {
  const stay = await stays.admit();
  const left = await stays.leave(stay.claimId, destination);
  expect(left.statusCode).toBe(200);
  const plan = await eventually(async () => {
    const found = await returnOf(ward, stay.stayId);
    return found.contacts.length === 0 ? null : found;
  });
  return { ...stay, plan };
};

describe('the plan for home', () => {
  it('stands open from the first day; the ward arranges, the others read along', async () => {
    const { small } = stays.house;
    const { stayId } = await stays.admit();
    const plan = await returnOf(ward, stayId);
    expect(plan.items.map(({ state }) => state)).toEqual(Array(8).fill('open'));
    expect(plan).toMatchObject({ own: true, late: [], contacts: [] });
    const arranged = { state: 'arranged', who: 'Buurtzorg Peelo', fromDay: '2026-11-25', note: '' };
    const done = await put(ward, stayId, 'home-care', arranged, 1);
    expect(done.json<ReturnAnswer>().return.items[0]).toMatchObject({ ...arranged, version: 2 });
    expect(done.json<ReturnAnswer>().return.missing).toHaveLength(7);
    expect((await returnOf(small.gp, stayId)).own).toBe(false);
    expect((await returnOf(small.desk, stayId)).missing).toHaveLength(7);
  });

  it('is not written over unseen, not by another house, and not by who only reads', async () => {
    const { small } = stays.house;
    const { stayId } = await stays.admit();
    const asked = { state: 'asked' };
    expect(code(await put(ward, stayId, 'aids', asked))).toEqual([428, 'version-needed']);
    expect((await put(ward, stayId, 'aids', asked, 1)).statusCode).toBe(200);
    expect(code(await put(ward, stayId, 'aids', { state: 'arranged' }, 1))).toEqual([412, 'version-stale']);
    expect(code(await put(small.wards[1], stayId, 'aids', asked, 2))).toEqual([404, 'stay-unknown']);
    expect(code(await put(small.gp, stayId, 'aids', asked, 2))).toEqual([403, 'not-allowed']);
    const stranger = await stays.house.call(small.wards[1], 'GET', `/api/v1/stays/${stayId}/return`);
    expect(code(stranger)).toEqual([404, 'stay-unknown']);
    expect((await returnOf(ward, stayId)).items[1]).toMatchObject({ state: 'asked', version: 2 });
  });

  it('is over when somebody left', async () => {
    const { stayId } = await gone('home');
    expect(code(await put(ward, stayId, 'meals', { state: 'arranged' }, 1))).toEqual([409, 'stay-over']);
  });
});

describe('the contacts after somebody left', () => {
  it('are planned by themselves, on working days, and the house finds who is due', async () => {
    const { stayId, plan } = await gone('home');
    expect(plan.contacts.map(({ days, dueDay, due }) => [days, dueDay, due])).toEqual([
      [2, '2026-10-23', false],
      [30, '2026-11-20', false],
    ]);
    const due = async () => {
      const answer = await stays.house.call(ward, 'GET', '/api/v1/contacts');
      return answer.json<ContactList>().contacts.filter((contact) => contact.stayId === stayId);
    };
    expect(await due()).toEqual([]);
    at('2026-10-23');
    expect(await due()).toMatchObject([
      { days: 2, late: false, leftDay: '2026-10-21', name: 'Geertje Hofsteenge' },
    ]);
    await tell(stayId, 2, { reached: false });
    expect(await due()).toHaveLength(1);
    await tell(stayId, 2, {
      reached: true,
      ownHome: true,
      readmitted: false,
      score: 8,
      words: 'Blij weer thuis',
    });
    expect(await due()).toEqual([]);
    at('2026-10-21');
  });

  it('tell the GP how it went without asking; the desk does not read what was said', async () => {
    const { small, call } = stays.house;
    const { stayId, requestId } = await gone('home');
    const told = { reached: true, ownHome: true, readmitted: false, score: 7, words: 'Traplift helpt' };
    expect((await tell(stayId, 2, told)).statusCode).toBe(200);
    const outcome = async (who: Professional) =>
      (await call(who, 'GET', `/api/v1/requests/${requestId}/outcome`)).json<OutcomeAnswer>().outcome;
    const heard = await outcome(small.gp);
    expect(heard).toMatchObject({ stayId, destination: 'home', leftDay: '2026-10-21', expectedEnd: null });
    expect(heard?.contacts[0]).toMatchObject({ ...told, byName: 'Joke Hulst' });
    expect((await outcome(small.desk))?.contacts[0]).toMatchObject({ reached: true, score: null, words: '' });
    const foreign = await call(small.wards[1], 'GET', `/api/v1/requests/${requestId}/outcome`);
    expect(foreign.statusCode).toBe(404);
    // Ids, codes and days; of what was said nothing is in the diary.
    const { rows } = await stays.house.owner.query<{ body: object }>(
      "select body from platform_diary where room = 'stay' and subject = $1",
      [stayId],
    );
    expect(JSON.stringify(rows)).not.toMatch(/Traplift|score|Joke/);
  });

  it('are made once; a second one is refused, a correction needs what was seen', async () => {
    const { stayId } = await gone('home');
    const told = { reached: true, ownHome: true, readmitted: false, score: 7 };
    expect(code(await tell(stayId, 30, told))).toEqual([422, 'contact-too-early']);
    const made = (await tell(stayId, 2, told)).json<ReturnAnswer>().return.contacts[0];
    expect(made).toMatchObject({ score: 7, version: 2 });
    expect(code(await tell(stayId, 2, { ...told, score: 3 }))).toEqual([409, 'contact-made']);
    expect(code(await tell(stayId, 2, { ...told, score: 3 }, 1))).toEqual([412, 'version-stale']);
    const better = await tell(stayId, 2, { ...told, score: 3 }, 2);
    expect(better.json<ReturnAnswer>().return.contacts[0]).toMatchObject({ score: 3, version: 3 });
  });

  it('are not made with somebody who is still here, who died, or who does not want it', async () => {
    const here = await stays.admit();
    const told = { reached: true, ownHome: true };
    expect(code(await tell(here.stayId, 2, told))).toEqual([409, 'not-left']);
    const dead = await gone('died');
    expect(dead.plan.contacts.map(({ dropped }) => dropped)).toEqual(['died', 'died']);
    expect(code(await tell(dead.stayId, 2, told))).toEqual([409, 'contact-dropped']);
    const private_ = await gone('home');
    const stopped = await stays.house.post(ward, `/stays/${private_.stayId}/contacts/stop`, {
      reason: 'wish',
    });
    expect(stopped.json<ReturnAnswer>().return.contacts.map(({ dropped }) => dropped)).toEqual([
      'wish',
      'wish',
    ]);
    expect(code(await tell(private_.stayId, 2, told))).toEqual([409, 'contact-dropped']);
  });
});

describe('a bed', () => {
  const standing = async (placeId: string) => {
    const answer = await stays.house.call(ward, 'GET', `/api/v1/wards/${stays.house.small.units[0]}`);
    const found = answer.json<Ward>();
    return { state: found.places.find(({ id }) => id === placeId)?.state, counts: found.counts };
  };
  const order = (claimId: string, until: number, version: number) =>
    stays.house.post(
      ward,
      `/claims/${claimId}/expected-end`,
      { until: new Date(until).toISOString() },
      { version },
    );
  const versionOf = async (claimId: string): Promise<number> =>
    (await stays.house.owner.query('select version from capacity_claim where id = $1', [claimId])).rows[0]
      .version;

  it('is not freed by ordering a departure, not even when the ordered moment has passed; only by leaving (row 6)', async () => {
    const { placeId, claimId } = await stays.admit();
    const before = await standing(placeId);
    expect(before.state).toBe('occupied');
    const ordered = await order(claimId, NOW + HOUR, await versionOf(claimId));
    expect(ordered.statusCode).toBe(200);
    expect((await standing(placeId)).counts.free).toBe(before.counts.free);
    stays.house.clock.at = NOW + 2 * HOUR;
    const later = await standing(placeId);
    expect(later.state).not.toBe('free');
    expect(later.counts.free).toBe(before.counts.free);
    stays.house.clock.at = NOW;
  });

  it('is cleaned after somebody left and free again after that, with nobody telling it (rows 4 and 5)', async () => {
    const { placeId, claimId } = await stays.admit();
    const free = (await standing(placeId)).counts.free;
    const version = await versionOf(claimId);
    const left = await stays.house.post(
      ward,
      `/claims/${claimId}/departure`,
      { destination: 'home', cleaningMinutes: 45 },
      { version },
    );
    expect(left.statusCode).toBe(200);
    const cleaning = await standing(placeId);
    expect(cleaning.state).not.toBe('free');
    expect(cleaning.counts.free).toBe(free);
    stays.house.clock.at = NOW + 46 * MINUTE;
    const clean = await standing(placeId);
    expect(clean.state).toBe('free');
    expect(clean.counts.free).toBe(free + 1);
    stays.house.clock.at = NOW;
  });
});

describe('who is back in a bed', () => {
  it('is known to the house itself since when, and to nobody it is not told', async () => {
    at('2026-10-21');
    const { small } = stays.house;
    const { stayId, personId, plan } = await gone('home');
    expect(plan.back).toBeNull();
    at('2026-10-21', 13 * 60);
    const again = await stays.admit({ person: { id: personId } });
    expect((await returnOf(ward, stayId)).back).toMatchObject({
      ...{ day: '2026-10-21', stillThere: true },
      where: expect.stringContaining(','),
    });
    // It is filled in beforehand, not said: nothing was told yet.
    expect((await returnOf(ward, stayId)).contacts.map(({ readmitted }) => readmitted)).toEqual([null, null]);
    expect((await returnOf(small.gp, stayId)).back).toBeNull();
    await stays.leave(again.claimId, 'home');
    await expect
      .poll(async () => (await returnOf(ward, stayId)).back)
      .toMatchObject({ day: '2026-10-21', stillThere: false });
  });
});
