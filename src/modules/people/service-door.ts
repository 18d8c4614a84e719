import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { writeLooks } from '#platform/access-log/store.ts';
import type { Look } from '#platform/access-log/types.ts';
import { type Database, inNameOf, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import {
  CODE_FOR,
  CODES_AN_HOUR,
  CODES_WITHIN,
  DOOR_FOR,
  doorStands,
  judgeCode,
  SESSION_FOR,
} from './decide/door.ts';
import { person } from './service.ts';
import {
  codesSince,
  countWrongDoor,
  endOwnSession,
  heldDoor,
  insertCode,
  insertDoor,
  insertOwnSession,
  lastCode,
  ownPerson,
  ownSession,
  settleCode,
} from './store-door.ts';
import type { PeopleCode } from './types.ts';
import type { Visitor } from './types-family.ts';
import type { OwnDoor } from './types-own.ts';

type Refused = Refusal<PeopleCode>;

/** Of a link only this is kept. */
export const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
/** Six digits are guessed in a moment by who has the digest; not without the key. */
export const codeDigest = (key: Buffer, doorId: string, code: string): string =>
  createHmac('sha256', key).update(`${doorId} ${code}`).digest('base64url');

const holder = (tokenHash: string) => ({ actor: `door:${tokenHash}`, organisationId: null }) as const;
const own = (personId: string) => ({ actor: `person:${personId}`, organisationId: null }) as const;
/** In whose name a visitor reads: the person, or the relative, for whom the rows open nothing else. */
const visiting = ({ personId, relativeId }: Pick<Visitor, 'personId' | 'relativeId'>) =>
  relativeId === null ? own(personId) : ({ actor: `kin:${relativeId}`, organisationId: null } as const);

/** Who comes by a personal link, as the log calls them: the person, or their relative. */
export const visitorAs = (actor: string, role: 'resident' | 'relative') => ({
  actor,
  role,
  organisationId: null,
  accountId: null,
  sessionId: null,
  onBehalfOf: null,
  network: null,
  component: 'web' as const,
  policy: 'own-view',
  policyVersion: '1',
});

/** The person at their own door. */
export const residentAs = (actor: string) => visitorAs(actor, 'resident');

/** Makes a personal link for somebody the acting organisation knows. The link itself is told once and kept nowhere. */
export const makeDoor = async (
  tx: Tx,
  wish: {
    readonly personId: string;
    readonly email: string | null;
    readonly actor: Actor;
    readonly now: Instant;
  },
): Promise<Result<{ id: string; token: string; until: Instant; name: string }, Refused>> => {
  const known = await person(tx, wish.personId);
  if (known === null) return refuse({ code: 'person-unknown' });
  const token = randomBytes(32).toString('base64url');
  const { actor, now, personId, email } = wish;
  const door = { id: newId(), personId, email, until: now + DOOR_FOR };
  const by = { actor: actor.id, organisationId: actor.organisationId, now };
  await insertDoor(tx, { ...door, tokenHash: digest(token) }, by);
  await record(tx, [
    {
      ...{ at: now, room: 'people', event: 'door-made', subject: personId, unitId: null },
      ...{ organisationId: actor.organisationId, actor: actor.id, body: {} },
    },
  ]);
  return ok({ id: door.id, token, until: door.until, name: known.name });
};

/** A try that failed is told to the person like every other attempt. */
const tried = (tx: Tx, door: OwnDoor, actor: string, now: Instant): Promise<void> => {
  const look: Look = {
    ...{ event: 'fail', objectType: 'session', objectId: door.id, categories: [] },
    ...{ personId: door.personId, ground: 'none' },
  };
  const role = door.relativeId === null ? 'resident' : 'relative';
  return writeLooks(tx, visitorAs(actor, role), [look], { at: now, outcome: 'refused' });
};

/** What asking for a code came to; counted tries must stay, so this is no refusal that rolls back. */
export type Asked =
  | { readonly kind: 'closed' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'enough' }
  | {
      readonly kind: 'sent';
      readonly code: string;
      readonly email: string | null;
      readonly until: Instant;
      /** For a relative, not for the person. */
      readonly relative: boolean;
    };

/** Who holds the link and knows the birth date gets a code. Whatever is wrong, the answer is the same. */
export const askCode = (
  database: Database,
  ask: { readonly token: string; readonly birthDate: string; readonly key: Buffer; readonly now: Instant },
): Promise<Asked> => {
  const { now, key } = ask;
  const acting = holder(digest(ask.token));
  return database.transaction(acting, async (tx): Promise<Asked> => {
    const door = await heldDoor(tx, digest(ask.token));
    // Who was asked along and no longer is hears so, and need not guess which date was wrong.
    if (door?.revoked === true) return { kind: 'revoked' };
    if (door === null || !doorStands(door, now)) return { kind: 'closed' };
    const who = await inNameOf(tx, { own: acting, other: own(door.personId) }, () =>
      ownPerson(tx, door.personId),
    );
    if (who?.birthDate !== ask.birthDate) {
      await countWrongDoor(tx, door.id);
      await tried(tx, door, acting.actor, now);
      return { kind: 'closed' };
    }
    if ((await codesSince(tx, door.id, now - CODES_WITHIN)) >= CODES_AN_HOUR) return { kind: 'enough' };
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const until = now + CODE_FOR;
    await insertCode(tx, {
      ...{ id: newId(), doorId: door.id, sentAt: now, until },
      codeHash: codeDigest(key, door.id, code),
    });
    return { kind: 'sent', code, email: door.email, until, relative: door.relativeId !== null };
  });
};

/** What a typed code came to. */
export type Opened =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'over' }
  | { readonly kind: 'open'; readonly token: string; readonly until: Instant };

