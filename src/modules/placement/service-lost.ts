import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { acceptedOf, type Case, moveRequest, openCase, plans, withdrawOthers } from './case.ts';
import { askOn, lookOnward, type NextPlaces } from './service-next.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

const loseBed = async (
  tx: Tx,
  requestId: string,
  act: 'not arrived' | 'displaced',
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const offer = acceptedOf(found.value);
  if (offer === null || found.value.request.state !== 'accepted') return refuse({ code: 'not-accepted' });
  if (!plans(found.value.request, offer, doing)) return refuse({ code: 'request-unknown' });
  const ended = await withdrawOthers(tx, found.value.offers, null, doing);
  if (!ended.ok) return ended;
  const offers = found.value.offers.map((each) => ended.value.get(each.id) ?? each);
  return moveRequest(tx, { request: found.value.request, offers }, act, doing, {
    event: act === 'displaced' ? 'displaced' : 'not-arrived',
    offer,
    change: { deskAsked: true, acceptedAt: null },
  });
};

/** Planned, and not come: the bed is given back, and the desk searches or asks what happened. */
export const reportNotArrived = async (tx: Tx, requestId: string, doing: Doing): Answer<Case> =>
  loseBed(tx, requestId, 'not arrived', doing);

/** The bed went to a fact (somebody stayed, a bed closed): the next is asked by itself, with the desk awake. */
export const reportDisplaced = async (
  tx: Tx,
  requestId: string,
  find: NextPlaces,
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const onward = await lookOnward(tx, found.value, find, doing);
  const lost = await loseBed(tx, requestId, 'displaced', doing);
  return lost.ok ? ok((await askOn(tx, lost.value, onward, doing)) ?? lost.value) : lost;
};
