import { randomBytes, randomInt } from 'node:crypto';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { codeDigest, judgeCode, tokenDigest } from '#modules/people/index.ts';
import { loadOrganisations } from '#modules/region/index.ts';
import type { OrganisationRecord } from '#modules/region/types.ts';
import { writeLooks } from '#platform/access-log/store.ts';
import { type Acting, type Database, inNameOf, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import {
  CODE_FOR,
  CODES_AN_HOUR,
  CODES_WITHIN,
  LINK_FOR,
  linkStands,
  SESSION_FOR,
} from './decide/helping.ts';
import {
  codesSince,
  endHelperSession,
  heldLink,
  helperSession,
  insertHelperCode,
  insertHelperSession,
  insertLink,
  lastHelperCode,
  settleHelperCode,
} from './store-helping.ts';
import { referralById } from './store-referral.ts';
import type { HelperCode, HelperLink, HelperSession } from './types-helping.ts';
import type { StandingReferral } from './types-referral.ts';

type Refused = Refusal<HelperCode>;

const newToken = (): string => randomBytes(32).toString('base64url');
const atDoor = (token: string): Acting => ({
  actor: `helper-door:${tokenDigest(token)}`,
  organisationId: null,
});
const goingIn = (token: string): Acting => ({
  actor: `helper-in:${tokenDigest(token)}`,
  organisationId: null,
});
const inside = (referralId: string): Acting => ({ actor: `helper:${referralId}`, organisationId: null });

/** A helper without an account, as the log of looks calls them: somebody who helps, of that organisation. */
export const helperAs = (referralId: string, organisationId: string | null) => ({
  actor: `helper:${referralId}`,
  role: 'welfare-worker' as const,
  organisationId,
  accountId: null,
  sessionId: null,
  onBehalfOf: null,
  network: null,
  component: 'web' as const,
  policy: 'help-by-link',
  policyVersion: '1',
});

/** Makes a link for a referral, in the name of who may; the one before it ends. The link itself is told once and kept nowhere. */
export const makeHelperLink = async (
  tx: Tx,
  referralId: string,
  now: Instant,
): Promise<{ readonly token: string; readonly until: Instant }> => {
  const token = newToken();
  const until = now + LINK_FOR;
  await insertLink(tx, { id: newId(), referralId, tokenHash: tokenDigest(token), madeAt: now, until });
  return { token, until };
};

/** What stands behind a link, as far as the door itself needs to know. */
interface Behind {
  readonly link: HelperLink;
  readonly referral: StandingReferral;
  readonly organisation: OrganisationRecord;
}

const behindLink = async (tx: Tx, token: string, now: Instant): Promise<Result<Behind, Refused>> => {
  const link = await heldLink(tx, tokenDigest(token));
  const standing = linkStands(link, now);
  if (link === null || standing === 'unknown') return refuse({ code: 'helper-link-unknown' });
  // Whether there is still something to do is told before whether the link is the newest: who is done need not ask for one.
  const names = { own: atDoor(token), other: inside(link.referralId) };
  const referral = await inNameOf(tx, names, () => referralById(tx, link.referralId));
  if (referral === null || referral.state === 'passed-on') return refuse({ code: 'helper-referral-closed' });
  if (referral.state === 'ended') return refuse({ code: 'helper-referral-done' });
  if (standing === 'over') return refuse({ code: 'helper-link-over' });
  const organisation = (await loadOrganisations(tx)).find(({ id }) => id === referral.toOrg);
  return organisation === undefined
    ? refuse({ code: 'helper-referral-closed' })
    : ok({ link, referral, organisation });
};

/** Is there something behind this link, and for which organisation? Nothing else is told before the code. */
export const lookAtLink = (
  database: Database,
  token: string,
  now: Instant,
): Promise<Result<Behind, Refused>> =>
  database.transaction(atDoor(token), (tx) => behindLink(tx, token, now));

/** Makes a code that counts once; an earlier one no longer counts. */
export const askHelperCode = (
  database: Database,
  ask: { readonly token: string; readonly key: Buffer; readonly now: Instant },
): Promise<
  Result<{ code: string; codeId: string; organisation: OrganisationRecord; until: Instant }, Refused>
> =>
  database.transaction(atDoor(ask.token), async (tx) => {
    const { now, key } = ask;
    const behind = await behindLink(tx, ask.token, now);
    if (!behind.ok) return behind;
    const { link, organisation } = behind.value;
    if ((await codesSince(tx, link.id, now - CODES_WITHIN)) >= CODES_AN_HOUR)
      return refuse({ code: 'helper-codes-enough', params: { seconds: CODES_WITHIN / 1_000 } });
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const sent = { id: newId(), linkId: link.id, sentAt: now, until: now + CODE_FOR };
    await insertHelperCode(tx, { ...sent, codeHash: codeDigest(key, link.id, code) });
    return ok({ code, codeId: sent.id, organisation, until: sent.until });
  });

/** A try that failed is told to the person like every other attempt. */
const tried = (tx: Tx, { link, referral }: Behind, at: Instant): Promise<void> =>
  writeLooks(
    tx,
    helperAs(referral.id, null),
    [
      {
        ...{ event: 'fail', objectType: 'session', objectId: link.id, categories: [] },
        ...{ personId: referral.personId, ground: 'none' },
      },
    ],
    { at, outcome: 'refused' },
  );

/** What a typed code came to; counted tries must stay, so a wrong one is no refusal that rolls back. */
export type HelperOpened =
  | { readonly kind: 'wrong' | 'over' }
  | { readonly kind: 'no'; readonly refusal: Refused }
  | { readonly kind: 'open'; readonly token: string; readonly until: Instant };

/** A right code opens one referral for half an hour, once. */
export const openHelping = (
  database: Database,
  typed: { readonly token: string; readonly code: string; readonly key: Buffer; readonly now: Instant },
): Promise<HelperOpened> => {
  const { now } = typed;
  return database.transaction(atDoor(typed.token), async (tx): Promise<HelperOpened> => {
    const behind = await behindLink(tx, typed.token, now);
    if (!behind.ok) return { kind: 'no', refusal: behind.refusal };
    const { link } = behind.value;
    const code = await lastHelperCode(tx, link.id);
    const verdict = judgeCode(code, codeDigest(typed.key, link.id, typed.code), now);
    if (code === null || verdict === 'over') return { kind: 'over' };
    await settleHelperCode(tx, code.id, verdict === 'right' ? now : null);
    if (verdict === 'wrong') {
      await tried(tx, behind.value, now);
      return { kind: 'wrong' };
    }
    const token = newToken();
    const session = { referralId: link.referralId, linkId: link.id, beganAt: now, until: now + SESSION_FOR };
    await insertHelperSession(tx, { ...session, tokenHash: tokenDigest(token) });
    return { kind: 'open', token, until: session.until };
  });
};

/** Runs the work in the name of who came in by a code, for their one referral; refused when the half hour is over. */
export const asHelping = <T, C extends Refusal>(
  database: Database,
  come: { readonly token: string | undefined; readonly now: Instant },
  work: (tx: Tx, who: HelperSession) => Promise<Result<T, C>>,
): Promise<Result<T, C | Refused>> => {
  const { token, now } = come;
  if (token === undefined) return Promise.resolve(refuse({ code: 'helper-over' }));
  const own = goingIn(token);
  return database.transaction(own, async (tx): Promise<Result<T, C | Refused>> => {
    const session = await helperSession(tx, tokenDigest(token), now);
    if (session === null) return refuse({ code: 'helper-over' });
    return inNameOf(tx, { own, other: inside(session.referralId) }, () => work(tx, session));
  });
};

/** Ends a session before its time. */
export const leaveHelping = (database: Database, token: string, now: Instant): Promise<void> =>
  database.transaction(goingIn(token), (tx) => endHelperSession(tx, tokenDigest(token), now));
