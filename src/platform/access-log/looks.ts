import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { type Database, type Tx, withCommit } from '#platform/db/database.ts';
import type { Actor, Policy } from '#platform/http/actor.ts';
import { writeLooks } from './store.ts';
import type { Look, Onlooker } from './types.ts';

/** Said by a route whose answer has nobody in it. */
export const nobody = 'nobody';

/** Whom an answer shows: nobody, or the looks that must stand in the log before it leaves the house. */
export type Looks<A, K> = typeof nobody | ((answer: A, ask: K) => readonly Look[] | Promise<readonly Look[]>);

/** How a route says it to who goes round the routes. */
export const saidOf = (looks: unknown): 'nobody' | 'people' => (looks === nobody ? 'nobody' : 'people');

/** The log could not be kept, so nothing is shown. */
class AccessLogFault extends Error {
  readonly code = 'ACCESS_LOG';
}

const versions = new WeakMap<Policy, string>();

/** By which a rule is known again: it changes when who may, or why, changes. */
const versionOf = (policy: Policy): string => {
  const known = versions.get(policy);
  if (known !== undefined) return known;
  const { name, roles, why } = policy;
  const fresh = createHash('sha256')
    .update(JSON.stringify([name, roles, why]))
    .digest('hex')
    .slice(0, 12);
  versions.set(policy, fresh);
  return fresh;
};

/** The network somebody came from: enough to know which house it was, not which desk. */
export const networkOf = (ip: string): string => {
  const mapped = ip.replace(/^::ffff:(?=\d+\.)/, '');
  if (/^\d+(\.\d+){3}$/.test(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  const [head = ''] = ip.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  return `${groups.slice(0, 3).join(':')}::/48`;
};

interface SignedIn {
  readonly session?: { readonly id: string; readonly accountId: string | null } | null;
}

/** Who looks, as the request says it. */
export const onlookerOf = (request: FastifyRequest, actor: Actor, policy: Policy): Onlooker => {
  const session = (request as SignedIn).session ?? null;
  return {
    actor: actor.id,
    role: actor.role,
    organisationId: actor.organisationId,
    accountId: session?.accountId ?? null,
    sessionId: session?.id ?? null,
    onBehalfOf: null,
    // Who hung up before we looked has no address any more; nobody sees the answer then either.
    network: request.socket.remoteAddress === undefined ? null : networkOf(request.ip),
    component: request.headers.authorization === undefined ? 'web' : 'api',
    policy: policy.name,
    policyVersion: versionOf(policy),
  };
};

/** Errors after which the whole transaction is tried again, or that say themselves that the database is away. */
const OF_DATABASE = /^(40001|40P01|57P0\d|08\d{3}|53300|ECONN|EPIPE)/;

const asLogFault = (error: unknown): never => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (OF_DATABASE.test(code)) throw error;
  throw new AccessLogFault('a look could not be written', { cause: error });
};

/** Writes what was seen, with the commit; when that cannot be, nothing is shown. */
export const keepLooks = (
  tx: Tx,
  who: Onlooker,
  looks: readonly Look[],
  at: Instant,
  outcome: 'done' | 'refused' = 'done',
): void => withCommit(tx, writeLooks(tx, who, looks, { at, outcome }).catch(asLogFault));

const OBJECTS: ReadonlyMap<string, string> = new Map([
  ['requests', 'request'],
  ['handovers', 'handover'],
  ['offers', 'offer'],
  ['persons', 'person'],
  ['stays', 'stay'],
  ['claims', 'claim'],
  ['orders', 'order'],
  ['referrals', 'referral'],
]);

/** What an address is about: `/requests/:id/documents/:doc` is about a document. */
const objectOf = (request: FastifyRequest): Pick<Look, 'objectType' | 'objectId'> => {
  const [kind = ''] = (request.routeOptions.url ?? '').replace(/^\/api\/v\d+\//, '').split('/');
  const params = (request.params ?? {}) as Readonly<Record<string, string>>;
  const { id = null, doc } = params;
  if (doc !== undefined) return { objectType: 'document', objectId: doc };
  return { objectType: OBJECTS.get(kind) ?? 'search', objectId: OBJECTS.has(kind) ? id : null };
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An answer that says "not you" or "not there": both are attempts, and they are logged alike. */
const isAttempt = ({ code }: Refusal): boolean =>
  ['not-allowed', 'not-found', 'second-factor-needed'].includes(code) ||
  /^(request|person|offer|claim|document|stay|handover|order|referral)-unknown$/.test(code);

/**
 * Writes an attempt that was refused, in a transaction of its own, because the one of the attempt was rolled back. The
 * same work is done whether what was asked for exists or not.
 */
export const keepAttempt = async (
  database: Database,
  who: Onlooker,
  {
    request,
    refusal,
    at,
  }: { readonly request: FastifyRequest; readonly refusal: Refusal; readonly at: Instant },
): Promise<void> => {
  if (!isAttempt(refusal)) return;
  const { objectType, objectId } = objectOf(request);
  const known = objectId !== null && UUID.test(objectId) ? objectId : null;
  const look: Look = {
    event: 'refused',
    objectType,
    objectId: known,
    categories: [],
    ground: 'none',
    reason: refusal.code,
  };
  const acting = { actor: who.actor, organisationId: who.organisationId };
  await database.transaction(acting, async (tx) => keepLooks(tx, who, [look], at, 'refused'));
};
