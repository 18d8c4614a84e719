import { createHash, randomBytes } from 'node:crypto';

/** What is stored of a token: who reads the database cannot sign in with it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A token nobody can guess: 256 bits of chance. */
export const newToken = (): string => randomBytes(32).toString('base64url');
