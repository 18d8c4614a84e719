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
}

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
  return {
    host: value.HOST,
    port: value.PORT,
    dataDir: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    databaseConnections: value.DATABASE_CONNECTIONS,
    mode: value.MODE ?? (value.DATABASE_URL === undefined ? 'practice' : 'production'),
    practiceSeed: value.PRACTICE_SEED,
    practiceClock: value.PRACTICE_CLOCK === 'on',
    logLevel: value.LOG_LEVEL,
  };
};

/** A setting that cannot be used; shown as its sentence, without a stack. */
export class ConfigError extends Error {}
