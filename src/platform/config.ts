import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { OpenPage } from '#platform/http/pages.ts';
import { configSchema } from './settings.ts';

/** The settings as the house uses them. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** As the owner of the tables; null: DATABASE_URL is the owner's. */
  readonly databaseOwnerUrl: string | null;
  readonly databaseConnections: number;
  readonly mode: 'practice' | 'production';
  readonly practiceSeed: number;
  readonly practiceClock: boolean;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Whether browsers may fetch the background of the map. */
  readonly mapTiles: boolean;
  readonly holdsPerAccount: number;
  readonly limits: { readonly perMinute: number; readonly atOnce: number };
  readonly corsOrigins: readonly string[];
  /** Proxies whose word about the address of a caller counts. */
  readonly trustProxy: readonly string[];
  /** Pages about the tower itself that open for strangers; null: what the mode finds usual. */
  readonly openPages: readonly OpenPage[] | null;
  readonly secretKey: string | null;
  readonly leakedPasswordsUrl: string | null;
  /** Address under which people reach this tower; null only in practice. */
  readonly publicUrl: string | null;
  readonly providers: readonly OidcSetting[];
  readonly sessions: { readonly idleMs: number; readonly absoluteMs: number };
  /** How e-mail is sent; null: not at all. */
  readonly mail: { readonly smtpUrl: string; readonly from: string; readonly publicUrl: string } | null;
  /** How short messages go to telephones; null: not at all. */
  readonly texts: { readonly url: string; readonly secret: string; readonly publicUrl: string } | null;
  /** How long a moment of day treatment stands still before the person hears of it. */
  readonly momentStandsFor: number;
  readonly webhooks: { readonly ports: readonly number[]; readonly loopback: boolean };
}

type Values = z.infer<typeof configSchema>;

const Provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(60),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  strong: z.boolean().default(false),
  claims: z
    .strictObject({
      professional: z.string().default('dezi_nummer'),
      ura: z.string().default('abonnee_nummer'),
      role: z.string().default('rol_code'),
    })
    .default({ professional: 'dezi_nummer', ura: 'abonnee_nummer', role: 'rol_code' }),
});
type OidcSetting = z.infer<typeof Provider>;

const NOT_PROVIDERS =
  'OIDC_PROVIDERS cannot be read: it is a JSON list with for each provider an id (small letters), name, issuer, clientId and clientSecret.';

const providersOf = ({ OIDC_PROVIDERS }: Values): readonly OidcSetting[] => {
  if (OIDC_PROVIDERS === undefined) return [];
  try {
    return z.array(Provider).parse(JSON.parse(OIDC_PROVIDERS));
  } catch {
    // What stands in it is secret: say what it must be, not what it is.
    throw new ConfigError(NOT_PROVIDERS);
  }
};

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/;

/** Without a login for the server there is nothing to tell the owner apart from. */
const ownerUrlOf = ({ DATABASE_URL, DATABASE_OWNER_URL }: Values): string | null => {
  if (DATABASE_OWNER_URL !== undefined && DATABASE_URL === undefined)
    throw new ConfigError(
      'DATABASE_OWNER_URL is set, so DATABASE_URL must be set too: the login of the server.',
    );
  return DATABASE_OWNER_URL ?? null;
};

/** Passkeys, cookies and employers are bound to the address people use; in production it is https, or this machine itself. */
const publicUrlOf = ({ PUBLIC_URL, SECRET_KEY }: Values, mode: Config['mode']): string | null => {
  if (mode === 'practice') return PUBLIC_URL ?? null;
  if (PUBLIC_URL === undefined)
    throw new ConfigError(
      'MODE is production, so PUBLIC_URL must be set: the address people use, with https.',
    );
  if (!PUBLIC_URL.startsWith('https://') && !LOOPBACK.test(PUBLIC_URL))
    throw new ConfigError('PUBLIC_URL must begin with https:// in production: sign-in is not safe without.');
  if (SECRET_KEY === undefined)
    throw new ConfigError(
      'MODE is production, so SECRET_KEY must be set: 64 random hexadecimal digits (openssl rand -hex 32), kept in your backup.',
    );
  return PUBLIC_URL;
};

/** An address, or a network as address/bits. */
const isNetwork = (text: string): boolean => {
  const [address = '', bits] = text.split('/');
  const kind = isIP(address);
  const most = kind === 4 ? 32 : 128;
  return (
    kind !== 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most))
  );
};

