import { setTimeout as wait } from 'node:timers/promises';
import { pick } from '#kernel/seeded.ts';
import { requestBody, sentIn } from '#torture/house/asked.ts';
import { handOverAhead, handOverAround, handsOf, openHanding } from './handing.ts';
import { insist, must, type Placing } from './hands.ts';

/** Somebody who was accepted, somewhere. */
interface Accepted {
  readonly mark: string;
  readonly home: 0 | 1;
  readonly requestId: string;
}

interface WardClaim {
  readonly claimId: string;
  readonly requestId: string | null;
  readonly version: number;
  readonly stay: { readonly stayId: string } | null;
}

/** A claim whose stay has begun. */
type Begun = WardClaim & { readonly stay: { readonly stayId: string } };

interface WardSheet {
  readonly places: readonly { readonly claims: readonly WardClaim[] }[];
  readonly incoming: readonly { readonly request: { readonly id: string } }[];
}

/** The stay of a request, as its ward sees it on the screen; null when the screen does not show it yet. */
const stayOf = async (
  placing: Placing,
  { home, requestId }: Pick<Accepted, 'home' | 'requestId'>,
  before: string | null,
): Promise<Begun | null> => {
  const path = `/wards/${placing.small.units[home]}?days=1`;
  const reply = await insist(placing, { method: 'GET', path, token: placing.tokens.wards[home] });
  const { places, incoming } = { places: [], incoming: [], ...reply.body } as WardSheet;
  const claims = places.flatMap((place) => place.claims);
  const shown = [
    ...incoming.map(({ request }) => request.id),
    ...claims.flatMap((claim) => claim.requestId ?? []),
  ];
  placing.looks.told(placing.small.wards[home].id, 'list', [...new Set(shown)], reply.inVain);
  const isIt = (claim: WardClaim): claim is Begun =>
    claim.requestId === requestId && claim.stay !== null && claim.claimId !== before;
  return claims.find(isIt) ?? null;
};

/** A minute of looking and more: a house that comes back on a busy machine has much to catch up with. */
const LOOKS = 240;

/** Looks until the stay is there; after a move, in another bed than before. */
const findStay = async (
  placing: Placing,
  accepted: Pick<Accepted, 'home' | 'requestId'>,
  before: string | null = null,
): Promise<Begun | null> => {
  for (let look = 0; look < LOOKS; look++) {
    const stay = await stayOf(placing, accepted, before);
    if (stay !== null) return stay;
    await wait(250);
  }
  placing.ledger.strange.push('a stay that its ward does not see');
  return null;
};

/** The bed is gone, shut or without staff: everyday noes. */
const NOES: readonly string[] = ['place-taken', 'place-closed', 'not-staffed'];

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
  // Anything else is strange.
  if (!NOES.includes(String(sent.body['code'])))
    ledger.strange.push(`send ${sent.status} ${sent.body['code']}`);
  return null;
};

/** Leaves; true when that was answered with yes. */
const leave = async (
  placing: Placing,
  { mark, home, requestId }: Accepted,
  stay: Begun,
): Promise<boolean> => {
  const { actor, token } = handsOf(placing).wards[home];
  const path = `/claims/${stay.claimId}/departure`;
  const ask = { path, body: { destination: 'home' }, token, key: `${mark}-leave`, version: stay.version };
  if ((await must(placing, ask, { actor, object: stay.claimId })) === null) return false;
  placing.ledger.told.left.push(requestId);
  return true;
};

/** Moves somebody to a spare bed, when there is one; gives back the stay as it is then, and the bed that was taken. */
const moveTo = async (
  placing: Placing,
  { mark, home, requestId }: Accepted,
  stay: Begun,
  placeId: string,
): Promise<Begun | null> => {
  const { actor, token } = handsOf(placing).wards[home];
  const path = `/claims/${stay.claimId}/move`;
  const ask = { path, body: { placeId }, token, key: `${mark}-move`, version: stay.version };
  if ((await must(placing, ask, { actor, object: stay.claimId })) === null) return null;
  placing.ledger.moved.push({ requestId, placeId });
  return findStay(placing, { home, requestId }, stay.claimId);
};

/** Here, and gone again: handed over to the practice, the other house or somebody outside the region, or not at all. */
const handAndLeave = async (placing: Placing, accepted: Accepted, stay: Begun): Promise<void> => {
  const { mark, home, requestId } = accepted;
  const go = () => leave(placing, accepted, stay);
  const { gp, wards } = handsOf(placing);
  const to = pick(placing.chance, [gp, wards[home === 0 ? 1 : 0], null]);
  const course = { mark, place: 'stays', id: stay.stay.stayId, requestId, from: wards[home], to } as const;
  if (placing.chance() < 0.2) await go();
  else await handOverAround(placing, openHanding(placing, course), go);
};

/** A third of them are moved to a spare bed first, which is free again when they have gone. */
const stayAWhile = async (placing: Placing, accepted: Accepted): Promise<void> => {
  const stay = await findStay(placing, accepted);
  if (stay === null) return;
  const spares = placing.spares[accepted.home];
  const spare = placing.chance() < 0.3 ? spares.pop() : undefined;
  const there = spare === undefined ? stay : await moveTo(placing, accepted, stay, spare);
  if (there !== null) await handAndLeave(placing, accepted, there);
  if (spare !== undefined) spares.push(spare);
};

/** One person from request to departure; every command is insisted upon, every yes noted. */
const place = async (placing: Placing, mark: string): Promise<void> => {
  const { small, ledger, chance } = placing;
  const home = chance() < 0.5 ? 0 : 1;
  const { gp, wards } = handsOf(placing);
  const { actor, token } = wards[home];
  const request = await send(placing, mark, pick(chance, small.places[home]));
  if (request === null) return;
  const { id: requestId } = request;
  const yes = { path: `/offers/${request.offers[0]?.id}/accept`, body: { doctor: 'dr. Oefen' } };
  const of = { actor, object: requestId };
  if ((await must(placing, { ...yes, token, key: `${mark}-accept` }, of)) === null) return;
  ledger.told.accepted.push(requestId);
  const ahead = { mark, place: 'requests', id: requestId, requestId, from: gp, to: wards[home] } as const;
  if (chance() < 0.3) await handOverAhead(placing, openHanding(placing, ahead));
  const here = { path: `/requests/${requestId}/arrival`, body: {} };
  if ((await must(placing, { ...here, token, key: `${mark}-arrive` }, of)) === null) return;
  ledger.told.arrived.push(requestId);
  await stayAWhile(placing, { mark, home, requestId });
};

/** Places one person after another until it is over. */
export const keepPlacing = async (placing: Placing, name: string): Promise<void> => {
  for (let number = 1; !placing.isOver(); number++) await place(placing, `${name}-${number}`);
};
