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
    .describe(
      'A PostgreSQL (15 or newer) of your own, as the login of the server; replaces the embedded one wholly.',
    ),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional()
    .describe(
      'The same database as the owner of its tables: for migrations, retention and the command line. The first makes the login of DATABASE_URL. Unset: the server logs in as the owner too, and `doctor` says so.',
    ),
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
  TRUST_PROXY: z
    .string()
    .optional()
    .describe(
      'The proxies in front of the tower that may say from which address somebody calls (X-Forwarded-For): addresses or networks, as 127.0.0.1,10.0.0.0/8. Unset: none is believed.',
    ),
  OPEN_PAGES: z
    .string()
    .regex(/^(docs|metrics)(,(docs|metrics))*$/)
    .optional()
    .describe(
      'Production: which of `docs` (how the API works) and `metrics` (how the server is) open for who is not signed in. Unset: neither.',
    ),
  SECRET_KEY: z
    .string()
    .min(16)
    .optional()
    .describe(
      'Locks the secrets in the database: 64 random hexadecimal digits. Without it a key file is made in DATA_DIR; keep either in your backup.',
    ),
  LEAKED_PASSWORDS_URL: z
    .string()
    .regex(/^https:\/\/[^\s?#]+\/$/)
    .optional()
    .describe(
      'A service that says whether a new password leaked (as https://api.pwnedpasswords.com/range/). It is asked with the first five letters of a digest and never learns the password. Unset: only the lists that come along.',
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
    .regex(/^[^\r\n]*[^\s@<]@[^\s@>]+>?$/)
    .optional()
    .describe('Sender of e-mail, as Verkeerstoren <toren@example.nl>; needed with SMTP_URL.'),
  SMS_WEBHOOK_URL: z
    .string()
    .regex(/^https?:\/\/[^\s#]+$/)
    .optional()
    .describe(
      'A service that brings short messages to telephones; it gets {"id","to","text"} by POST, signed as webhooks are. Unset: none are sent.',
    ),
  SMS_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/)
    .optional()
    .describe(
      'The secret with which that service checks our signature, as whsec_ and at least 24 bytes in base64; needed with SMS_WEBHOOK_URL.',
    ),
  MOMENT_STANDS_MINUTES: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_440)
    .default(30)
    .describe('Day treatment: so many minutes a moment stands still before the person is written to.'),
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
