import { currentLanguage } from '#web/i18n/texts.ts';
import { isLeftAlone } from './hands.ts';
import { noConnection, problemFrom } from './problem.ts';

/** GET reads; the others are commands and get an Idempotency-Key. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a command may carry beside its body. */
export interface CallOptions {
  /** Make one per intention (`newKey()`) and keep it while retrying, so that a second try has no second effect. */
  readonly idempotencyKey?: string;
  /** The ETag that was read; the server refuses (412) when someone changed it since. */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

/** What the server answered: the body, and its version for a later `ifMatch`. */
export interface Answer<Body> {
  readonly body: Body;
  readonly etag: string | null;
}

/** A new key for one intention of the reader. */
export const newKey = (): string => crypto.randomUUID();

const headersFor = (method: Method, body: unknown, options: CallOptions): Headers => {
  const headers = new Headers({ accept: 'application/json', 'accept-language': currentLanguage() });
  if (body !== undefined) headers.set('content-type', body instanceof Blob ? body.type : 'application/json');
  if (method !== 'GET') headers.set('idempotency-key', options.idempotencyKey ?? newKey());
  if (method === 'GET' && isLeftAlone()) headers.set('x-by-itself', '1');
  if (options.ifMatch !== undefined) headers.set('if-match', options.ifMatch);
  return headers;
};

/** Calls our own API and keeps the version of what was read. Throws `Problem` for every refusal and for no connection. */
export const callWithVersion = async <Body>(
  method: Method,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Answer<Body>> => {
  const request: RequestInit = {
    method,
    headers: headersFor(method, body, options),
    credentials: 'same-origin',
  };
  // A list is sent as the file it is.
  if (body !== undefined) request.body = body instanceof Blob ? body : JSON.stringify(body);
  if (options.signal !== undefined) request.signal = options.signal;
  const answer = await fetch(path, request).catch((fault: unknown) => {
    if (options.signal?.aborted === true) throw fault;
    throw noConnection();
  });
  if (!answer.ok) throw await problemFrom(answer);
  const read = answer.status === 204 ? null : await answer.json();
  return { body: read as Body, etag: answer.headers.get('etag') };
};

/** Calls our own API: `call<Offer>('POST', '/api/v1/requests/…/offers', { … }, { idempotencyKey })`. Throws `Problem`. */
export const call = async <Body>(
  method: Method,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Body> => (await callWithVersion<Body>(method, path, body, options)).body;
