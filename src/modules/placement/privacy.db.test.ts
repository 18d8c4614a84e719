import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleById } from '#modules/people/index.ts';
import { type Asking, must, NOW, nowhere, openAsking, yes } from './asking.fixture.ts';
import { acceptOffer } from './service-accept.ts';
import { refuseOffer } from './service-no.ts';
import { closeRequest } from './service-request.ts';
import { viewRequests } from './view.ts';

let house: Asking['house'];
let freshPlace: Asking['freshPlace'];
let send: Asking['send'];
let view: Asking['view'];

beforeAll(async () => {
  ({ house, freshPlace, send, view } = await openAsking());
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
    // An id may hold any four digits by chance.
    const words = JSON.stringify(seen).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
    expect(words).not.toMatch(/Hofsteenge|keuken|9405|1941/);
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
        refuseOffer(tx, sent.offers[0]?.id ?? '', { code: 'other', text: '' }, nowhere, doing),
      ),
    );
    expect(await house.as(house.small.wards[0], (tx) => peopleById(tx, [personId]))).toEqual([]);
  });

  it('where somebody went in the end is for who knows the person, not for a house that was only asked', async () => {
    const sent = await send({ placeIds: [freshPlace()] });
    const ending = { reason: 'elsewhere', place: 'Bij dochter Anna aan de Brink', metres: 3000 } as const;
    must(await house.as(house.small.gp, (tx, doing) => closeRequest(tx, sent.request.id, ending, doing)));
    const own = await view(house.small.gp, sent.request.id);
    expect(own?.elsewhere).toEqual({ place: ending.place, km: 3 });
    const asked = await view(house.small.wards[0], sent.request.id);
    expect(asked?.elsewhere).toEqual({ place: '', km: 3 });
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
      closeRequest(tx, sent.request.id, { reason: 'no-place', code: 'no-bed', would: [] }, doing),
    );
    expect(foreign.ok).toBe(false);
    expect(
      (
        await house.as(house.small.desk, (tx, doing) =>
          closeRequest(tx, sent.request.id, { reason: 'withdrawn', code: 'wish' }, doing),
        )
      ).ok,
    ).toBe(true);
  });
});
