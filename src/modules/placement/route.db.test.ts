import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import { departFromPlace, moveExpectedEnd } from '#modules/capacity/index.ts';
import { rows } from '#platform/db/sql.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { type Asking, ask, must, NOW, nowhere, openAsking, sweep, yes } from './asking.fixture.ts';
import { followCapacity } from './follow.ts';
import { acceptOffer } from './service-accept.ts';
import { reportNotArrived } from './service-lost.ts';
import { refuseOffer } from './service-no.ts';
import { confirmArrival, planAdmission, sendRequest } from './service-request.ts';

let house: Asking['house'];
let freshPlace: Asking['freshPlace'];
let send: Asking['send'];
let view: Asking['view'];

beforeAll(async () => {
  ({ house, freshPlace, send, view } = await openAsking());
});
afterAll(() => house.close());

describe('from a call to a confirmed place', () => {
  it('holds the bed, reserves it on the yes, and passes responsibility on arrival and not before', async () => {
    const sent = await send({ placeIds: [freshPlace()] });
    const id = sent.request.id;
    expect(sent.request.state).toBe('offered');
    const accepted = must(
      await house.as(house.small.wards[0], (tx, doing) =>
        acceptOffer(tx, sent.offers[0]?.id ?? '', yes, doing),
      ),
    );
    expect(accepted.request.state).toBe('accepted');
    expect((await view(house.small.gp, id))?.responsible?.organisation).toBe('Praktijk');
    const arrived = must(
      await house.as(
        house.small.wards[0],
        (tx, doing) => confirmArrival(tx, id, NOW + HOUR, doing),
        NOW + HOUR,
      ),
    );
    expect(arrived.request.state).toBe('admitted');
    const after = await view(house.small.wards[0], id, NOW + HOUR);
    expect(after?.responsible).toMatchObject({ organisation: 'Noord Zorg', doctor: 'dr. Oefen' });
    const lines = await house.as(house.small.desk, (tx) => linesAbout(tx, id));
    expect(lines.map((line) => line.event)).toEqual(['sent', 'triaged', 'offered', 'accepted', 'admitted']);
  });

  it('plans the arrival by itself for when the site admits, unless the ward says when', async () => {
    const hours = house.region.sites.map((site) => ({
      siteId: site.id,
      product: null,
      weekday: 2,
      opens: 480,
      closes: 600,
    }));
    const tomorrowAtEight = Date.parse('2026-11-24T07:00:00Z');
    const region = { ...house.region, windows: hours };
    const sent = must(
      await house.as(house.small.gp, (tx, doing) =>
        sendRequest(tx, ask({ placeIds: [freshPlace()] }), nowhere, { ...doing, region }),
      ),
    );
    const accepted = must(
      await house.as(house.small.wards[0], (tx, doing) =>
        acceptOffer(tx, sent.offers[0]?.id ?? '', yes, { ...doing, region }),
      ),
    );
    expect(accepted.offers[0]?.arrivalFrom).toBe(tomorrowAtEight);
  });

  it('leaves nothing behind when the bed is gone: no request, no person', async () => {
    const place = freshPlace();
    await send({ placeIds: [place] });
    const before = await house.as(house.small.desk, (tx) =>
      rows<{ n: number }>(tx, 'select count(*)::integer as n from placement_request'),
    );
    const late = await house.as(house.small.gp, (tx, doing) =>
      sendRequest(tx, ask({ placeIds: [place] }), nowhere, doing),
    );
    expect(late).toEqual({ ok: false, refusal: { code: 'place-taken' } });
    const after = await house.as(house.small.desk, (tx) =>
      rows<{ n: number }>(tx, 'select count(*)::integer as n from placement_request'),
    );
    expect(after).toEqual(before);
  });

  it('lets the first yes win and takes the other question back, with its bed', async () => {
    const [here, there] = [freshPlace(0), freshPlace(1)];
    const sent = await send({ placeIds: [here, there] });
    const [first, second] = sent.offers;
    const both = await Promise.all([
      house.as(house.small.wards[0], (tx, doing) => acceptOffer(tx, first?.id ?? '', yes, doing)),
      house.as(house.small.wards[1], (tx, doing) => acceptOffer(tx, second?.id ?? '', yes, doing)),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    const seen = await view(house.small.desk, sent.request.id);
    expect(seen?.offers.map((offer) => offer.state).sort()).toEqual(['accepted', 'withdrawn']);
    const loser = both[0]?.ok ? there : here;
    expect(
      (
        await house.as(house.small.gp, (tx, doing) =>
          sendRequest(tx, ask({ placeIds: [loser] }), nowhere, doing),
        )
      ).ok,
    ).toBe(true);
  });

  it('searches on after a no, and the bed is free again', async () => {
    const place = freshPlace();
    const sent = await send({ placeIds: [place] });
    const refused = must(
      await house.as(house.small.wards[0], (tx, doing) =>
        refuseOffer(tx, sent.offers[0]?.id ?? '', { code: 'no-staff', text: 'ziekte' }, nowhere, doing),
      ),
    );
    expect(refused.request.state).toBe('searching');
    expect((await view(house.small.gp, sent.request.id))?.offers[0]?.refusal).toEqual({
      code: 'no-staff',
      kind: 'not-now',
      text: 'ziekte',
    });
    expect((await send({ placeIds: [place] })).request.state).toBe('offered');
  });

  it('takes silence for a no, and wakes the desk', async () => {
    const sent = await send({ placeIds: [freshPlace()] });
    const later = NOW + 46 * MINUTE;
    await sweep(house, later);
    const seen = await view(house.small.gp, sent.request.id, later);
    expect([seen?.state, seen?.offers[0]?.state]).toEqual(['searching', 'expired']);
    const late = await house.as(
      house.small.wards[0],
      (tx, doing) => acceptOffer(tx, sent.offers[0]?.id ?? '', yes, doing),
      later,
    );
    expect(late.ok).toBe(false);
  });

  it('searches again when nobody arrived, and when the bed went to a fact', async () => {
    const gone = await send({ placeIds: [freshPlace()] });
    must(
      await house.as(house.small.wards[0], (tx, doing) =>
        acceptOffer(tx, gone.offers[0]?.id ?? '', yes, doing),
      ),
    );
    const back = must(
      await house.as(house.small.wards[0], (tx, doing) => reportNotArrived(tx, gone.request.id, doing)),
    );
    expect([back.request.state, back.request.deskAsked]).toEqual(['searching', true]);
  });

  it('plans another moment, keeps it on the bed, and closes when the stay ends: home again, the house still responsible', async () => {
    const sent = await send({ placeIds: [freshPlace()] });
    const id = sent.request.id;
    must(
      await house.as(house.small.wards[0], (tx, doing) =>
        acceptOffer(tx, sent.offers[0]?.id ?? '', yes, doing),
      ),
    );
    const planned = must(
      await house.as(house.small.wards[0], (tx, doing) => planAdmission(tx, id, NOW + 2 * DAY, doing)),
    );
    expect(planned.offers[0]?.arrivalFrom).toBe(NOW + 2 * DAY);
    const arrived = must(
      await house.as(
        house.small.wards[0],
        (tx, doing) => confirmArrival(tx, id, NOW + 2 * DAY, doing),
        NOW + 2 * DAY,
      ),
    );
    const claimId = arrived.offers[0]?.claimId ?? '';
    const left = NOW + 9 * DAY;
    const ward = (
      await house.as(house.small.wards[0], (tx) =>
        rows<{ version: number }>(tx, 'select version from capacity_claim where id = $1', [claimId]),
      )
    )[0];
    must(
      await house.as(
        house.small.wards[0],
        (tx, doing) =>
          departFromPlace(
            tx,
            { claimId, version: ward?.version ?? 0, at: left, destination: 'home', cleaningMinutes: 30 },
            doing,
          ),
        left,
      ),
    );
    await house.as(
      house.small.desk,
      async (tx, doing) => {
        for (const line of await linesAbout(tx, claimId)) await followCapacity(tx, line, nowhere, doing);
      },
      left,
    );
    expect(await view(house.small.gp, id, left)).toMatchObject({
      state: 'closed',
      closeReason: 'home-again',
      responsible: { organisation: 'Noord Zorg', doctor: 'dr. Oefen' },
    });
  });

  it('is displaced when somebody else must stay, and the desk hears it', async () => {
    const place = freshPlace();
    const first = await send({ placeIds: [place] });
    must(
      await house.as(house.small.wards[0], (tx, doing) =>
        acceptOffer(tx, first.offers[0]?.id ?? '', yes, doing),
      ),
    );
    const here = must(
      await house.as(house.small.wards[0], (tx, doing) => confirmArrival(tx, first.request.id, NOW, doing)),
    );
    const claimId = here.offers[0]?.claimId ?? '';
    const version = async () =>
      (
        await house.as(house.small.wards[0], (tx) =>
          rows<{ version: number }>(tx, 'select version from capacity_claim where id = $1', [claimId]),
        )
      )[0]?.version ?? 0;
    const end = async (until: number) =>
      must(
        await house.as(house.small.wards[0], async (tx, doing) =>
          moveExpectedEnd(tx, { claimId, version: await version(), until, latest: null }, doing),
        ),
      );
    await end(NOW + 2 * DAY);
    const second = await send({ placeIds: [place], wantedFrom: NOW + 2 * DAY });
    must(
      await house.as(house.small.wards[0], (tx, doing) =>
        acceptOffer(tx, second.offers[0]?.id ?? '', yes, doing),
      ),
    );
    const changed = await end(NOW + 5 * DAY);
    expect(changed.displaced).toHaveLength(1);
    await house.as(house.small.desk, async (tx, doing) => {
      for (const line of await linesAbout(tx, changed.displaced[0]?.id ?? ''))
        await followCapacity(tx, line, nowhere, doing);
    });
    expect(await view(house.small.desk, second.request.id)).toMatchObject({
      state: 'searching',
      deskAsked: true,
    });
  });
});
