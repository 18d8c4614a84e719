import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Region } from '#modules/region/types.ts';
import type { HasLeaked } from '#platform/auth/leaked-passwords.ts';
import type { Oidc } from '#platform/auth/oidc.ts';
import type { Passkeys } from '#platform/auth/passkeys.ts';
import type { Sessions } from '#platform/auth/sessions.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import type { Session } from '#platform/http/actor.ts';
import type { Letter } from '#platform/outbox/mail.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { AccountsCode } from './types.ts';

/** What this room works with. */
export interface AccountsParts {
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly passkeys: Passkeys;
  readonly oidc: Oidc;
  readonly hasLeaked: HasLeaked;
  /** Address under which people reach this tower. */
  readonly publicUrl: string;
  readonly practice: boolean;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  /** Sends a letter at once, so that what it says is kept nowhere; null: this installation sends no mail. */
  readonly sendNow: ((letter: Letter) => Promise<boolean>) | null;
}

/** One act at this door: in one transaction, at one moment, from one browser. */
export interface Act extends AccountsParts {
  readonly tx: Tx;
  readonly now: Instant;
  /** What the browser brought of a step it is in. */
  readonly step: string | undefined;
  readonly session: Session | null;
  /** Browser and system, in words; null: unknown. */
  readonly device: string | null;
  /** The network it came from, without its last part. */
  readonly network: string;
}

/** In this name the door reads and writes; no organisation, no person. */
export const DOOR = byHouse('accounts');

/** Does work at the door, in a transaction of its own. */
export const atTheDoor = <T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction(DOOR, work);

/**
 * What came of an act. A refusal here is kept, not rolled back: a wrong code must count although the answer is no.
 */
export type Outcome<A> =
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly step?: null }
  | {
      readonly kind: 'done';
      readonly answer: A;
      /** A step begins in this browser, or (null) is over. */
      readonly step?: string | null;
      /** A session begins. */
      readonly session?: string;
    };

/** No, with why and what now. */
export const refused = (
  code: AccountsCode | 'not-allowed' | 'not-found' | 'not-signed-in' | 'second-factor-needed',
): { readonly kind: 'refused'; readonly refusal: Refusal } => ({ kind: 'refused', refusal: { code } });

/** Yes, with the answer. */
export const done = <A>(answer: A): { readonly kind: 'done'; readonly answer: A } => ({
  kind: 'done',
  answer,
});

/** Who nobody knows has no id. */
export const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000';

/** Something about signing in, as the diary tells it: ids and codes, never an address or a name. */
export const tell = (
  { tx, now, session }: Pick<Act, 'tx' | 'now' | 'session'>,
  event: string,
  about: {
    readonly subject: string;
    readonly organisationId?: string | null;
    readonly body?: Readonly<Record<string, string | number | boolean>>;
  },
): Promise<void> =>
  record(tx, [
    {
      at: now,
      room: 'accounts',
      event,
      subject: about.subject,
      unitId: null,
      organisationId: about.organisationId ?? null,
      actor: session?.actor.id ?? byHouse('door').actor,
      body: about.body ?? {},
    },
  ]);
