import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_BSNS } from '#demo/test-bsns.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { ConsentList } from '#modules/people/contract.ts';
import { type Accepted, type ConsentHouse, openConsentHouse } from './consent-house.fixture.ts';

let world: ConsentHouse;

beforeAll(async () => {
  world = await openConsentHouse();
});
afterAll(() => world.house.close());

const consents = (about: Accepted, rest = '') => `/persons/${about.personId}/consents${rest}`;
const agree = async (about: Accepted, body: object, who = about.asker): Promise<string> => {
  const answer = await world.house.post(who, consents(about), { purpose: 'hand-over', ...body });
  return answer.json<ConsentList>().consents?.[0]?.id ?? answer.body;
};
const toHouse = (about: Accepted) => ({ receiverOrg: about.ward.organisationId });
const letter = async ({ ward, id, doc }: Accepted): Promise<number> =>
  (await world.house.call(ward, 'GET', `/api/v1/requests/${id}/documents/${doc}`)).statusCode;
const onSheet = async (about: Accepted): Promise<boolean> => {
  const { body } = await world.house.call(about.ward, 'GET', `/api/v1/wards/${about.ward.unitId}`);
  return body.includes('Hofsteenge');
};
const lastGround = async (about: Accepted, who: Accepted['ward']) => {
  const { rows } = await world.house.owner.query(
    `select ground, consent_id as consent from platform_access
      where person_id = $1 and organisation_id = $2 and event = 'read' order by line desc limit 1`,
    [about.personId, who.organisationId],
  );
  return rows[0];
};

describe('a welfare house that says yes', () => {
  it('keeps its bed, and neither knows who comes nor reads the letter; both sides are told what is missing', async () => {
    const about = await world.accepted();
    const seen = await world.see(about.ward, about.id);
    expect(seen).toMatchObject({ state: 'accepted', person: null, open: null, documents: [] });
    expect(seen.awaitsConsent).toEqual([expect.objectContaining({ organisation: 'Welzijn Oost' })]);
    expect(await letter(about)).toBe(404);
    expect(await onSheet(about)).toBe(false);
    const asked = await world.see(about.asker, about.id);
    expect(asked.missing.map(({ code }) => code)).toContain('consent');
    expect(asked.awaitsConsent).toEqual([expect.objectContaining({ organisation: 'Welzijn Oost' })]);
    expect(await lastGround(about, about.ward)).toEqual({ ground: 'offer', consent: null });
  });

  it('reads all of it once the person said yes, without anybody typing again; the log says which yes', async () => {
    const about = await world.accepted();
    const yes = await agree(about, toHouse(about));
    const seen = await world.see(about.ward, about.id);
    expect(seen).toMatchObject({ person: { name: 'Geertje Hofsteenge' }, awaitsConsent: [] });
    expect(seen.open?.remarks).toBe('Gevallen in de keuken');
    expect(await lastGround(about, about.ward)).toEqual({ ground: 'consent', consent: yes });
    expect(await letter(about)).toBe(200);
    expect(await onSheet(about)).toBe(true);
    const asked = await world.see(about.asker, about.id);
    expect(asked.missing.map(({ code }) => code)).not.toContain('consent');
  });

  it('is shut again from the moment it is taken back, also when the house takes it back itself', async () => {
    for (const who of ['asker', 'ward'] as const) {
      const about = await world.accepted();
      const yes = await agree(about, { receiverKind: 'welfare' });
      expect((await world.see(about.ward, about.id)).person).not.toBeNull();
      const gone = await world.house.post(about[who], consents(about, `/${yes}/revoke`), {});
      expect(gone.statusCode).toBe(200);
      expect(await world.see(about.ward, about.id)).toMatchObject({
        person: null,
        open: null,
        documents: [],
      });
      expect(await letter(about)).toBe(404);
    }
  });

  it('lets the person in without knowing who it is: responsibility passes, the name does not', async () => {
    const about = await world.accepted();
    const here = await world.house.post(about.ward, `/requests/${about.id}/arrival`, {});
    expect(here.statusCode).toBe(200);
    world.house.clock.at += MINUTE;
    expect(await world.see(about.ward, about.id)).toMatchObject({
      ...{ state: 'admitted', person: null },
      responsible: { organisation: 'Welzijn Oost' },
    });
    await agree(about, toHouse(about));
    expect((await world.see(about.ward, about.id)).person?.name).toBe('Geertje Hofsteenge');
  });

  it('cannot write down a yes for somebody it does not know', async () => {
    const about = await world.accepted();
    const answer = await world.house.post(about.ward, consents(about), {
      ...{ purpose: 'hand-over', receiverOrg: about.ward.organisationId },
    });
    expect(answer.json()).toMatchObject({ code: 'person-unknown' });
    expect((await world.see(about.ward, about.id)).person).toBeNull();
  });

  it.each([
    ['for another purpose', { purpose: 'welfare', receiverKind: 'welfare' }],
    ['to another kind', { receiverKind: 'home-care' }],
    ['to all of care', {}],
    ['that was only presumed', { receiverKind: 'welfare', explicit: false }],
  ])('a yes %s opens nothing', async (_what, body) => {
    const about = await world.accepted();
    await agree(about, body);
    expect((await world.see(about.ward, about.id)).person).toBeNull();
  });
});

