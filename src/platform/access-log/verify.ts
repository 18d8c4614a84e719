import type { KeyObject } from 'node:crypto';
import type { Instant } from '#kernel/interval.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { type Cut, ROOT, sameText, sealOf, signCut } from './chain.ts';
import {
  asSealer,
  cutChain,
  cutsOf,
  headsOf,
  type LinkedLine,
  linesUpToSealed,
  linksOf,
  oldEnough,
  sealAlone,
  strayLines,
} from './store-chain.ts';

/** What is wrong, and at which line of which organisation. */
export interface Finding {
  readonly organisationId: string;
  readonly seq: number;
  readonly kind: 'changed' | 'missing' | 'double' | 'outside' | 'shorter' | 'rewritten' | 'false-cut';
}

/** What was looked at, and what was found. */
export interface Verified {
  readonly lines: number;
  readonly findings: readonly Finding[];
}

/** One step along the chain: what this link says about itself and about the one before. Null: it is as it should be. */
const faultOf = (
  key: KeyObject,
  before: Pick<Cut, 'seq' | 'hash'>,
  link: LinkedLine,
): Pick<Finding, 'seq' | 'kind'> | null => {
  if (link.seq <= before.seq) return { seq: link.seq, kind: 'double' };
  // The seal of who comes after a hole stands on one that is gone: only the hole can be told.
  if (link.seq > before.seq + 1) return { seq: before.seq + 1, kind: 'missing' };
  if (link.says === null) return { seq: link.seq, kind: 'missing' };
  return sameText(sealOf(key, before.hash, link.says), link.hash) ? null : { seq: link.seq, kind: 'changed' };
};

/** What was walked so far: where it stands, and what was wrong. */
interface Walked {
  before: Pick<Cut, 'seq' | 'hash'>;
  lines: number;
  readonly findings: Finding[];
}

const step = (
  key: KeyObject,
  walked: Walked,
  link: LinkedLine,
  chain: Cut,
  watched: Cut | undefined,
): void => {
  const { organisationId } = chain;
  const fault = faultOf(key, walked.before, link);
  if (fault !== null) walked.findings.push({ organisationId, ...fault });
  if (watched !== undefined && link.seq === watched.seq && link.hash !== watched.hash)
    walked.findings.push({ organisationId, seq: link.seq, kind: 'rewritten' });
  walked.before = link;
  walked.lines += 1;
};

/** Walks one chain from a cut (or from its beginning) to its end, or up to `until`. */
const walk = async (
  tx: Tx,
  key: KeyObject,
  chain: Cut,
  {
    until = Number.POSITIVE_INFINITY,
    watched,
  }: { readonly until?: number; readonly watched?: Cut | undefined },
): Promise<Verified> => {
  const walked: Walked = { before: chain, lines: 0, findings: [] };
  for await (const page of linksOf(tx, chain))
    for (const link of page) if (link.seq <= until) step(key, walked, link, chain, watched);
  const { before, lines, findings } = walked;
  if (watched !== undefined && before.seq < watched.seq)
    findings.push({ organisationId: chain.organisationId, seq: before.seq + 1, kind: 'shorter' });
  return { lines, findings };
};

/** Lines that stand beside the chains. As many as were walked, and nothing wrong with those: then there are none to seek. */
const besideIn = async (tx: Tx, { lines, findings }: Verified): Promise<Finding[]> => {
  if (findings.length === 0 && lines === (await linesUpToSealed(tx))) return [];
  const stray = await strayLines(tx);
  return stray.map(({ organisationId, seq }) => ({ organisationId, seq, kind: 'outside' }));
};

/**
 * Goes along every chain of the log. A checkpoint that was kept outside the database also shows what was taken from the
 * end, or that a whole chain was put away.
 */
export const verifyLog = (
  database: Database,
  key: KeyObject,
  checkpoint: readonly Cut[] = [],
): Promise<Verified> =>
  asSealer(database, async (tx) => {
    const findings: Finding[] = [];
    let lines = 0;
    const cuts = new Map((await cutsOf(tx)).map((cut) => [cut.organisationId, cut]));
    const watched = new Map(checkpoint.map((each) => [each.organisationId, each]));
    const heads = (await headsOf(tx, null)).map(({ organisationId }) => organisationId);
    for (const organisationId of new Set([...heads, ...watched.keys()])) {
      const cut = cuts.get(organisationId);
      if (cut !== undefined && !sameText(signCut(key, cut), cut.signature))
        findings.push({ organisationId, seq: cut.seq, kind: 'false-cut' });
      const seen = await walk(tx, key, cut ?? { organisationId, seq: 0, hash: ROOT }, {
        watched: watched.get(organisationId),
      });
      lines += seen.lines;
      findings.push(...seen.findings);
    }
    return { lines, findings: [...findings, ...(await besideIn(tx, { lines, findings }))] };
  });

/** Where every chain stands now: to keep outside the database. */
export const checkpointNow = (database: Database): Promise<Cut[]> =>
  asSealer(database, (tx) => headsOf(tx, null));

/**
 * Takes away what is older than `before` (the database itself demands five years), up to a signed cut, so that the rest
 * still verifies. A part that does not verify is not cut: what was done to it would be lost with it.
 */
export const closeOldLooks = (
  database: Database,
  key: KeyObject,
  { before, now }: { readonly before: Instant; readonly now: Instant },
): Promise<{ readonly gone: number; readonly findings: readonly Finding[] }> =>
  asSealer(database, async (tx) => {
    if (!(await sealAlone(tx))) return { gone: 0, findings: [] };
    const cuts = new Map((await cutsOf(tx)).map((cut) => [cut.organisationId, cut]));
    const findings: Finding[] = [];
    let gone = 0;
    for (const end of await oldEnough(tx, before)) {
      const from = cuts.get(end.organisationId) ?? { organisationId: end.organisationId, seq: 0, hash: ROOT };
      const seen = await walk(tx, key, from, { until: end.seq });
      findings.push(...seen.findings);
      if (seen.findings.length === 0) gone += await cutChain(tx, end, signCut(key, end), now);
    }
    return { gone, findings };
  });
