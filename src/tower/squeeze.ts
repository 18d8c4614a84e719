import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The bytes for a reader who takes this `accept-encoding`, and the name of what was done to them. */
export type Squeezed = (accepts: string) => {
  readonly bytes: Buffer;
  readonly encoding: 'br' | 'gzip' | null;
};

/** Makes the bytes of an answer once, and squeezes them once per way of squeezing, when somebody first asks for it. */
export const squeeze = (answer: unknown): Squeezed => {
  let text: Buffer | null = null;
  let gzip: Buffer | null = null;
  let brotli: Buffer | null = null;
  return (accepts) => {
    text ??= Buffer.from(JSON.stringify(answer));
    const plain = text;
    if (accepts.includes('br')) {
      brotli ??= brotliCompressSync(plain, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
      });
      return { bytes: brotli, encoding: 'br' };
    }
    if (!accepts.includes('gzip')) return { bytes: plain, encoding: null };
    gzip ??= gzipSync(plain, { level: 6 });
    return { bytes: gzip, encoding: 'gzip' };
  };
};

/** An answer that was made for everybody: what it is, and its bytes. */
export interface Made {
  readonly etag: string;
  readonly body: Squeezed;
}

/** Does the reader have this already? Then nothing is shown that was not. */
export const isKnown = (request: FastifyRequest, made: Made): boolean =>
  request.headers['if-none-match'] === made.etag;

/** Sends an answer that was made for everybody; who has it already gets 304. */
export const sendMade = (
  request: FastifyRequest,
  reply: FastifyReply,
  made: Made,
  caching: string,
): FastifyReply => {
  reply.header('etag', made.etag).header('cache-control', caching).header('vary', 'accept-encoding');
  if (isKnown(request, made)) return reply.code(304).send();
  const { bytes, encoding } = made.body(request.headers['accept-encoding'] ?? '');
  if (encoding !== null) reply.header('content-encoding', encoding);
  return reply.type('application/json; charset=utf-8').send(bytes);
};
