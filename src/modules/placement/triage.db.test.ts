import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { rows } from '#platform/db/sql.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { type Asking, ask, must, NOW, nowhere, openAsking, yes } from './asking.fixture.ts';
import type { Case } from './case.ts';
import { acceptOffer, type Yes } from './service-accept.ts';
import { type Advice, askConsult, giveAdvice } from './service-consult.ts';
import { closeRequest, type SentRequest, sendRequest } from './service-request.ts';
import { answerTriage, type GivenTriage } from './service-triage.ts';
import { openConsultIds } from './store-triage.ts';
import { usualAnswers } from './types.ts';
import { viewRequests } from './view.ts';

let house: Asking['house'];
let freshPlace: Asking['freshPlace'];
let send: Asking['send'];
let view: Asking['view'];

beforeAll(async () => {
  ({ house, freshPlace, send, view } = await openAsking());
});
afterAll(() => house.close());

const USUAL = usualAnswers({ reason: 'recovery', weight: 'high' });
const but = (...changes: [question: string, answer: string][]) => [
  ...USUAL.filter(({ question }) => !changes.some(([changed]) => changed === question)),
  ...changes.map(([question, answer]) => ({ question, answer })),
];
const sent = (answers: readonly { question: string; answer: string }[], deviation = '') => ({
  triage: { version: 1, answers, deviation },
});
const unsure = ask().profile;
const UNSURE = { profile: { ...unsure, weight: 'unknown' } } as const satisfies Partial<SentRequest>;

const accept = (found: Case, more: Partial<Yes> = {}) =>
  house.as(house.small.wards[0], (tx, doing) =>
    acceptOffer(tx, found.offers[0]?.id ?? '', { ...yes, ...more }, doing),
  );
const triage = (id: string, given: Partial<GivenTriage>, who = house.small.gp) =>
  house.as(who, (tx, doing) =>
    answerTriage(tx, id, { version: 1, answers: [], deviation: '', product: null, ...given }, doing),
  );
const advise = (id: string, advice: Partial<Advice>, who = house.small.doctor) =>
  house.as(
    who,
    (tx, doing) =>
      giveAdvice(tx, id, { route: 'elv-high', text: 'Behandeling nodig', answers: [], ...advice }, doing),
    NOW + 10 * MINUTE,
  );
const refusal = (code: string, params?: object) => ({
  ok: false,
  refusal: params === undefined ? { code } : { code, params },
});

