import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentList } from '#modules/people/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import type { LateReferrals, ReferralView } from '#modules/social/contract.ts';
import {
  BSN,
  openReferralHouse,
  QUESTION,
  type ReferralHouse,
  seenAt,
  WITH_BSN,
} from './referral-house.fixture.ts';
import { chaseAll } from './referrals.ts';

/** Within this an open screen has lost what it showed. */
const AT_ONCE = 1_000;

let world: ReferralHouse;
let url: string;
beforeAll(async () => {
  world = await openReferralHouse();
  url = await world.house.house.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => world.house.close());

const take = async (who: Professional, of: ReferralView, step: string, body: object = {}) =>
  world.act(who, `/${of.id}/${step}`, body, seenAt(of));
const taken = async (...asked: Parameters<typeof take>): Promise<ReferralView> => {
  const { referral, ...answer } = await take(...asked);
  if (referral === undefined) throw new Error(JSON.stringify(answer));
  return referral;
};
const personOf = async (id: string): Promise<string> =>
  (await world.house.owner.query('select person_id from social_referral where id = $1', [id])).rows[0]
    .person_id;
const takeBack = async (id: string): Promise<void> => {
  const person = await personOf(id);
  const given = await world.house.call(world.gp, 'GET', `/api/v1/persons/${person}/consents`);
  const yes = given.json<ConsentList>().consents.find((each) => each.purpose === 'welfare');
  const answer = await world.house.post(world.gp, `/persons/${person}/consents/${yes?.id}/revoke`, {});
  expect(answer.statusCode, answer.body).toBe(200);
};

describe('a referral', () => {
  it('goes with the yes of the person to that organisation, and nobody else sees it', async () => {
    const of = await world.refer();
    expect(of).toMatchObject({ state: 'sent', name: 'Geertje Hofsteenge', person: null, mine: false });
    const { rows } = await world.house.owner.query(
      `select c.purpose, c.explicit, c.receiver_org = r.to_org as same from social_referral r
       join people_consent c on c.id = r.consent_id where r.id = $1`,
      [of.id],
    );
    expect(rows).toEqual([{ purpose: 'welfare', explicit: true, same: true }]);
    const seen = await world.see(world.worker, of.id);
    expect(seen.of).toMatchObject({
      ...{ name: 'Geertje Hofsteenge', question: QUESTION, mine: true },
      person: { phone: '0592-00 17 20', ageBand: '85-89', pc4: '9405' },
    });
    for (const stranger of [world.other, world.house.small.transfer])
      expect((await world.see(stranger, of.id)).status).toBe(404);
    expect(await world.list(world.other, '/inbox')).toEqual([]);
  });

  it('tells who receives it no BSN and no birth date', async () => {
    const of = await world.refer({ person: WITH_BSN });
    const { body } = await world.see(world.worker, of.id);
    for (const secret of [BSN, BSN.slice(-4), '1941', 'hofsteenge-arts']) expect(body).not.toContain(secret);
  });

  it('is not made without a yes, to a service nobody here offers, or twice while it runs', async () => {
    const asked = { service: world.service, person: { ...WITH_BSN, bsn: null }, question: QUESTION };
    expect((await world.act(world.gp, '', { ...asked, yes: false })).code).toBe('invalid-input');
    expect((await world.act(world.gp, '', { ...asked, yes: true, service: world.nobodys })).code).toBe(
      'service-not-referred',
    );
    const of = await world.refer();
    const again = { ...asked, yes: true, person: { id: await personOf(of.id) } };
    expect((await world.act(world.gp, '', again)).code).toBe('referral-runs');
    expect((await world.act(world.house.small.transfer, '', again)).code).toBe('person-unknown');
    await taken(world.gp, of, 'withdrawn');
    expect((await world.act(world.gp, '', again)).referral?.state).toBe('sent');
  });

  it('pressed twice is one', async () => {
    const asked = {
      service: world.service,
      person: { ...WITH_BSN, bsn: null },
      question: QUESTION,
      yes: true,
    };
    const key = { 'idempotency-key': 'twee-keer-gedrukt' };
    const [one, two] = [await world.act(world.gp, '', asked, key), await world.act(world.gp, '', asked, key)];
    expect(two.referral?.id).toBe(one.referral?.id);
  });
});

describe('what becomes of it', () => {
  it('comes back to who referred, who has seen it once they looked', async () => {
    let of = await world.refer();
    const news: boolean[] = [];
    const look = async () =>
      news.push((await world.list(world.gp)).find(({ id }) => id === of.id)?.unseen === true);
    for (const step of ['seen', 'accepted', 'contacted', 'active']) {
      world.house.clock.at += 60_000;
      of = await taken(world.worker, of, step, step === 'contacted' ? { words: 'Dinsdag gebeld' } : {});
      await look();
      world.house.clock.at += 60_000;
      await world.act(world.gp, `/${of.id}/read`);
    }
    expect(news).toEqual([false, true, true, false]);
    world.house.clock.at += 60_000;
    await taken(world.worker, of, 'ended', { result: 'helped', reason: 'answered', words: 'Brieven gedaan' });
    const told = (await world.see(world.gp, of.id)).of;
    expect(told).toMatchObject({ state: 'ended', unseen: true, person: null });
    expect(told?.steps.at(-1)).toMatchObject({
      result: 'helped',
      reason: 'answered',
      words: 'Brieven gedaan',
    });
    expect(told?.steps.map(({ step }) => step)).toEqual([
      ...['sent', 'seen', 'accepted', 'contacted', 'active', 'ended'],
    ]);
  });

  it('is done in order, by who received it, as they saw it', async () => {
    const of = await world.refer();
    expect((await take(world.worker, of, 'contacted')).code).toBe('referral-step-early');
    expect((await take(world.other, of, 'accepted')).code).toBe('referral-unknown');
    expect((await take(world.worker, of, 'withdrawn')).code).toBe('referral-not-yours');
    const [one, two] = await Promise.all([
      take(world.worker, of, 'accepted'),
      take(world.worker, of, 'accepted'),
    ]);
    expect([one.code ?? 'ok', two.code ?? 'ok'].toSorted()).toEqual(['ok', 'version-stale']);
    const now = (await world.see(world.worker, of.id)).of as ReferralView;
    expect((await take(world.worker, now, 'accepted')).code).toBe('referral-step-passed');
    expect((await take(world.worker, now, 'ended', { result: 'not', reason: 'answered' })).code).toBe(
      'referral-reason',
    );
  });

  it('counts what nobody could help with, without a person, and says nothing below five', async () => {
    const told = async () =>
      (await world.house.call(world.house.small.desk, 'GET', '/api/v1/referrals/unmet')).json<{
        kinds: { code: string; times: number | null }[];
      }>().kinds;
    for (let n = 0; n < 4; n++)
      await taken(world.worker, await world.refer(), 'ended', { result: 'not', reason: 'no-room' });
    expect(await told()).toMatchObject([{ code: 'debt-help', times: null }]);
    await taken(world.worker, await world.refer(), 'ended', { result: 'not', reason: 'no-room' });
    expect(await told()).toMatchObject([{ code: 'debt-help', times: 5 }]);
  });
});

describe('passed on', () => {
  it('goes to another service with the same question, on a new yes; who referred first sees how far it is', async () => {
    const of = await world.refer();
    const asked = { service: world.otherService, yes: true, words: 'Past beter bij een maatje' };
    expect((await take(world.worker, of, 'passed-on', { ...asked, service: world.nobodys })).code).toBe(
      'service-not-referred',
    );
    const next = await taken(world.worker, of, 'passed-on', asked);
    expect(next).toMatchObject({ state: 'sent', question: QUESTION, name: 'Geertje Hofsteenge' });
    expect((await world.see(world.other, next.id)).of).toMatchObject({ person: { pc4: '9405' } });
    expect((await world.see(world.gp, next.id)).status).toBe(404);
    await taken(world.other, next, 'accepted');
    expect((await world.see(world.gp, of.id)).of).toMatchObject({
      ...{ state: 'passed-on', passedOn: { service: 'Maatje', state: 'accepted', result: null } },
    });
    expect((await world.list(world.worker)).map(({ id }) => id)).toContain(next.id);
  });
});

describe('what nobody picks up', () => {
  const night = () => chaseAll(world.house.house.database, world.house.clock.at);
  const said = async (id: string) => (await world.see(world.gp, id)).of?.steps.map(({ step }) => step);
  const late = async () =>
    (await world.house.call(world.house.small.desk, 'GET', '/api/v1/referrals/late')).json<LateReferrals>();

  it('is reminded of after five working days, then told to who referred and the desk, each once', async () => {
    const start = world.house.clock.at;
    const [of, picked] = [await world.refer(), await world.refer()];
    await taken(world.worker, picked, 'accepted');
    const days = async (count: number) => {
      world.house.clock.at = start + count * 86_400_000;
      await night();
      await night();
      return said(of.id);
    };
    expect(await days(7)).toEqual(['sent']);
    expect(await days(8)).toEqual(['sent', 'reminded']);
    expect((await late()).late.map(({ code }) => code)).not.toContain(of.code);
    expect(await days(10)).toEqual(['sent', 'reminded', 'late']);
    const told = await late();
    expect(told.late.find(({ code }) => code === of.code)).toMatchObject({
      ...{ service: { name: 'Schuldhulp' }, phone: '0592001721' },
    });
    for (const secret of ['Hofsteenge', QUESTION, '9405']) expect(JSON.stringify(told)).not.toContain(secret);
    expect((await world.see(world.gp, of.id)).of).toMatchObject({ unseen: true, late: true });
    expect(await said(picked.id)).toEqual(['sent', 'accepted']);
    const inbox = await world.list(world.worker, '/inbox');
    expect(inbox[0]?.madeAt.localeCompare(of.madeAt)).toBeLessThanOrEqual(0);
    world.house.clock.at = start;
  });
});

describe('a yes that is taken back', () => {
  it('shuts the referral for who received it at once, in answers and in rows, and no step is taken any more', async () => {
    const of = await world.refer();
    expect((await world.see(world.worker, of.id)).status).toBe(200);
    await takeBack(of.id);
    expect((await world.see(world.worker, of.id)).status).toBe(404);
    expect((await world.list(world.worker, '/inbox')).map(({ id }) => id)).not.toContain(of.id);
    expect((await take(world.worker, of, 'accepted')).code).toBe('referral-unknown');
    expect((await world.see(world.gp, of.id)).of).toMatchObject({ state: 'withdrawn' });
    await expect
      .poll(async () => (await world.see(world.gp, of.id)).of?.steps.at(-1)?.step)
      .toBe('withdrawn');
    const { owner } = world.house;
    await owner.query('begin');
    await owner.query("set local app.keeper = ''");
    await owner.query('set local role verkeerstoren_app');
    await owner.query("select set_config('app.actor', 'x', true), set_config('app.org', $1, true)", [
      world.worker.organisationId,
    ]);
    const rows = await owner.query('select 1 from social_referral_step where referral_id = $1', [of.id]);
    const who = await owner.query('select * from social_who($1)', [of.id]);
    await owner.query('rollback');
    expect([rows.rowCount, who.rowCount]).toEqual([0, 0]);
  });

  it('is heard by an open screen of that organisation within a second', async () => {
    const of = await world.refer();
    const session = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: world.worker.id }),
    });
    const { token } = (await session.json()) as { token: string };
    const leaving = new AbortController();
    const live = await fetch(`${url}/api/v1/live`, {
      headers: { authorization: `Bearer ${token}` },
      signal: leaving.signal,
    });
    const stream = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    const began = performance.now();
    await takeBack(of.id);
    let heard = '';
    while (!heard.includes('"topic":"consent"')) heard += (await stream?.read())?.value ?? '';
    expect(performance.now() - began).toBeLessThan(AT_ONCE);
    leaving.abort();
  });
});

it('the log says who looked, about whom, and on which yes', async () => {
  const of = await world.refer();
  await world.see(world.worker, of.id);
  const { rows } = await world.house.owner.query(
    `select a.ground, a.person_id = r.person_id as same, a.consent_id = r.consent_id as on_yes from platform_access a
     join social_referral r on r.id = a.object_id where r.id = $1 and a.organisation_id = $2 order by a.line desc limit 1`,
    [of.id, world.worker.organisationId],
  );
  expect(rows).toEqual([{ ground: 'consent', same: true, on_yes: true }]);
});
