import { resolve } from 'node:path';
import { z } from 'zod';

/** Every setting of a running tower; docs/configuration.md is drawn from this table. */
export const configSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('Address the server listens on.'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8080)
    .describe('Port the server listens on; 0 picks a free one.'),
  DATA_DIR: z.string().min(1).default('.data').describe('Folder of the embedded database and its log.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional()
    .describe('A PostgreSQL (15 or newer) of your own, as its owner; replaces the embedded one wholly.'),
  DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(16)
    .describe('Most connections to the database.'),
  MODE: z
    .enum(['practice', 'production'])
    .optional()
    .describe('Practice region or the real thing. Practice is the default only with the embedded database.'),
  PRACTICE_SEED: z.coerce
    .number()
    .int()
    .min(1)
    .default(2026)
    .describe('Seed of the practice region: same seed, same region.'),
  PRACTICE_CLOCK: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether the practice region goes on living by itself.'),
  HOLDS_PER_ACCOUNT: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(10)
    .describe('How many places one account may hold at a moment without a request behind them.'),
  REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(30)
    .max(1_000_000)
    .default(1_200)
    .describe(
      'How many requests one user may send in a minute; ten times as many in practice, where many share a role.',
    ),
  REQUESTS_AT_ONCE: z.coerce
    .number()
    .int()
    .min(4)
    .max(10_000)
    .default(32)
    .describe(
      'How many requests of one user may be under way at once, live screens included; ten times as many in practice.',
    ),
  CORS_ORIGINS: z
    .string()
    .regex(/^https?:\/\/[^/\s,]+(,https?:\/\/[^/\s,]+)*$/)
    .optional()
    .describe(
      'Other websites whose pages may read answers with a token, as https://a.example.nl, with commas. Unset: none.',
    ),
  SECRET_KEY: z
    .string()
    .min(16)
    .optional()
    .describe(
      'Locks the secrets in the database. Without it a key file is made in DATA_DIR; keep either in your backup.',
    ),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/\s]+$/)
    .optional()
    .describe(
      'Address under which people reach this tower, without a slash at the end; links in e-mail need it.',
    ),
  OIDC_PROVIDERS: z
    .string()
    .min(2)
    .optional()
    .describe(
      'Where people sign in at their employer, as JSON: [{"id","name","issuer","clientId","clientSecret","strong","claims"}]. `strong`: it always asks for a second factor. `claims` {"professional","ura","role"} are those of Dezi when left out.',
    ),
  SESSION_IDLE_MINUTES: z.coerce
    .number()
    .int()
    .min(5)
    .max(1_440)
    .default(60)
    .describe('Production: after so many minutes without a question a session is over.'),
  SESSION_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(24)
    .default(12)
    .describe('Production: after so many hours a session is over, whatever was asked.'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional()
    .describe('Mail server, as smtp://user:password@host:587. Unset: no e-mail is sent, and screens say so.'),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/)
    .optional()
    .describe('Sender of e-mail, as Verkeerstoren <toren@example.nl>; needed with SMTP_URL.'),
  WEBHOOK_PORTS: z
    .string()
    .regex(/^\d{1,5}(,\d{1,5})*$/)
    .optional()
    .describe('Ports that webhooks may be sent to besides 443 and 8443, with commas.'),
  WEBHOOK_ALLOW_LOOPBACK: z
    .enum(['on', 'off'])
    .default('off')
    .describe('Practice only: webhooks may go to this machine itself, to try a receiver out.'),
  MAP_TILES: z
    .enum(['off', 'pdok'])
    .default('off')
    .describe(
      'Background of the map: none, or the open map of PDOK, which every browser then fetches from service.pdok.nl.',
    ),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('warn')
    .describe('How much the server writes to its log.'),
});

/** The settings as the house uses them. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
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
  readonly secretKey: string | null;
  /** Address under which people reach this tower; null only in practice. */
  readonly publicUrl: string | null;
  readonly providers: readonly OidcSetting[];
  readonly sessions: { readonly idleMs: number; readonly absoluteMs: number };
  /** How e-mail is sent; null: not at all. */
  readonly mail: { readonly smtpUrl: string; readonly from: string; readonly publicUrl: string } | null;
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
      'MODE is production, so SECRET_KEY must be set: 16 characters or more, kept in your backup.',
    );
  return PUBLIC_URL;
};

/** E-mail is whole or not there: a letter without a sender or a link helps nobody. */
const mailOf = ({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Values): Config['mail'] => {
  if (SMTP_URL === undefined) return null;
  if (MAIL_FROM === undefined || PUBLIC_URL === undefined)
    throw new ConfigError('SMTP_URL is set, so MAIL_FROM and PUBLIC_URL must be set too.');
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, publicUrl: PUBLIC_URL };
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
    databaseConnections: value.DATABASE_CONNECTIONS,
    mode,
    practiceSeed: value.PRACTICE_SEED,
    practiceClock: value.PRACTICE_CLOCK === 'on',
    logLevel: value.LOG_LEVEL,
    mapTiles: value.MAP_TILES === 'pdok',
    holdsPerAccount: value.HOLDS_PER_ACCOUNT,
    limits: limitsOf(value, mode),
    corsOrigins: (value.CORS_ORIGINS ?? '').split(',').filter(Boolean),
    secretKey: value.SECRET_KEY ?? null,
    providers: providersOf(value),
    sessions: { idleMs: value.SESSION_IDLE_MINUTES * 60_000, absoluteMs: value.SESSION_HOURS * 3_600_000 },
    mail: mailOf(value),
    webhooks: webhooksOf(value, mode),
    publicUrl: publicUrlOf(value, mode),
  };
};

/** A setting that cannot be used; shown as its sentence, without a stack. */
export class ConfigError extends Error {}
