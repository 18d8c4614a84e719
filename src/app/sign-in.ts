import { accountsRoutes } from '#modules/accounts/index.ts';
import { professionalById } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { HasLeaked } from '#platform/auth/leaked-passwords.ts';
import { PRACTICE_LIMITS, type SessionLimits, USUAL_LIMITS } from '#platform/auth/limits.ts';
import { type OidcProvider, openOidc } from '#platform/auth/oidc.ts';
import { openPasskeys } from '#platform/auth/passkeys.ts';
import { endedIn, openSessions, type Sessions } from '#platform/auth/sessions.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { Tailer } from '#platform/diary/tailer.ts';
import type { Door } from '#platform/http/route.ts';
import type { Feed } from '#platform/live/feed.ts';
import type { Letter } from '#platform/outbox/mail.ts';
import { keyFor, openSecrets } from '#platform/secrets.ts';

/** How people of this installation sign in. */
export interface SignInSettings {
  /** Address under which people reach this tower: passkeys are bound to it and employers send people back to it. */
  readonly publicUrl: string;
  readonly providers: readonly OidcProvider[];
}

/** A practice region has roles to pick; nothing is bound to its address. */
const NOWHERE: SignInSettings = { publicUrl: 'http://localhost', providers: [] };

/** What signing in works with. */
export interface SignInParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly practice: boolean;
  readonly key: Buffer;
  readonly limits: SessionLimits | undefined;
  readonly settings: SignInSettings | undefined;
  readonly hasLeaked: HasLeaked;
}

/** The door of the house: who is signed in, and the routes by which they come in. */
export interface SignIn {
  readonly sessions: Sessions;
  addRoutes(
    door: Door,
    regionOf: (tx: Tx) => Promise<Region>,
    sendNow: ((letter: Letter) => Promise<boolean>) | null,
  ): void;
}

/** Opens it. Whoever ends a session, here or in another process, ends its live screens too. */
export const openSignIn = (parts: SignInParts, heard: { tailer: Tailer; feed: Feed }): SignIn => {
  const { database, clock, practice } = parts;
  const limits = parts.limits ?? (practice ? PRACTICE_LIMITS : USUAL_LIMITS);
  const sessions = openSessions(database, clock, professionalById, limits);
  heard.tailer.listen((lines) => {
    const ended = endedIn(lines);
    sessions.drop(ended);
    heard.feed.cut(ended);
  });
  const { publicUrl, providers } = parts.settings ?? NOWHERE;
  return {
    sessions,
    addRoutes(door, regionOf, sendNow) {
      accountsRoutes(door, {
        ...{ sessions, publicUrl, practice, regionOf, sendNow, hasLeaked: parts.hasLeaked },
        secrets: openSecrets(keyFor(parts.key, 'accounts')),
        passkeys: openPasskeys(publicUrl),
        oidc: openOidc(providers, publicUrl),
      });
    },
  };
};
