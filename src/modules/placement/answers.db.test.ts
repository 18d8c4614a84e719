import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import { arriveOnPlace, closePlaces, departFromPlace, sweepHolds } from '#modules/capacity/index.ts';
import { rows } from '#platform/db/sql.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { ask, must, NOW, nowhere, sweep } from './asking.fixture.ts';
import { codeOf, openFanOut, states } from './fan-out.fixture.ts';
import { followCapacity } from './follow.ts';
import { askAgain, proposeAlternative } from './service-alternative.ts';
import { chooseOffer } from './service-choice.ts';
import { declineAlternative } from './service-no.ts';
import { closeRequest, sendRequest } from './service-request.ts';

type Fan = Awaited<ReturnType<typeof openFanOut>>;
let house: Fan['house'];
let freshPlace: Fan['freshPlace'];
let view: Fan['view'];
let agreed: Fan['agreed'];
let at: Fan['at'];
let send: Fan['send'];
let idOf: Fan['idOf'];
let accept: Fan['accept'];
let refuse: Fan['refuse'];
let later: Fan['later'];
let again: Fan['again'];
let claim: Fan['claim'];

beforeAll(async () => {
  ({ house, freshPlace, view, agreed, at, send, idOf, accept, refuse, later, again, claim } =
    await openFanOut());
});
afterAll(() => house.close());

describe('another date', () => {
  const date = NOW + 2 * DAY;

  it('keeps the bed for that date, asks again on agreement, and a yes is from then', async () => {
    agreed({});
    const sent = await send({ placeIds: [freshPlace()] });
    const offered = must(await later(sent, date));
    expect(offered.offers[0]).toMatchObject({ state: 'alternative', alternativeFrom: date });
    const id = offered.offers[0]?.claimId ?? null;
    expect(await claim(id)).toMatchObject({ kind: 'hold', from: date, expires: NOW + 60 * MINUTE });
    const seen = await view(house.small.gp, sent.request.id);
    expect([seen?.state, seen?.dueAt]).toEqual(['offered', '2026-11-23T11:00:00Z']);
    expect(seen?.turn.nl).toMatch(/^Huis noord kan vanaf .* Zeg voor .* ja of nee$/);
    expect(seen?.steps.find(({ code }) => code === 'alternative')?.detail?.nl).toContain('eerst schilderen');

    const asked = must(await again(offered));
    expect(asked.offers[0]).toMatchObject({ state: 'open', arrivalFrom: date, answerBy: NOW + 45 * MINUTE });
    const accepted = must(await accept(asked));
    expect([accepted.request.state, accepted.offers[0]?.arrivalFrom]).toEqual(['accepted', date]);
    expect(await claim(id)).toMatchObject({ kind: 'reserved', from: date });
  });

  it('must be later than what was asked, and only the ward that was asked proposes it', async () => {
    const sent = await send({ placeIds: [freshPlace()] });
    expect(codeOf(await later(sent, NOW))).toBe('alternative-not-later');
    const foreign = await house.as(house.small.wards[1], (tx, doing) =>
      proposeAlternative(tx, idOf(sent), { from: date, text: '' }, doing),
    );
    expect(codeOf(foreign)).toBe('offer-unknown');
    expect(codeOf(await later(sent, date, NOW + 45 * MINUTE))).toBe('offer-expired');
    const wards = await house.as(house.small.wards[0], (tx, doing) => askAgain(tx, idOf(sent), doing));
    expect(codeOf(wards)).toBe('offer-unknown');
  });

  it.each(['declined', 'not answered'])('when %s gives the bed back and asks the next', async (how) => {
    agreed({});
    const sent = must(await later(await send({ placeIds: [freshPlace(0)] }), date));
    // Time runs for the questions of other stories too.
    const next = at(freshPlace(1), freshPlace(1), freshPlace(1));
    const then = NOW + 61 * MINUTE;
    if (how === 'declined')
      must(
        await house.as(house.small.gp, (tx, doing) => declineAlternative(tx, idOf(sent), next, doing), then),
      );
    else await sweep(house, then, next);
    const seen = await view(house.small.gp, sent.request.id, then);
    expect(seen?.offers.map(({ state }) => state)).toEqual([
      how === 'declined' ? 'withdrawn' : 'expired',
      'open',
    ]);
    expect((await claim(sent.offers[0]?.claimId ?? null))?.released).toBe(true);
    expect(seen?.steps.map(({ nl }) => nl)).toContain('Andere datum van Huis noord niet genomen');
  });
});

