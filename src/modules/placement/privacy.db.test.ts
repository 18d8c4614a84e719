import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmallHouse, type SmallHouse } from '#demo/small-house.ts';
import { peopleById } from '#modules/people/index.ts';
import type { Professional } from '#modules/region/types.ts';
import { acceptOffer } from './service-accept.ts';
import { refuseOffer } from './service-offer.ts';
import { closeRequest, type SentRequest, sendRequest } from './service-request.ts';
import { viewRequests } from './view.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
let house: SmallHouse;
let next = 0;

const ask = (change: Partial<SentRequest> = {}): SentRequest => ({
  person: {
    name: 'Geertje Hofsteenge',
    birthDate: '1941-05-02',
    sex: 'female',
    bsn: null,
    pc4: '9405',
    phone: null,
    gpName: null,
    kinName: null,
    kinPhone: null,
  },
  profile: {
    reason: 'recovery',
    weight: 'high',
    urgency: 'today',
    needs: [],
    traits: ['fall-risk'],
    language: null,
    origin: 'home',
  },
  wantedFrom: NOW,
  callbackPhone: '0592-00 17 20',
  remarks: 'Gevallen in de keuken',
  wish: '',
  homePc4: null,
  partnerPc4: null,
  areaPc4: null,
  placeIds: [],
  ...change,
});
const freshPlace = (home = 0): string => house.small.places[home]?.[next++] as string;
const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const send = async (change: Partial<SentRequest> = {}) =>
  must(await house.as(house.small.gp, (tx, doing) => sendRequest(tx, ask(change), doing)));
const yes = { doctor: 'dr. Oefen', placeId: null, product: null, arrivalFrom: null };
const view = async (who: Professional, id: string, now = NOW) =>
  (
    await house.as(
      who,
      (tx, { actor, region }) =>
        viewRequests(tx, { organisationId: actor.organisationId, now, region }, [id]),
      now,
    )
  )[0];

beforeAll(async () => {
  house = await openSmallHouse({ now: NOW, placesPerUnit: 60 });
});
afterAll(() => house.close());

describe('who sees what', () => {
  it('a provider that was asked sees a profile and a distance, no name, no words, no postcode', async () => {
    const sent = await send({ placeIds: [freshPlace()] });
    const seen = await view(house.small.wards[0], sent.request.id);
    expect(seen).toMatchObject({
      ageBand: '85-89',
      sex: 'female',
      person: null,
      open: null,
      responsible: null,
    });
    expect(seen?.offers[0]?.distanceKm).toBe(0.7);
    expect(JSON.stringify(seen)).not.toMatch(/Hofsteenge|keuken|9405|1941/);
  });

  it('after its yes it knows who comes; who was not asked never does', async () => {
    const sent = await send({ placeIds: [freshPlace()] });
    expect(await view(house.small.wards[1], sent.request.id)).toBeUndefined();
    must(
      await house.as(house.small.wards[0], (tx, doing) =>
        acceptOffer(tx, sent.offers[0]?.id ?? '', yes, doing),
      ),
    );
    expect((await view(house.small.wards[0], sent.request.id))?.person?.name).toBe('Geertje Hofsteenge');
    expect(await view(house.small.wards[1], sent.request.id)).toBeUndefined();
    expect(await view(house.small.transfer, sent.request.id)).toBeUndefined();
  });

  it('a provider that said no sees the request no more clearly than before', async () => {
    const sent = await send({ placeIds: [freshPlace()] });
    const { personId } = sent.offers[0] ?? { personId: '' };
    must(
      await house.as(house.small.wards[0], (tx, doing) =>
        refuseOffer(tx, sent.offers[0]?.id ?? '', { code: 'other', text: '' }, doing),
      ),
    );
    expect(await house.as(house.small.wards[0], (tx) => peopleById(tx, [personId]))).toEqual([]);
  });

  it('without an organisation nothing at all is returned', async () => {
    const sent = await send({ placeIds: [freshPlace()] });
    const nobody = await house.database.transaction({ actor: 'nobody', organisationId: null }, (tx) =>
      viewRequests(tx, { organisationId: '', now: NOW, region: house.region }, [sent.request.id]),
    );
    expect(nobody).toEqual([]);
  });

  it('only who asked, or the desk, closes a request', async () => {
    const sent = await send({ placeIds: [freshPlace()] });
    const foreign = await house.as(house.small.wards[0], (tx, doing) =>
      closeRequest(tx, sent.request.id, 'no-place', doing),
    );
    expect(foreign.ok).toBe(false);
    expect(
      (await house.as(house.small.desk, (tx, doing) => closeRequest(tx, sent.request.id, 'withdrawn', doing)))
        .ok,
    ).toBe(true);
  });
});
