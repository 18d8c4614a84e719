import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '#kernel/interval.ts';
import type { RoomSex } from '#kernel/limits.ts';
import { putPlaces } from '#modules/capacity/index.ts';
import { readRegion, writeRegion } from '#modules/region/index.ts';
import type { RegionContent } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { type Asking, ask, NOW, nowhere, openAsking } from './asking.fixture.ts';
import { type SentRequest, sendRequest } from './service-request.ts';

let house: Asking['house'];
let freshPlace: Asking['freshPlace'];
const room = newId();

beforeAll(async () => {
  ({ house, freshPlace } = await openAsking());
});
afterAll(() => house.close());

/** Puts a fresh bed of the first home in a room, and gives it what it offers. */
const bedIn = async (
  id: string | null,
  properties: readonly 'closed-ward'[] = [],
  sex: RoomSex = 'male',
): Promise<string> => {
  const placeId = freshPlace();
  await house.as(house.small.wards[0], (tx) =>
    putPlaces(tx, [
      {
        id: placeId,
        unitId: house.small.units[0],
        code: placeId.slice(-6),
        products: ['elv-high', 'elv-low'],
        properties,
        labels: [],
        room: id === null ? null : { id, code: '12', sex, cohort: null },
      },
    ]),
  );
  return placeId;
};

/** Sends for the bed, in a region where this was said. */
const send = async (placeId: string, profile: Partial<SentRequest['profile']>, said: RegionContent = {}) => {
  const region = await house.as(house.small.desk, async (tx) => {
    await writeRegion(tx, said, { actor: 'tester', now: NOW });
    return readRegion(tx, NOW);
  });
  const asked = ask({ placeIds: [placeId], profile: { ...ask().profile, ...profile } });
  return house.as(house.small.gp, (tx, doing) => sendRequest(tx, asked, nowhere, { ...doing, region }));
};

const whyNot = async (...sending: Parameters<typeof send>): Promise<unknown> => {
  const sent = await send(...sending);
  return sent.ok ? 'fits' : (sent.refusal.params?.['why'] ?? sent.refusal.code);
};

const claimsOn = (placeId: string) =>
  house.as(house.small.desk, (tx) => rows(tx, 'select 1 from capacity_claim where place_id = $1', [placeId]));

describe('a hard limit that was said', () => {
  it('refuses the place with its reason, and holds nothing', async () => {
    const bed = await bedIn(room);
    expect(await whyNot(bed, {})).toBe('Past niet: kamer 12 is nu voor mannen.');
    expect(await claimsOn(bed)).toEqual([]);
  });

  it('is gone once the ward says the room is for women', async () => {
    const bed = await bedIn(room, [], 'female');
    expect(await whyNot(bed, {})).toBe('fits');
    expect(await claimsOn(bed)).toHaveLength(1);
  });

  it('is as hard for the doctor, the insurer, the closed ward, the language and what the bed lacks', async () => {
    const bed = await bedIn(null);
    const siteId = house.small.sites[0];
    const limits = {
      siteId,
      languages: ['Turks'],
      ownDoctorLow: false,
      treatingGps: [house.small.desk.organisationId],
    };
    expect(await whyNot(bed, { weight: 'low' }, { siteLimits: [limits] })).toBe(
      'Past niet: de huisarts behandelt hier niet en er is geen eigen arts.',
    );
    expect(await whyNot(bed, { language: 'Fries' })).toBe('Past niet: hier spreekt niemand Fries.');
    const contract = {
      organisationId: house.small.wards[0].organisationId,
      uzovi: '3311',
      product: null,
      until: null,
    };
    expect(await whyNot(bed, { uzovi: '3311' }, { contracts: [{ ...contract, ceilingReached: true }] })).toBe(
      'Past niet: het budget van verzekeraar 3311 is hier op.',
    );
    expect(await whyNot(bed, { uzovi: '7029' })).toBe('Past niet: geen contract met verzekeraar 7029.');
    expect(await whyNot(bed, { needs: ['iv-therapy', 'lift'] })).toBe('Ontbreekt hier: infuus en tillift.');
    expect(await claimsOn(bed)).toEqual([]);
    const closed = await bedIn(null, ['closed-ward']);
    const unitLimits = [{ unitId: house.small.units[0], legalTitles: ['voluntary'] as const }];
    expect(await whyNot(closed, { needs: ['closed-ward'], legalTitle: 'ibs' }, { unitLimits })).toBe(
      'Past niet: op deze gesloten afdeling kan geen opname met inbewaringstelling.',
    );
    expect(await whyNot(closed, { needs: ['closed-ward'], legalTitle: null })).toBe('fits');
  });

  it('counts to the end of its last day', async () => {
    const contract = { organisationId: house.small.wards[0].organisationId, uzovi: '3332', product: null };
    const until = (day: string) => ({ contracts: [{ ...contract, until: day, ceilingReached: false }] });
    const [today, yesterday] = [NOW, NOW - DAY].map((at) => new Date(at).toISOString().slice(0, 10));
    expect(await whyNot(await bedIn(null), { uzovi: '3332' }, until(today ?? ''))).toBe('fits');
    expect(await whyNot(await bedIn(null), { uzovi: '3332' }, until(yesterday ?? ''))).toBe(
      'Past niet: geen contract met verzekeraar 3332.',
    );
  });
});