describe('the person chooses', () => {
  const both = async () => {
    agreed({ choice: 'person' });
    return send({ placeIds: [freshPlace(0), freshPlace(1)] });
  };

  it('among who said yes; a willing house knows no name, and its bed waits as long as the choice', async () => {
    const sent = await both();
    const one = must(await accept(sent, 0, {}, NOW + 10 * MINUTE));
    const chooseBy = NOW + 70 * MINUTE;
    expect([one.request.state, one.request.chooseBy, states(one)]).toEqual([
      'offered',
      chooseBy,
      ['willing', 'open'],
    ]);
    expect((await claim(one.offers[0]?.claimId ?? null))?.expires).toBe(chooseBy + MINUTE);
    expect((await view(house.small.wards[0], sent.request.id, NOW + 10 * MINUTE))?.person).toBeNull();
    const two = must(await accept(sent, 1, {}, NOW + 20 * MINUTE));
    expect([two.request.chooseBy, states(two)]).toEqual([chooseBy, ['willing', 'willing']]);
    expect((await view(house.small.gp, sent.request.id))?.turn.nl).toMatch(/familie kiest voor/);
    const chosen = must(
      await house.as(house.small.gp, (tx, doing) => chooseOffer(tx, idOf(two, 1), doing), NOW + 30 * MINUTE),
    );
    expect([chosen.request.state, chosen.request.chooseBy, states(chosen)]).toEqual([
      'accepted',
      null,
      ['withdrawn', 'accepted'],
    ]);
    expect((await view(house.small.wards[1], sent.request.id))?.person?.name).toBe('Geertje Hofsteenge');
    expect((await claim(two.offers[0]?.claimId ?? null))?.released).toBe(true);
  });

  it.each([0, 30 * MINUTE])(
    'nobody chose: the first yes stands by itself, also %i ms after its hold',
    async (late) => {
      const sent = await both();
      must(await accept(sent, 1, {}, NOW + MINUTE));
      must(await accept(sent, 0, {}, NOW + 2 * MINUTE));
      const over = NOW + 61 * MINUTE + late;
      await sweep(house, over);
      await house.as(house.small.desk, sweepHolds, over);
      const seen = await view(house.small.gp, sent.request.id, over);
      expect([seen?.state, seen?.offers.map(({ state }) => state)]).toEqual([
        'accepted',
        ['withdrawn', 'accepted'],
      ]);
      const lines = await house.as(house.small.desk, (tx) => linesAbout(tx, sent.request.id));
      expect(lines.at(-1)).toMatchObject({ event: 'chosen', body: { byItself: true } });
    },
  );

  it('a willing house may still say no, then the next is asked; a house that did not say yes is not chosen', async () => {
    const sent = await both();
    expect(codeOf(await house.as(house.small.gp, (tx, doing) => chooseOffer(tx, idOf(sent), doing)))).toBe(
      'not-willing',
    );
    const said = must(await accept(sent));
    const after = must(await refuse(said, nowhere));
    expect([after.request.chooseBy, states(after)]).toEqual([null, ['refused', 'open']]);
  });

  it('a bed that goes to a fact before the choice ends that yes', async () => {
    const said = must(await accept(await both()));
    const { claimId = null, unitId = '', placeId = null } = said.offers[0] ?? {};
    const until = NOW + HOUR;
    must(
      await house.as(house.small.wards[0], (tx, doing) =>
        closePlaces(tx, { unitId, placeId, places: 1, reason: 'other', from: NOW, until }, doing),
      ),
    );
    await house.as(house.small.desk, async (tx, doing) => {
      for (const line of await linesAbout(tx, claimId ?? '')) await followCapacity(tx, line, nowhere, doing);
    });
    const seen = await view(house.small.gp, said.request.id);
    expect(seen?.offers.map(({ state }) => state)).toEqual(['withdrawn', 'open']);
    expect(seen?.chooseBy).toBeNull();
  });
});

