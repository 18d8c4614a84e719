import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { keyFor } from '#platform/secrets.ts';

/** A line as its chain seals it: where it stands, and everything it says. */
export interface SealedLine {
  readonly id: string;
  readonly organisationId: string;
  readonly xid: string;
  readonly line: number;
  /** Every column as text, in a fixed order, in one. */
  readonly says: string;
}

// Text as the database writes it, moments in microseconds: a change that a rounded instant would hide is seen.
const TEXTS = [
  ...[
    'id',
    'line',
    'xid',
    'event',
    'actor',
    'account_id',
    'session_id',
    'role',
    'organisation_id',
    'on_behalf_of',
  ],
  ...['network', 'component', 'person_id', 'object_type', 'object_id', 'categories', 'ground', 'consent_id'],
  ...['policy', 'policy_version', 'outcome', 'reason'],
] as const;

/**
 * Everything a line says, as one JSON array without a space in it. The database writes it out: what it would cost to carry
 * two dozen columns over and put them together here is most of what verifying costs.
 */
export const SAYS = `array_to_json(array[${[
  ...TEXTS.map((name) => `a.${name}::text`),
  '(extract(epoch from a.at) * 1000000)::bigint::text',
].join(', ')}])::text`;

/** A line with what is sealed of it. */
export const SEALED_COLUMNS = `a.id::text as id, a.organisation_id::text as "organisationId", a.xid::text as xid, a.line,
  ${SAYS} as says`;

/** The key of the chain, from the key of the installation. */
export const chainKey = (installation: Buffer): KeyObject =>
  createSecretKey(keyFor(installation, 'access-chain'));

/** What the first line of a chain stands on. */
export const ROOT = '0'.repeat(64);

/** The seal on a line: over the seal before it and everything the line says. */
export const sealOf = (key: KeyObject, before: string, says: string): string =>
  createHmac('sha256', key).update(before).update(says).digest('hex');

/** Where the oldest part of a chain was taken away. */
export interface Cut {
  readonly organisationId: string;
  readonly seq: number;
  readonly hash: string;
}

/** The signature under a cut: who has no key cannot shorten a chain. */
export const signCut = (key: KeyObject, { organisationId, seq, hash }: Cut): string =>
  createHmac('sha256', key).update(`cut ${organisationId} ${seq} ${hash}`).digest('hex');

/** Are these the same, in a time that tells nothing? */
export const sameText = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
