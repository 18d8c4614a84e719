import { createHash, randomBytes } from 'node:crypto';

const CODES = 10;
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 16;
const GROUP = 4;

const letter = (): string => {
  // Bytes above the last whole round of the alphabet would make some letters likelier.
  const whole = 256 - (256 % LETTERS.length);
  for (;;) {
    const [byte = 255] = randomBytes(1);
    if (byte < whole) return LETTERS[byte % LETTERS.length] as string;
  }
};

const newCode = (): string => {
  const letters = Array.from({ length: LENGTH }, letter).join('');
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
};

/** Ten codes for when the telephone is lost; each counts once. */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, newCode);

/** What is stored of a recovery code, however it was typed. It holds 78 bits of chance, so that a quick hash is enough. */
export const hashOfRecovery = (typed: string): string =>
  createHash('sha256')
    .update(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('base64url');
