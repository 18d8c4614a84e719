import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type OfferRow, type Open, offersOf, openOf, requestsById } from './store.ts';
import { beginResponsibility, endResponsibility } from './store-care.ts';
import type { Request } from './types.ts';

/** Who arrived on a request: the request, the yes it came by, and the remarks where the reader may know them. */
export interface Admitted {
  readonly request: Request;
  readonly offer: OfferRow;
  readonly remarks: string;
  /** What else was said of the person, where the reader may know it. */
  readonly open: Open | null;
}

/** What a stay begins with; null when nobody arrived on this request, or it is not the reader's. */
export const admittedOn = async (tx: Tx, requestId: string): Promise<Admitted | null> => {
  const [request] = await requestsById(tx, [requestId]);
  const offer = (await offersOf(tx, [requestId])).find(({ state }) => state === 'accepted');
  if (request === undefined || offer === undefined) return null;
  const [open] = await openOf(tx, [requestId]);
  return { request, offer, remarks: open?.remarks ?? '', open: open ?? null };
};

/** Does this request still run: searched for, offered, or about to be arrived on? */
export const isRunning = async (tx: Tx, requestId: string): Promise<boolean> => {
  const [request] = await requestsById(tx, [requestId]);
  return request !== undefined && request.state !== 'closed';
};

/**
 * Responsibility for somebody passes from one organisation to another, at one moment: no gap, no overlap. Answers from when
 * it is the other's; never before the one who has it took over.
 */
export const passResponsibility = async (
  tx: Tx,
  to: {
    readonly requestId: string;
    readonly personId: string;
    readonly organisationId: string;
    readonly doctor: string | null;
  },
  at: Instant,
): Promise<Instant> => {
  const from = await endResponsibility(tx, { personId: to.personId, requestId: null }, at);
  await beginResponsibility(tx, { id: newId(), ...to, from });
  return from;
};