describe('the way back', () => {
  it('a care home and the desk read nothing of what welfare wrote, until the person says yes to each', async () => {
    const about = await world.accepted({ back: true });
    const { desk } = world.house.small;
    for (const who of [about.ward, desk]) {
      expect(await world.see(who, about.id)).toMatchObject({ person: null, open: null, documents: [] });
    }
    expect((await world.see(about.asker, about.id)).awaitsConsent).toHaveLength(2);
    await agree(about, toHouse(about));
    expect((await world.see(about.ward, about.id)).person?.name).toBe('Geertje Hofsteenge');
    expect((await world.see(desk, about.id)).person).toBeNull();
    await agree(about, { receiverKind: 'desk' });
    expect((await world.see(desk, about.id)).person?.name).toBe('Geertje Hofsteenge');
    expect((await world.see(about.asker, about.id)).awaitsConsent).toEqual([]);
  });

  it('whom a house knows through a referral it knows; what welfare wrote of the same person stays shut', async () => {
    const [ward] = world.house.small.wards;
    const [bsn] = TEST_BSNS;
    const referred = await world.accepted({ bsn, ward });
    const asked = await world.accepted({ bsn, ward, back: true });
    expect(asked.personId).toBe(referred.personId);
    expect((await world.see(ward, referred.id)).open?.remarks).toBe('Gevallen in de keuken');
    expect(await world.see(ward, asked.id)).toMatchObject({ person: null, open: null, documents: [] });
    expect(await letter(asked)).toBe(404);
    await agree(asked, toHouse(asked));
    expect((await world.see(ward, asked.id)).documents).toHaveLength(1);
  });

  it('a welfare organisation reads what a care home sent along only when the person said yes to it too', async () => {
    const about = await world.accepted({ back: true });
    await agree(about, toHouse(about));
    const plan = { kind: 'care-plan', name: 'zorgplan.txt', content: 'S2FuYXJpZQ==' };
    expect((await world.house.post(about.ward, `/requests/${about.id}/documents`, plan)).statusCode).toBe(
      200,
    );
    expect((await world.see(about.asker, about.id)).documents).toHaveLength(1);
    await agree(about, { receiverOrg: about.asker.organisationId });
    expect((await world.see(about.asker, about.id)).documents).toHaveLength(2);
  });

  it('the desk asks the next all the same: for that it needs no name', async () => {
    const { house, social } = world;
    const sent = await house.post(social.asker, '/requests', {
      ...{ reason: 'recovery', weight: 'high', callbackPhone: '0592-00 17 20', homePc4: '9405' },
      person: { name: 'Roelof Kuipers', birthDate: '1940-01-01', sex: 'male' },
    });
    const { id } = sent.json<{ request: { id: string } }>().request;
    const asked = await house.post(house.small.desk, `/requests/${id}/offers`, {
      placeId: house.freshPlace(),
    });
    expect(asked.json()).toMatchObject({ request: { state: 'offered', person: null } });
  });
});

it('within care nothing changes: a referral is enough, and nobody is asked for a yes', async () => {
  const { house } = world;
  const about = await world.accepted({ name: 'Berend Kuik' });
  expect((await world.see(house.small.desk, about.id)).person?.name).toBe('Berend Kuik');
  expect(await lastGround(about, house.small.desk)).toEqual({ ground: 'triage', consent: null });
});
