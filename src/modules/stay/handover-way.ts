import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { requestsById, viewRequests } from '#modules/placement/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { stayById } from './store.ts';
import type { Stay } from './types.ts';
import type { Handover, HandoverDirection } from './types-handover.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** From whom to whom somebody goes: with a request to a house, or with a stay from it. */
export interface Way {
  readonly direction: HandoverDirection;
  readonly request: RequestView;
  /** Null on the way to a house. */
  readonly stay: Stay | null;
  /** Who writes the handover. */
  readonly fromOrg: string;
}

/** Where a handover belongs. */
export type Where = { readonly requestId: string } | { readonly stayId: string };

const requestOf = async (tx: Tx, id: string, doing: Doing): Promise<RequestView | null> => {
  const reader = { organisationId: doing.actor.organisationId, now: doing.now, region: doing.region };
  return (await viewRequests(tx, reader, [id]))[0] ?? null;
};

/** Of which request, in which direction, and who writes; null for who is no party to it. */
export const placeOf = async (
  tx: Tx,
  where: Where,
): Promise<{ requestId: string; direction: HandoverDirection; fromOrg: string } | null> => {
  if ('requestId' in where) {
    const [request] = await requestsById(tx, [where.requestId]);
    const { requestId } = where;
    return request === undefined ? null : { requestId, direction: 'in', fromOrg: request.referrerOrg };
  }
  const stay = await stayById(tx, where.stayId);
  return stay === null ? null : { requestId: stay.requestId, direction: 'out', fromOrg: stay.organisationId };
};

/** The way of somebody, for who is a party to it. */
export const wayOf = async (tx: Tx, where: Where, doing: Doing): Answer<Way> => {
  const stay = 'stayId' in where ? await stayById(tx, where.stayId) : null;
  if ('stayId' in where && stay === null) return refuse({ code: 'stay-unknown' });
  const request = await requestOf(
    tx,
    stay?.requestId ?? ('requestId' in where ? where.requestId : ''),
    doing,
  );
  if (request === null) return refuse({ code: stay === null ? 'request-unknown' : 'stay-unknown' });
  return ok({
    direction: stay === null ? 'in' : 'out',
    request,
    stay,
    fromOrg: stay?.organisationId ?? request.referrer.organisationId,
  });
};

/** The way a handover goes along with; null for who receives it and is no party to the request. */
export const wayOfHandover = async (tx: Tx, handover: Handover, doing: Doing): Promise<Way | null> => {
  const { requestId, stayId, direction } = handover;
  const way = await wayOf(tx, direction === 'out' && stayId !== null ? { stayId } : { requestId }, doing);
  return way.ok ? way.value : null;
};

/** The doctor of the house that said yes; null when it is not known who takes over. */
export const expectedDoctor = ({ stay, request }: Way): string | null =>
  stay === null ? (acceptedOn(request)?.doctor ?? null) : null;

/** The yes a request came by; none before. */
export const acceptedOn = (request: RequestView): RequestView['offers'][number] | undefined =>
  request.offers.find(({ state }) => state === 'accepted');
