import type { Sealed } from '#web/api/kept-day.ts';

/** Each guess costs whoever tries the tablet as much work as it costs its nurse. */
const ROUNDS = 600_000;
const DIGITS = 6;

/** Too short to guard anything, or the first thing anybody would try; null: it will do. */
export const pinFault = (pin: string): 'short' | 'easy' | null => {
  if (!/^\d+$/.test(pin) || pin.length < DIGITS) return 'short';
  const steps = [...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i]));
  return [0, 1, -1].some((step) => steps.every((taken) => taken === step)) ? 'easy' : null;
};

/** New salt for a new PIN. */
export const newSalt = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(16));

/** The key that a PIN opens; it never leaves the browser's own vault. */
export const keyOfPin = async (pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    typed,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

/** Seals something under a key, each time with a number of its own. */
export const seal = async (key: CryptoKey, value: unknown): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, text: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) };
};

/** What was sealed; null with another key, or when somebody touched it. */
export const unseal = async <Value>(key: CryptoKey, { iv, text }: Sealed): Promise<Value | null> => {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, text).catch(() => null);
  return plain === null ? null : (JSON.parse(new TextDecoder().decode(plain)) as Value);
};
