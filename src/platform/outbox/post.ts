import { request as askHttp } from 'node:http';
import { request as askHttps, type RequestOptions } from 'node:https';
import type { CheckedAddress } from './address.ts';

/** How long the receiver may take, from connecting to the head of the answer. */
const PATIENCE_MS = 5_000;

/** What came of it: a status code in words, and whether the receiver took it. */
export interface Posted {
  readonly taken: boolean;
  readonly status: string;
}

const codeOf = (error: unknown): string => {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'TimeoutError') return 'timeout';
  if (name === 'AbortError') return 'stopped';
  if (code === undefined) return 'no-connection';
  return /CERT|TLS|SSL|SELF_SIGNED|ALTNAME/.test(code) ? 'certificate' : 'no-connection';
};

const statusOf = (status: number): Posted => {
  if (status >= 200 && status < 300) return { taken: true, status: `http-${status}` };
  // A redirect is not followed: it could lead inside.
  return { taken: false, status: status >= 300 && status < 400 ? 'redirect' : `http-${status}` };
};

/** How to reach the address that was checked, and no other. */
export const optionsFor = ({ url, ip }: CheckedAddress, headers: Record<string, string>): RequestOptions => ({
  host: ip,
  port: url.port === '' ? undefined : Number(url.port),
  path: `${url.pathname}${url.search}`,
  headers: { ...headers, host: url.host },
  // The certificate must be of the name that was given, not of the address it was found at.
  ...(/^[\d.]+$|:/.test(url.hostname) ? {} : { servername: url.hostname }),
  agent: false,
});

/**
 * Posts to the address that was checked and to no other: no second look-up, no redirect, no proxy. The answer is not
 * read, only its status. Never throws.
 */
export const postTo = (
  address: CheckedAddress,
  body: string,
  headers: Record<string, string>,
  stop: AbortSignal,
): Promise<Posted> =>
  new Promise((resolve) => {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]);
    const length = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const options = { ...optionsFor(address, { ...headers, ...length }), method: 'POST', signal };
    const call = address.url.protocol === 'http:' ? askHttp(options) : askHttps(options);
    call.on('error', (error) => resolve({ taken: false, status: codeOf(signal.reason ?? error) }));
    call.on('response', (response) => {
      resolve(statusOf(response.statusCode ?? 0));
      // What the receiver says is not read: not kept, not shown, and it may be endless.
      response.destroy();
    });
    call.end(body);
  });
