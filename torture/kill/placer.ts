import { setTimeout as wait } from 'node:timers/promises';
import type { SmallRegion } from '#demo/small.ts';
import { type Chance, pick } from '#kernel/seeded.ts';
import { requestBody, sentIn } from '#torture/house/asked.ts';
import type { Ask, Caller, Reply } from '#torture/house/caller.ts';
import type { Ledger } from './ledger.ts';
import type { LooksLedger } from './looks.ts';

/** What a placer works with. */
export interface Placing {
  readonly caller: Caller;
  readonly small: SmallRegion;
  readonly tokens: { readonly asker: string; readonly wards: readonly [string, string] };
  readonly ledger: Ledger;
  /** What the log must say. */
  readonly looks: LooksLedger;
  readonly chance: Chance;
  /** No new chains from now on. */
  readonly isOver: () => boolean;
}

const isAnswer = (reply: Reply): boolean =>
  reply.status !== 0 && reply.status < 500 && reply.body['code'] !== 'still-running';

/** Sends a command under its key until it is answered, as a client with patience does; `inVain` times it was not. */
export const insist = async (
  placing: Pick<Placing, 'caller' | 'ledger' | 'chance'>,
  ask: Ask,
): Promise<Reply & { readonly inVain: number }> => {
  for (let inVain = 0; ; ) {
    const askedAt = performance.now();
    const reply = await placing.caller.ask(ask);
    if (isAnswer(reply)) {
      if (reply.status === 200 && ask.key !== undefined) placing.ledger.done(askedAt);
      return { ...reply, inVain };
    }
    // What is still running will be answered to who asked first.
    if (reply.body['code'] !== 'still-running') inVain += 1;
    await wait(100 + placing.chance() * 200);
  }
};

/** Must go through: the bed is reserved, the person is known. Another answer is noted as strange. */
const must = async (placing: Placing, ask: Ask, looking: Looking): Promise<Reply | null> => {
  const reply = await insist(placing, ask);
  if (reply.status === 200) {
    placing.looks.told(looking.actor, 'act', [looking.object], reply.inVain);
    return reply;
  }
  placing.ledger.strange.push(`${ask.path.split('/').at(-1)} ${reply.status} ${reply.body['code']}`);
  return null;
};

/** Who acts, and on what the log must say it was. */
interface Looking {
  readonly actor: string;
  readonly object: string;
}

interface WardClaim {
  readonly claimId: string;
  readonly requestId: string | null;
  readonly version: number;
}

interface WardSheet {
  readonly places: readonly { readonly claims: readonly WardClaim[] }[];
  readonly incoming: readonly { readonly request: { readonly id: string } }[];
}

/** The stay of a request, as its ward sees it on the screen; null when the screen does not show it yet. */
const stayOf = async (placing: Placing, home: 0 | 1, requestId: string): Promise<WardClaim | null> => {
  const path = `/wards/${placing.small.units[home]}?days=1`;
  const reply = await insist(placing, { method: 'GET', path, token: placing.tokens.wards[home] });
  const { places, incoming } = { places: [], incoming: [], ...reply.body } as WardSheet;
  const claims = places.flatMap((place) => place.claims);
  const shown = [
    ...incoming.map(({ request }) => request.id),
    ...claims.flatMap((claim) => claim.requestId ?? []),
  ];
  placing.looks.told(placing.small.wards[home].id, 'list', [...new Set(shown)], reply.inVain);
  return claims.find((claim) => claim.requestId === requestId) ?? null;
};

const findStay = async (placing: Placing, home: 0 | 1, requestId: string): Promise<WardClaim | null> => {
  for (let look = 0; look < 50; look++) {
    const stay = await stayOf(placing, home, requestId);
    if (stay !== null) return stay;
    await wait(100);
  }
  placing.ledger.strange.push('a stay that its ward does not see');
  return null;
};

const send = async (placing: Placing, mark: string, placeId: string) => {
  const { ledger, tokens } = placing;
  const key = `${mark}-send`;
  const body = requestBody(mark, [placeId]);
  const sent = await insist(placing, { path: '/requests', body, token: tokens.asker, key });
  if (sent.status === 200) {
    const request = sentIn(sent.body);
    ledger.told.sent.push(request.id);
    placing.looks.told(placing.small.gp.id, 'act', [request.id], sent.inVain);
    return request;
  }
  ledger.told.refused.push(mark);
  // The bed is gone, or its ward was not confirmed: everyday noes. Anything else is strange.
  if (sent.body['code'] !== 'place-taken') ledger.strange.push(`send ${sent.status} ${sent.body['code']}`);
  return null;
};

/** One person from request to departure; every command is insisted upon, every yes noted. */
const place = async (placing: Placing, mark: string): Promise<void> => {
  const { small, tokens, ledger, chance } = placing;
  const home = chance() < 0.5 ? 0 : 1;
  const token = tokens.wards[home];
  const actor = small.wards[home].id;
  const request = await send(placing, mark, pick(chance, small.places[home]));
  if (request === null) return;
  const yes = { path: `/offers/${request.offers[0]?.id}/accept`, body: { doctor: 'dr. Oefen' } };
  const of = { actor, object: request.id };
  if ((await must(placing, { ...yes, token, key: `${mark}-accept` }, of)) === null) return;
  ledger.told.accepted.push(request.id);
  const here = { path: `/requests/${request.id}/arrival`, body: {} };
  if ((await must(placing, { ...here, token, key: `${mark}-arrive` }, of)) === null) return;
  ledger.told.arrived.push(request.id);
  const stay = await findStay(placing, home, request.id);
  if (stay === null) return;
  const leave = { path: `/claims/${stay.claimId}/departure`, body: { destination: 'home' } };
  const left = { ...leave, token, key: `${mark}-leave`, version: stay.version };
  if ((await must(placing, left, { actor, object: stay.claimId })) !== null)
    ledger.told.left.push(request.id);
};

/** Places one person after another until it is over. */
export const keepPlacing = async (placing: Placing, name: string): Promise<void> => {
  for (let number = 1; !placing.isOver(); number++) await place(placing, `${name}-${number}`);
};
