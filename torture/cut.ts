import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import { seeded } from '#kernel/seeded.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { CUTS, type Cut, type CuttingProxy, openCuttingProxy } from './cut/proxy.ts';
import { requestBody, sentIn } from './house/asked.ts';
import { type Ask, type Caller, openCaller, type Reply, signIn } from './house/caller.ts';
import { diaryGapsIn, doublesIn, lostIn, secondEffectsIn } from './house/judge.ts';
import { keepHouse } from './house/keeper.ts';
import { followed } from './kill/aftermath.ts';
import { insist } from './kill/hands.ts';
import { type Ledger, openLedger } from './kill/ledger.ts';

/** What the cutting came to. */
export interface Cutting {
  readonly cuts: number;
  readonly secondEffects: number;
  readonly lost: number;
  readonly diaryGaps: number;
  /** Retries that did not get the first answer, or another body or another person that did. */
  readonly wrongAnswers: readonly string[];
}

interface Lane {
  readonly cut: Cut;
  readonly proxy: CuttingProxy;
  /** Through the proxy, and straight to the server. */
  readonly broken: Caller;
  readonly straight: Caller;
  readonly small: SmallRegion;
  readonly tokens: { readonly gp: string; readonly desk: string; readonly ward: string };
  readonly ledger: Ledger;
  readonly wrong: string[];
}

const chance = seeded(7);

/** Sends a command over a line that breaks, then again under the same key until it is answered, then once more. */
const overBrokenLine = async (lane: Lane, ask: Ask): Promise<Reply> => {
  const { broken, straight, ledger, wrong } = lane;
  const cut = await broken.ask(ask);
  if (cut.status !== 0) wrong.push(`${lane.cut}: the answer came through`);
  const reply = await insist({ caller: straight, ledger, chance }, ask);
  if (reply.status !== 200) wrong.push(`${lane.cut} ${ask.path}: ${reply.status} ${reply.body['code']}`);
  const again = await straight.ask(ask);
  if (JSON.stringify(again.body) !== JSON.stringify(reply.body)) wrong.push(`${lane.cut}: another answer`);
  return reply;
};

/** The same key with another body, and in another name: never the answer that was kept. */
const abuse = async (lane: Lane, ask: Ask, otherBody: unknown): Promise<void> => {
  const other = await lane.straight.ask({ ...ask, body: otherBody });
  if (other.status !== 422) lane.wrong.push(`another body: ${other.status}`);
  const stranger = await lane.straight.ask({ ...ask, token: lane.tokens.desk });
  if (stranger.body['code'] !== 'place-taken') lane.wrong.push(`another person: ${stranger.status}`);
};

/** One person from request to arrival, each step over a line that breaks: three cuts, and a hold that is a fourth. */
const journey = async (lane: Lane, mark: string, placeIds: readonly [string, string]): Promise<void> => {
  const { tokens, ledger } = lane;
  const send = { path: '/requests', token: tokens.gp, key: `${mark}-send` };
  const sent = await overBrokenLine(lane, { ...send, body: requestBody(mark, [placeIds[0]]) });
  if (sent.status !== 200) return;
  const request = sentIn(sent.body);
  ledger.told.sent.push(request.id);
  await abuse(lane, { ...send, body: requestBody(mark, [placeIds[0]]) }, requestBody(mark, []));
  const yes = { path: `/offers/${request.offers[0]?.id}/accept`, body: { doctor: 'dr. Oefen' } };
  await overBrokenLine(lane, { ...yes, token: tokens.ward, key: `${mark}-accept` });
  ledger.told.accepted.push(request.id);
  const here = { path: `/requests/${request.id}/arrival`, body: {} };
  await overBrokenLine(lane, { ...here, token: tokens.ward, key: `${mark}-arrive` });
  ledger.told.arrived.push(request.id);
  const hold = { path: '/holds', token: tokens.gp, key: `${mark}-hold` };
  const body = { placeId: placeIds[1], product: 'elv-high' };
  await overBrokenLine(lane, { ...hold, body });
  await abuse(lane, { ...hold, body }, { ...body, product: 'elv-low' });
};

const openLane = async (
  cut: Cut,
  port: number,
  rest: Omit<Lane, 'cut' | 'proxy' | 'broken'>,
): Promise<Lane> => {
  const proxy = await openCuttingProxy(port, cut);
  return { ...rest, cut, proxy, broken: openCaller(proxy.port, 0) };
};

const CUTS_A_JOURNEY = 4;

/** Cuts connections at six points, so many times in all. */
export const cutting = async (cuts: number): Promise<Cutting> => {
  const journeys = Math.ceil(cuts / CUTS.length / CUTS_A_JOURNEY);
  const test = await createTestDatabase();
  const placesPerUnit = journeys * CUTS.length;
  const small = await makeSmallRegion(test.url, { now: Date.now(), placesPerUnit });
  const house = await keepHouse(test.url);
  const straight = openCaller(house.port, 16);
  const [gp, desk, ward] = await Promise.all(
    [small.gp, small.desk, small.wards[0]].map((who) => signIn(straight, who.id)),
  );
  const tokens = { gp: gp ?? '', desk: desk ?? '', ward: ward ?? '' };
  const ledger = openLedger();
  const wrong: string[] = [];
  const lanes = await Promise.all(
    CUTS.map((cut) => openLane(cut, house.port, { straight, small, tokens, ledger, wrong })),
  );
  await Promise.all(
    lanes.map(async (lane, i) => {
      for (let number = 0; number < journeys; number++) {
        const bed = number * CUTS.length + i;
        const beds = [small.places[0][bed] as string, small.places[1][bed] as string] as const;
        await journey(lane, `${lane.cut}-${number}`, beds);
      }
    }),
  );
  straight.close();
  for (const lane of lanes) await lane.proxy.close();
  await followed(test.url, ledger);
  await house.stop();
  const outcome = {
    cuts: lanes.reduce((sum, lane) => sum + lane.proxy.cuts, 0),
    secondEffects: (await secondEffectsIn(test.url)) + (await doublesIn(test.url)),
    lost: await lostIn(test.url, ledger.told),
    diaryGaps: await diaryGapsIn(test.url),
    wrongAnswers: wrong,
  };
  await test.drop();
  return outcome;
};

/** Three hundred answers that never came, each asked again under the same key. */
export const run = async (cuts = 300): Promise<Figure[]> => {
  const went = await cutting(cuts);
  for (const what of new Set(went.wrongAnswers)) console.error(`wrong: ${what}`);
  return [
    atLeast('cut-answers', went.cuts, 'cuts', cuts),
    atMost('cut-second-effects', went.secondEffects, 'commands', 0),
    atMost('cut-lost', went.lost, 'commands', 0),
    atMost('cut-diary-gaps', went.diaryGaps, 'lines', 0),
    atMost('cut-wrong-answers', went.wrongAnswers.length, 'answers', 0),
  ];
};
