import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { closePlaces } from '#modules/capacity/index.ts';
import { rows } from '#platform/db/sql.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { ask, must, NOW, nowhere, sweep } from './asking.fixture.ts';
import { codeOf, openFanOut, states } from './fan-out.fixture.ts';
import { followCapacity } from './follow.ts';
import { type SentRequest, sendRequest } from './service-request.ts';

type Fan = Awaited<ReturnType<typeof openFanOut>>;
let house: Fan['house'];
let freshPlace: Fan['freshPlace'];
let view: Fan['view'];
let agreed: Fan['agreed'];
let at: Fan['at'];
let send: Fan['send'];
let accept: Fan['accept'];
let refuse: Fan['refuse'];
let claim: Fan['claim'];

beforeAll(async () => {
  ({ house, freshPlace, view, agreed, at, send, accept, refuse, claim } = await openFanOut());
});
afterAll(() => house.close());

describe('the next is asked by itself', () => {
  it('after a no, in the same transaction, in the name of the desk, with the freed hold', async () => {
    agreed({});
    const [here, there] = [freshPlace(0), freshPlace(1)];
    const sent = await send({ placeIds: [here] });
    const after = must(await refuse(sent, at(there)));
    expect([after.request.state, states(after)]).toEqual(['offered', ['refused', 'open']]);
    expect(after.offers[1]).toMatchObject({ byItself: true, placeId: there });
    expect((await claim(after.offers[1]?.claimId ?? null))?.kind).toBe('hold');
    const lines = await house.as(house.small.desk, (tx) => linesAbout(tx, sent.request.id));
    expect(lines.at(-1)).toMatchObject({ event: 'offered', actor: 'system', body: { byItself: true } });
    const seen = await view(house.small.gp, sent.request.id);
    expect(seen?.steps.map(({ nl, detail }) => [nl, detail?.nl])).toContainEqual([
      'Huis zuid vanzelf gevraagd',
      'na nee van Huis noord',
    ]);
    // The ward that said no does not learn whom else was asked.
    expect((await view(house.small.wards[0], sent.request.id))?.offers).toHaveLength(1);
  });

  it('first whom the referrer named, and passes by what somebody else has', async () => {
    agreed({});
    const [here, taken, free] = [freshPlace(0), freshPlace(1), freshPlace(1)];
    await send({ placeIds: [taken] });
    const sent = await send({ placeIds: [here], candidates: [taken, free] });
    const after = must(await refuse(sent, nowhere));
    expect(after.offers[1]).toMatchObject({ byItself: true, placeId: free });
    expect(after.request.candidates).toEqual([taken]);
  });

  it('after silence, and after a bed that went to a fact', async () => {
    agreed({});
    const [here, there] = [freshPlace(0), freshPlace(1)];
    const silent = await send({ placeIds: [here] });
    await sweep(house, NOW + 45 * MINUTE, at(there));
    const seen = await view(house.small.gp, silent.request.id, NOW + 45 * MINUTE);
    expect(seen?.offers.map(({ state }) => state)).toEqual(['expired', 'open']);
    expect(seen?.deskAsked).toBe(false);

    const lost = await send({ placeIds: [freshPlace(0)] });
    const accepted = must(await accept(lost));
    const { claimId = null, unitId = '', placeId = null } = accepted.offers[0] ?? {};
    const until = NOW + 4 * HOUR;
    must(
      await house.as(house.small.wards[0], (tx, doing) =>
        closePlaces(tx, { unitId, placeId, places: 1, reason: 'other', from: NOW, until }, doing),
      ),
    );
    await house.as(house.small.desk, async (tx, doing) => {
      for (const line of await linesAbout(tx, claimId ?? ''))
        await followCapacity(tx, line, at(freshPlace(1)), doing);
    });
    const after = await view(house.small.gp, lost.request.id);
    expect([after?.state, after?.offers.map(({ state }) => state)]).toEqual([
      'offered',
      ['withdrawn', 'open'],
    ]);
    expect(after?.deskAsked).toBe(true);
  });

  it('wakes the desk when nobody is left; and asks nobody when the region or the referrer does not want that', async () => {
    agreed({});
    const none = must(await refuse(await send({ placeIds: [freshPlace()] }), nowhere));
    expect(none.request).toMatchObject({ state: 'searching', deskAsked: true });
    const unwanted = await send({ placeIds: [freshPlace()], askNext: false });
    expect(must(await refuse(unwanted, at(freshPlace(1)))).request).toMatchObject({
      state: 'searching',
      deskAsked: false,
    });
    agreed({ autoNext: false });
    const off = await send({ placeIds: [freshPlace()] });
    expect(states(must(await refuse(off, at(freshPlace(1)))))).toEqual(['refused']);
  });

  it('asks a ward that could not now again another day, and one that cannot never', async () => {
    agreed({});
    const next = at(freshPlace(0));
    const notNow = await send({ placeIds: [freshPlace(0), freshPlace(1)] });
    const one = must(await refuse(notNow, next, 'no-staff', 0));
    expect(states(must(await refuse(one, next, 'other', 1)))).toEqual(['refused', 'refused']);
    const cannot = await send({ placeIds: [freshPlace(0), freshPlace(1)] });
    const two = must(await refuse(cannot, next, 'care-too-heavy', 0));
    expect(states(must(await refuse(two, next, 'other', 1)))).toEqual(['refused', 'refused']);
    // The ward in the south answers only the next morning.
    agreed({ answerMinutes: 1440, holdMinutes: 1440 });
    const [first, second] = [
      await send({ placeIds: [freshPlace(0), freshPlace(1)] }),
      await send({ placeIds: [freshPlace(0), freshPlace(1)] }),
    ];
    must(await refuse(first, nowhere, 'no-staff', 0));
    must(await refuse(second, nowhere, 'care-too-heavy', 0));
    const morning = NOW + 22 * HOUR;
    await house.as(house.small.wards[0], (tx) =>
      rows(tx, 'update capacity_figure set as_of = $1', [new Date(morning).toISOString()]),
    );
    const place = freshPlace(0);
    expect(states(must(await refuse(first, at(place), 'other', 1, morning))).toSorted()).toContain('open');
    expect(states(must(await refuse(second, at(place), 'other', 1, morning)))).not.toContain('open');
    agreed({ answerMinutes: 45, holdMinutes: 45 });
  });
});

describe('crisis, and a region without a waiting list', () => {
  const crisis = (change: Partial<SentRequest>) => ({
    ...change,
    profile: { ...ask().profile, urgency: 'crisis' as const },
  });

  it('asks several houses at once, the others without a hold, under the clock of the crisis route', async () => {
    agreed({ crisis: { holdMinutes: 60, answerMinutes: 15, parallelOffers: 5, heldOffers: 1 } });
    const sent = await send(crisis({ placeIds: [freshPlace(0)] }), at(freshPlace(1)));
    expect(
      sent.offers.map(({ byItself, claimId, answerBy }) => [byItself, claimId !== null, answerBy - NOW]),
    ).toEqual([
      [false, true, 15 * MINUTE],
      [true, false, 15 * MINUTE],
    ]);
  });

  it('refuses a request that would only wait, unless something fits or it is crisis', async () => {
    agreed({ waitingList: false });
    const refused = await house.as(house.small.gp, (tx, doing) => sendRequest(tx, ask(), nowhere, doing));
    expect(codeOf(refused)).toBe('no-waiting-list');
    expect((await send({}, at(freshPlace()))).request.state).toBe('searching');
    expect((await send(crisis({}))).request.state).toBe('searching');
  });
});