describe('a place beyond what there is', () => {
  const extra = { role: 'ward', reason: 'crisis, en vannacht is er personeel' } as const;
  const placeOf = async (id: string) => {
    const [row] = await house.as(house.small.desk, (tx) =>
      rows<{ code: string; labels: string[]; ended: boolean }>(
        tx,
        'select code, labels, ended_at is not null as ended from capacity_place where id = $1',
        [id],
      ),
    );
    return row;
  };

  it('is made for one person, told with role and reason, and ends when that person leaves', async () => {
    agreed({});
    const sent = await send({ placeIds: [freshPlace(0)] });
    const accepted = must(await accept(sent, 0, { extra }));
    const [offer] = accepted.offers;
    const placeId = offer?.placeId ?? '';
    expect(await placeOf(placeId)).toMatchObject({ code: 'E1', labels: ['extra'], ended: false });
    expect((await claim(sent.offers[0]?.claimId ?? null))?.released).toBe(true);
    const seen = await view(house.small.gp, sent.request.id);
    expect(seen?.offers[0]?.extra).toEqual(extra);
    const late = await house.as(house.small.gp, (tx, doing) =>
      sendRequest(tx, ask({ placeIds: [placeId], wantedFrom: NOW + 300 * DAY }), nowhere, doing),
    );
    expect(codeOf(late)).toBe('place-closed');
    const claimId = offer?.claimId ?? '';
    must(await house.as(house.small.wards[0], (tx, doing) => arriveOnPlace(tx, claimId, NOW, doing)));
    const { version = 0 } = (await claim(claimId)) ?? {};
    const left = { claimId, version, at: NOW + HOUR, destination: 'home', cleaningMinutes: 30 };
    must(await house.as(house.small.wards[0], (tx, doing) => departFromPlace(tx, left, doing), NOW + HOUR));
    expect((await placeOf(placeId))?.ended).toBe(true);
  });

  it('ends too when the person never comes, and its number is lent again', async () => {
    const now = NOW + 2 * HOUR;
    const asked = await send({ placeIds: [freshPlace(0)], profile: { ...ask().profile, urgency: 'crisis' } });
    must(await again(must(await later(asked, NOW + DAY)), NOW + 30 * MINUTE));
    const sent = must(await accept(asked, 0, { extra, arrivalFrom: now }, NOW + 40 * MINUTE));
    const placeId = sent.offers[0]?.placeId ?? '';
    expect((await placeOf(placeId))?.code).toBe('E1');
    must(
      await house.as(house.small.gp, (tx, doing) =>
        closeRequest(tx, sent.request.id, { reason: 'withdrawn', code: 'wish' }, doing),
      ),
    );
    expect((await placeOf(placeId))?.ended).toBe(true);
  });

  it('only for who cannot wait, with a reason in a sentence', async () => {
    const planned = await send({
      placeIds: [freshPlace(0)],
      profile: { ...ask().profile, urgency: 'planned' },
    });
    expect(codeOf(await accept(planned, 0, { extra }))).toBe('extra-not-urgent');
    const today = await send({ placeIds: [freshPlace(0)] });
    expect(codeOf(await accept(today, 0, { extra: { role: 'ward', reason: '  ' } }))).toBe(
      'extra-reason-missing',
    );
  });
});