describe('the triage of a request', () => {
  it('may follow later, but a ward says yes only after it', async () => {
    const found = await send({ placeIds: [freshPlace()], triage: null });
    const { id } = found.request;
    expect((await view(house.small.gp, id))?.triage).toMatchObject({ complete: false, outcome: null });
    expect(await accept(found)).toEqual(refusal('triage-missing'));
    must(await triage(id, { answers: USUAL.slice(0, 3) }));
    expect(await accept(found)).toEqual(refusal('triage-missing'));
    must(await triage(id, { answers: USUAL.slice(3) }, house.small.desk));
    const seen = await view(house.small.wards[0], id);
    expect(seen?.triage).toMatchObject({
      complete: true,
      open: [],
      outcome: { route: 'elv-high', law: 'zvw' },
    });
    expect(seen?.triage.answers.find(({ question }) => question === 'seen')).toMatchObject({
      by: 'Praktijk',
      implied: false,
    });
    expect(seen?.triage.answers.find(({ question }) => question === 'home')?.by).toBe('Loket');
    expect(seen?.triage.answers.find(({ question }) => question === 'terminal')?.implied).toBe(true);
    expect((await accept(found)).ok).toBe(true);
  });

  it('keeps what was answered first, and counts what was answered last', async () => {
    const found = await send({ triage: null });
    must(await triage(found.request.id, { answers: [{ question: 'seen', answer: 'unknown' }] }));
    must(await triage(found.request.id, { answers: [{ question: 'seen', answer: 'yes' }] }));
    const kept = await house.as(house.small.gp, (tx) =>
      rows<{ answer: string }>(
        tx,
        "select answer from placement_answer where request_id = $1 and question = 'seen' order by seq",
        [found.request.id],
      ),
    );
    expect(kept.map(({ answer }) => answer)).toEqual(['unknown', 'yes']);
    const seen = await view(house.small.gp, found.request.id);
    expect(seen?.triage.answers.filter(({ question }) => question === 'seen')).toMatchObject([
      { answer: 'yes' },
    ]);
  });

  it('refuses two answers that cannot both be true, and stores neither', async () => {
    const found = await send({ triage: null });
    const both = [
      { question: 'home', answer: 'yes' },
      { question: 'need', answer: 'yes' },
    ];
    expect(await triage(found.request.id, { answers: both })).toEqual(
      refusal('triage-contradiction', { question: 8, other: 9 }),
    );
    expect((await view(house.small.gp, found.request.id))?.triage.open).toContain('home');
  });

  it('refuses a question or answer that this version does not know', async () => {
    const { id } = (await send({ triage: null })).request;
    expect(await triage(id, { version: 9 })).toEqual(refusal('triage-question-unknown'));
    expect(await triage(id, { answers: [{ question: 'seen', answer: 'maybe' }] })).toEqual(
      refusal('triage-question-unknown'),
    );
  });

  it('goes on against the advice only with arguments, which a ward that was asked does not read', async () => {
    const answers = but(['return', 'no']);
    const without = await house.as(house.small.gp, (tx, doing) =>
      sendRequest(tx, ask(sent(answers)), nowhere, doing),
    );
    expect(without).toEqual(refusal('arguments-missing'));
    const found = await send({ placeIds: [freshPlace()], ...sent(answers, 'Dochter komt in huis wonen') });
    const { id } = found.request;
    expect((await view(house.small.gp, id))?.triage).toMatchObject({
      complete: true,
      deviation: 'Dochter komt in huis wonen',
      outcome: { route: 'wlz-talk', law: 'wlz', product: null, deviates: true },
    });
    expect((await view(house.small.wards[0], id))?.triage.deviation).toBeNull();
    expect((await accept(found)).ok).toBe(true);
    expect((await view(house.small.wards[0], id))?.triage.deviation).toBe('Dochter komt in huis wonen');
  });

  it('takes the advice over: the request asks for that, and who cannot give it is not asked any more', async () => {
    const place = freshPlace();
    const found = await send({ placeIds: [place], triage: null });
    const { id } = found.request;
    must(await triage(id, { answers: but(['rehabilitation', 'yes']), product: 'grz' }));
    const seen = await view(house.small.desk, id);
    expect(seen).toMatchObject({ product: 'grz', state: 'searching', triage: { complete: true } });
    expect(seen?.offers.map(({ state }) => state)).toEqual(['withdrawn']);
    expect((await send({ placeIds: [place] })).request.state).toBe('offered');
  });

  it('lets a house that can give the other care keep its question', async () => {
    const found = await send({ placeIds: [freshPlace()] });
    must(
      await triage(found.request.id, {
        answers: [{ question: 'weight', answer: 'low' }],
        product: 'elv-low',
      }),
    );
    const seen = await view(house.small.gp, found.request.id);
    expect(seen).toMatchObject({ product: 'elv-low', weight: 'low', state: 'offered' });
    expect((await accept(found)).ok).toBe(true);
  });

  it('is for who asks and the desk, while it runs', async () => {
    const found = await send({ placeIds: [freshPlace()] });
    const { id } = found.request;
    expect(await triage(id, {}, house.small.wards[0])).toEqual(refusal('request-unknown'));
    expect((await triage(id, {}, house.small.wards[1])).ok).toBe(false);
    must(await accept(found));
    expect(await triage(id, { product: 'grz', answers: but(['rehabilitation', 'yes']) })).toEqual(
      refusal('already-accepted'),
    );
  });
});