/** Whom we believe about addresses. A network of everybody would let every caller choose an address. */
const proxiesOf = ({ TRUST_PROXY = '' }: Values): readonly string[] => {
  const proxies = TRUST_PROXY.split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (proxies.every(isNetwork)) return proxies;
  throw new ConfigError(
    'TRUST_PROXY cannot be read: give the addresses or networks of your proxies, as 127.0.0.1,10.0.0.0/8.',
  );
};

const openPagesOf = ({ OPEN_PAGES }: Values): readonly OpenPage[] | null =>
  OPEN_PAGES === undefined ? null : (OPEN_PAGES.split(',') as OpenPage[]);

/** E-mail is whole or not there: a letter without a sender or a link helps nobody. */
const mailOf = ({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Values): Config['mail'] => {
  if (SMTP_URL === undefined) return null;
  if (MAIL_FROM === undefined || PUBLIC_URL === undefined)
    throw new ConfigError('SMTP_URL is set, so MAIL_FROM and PUBLIC_URL must be set too.');
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, publicUrl: PUBLIC_URL };
};

/** A message without a signature could be anybody's, and one without a link helps nobody. */
const textsOf = ({ SMS_WEBHOOK_URL, SMS_WEBHOOK_SECRET, PUBLIC_URL }: Values): Config['texts'] => {
  if (SMS_WEBHOOK_URL === undefined) return null;
  if (SMS_WEBHOOK_SECRET === undefined || PUBLIC_URL === undefined)
    throw new ConfigError('SMS_WEBHOOK_URL is set, so SMS_WEBHOOK_SECRET and PUBLIC_URL must be set too.');
  return { url: SMS_WEBHOOK_URL, secret: SMS_WEBHOOK_SECRET, publicUrl: PUBLIC_URL };
};

const webhooksOf = (value: Values, mode: Config['mode']): Config['webhooks'] => {
  const loopback = value.WEBHOOK_ALLOW_LOOPBACK === 'on';
  if (loopback && mode === 'production')
    throw new ConfigError('WEBHOOK_ALLOW_LOOPBACK is for practice only; leave it out in production.');
  return { ports: (value.WEBHOOK_PORTS ?? '').split(',').filter(Boolean).map(Number), loopback };
};

/** In practice everybody who plays the same role is one user. */
const limitsOf = (value: Values, mode: Config['mode']): Config['limits'] => {
  const players = mode === 'practice' ? 10 : 1;
  return { perMinute: players * value.REQUESTS_PER_MINUTE, atOnce: players * value.REQUESTS_AT_ONCE };
};

/** Reads the environment; a wrong value is one clear sentence that names the setting and what it must be. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(present);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? 'environment');
    const meaning =
      name in configSchema.shape
        ? configSchema.shape[name as keyof typeof configSchema.shape].description
        : '';
    throw new ConfigError(
      `${name} is set to a value that cannot be used (${issue?.message ?? 'unknown'}). ${meaning ?? ''}`.trim(),
    );
  }
  const value = parsed.data;
  const mode = value.MODE ?? (value.DATABASE_URL === undefined ? 'practice' : 'production');
  return {
    host: value.HOST,
    port: value.PORT,
    dataDir: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    databaseOwnerUrl: ownerUrlOf(value),
    databaseConnections: value.DATABASE_CONNECTIONS,
    mode,
    practiceSeed: value.PRACTICE_SEED,
    practiceClock: value.PRACTICE_CLOCK === 'on',
    logLevel: value.LOG_LEVEL,
    mapTiles: value.MAP_TILES === 'pdok',
    holdsPerAccount: value.HOLDS_PER_ACCOUNT,
    limits: limitsOf(value, mode),
    corsOrigins: (value.CORS_ORIGINS ?? '').split(',').filter(Boolean),
    trustProxy: proxiesOf(value),
    openPages: openPagesOf(value),
    secretKey: value.SECRET_KEY ?? null,
    leakedPasswordsUrl: value.LEAKED_PASSWORDS_URL ?? null,
    providers: providersOf(value),
    sessions: { idleMs: value.SESSION_IDLE_MINUTES * 60_000, absoluteMs: value.SESSION_HOURS * 3_600_000 },
    mail: mailOf(value),
    texts: textsOf(value),
    momentStandsFor: value.MOMENT_STANDS_MINUTES * 60_000,
    webhooks: webhooksOf(value, mode),
    publicUrl: publicUrlOf(value, mode),
  };
};

/** A setting that cannot be used; shown as its sentence, without a stack. */
export class ConfigError extends Error {}
