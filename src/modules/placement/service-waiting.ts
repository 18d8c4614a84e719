import type { Instant } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Reminder, remindersOf } from './decide/reminders.ts';
import type { WaitedFor } from './decide/waiting.ts';
import { offersOf, requestsById } from './store.ts';
import { arrivalsOf, documentsOf, requestIdsSince } from './store-facts.ts';
import { openRequestIds } from './store-read.ts';
import { seeTriage } from './triage-view.ts';
import type { Request } from './types.ts';
import { waitedFor } from './view-facts.ts';

/** Which quiet reminders are due now, over all open requests of who acts. The same reminder keeps its key. */
export const dueReminders = async (tx: Tx, doing: Doing): Promise<Reminder[]> => {
  const ids = await openRequestIds(tx);
  const [requests, offers] = [await requestsById(tx, ids), await offersOf(tx, ids)];
  return requests.flatMap((request) =>
    remindersOf(
      request,
      offers.filter(({ requestId }) => requestId === request.id),
      doing.region.agreement,
      doing.now,
    ),
  );
};

/** One request that was sent, and where it waited. */
export interface Waited {
  readonly product: Request['product'];
  readonly waits: readonly WaitedFor[];
}

/** Where requests waited that were sent after a moment, for counting; names nobody. */
export const waitedSince = async (
  tx: Tx,
  since: Instant,
  at: { readonly region: Region; readonly now: Instant },
): Promise<Waited[]> => {
  const ids = await requestIdsSince(tx, since);
  const requests = await requestsById(tx, ids);
  const offers = Object.groupBy(await offersOf(tx, ids), ({ requestId }) => requestId);
  const facts = {
    documents: await documentsOf(tx, ids),
    arrivals: await arrivalsOf(tx, ids),
    triages: await seeTriage(tx, at.region, requests),
  };
  return requests.map((request) => ({
    product: request.product,
    waits: waitedFor(request, offers[request.id] ?? [], facts, at),
  }));
};