describe('the consult', () => {
  it('is asked by itself when nobody knows, with a clock; the doctor sees no name, and the ward can say yes after it', async () => {
    const found = await send({ placeIds: [freshPlace()], ...UNSURE, ...sent(but(['wlz', 'unknown'])) });
    const { id } = found.request;
    expect(await accept(found, { product: 'elv-high' })).toEqual(refusal('triage-missing'));
    const { doctor } = house.small;
    const ids = await house.as(doctor, (tx) => openConsultIds(tx, doctor.organisationId));
    expect(ids).toContain(id);
    const asked = await view(doctor, id);
    expect(asked?.consult).toMatchObject({
      organisation: 'Noord Zorg',
      phone: '0592-00 17 20',
      advice: null,
    });
    expect(Date.parse(asked?.consult?.answerBy ?? '')).toBe(NOW + 60 * MINUTE);
    expect(JSON.stringify({ ...asked, offers: [] })).not.toMatch(/Hofsteenge|keuken|1941/);
    must(await advise(id, { answers: [{ question: 'wlz', answer: 'none' }] }));
    const after = await view(house.small.gp, id);
    expect(after).toMatchObject({
      weight: 'high',
      triage: { complete: true, unknown: [] },
      consult: { phone: null, advice: { route: 'elv-high', text: 'Behandeling nodig' } },
    });
    expect(after?.triage.answers.find(({ question }) => question === 'wlz')?.by).toBe('Noord Zorg');
    expect((await accept(found)).ok).toBe(true);
    const lines = await house.as(house.small.desk, (tx) => linesAbout(tx, id));
    expect(lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['triaged', 'consult-asked', 'consult-answered', 'accepted']),
    );
    expect(JSON.stringify(lines)).not.toContain('Behandeling nodig');
  });

  it('is a party only where it was asked', async () => {
    const found = await send({ placeIds: [freshPlace(1)] });
    expect(await view(house.small.doctor, found.request.id)).toBeUndefined();
  });

  it('advises what it sees; another place than was asked waits for who asks', async () => {
    const found = await send({ placeIds: [freshPlace()], ...sent(but(['rehabilitation', 'unknown'])) });
    const { id } = found.request;
    must(
      await advise(id, {
        route: 'grz',
        text: 'Revalidatie',
        answers: [{ question: 'rehabilitation', answer: 'yes' }],
      }),
    );
    expect(await accept(found)).toEqual(refusal('triage-missing'));
    expect((await view(house.small.gp, id))?.product).toBe('elv-high');
    expect(await triage(id, {})).toEqual(refusal('arguments-missing'));
    must(await triage(id, { deviation: 'Thuis al geoefend' }));
    expect((await accept(found)).ok).toBe(true);
  });

  it('can be taken over as it is, also while a question stays open: the request asks for that', async () => {
    const found = await send(sent(but(['rehabilitation', 'unknown'])));
    const { id } = found.request;
    must(await advise(id, { route: 'grz' }));
    expect((await view(house.small.gp, id))?.triage.complete).toBe(false);
    must(await triage(id, { product: 'grz' }));
    expect(await view(house.small.gp, id)).toMatchObject({ product: 'grz', triage: { complete: true } });
  });

  it('settles a light weight too, when the houses that were asked can give it', async () => {
    const found = await send({ placeIds: [freshPlace()], ...UNSURE });
    must(await advise(found.request.id, { route: 'elv-low' }));
    expect(await view(house.small.wards[0], found.request.id)).toMatchObject({
      product: 'elv-low',
      weight: 'low',
    });
    expect((await accept(found)).ok).toBe(true);
  });

  it('leaves the weight to the ward, as before, when the doctor did not answer yet', async () => {
    const found = await send({ placeIds: [freshPlace()], ...UNSURE });
    expect(await accept(found)).toEqual(refusal('weight-unknown'));
    expect((await accept(found, { product: 'elv-low' })).ok).toBe(true);
  });

  it('can be asked on purpose, once at a time; only who was asked answers, once', async () => {
    const { id } = (await send()).request;
    const again = () =>
      house.as(house.small.gp, (tx, doing) => askConsult(tx, id, 'Past observatie beter?', doing));
    must(await again());
    must(await again());
    expect((await view(house.small.doctor, id))?.consult?.question).toBe('Past observatie beter?');
    expect(await advise(id, {}, house.small.wards[1])).toEqual(refusal('request-unknown'));
    expect(await advise(id, {}, house.small.gp)).toEqual(refusal('consult-not-open'));
    must(await advise(id, {}));
    expect(await advise(id, {})).toEqual(refusal('consult-not-open'));
  });

  it('changes nothing any more about a request that was closed meanwhile', async () => {
    const { id } = (await send({ ...UNSURE, triage: null })).request;
    must(await house.as(house.small.gp, (tx, doing) => askConsult(tx, id, 'Hoe zwaar?', doing)));
    const ending = { reason: 'withdrawn', code: 'wish' } as const;
    must(await house.as(house.small.gp, (tx, doing) => closeRequest(tx, id, ending, doing)));
    expect(await advise(id, { route: 'elv-low' })).toEqual(refusal('request-not-open'));
    expect(await view(house.small.gp, id)).toMatchObject({ state: 'closed', weight: 'unknown' });
  });

  it('says so when the region named nobody', async () => {
    const { id } = (await send()).request;
    const nobody = { ...house.region, agreement: { ...house.region.agreement, consultOrganisationId: null } };
    const asked = await house.as(house.small.gp, (tx, doing) =>
      askConsult(tx, id, '', { ...doing, region: nobody }),
    );
    expect(asked).toEqual(refusal('consult-nobody'));
  });

  it('is not seen by a stranger', async () => {
    const { id } = (await send({ ...UNSURE })).request;
    const seen = await house.as(house.small.transfer, (tx, { region }) =>
      viewRequests(tx, { organisationId: house.small.transfer.organisationId, now: NOW + HOUR, region }, [
        id,
      ]),
    );
    expect(seen).toEqual([]);
  });
});
