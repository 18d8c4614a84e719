import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'secret.key';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Locks words away for the database; the key stands outside it, so that a copy of the database opens nothing. */
export interface Secrets {
  /** Encrypts a text for one owner (an id); the same text gives another result each time. */
  seal(text: string, owner: string): string;
  /** The text again; null when it was sealed under another key, for another owner, or was touched. */
  open(sealed: string, owner: string): string | null;
}

/** Opens the lock with a key of 32 bytes (AES-256-GCM). */
export const openSecrets = (key: Buffer): Secrets => ({
  seal(text, owner) {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
  },
  open(sealed, owner) {
    const all = Buffer.from(sealed, 'base64');
    const [nonce, rest] = [all.subarray(0, NONCE_BYTES), all.subarray(NONCE_BYTES)];
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      decipher.setAuthTag(rest.subarray(0, TAG_BYTES));
      return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  },
});

/** One key for one purpose: who learns to sign links cannot open secrets. */
export const keyFor = (key: Buffer, purpose: string): Buffer =>
  createHmac('sha256', key).update(purpose).digest();

/** Locks one column away and still finds the same value again. */
export interface ColumnLock extends Secrets {
  /** A keyed digest: equal for equal values, and without the key it tells nothing. */
  mark(text: string): string;
}

/** The lock on the citizen service number, from the key of the installation. */
export const openBsnLock = (key: Buffer): ColumnLock => {
  const markKey = keyFor(key, 'bsn-mark');
  return {
    ...openSecrets(keyFor(key, 'bsn')),
    mark: (text) => createHmac('sha256', markKey).update(text).digest('hex'),
  };
};

/** By which a key is known again without telling the key. */
export const markOfKey = (key: Buffer): string => keyFor(key, 'which-key').toString('hex');

/** 32 bytes as a machine draws them: 64 hexadecimal digits, or base64 with all of its kinds of signs. */
const DRAWN = [/^[0-9a-f]{64,}$/i, /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9+/_-]{43,}={0,2}$/];
/** Fewer different signs than this is no draw of chance. */
const FEWEST_SIGNS = 10;
/** Words that somebody thought up are tried by the million, so that each try must cost: 128 MB and a third of a second. */
const STRETCH = { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
/** Public, and the same everywhere: the key must come out the same on a new machine, with nothing but the passphrase. */
const SALT = 'verkeerstoren SECRET_KEY';

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Stretching takes a moment; the same setting is read more than once at a start. */
let stretched: { readonly phrase: string; readonly key: Buffer } | null = null;

const stretch = (phrase: string): Buffer => {
  if (stretched?.phrase !== phrase) stretched = { phrase, key: scryptSync(phrase, SALT, KEY_BYTES, STRETCH) };
  return stretched.key;
};

const isDrawn = (text: string): boolean =>
  DRAWN.some((form) => form.test(text)) && new Set(text).size >= FEWEST_SIGNS;

/** The keys that a text of the environment can mean, the usual one first: a passphrase was digested only, before. */
const keysOf = (text: string): readonly [Buffer, ...Buffer[]] =>
  isDrawn(text) ? [digestOf(text)] : [stretch(text), digestOf(text)];

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Where the key of an installation comes from. */
export interface KeySource {
  readonly dataDir: string;
  readonly secretKey: string | null;
}

/**
 * The keys this installation can have, the usual one first: from SECRET_KEY, or from a file in the data folder that only
 * the server may read and that is made at the first start. Two servers that start at once end up with one key.
 */
export const installationKeys = (config: KeySource): readonly [Buffer, ...Buffer[]] => {
  if (config.secretKey !== null) return keysOf(config.secretKey);
  const path = join(config.dataDir, FILE);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, randomBytes(KEY_BYTES).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!isThere(error)) throw error;
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length !== KEY_BYTES) throw new Error(`${path} does not hold a key of 64 hexadecimal digits`);
  return [key];
};