/** A right code begins a session of the person's own, once. */
export const openOwn = (
  database: Database,
  typed: { readonly token: string; readonly code: string; readonly key: Buffer; readonly now: Instant },
): Promise<Opened> => {
  const { now } = typed;
  const acting = holder(digest(typed.token));
  return database.transaction(acting, async (tx): Promise<Opened> => {
    const door = await heldDoor(tx, digest(typed.token));
    if (door === null || door.revoked || !doorStands(door, now)) return { kind: 'over' };
    const code = await lastCode(tx, door.id);
    const verdict = judgeCode(code, codeDigest(typed.key, door.id, typed.code), now);
    if (code === null || verdict === 'over') return { kind: 'over' };
    await settleCode(tx, code.id, verdict === 'right' ? now : null);
    if (verdict === 'wrong') {
      await tried(tx, door, acting.actor, now);
      return { kind: 'wrong' };
    }
    const token = randomBytes(32).toString('base64url');
    const until = now + SESSION_FOR;
    const session = {
      tokenHash: digest(token),
      personId: door.personId,
      relativeId: door.relativeId,
      doorId: door.id,
      beganAt: now,
      until,
    };
    await insertOwnSession(tx, session);
    return { kind: 'open', token, until };
  });
};

/** Runs the work in the name of who came in by a link: the person or their relative; refused when it is over. */
export const asVisitor = async <T, C extends Refusal = Refused>(
  database: Database,
  come: { readonly token: string | undefined; readonly now: Instant },
  work: (tx: Tx, who: Visitor) => Promise<Result<T, C>>,
): Promise<Result<T, C | Refused>> => {
  if (come.token === undefined) return refuse({ code: 'own-over' });
  const acting = { actor: `own:${digest(come.token)}`, organisationId: null } as const;
  return database.transaction(acting, async (tx): Promise<Result<T, C | Refused>> => {
    const session = await ownSession(tx, digest(come.token ?? ''), come.now);
    if (session === null) return refuse({ code: 'own-over' });
    if (session.revoked) return refuse({ code: 'family-revoked' });
    return inNameOf(tx, { own: acting, other: visiting(session) }, () => work(tx, session));
  });
};

/** Runs the work in the name of the person whose session this is; their relative has no part in it. */
export const asPerson = <T>(
  database: Database,
  come: { readonly token: string | undefined; readonly now: Instant },
  work: (tx: Tx, who: Visitor) => Promise<Result<T, Refused>>,
): Promise<Result<T, Refused>> =>
  asVisitor(database, come, async (tx, who) =>
    who.relativeId === null ? work(tx, who) : refuse({ code: 'own-not-family' }),
  );

/** Ends the person's own session. */
export const leaveOwn = (database: Database, token: string, now: Instant): Promise<void> =>
  database.transaction({ actor: `own:${digest(token)}`, organisationId: null }, (tx) =>
    endOwnSession(tx, digest(token), now),
  );
