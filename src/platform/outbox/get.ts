import { request as askHttp, type IncomingMessage } from 'node:http';
import { request as askHttps } from 'node:https';
import type { CheckedAddress } from './address.ts';
import { optionsFor } from './post.ts';

const PATIENCE_MS = 10_000;
/** What is longer is no list of counts. */
const LONGEST = 2 * 1024 * 1024;

/** What another server answered. */
export interface Got {
  readonly status: number;
  readonly etag: string | null;
  readonly body: string;
}

const readAll = async (response: IncomingMessage): Promise<string | null> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length > LONGEST) return null;
  }
  return Buffer.concat(parts).toString('utf8');
};

/**
 * Fetches from the address that was checked and from no other: no second look-up, no redirect, no proxy, a limit of size
 * and of time. Null when there is no answer that can be read. Never throws.
 */
export const getFrom = (
  address: CheckedAddress,
  headers: Record<string, string>,
  stop: AbortSignal,
): Promise<Got | null> =>
  new Promise((resolve) => {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]);
    const options = { ...optionsFor(address, { accept: 'application/json', ...headers }), signal };
    const call = address.url.protocol === 'http:' ? askHttp(options) : askHttps(options);
    call.on('error', () => resolve(null));
    call.on('response', (response) => {
      const etag = response.headers.etag ?? null;
      readAll(response)
        .then((body) => resolve(body === null ? null : { status: response.statusCode ?? 0, etag, body }))
        .catch(() => resolve(null))
        .finally(() => response.destroy());
    });
    call.end();
  });
