import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { person as personById, personsNamed, personWithBsn } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Running } from './contract.ts';
import { oneAtATime, runningFor } from './store-facts.ts';
import { viewRequests } from './view.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** For whom: somebody one knows, or as one would enter them. */
export type ForWhom =
  | { readonly id: string }
  | {
      readonly birthDate: string;
      readonly bsn?: string | null | undefined;
      readonly name?: string | undefined;
    };

/** Who may be meant: by name only people one may know, by BSN and birth date whoever it is. */
const candidates = async (
  tx: Tx,
  who: ForWhom,
): Answer<{
  readonly birthDate: string;
  readonly sure: readonly string[];
  readonly named: readonly string[];
}> => {
  if ('id' in who) {
    const known = await personById(tx, who.id);
    if (known === null) return refuse({ code: 'person-unknown' });
    return ok({ birthDate: known.birthDate, sure: [known.id], named: [] });
  }
  const { birthDate, bsn, name } = who;
  const found = bsn === undefined || bsn === null ? null : await personWithBsn(tx, bsn, birthDate);
  return ok({
    birthDate,
    sure: found === null ? [] : [found],
    named: name === undefined ? [] : await personsNamed(tx, name, birthDate),
  });
};

/** The request that runs for somebody, and whether only another organisation knows which one. */
const standing = async (
  tx: Tx,
  { sure, named }: { readonly sure: readonly string[]; readonly named: readonly string[] },
): Promise<{ readonly requestId: string | null; readonly elsewhere: boolean }> => {
  let elsewhere = false;
  for (const personId of new Set([...sure, ...named])) {
    const running = await runningFor(tx, personId);
    if (running?.requestId != null) return { requestId: running.requestId, elsewhere: false };
    // A name is no proof: what others asked is told only of who was named by BSN and birth date.
    if (running !== null && sure.includes(personId)) elsewhere = true;
  }
  return { requestId: null, elsewhere };
};

/** Does a request run for this person already? One's own can be followed; of another organisation's only that it is there. */
export const findRunning = async (tx: Tx, who: ForWhom, doing: Doing): Answer<Running> => {
  const meant = await candidates(tx, who);
  if (!meant.ok) return meant;
  const { requestId, elsewhere } = await standing(tx, meant.value);
  if (requestId === null) return ok({ running: null, elsewhere });
  const reader = { organisationId: doing.actor.organisationId, now: doing.now, region: doing.region };
  const [request] = await viewRequests(tx, reader, [requestId]);
  if (request === undefined) return ok({ running: null, elsewhere: true });
  const { code, state, turn } = request;
  return ok({ running: { requestId, code, state, turn }, elsewhere: false });
};

/** Refuses a request for somebody who has one; two at the same moment wait for each other here. */
export const refuseSecond = async (tx: Tx, who: ForWhom): Answer<null> => {
  const meant = await candidates(tx, who);
  if (!meant.ok) return meant;
  await oneAtATime(tx, meant.value.birthDate);
  // Asked again behind the lock: who was entered a moment ago is found now.
  const again = await candidates(tx, who);
  if (!again.ok) return again;
  const { requestId, elsewhere } = await standing(tx, again.value);
  return requestId !== null || elsewhere ? refuse({ code: 'request-running' }) : ok(null);
};
