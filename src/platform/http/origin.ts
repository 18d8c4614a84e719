import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a browser says about where a request comes from. */
export interface Proof {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  /** Whether the request carries a cookie of ours. */
  readonly cookie: boolean;
  /** Whether who asks calls itself a browser; all of them do by the same old name. */
  readonly browser: boolean;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Is the host this request was sent to the host of the origin? Ports that go without saying are left out of both. */
const isHost = (origin: string, host: string): boolean => {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: named } = new URL(origin);
  const asked = `${protocol}//${host}`;
  return URL.canParse(asked) && new URL(asked).host === named;
};

/**
 * May this request act? One that changes something must come from a page of our own: the browser says so itself, or names
 * the origin. A request that says neither and carries our cookie is no browser we know: `strict` (production) turns it away.
 * Practice lets a tool through, so that everybody can try the API with one line, and never what calls itself a browser.
 */
export const comesFromUs = (proof: Proof, strict: boolean): boolean => {
  if (SAFE.has(proof.method)) return true;
  if (proof.fetchSite !== undefined) return proof.fetchSite === 'same-origin' || proof.fetchSite === 'none';
  if (proof.origin !== undefined) return isHost(proof.origin, proof.host ?? '');
  return !(proof.cookie && (strict || proof.browser));
};

const first = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** The proof as it stands in the headers of a request. */
export const proofOf = (request: FastifyRequest): Proof => ({
  method: request.method,
  host: request.headers.host,
  origin: request.headers.origin,
  fetchSite: first(request.headers['sec-fetch-site']),
  cookie: Object.keys(request.cookies).length > 0,
  browser: /^Mozilla\//.test(request.headers['user-agent'] ?? ''),
});

const FOR_OTHERS = {
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, if-match, idempotency-key',
  'access-control-expose-headers': 'etag, retry-after',
  'access-control-max-age': '600',
} as const;

/**
 * Lets pages of the listed origins read answers; they sign in with a token, never with a cookie. Answers whether the
 * request was only the question of a browser whether it may ask, and is answered by that.
 */
export const allowOrigin = (
  request: FastifyRequest,
  reply: FastifyReply,
  origins: ReadonlySet<string>,
): boolean => {
  const { origin } = request.headers;
  if (origins.size > 0) reply.header('vary', 'Origin');
  if (origin === undefined || !origins.has(origin)) return false;
  reply.header('access-control-allow-origin', origin);
  const asking =
    request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (asking || request.method !== 'OPTIONS') reply.headers(FOR_OTHERS);
  return asking;
};
