import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#kernel/interval.ts';
import { must, NOW, nowhere, sweep, yes } from './asking.fixture.ts';
import { type Case, openCase } from './case.ts';
import { codeOf, openFanOut } from './fan-out.fixture.ts';
import { acceptOffer } from './service-accept.ts';
import { askAgain, proposeAlternative } from './service-alternative.ts';
import { chooseOffer } from './service-choice.ts';
import { reportDisplaced, reportNotArrived } from './service-lost.ts';
import { declineAlternative, refuseOffer, withdrawOffer } from './service-no.ts';
import { makeOffer } from './service-offer.ts';
import { closeRequest, confirmArrival, planAdmission } from './service-request.ts';

type Fan = Awaited<ReturnType<typeof openFanOut>>;
let house: Fan['house'];
let freshPlace: Fan['freshPlace'];
let agreed: Fan['agreed'];
let send: Fan['send'];
let idOf: Fan['idOf'];
let accept: Fan['accept'];
let refuse: Fan['refuse'];
let later: Fan['later'];

beforeAll(async () => {
  ({ house, freshPlace, agreed, send, idOf, accept, refuse, later } = await openFanOut(120));
});
afterAll(() => house.close());

describe('every state of an offer and every act on it', () => {
  const SETUP = {
    open: async () => send({ placeIds: [freshPlace(0)] }),
    alternative: async () => must(await later(await send({ placeIds: [freshPlace(0)] }), NOW + 2 * DAY)),
    willing: async () => {
      agreed({ choice: 'person' });
      return must(await accept(await send({ placeIds: [freshPlace(0)] })));
    },
    accepted: async () => must(await accept(await send({ placeIds: [freshPlace(0)] }))),
    refused: async () => must(await refuse(await send({ placeIds: [freshPlace(0)] }), nowhere)),
    expired: async () => {
      const sent = await send({ placeIds: [freshPlace(0)] });
      await sweep(house, NOW + 45 * MINUTE);
      return sent;
    },
    withdrawn: async () => {
      const sent = await send({ placeIds: [freshPlace(0)] });
      return must(await house.as(house.small.gp, (tx, doing) => withdrawOffer(tx, idOf(sent), doing)));
    },
  };
  const offerOf = (found: Case): string => found.offers[0]?.id ?? '';
  const ACTS = {
    accept: (id: string) => house.as(house.small.wards[0], (tx, doing) => acceptOffer(tx, id, yes, doing)),
    refuse: (id: string) =>
      house.as(house.small.wards[0], (tx, doing) =>
        refuseOffer(tx, id, { code: 'other', text: '' }, nowhere, doing),
      ),
    alternative: (id: string) =>
      house.as(house.small.wards[0], (tx, doing) =>
        proposeAlternative(tx, id, { from: NOW + 4 * DAY, text: '' }, doing),
      ),
    'ask again': (id: string) => house.as(house.small.gp, (tx, doing) => askAgain(tx, id, doing)),
    decline: (id: string) =>
      house.as(house.small.gp, (tx, doing) => declineAlternative(tx, id, nowhere, doing)),
    choose: (id: string) => house.as(house.small.gp, (tx, doing) => chooseOffer(tx, id, doing)),
    withdraw: (id: string) => house.as(house.small.gp, (tx, doing) => withdrawOffer(tx, id, doing)),
  };
  const GOES: Readonly<Record<keyof typeof SETUP, readonly (keyof typeof ACTS)[]>> = {
    open: ['accept', 'refuse', 'alternative', 'withdraw'],
    alternative: ['refuse', 'ask again', 'decline', 'withdraw'],
    willing: ['refuse', 'choose', 'withdraw'],
    accepted: [],
    refused: [],
    expired: [],
    // Taking back twice is the same as once.
    withdrawn: ['withdraw'],
  };
  const pairs = (Object.keys(SETUP) as (keyof typeof SETUP)[]).flatMap((state) =>
    (Object.keys(ACTS) as (keyof typeof ACTS)[]).map((act) => [state, act] as const),
  );

  it.each(pairs)('%s, %s', async (state, act) => {
    agreed({ autoNext: false });
    const id = offerOf(await SETUP[state]());
    const done = await ACTS[act](id);
    expect(done.ok, codeOf(done)).toBe(GOES[state].includes(act));
  });
});

describe('every state of a request and every act on it', () => {
  const accepted = async () => must(await accept(await send({ placeIds: [freshPlace(0)] })));
  const closeBy = (ending: Parameters<typeof closeRequest>[2]) => (id: string) =>
    house.as(house.small.gp, (tx, doing) => closeRequest(tx, id, ending, doing));
  const SETUP = {
    searching: async () => send({}),
    offered: async () => send({ placeIds: [freshPlace(0)] }),
    accepted,
    admitted: async () => {
      const found = await accepted();
      return must(
        await house.as(house.small.wards[0], (tx, doing) => confirmArrival(tx, found.request.id, NOW, doing)),
      );
    },
    closed: async () =>
      must(await closeBy({ reason: 'withdrawn', code: 'wish' })((await send({})).request.id)),
  };
  const ACTS = {
    offer: (id: string) =>
      house.as(house.small.gp, async (tx, doing) => {
        const found = await openCase(tx, id);
        return found.ok ? makeOffer(tx, found.value, { placeId: freshPlace(1), hold: true }, doing) : found;
      }),
    plan: (id: string) => house.as(house.small.gp, (tx, doing) => planAdmission(tx, id, NOW + DAY, doing)),
    arrive: (id: string) => house.as(house.small.wards[0], (tx, doing) => confirmArrival(tx, id, NOW, doing)),
    'not arrived': (id: string) => house.as(house.small.gp, (tx, doing) => reportNotArrived(tx, id, doing)),
    displaced: (id: string) =>
      house.as(house.small.desk, (tx, doing) => reportDisplaced(tx, id, nowhere, doing)),
    withdraw: closeBy({ reason: 'withdrawn', code: 'wish' }),
    'no place': closeBy({ reason: 'no-place', code: 'no-bed', would: [] }),
  };
  const GOES: Readonly<Record<keyof typeof SETUP, readonly (keyof typeof ACTS)[]>> = {
    searching: ['offer', 'withdraw', 'no place'],
    offered: ['offer', 'withdraw'],
    accepted: ['plan', 'arrive', 'not arrived', 'displaced', 'withdraw'],
    admitted: [],
    closed: [],
  };
  const pairs = (Object.keys(SETUP) as (keyof typeof SETUP)[]).flatMap((state) =>
    (Object.keys(ACTS) as (keyof typeof ACTS)[]).map((act) => [state, act] as const),
  );

  it.each(pairs)('%s, %s', async (state, act) => {
    agreed({ autoNext: false });
    const { request } = await SETUP[state]();
    expect(request.state).toBe(state);
    const done = await ACTS[act](request.id);
    expect(done.ok, codeOf(done)).toBe(GOES[state].includes(act));
  });
});
