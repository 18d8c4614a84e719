import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentPolicy } from '#platform/http/headers.ts';

const YEAR = 31_536_000;
const NONCE_BYTES = 16;
/** Where the build left room for the word that opens style elements (`html.cspNonce` in vite.config.ts). */
const ROOM = /__NONCE__/g;

/** What the web app is served from and with. */
export interface WebParts {
  /** Where the built web app stands; null serves the API only. */
  readonly folder: string | null;
  readonly imagesFrom: readonly string[];
}

/** Sends the one page with a fresh nonce each time; so it is never an old copy. */
const pageSender = async (folder: string, imagesFrom: readonly string[]) => {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  return (_request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const styleNonce = randomBytes(NONCE_BYTES).toString('base64url');
    return reply
      .header('content-security-policy', contentPolicy({ imagesFrom, styleNonce }))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replace(ROOM, styleNonce));
  };
};

/** Serves the web app, files with a hash in their name for a year, the page itself never from an old copy; without a folder the API only. */
export const webRoutes = async (app: FastifyInstance, { folder, imagesFrom }: WebParts): Promise<void> => {
  if (folder === null) {
    app.setNotFoundHandler((_request: FastifyRequest, reply: FastifyReply) =>
      reply.refuse({ code: 'not-found' }),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    globIgnore: ['**/index.html'],
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = /\/assets\//.test(path);
      reply.header('cache-control', hashed ? `public, max-age=${YEAR}, immutable` : 'no-cache');
    },
  });
  const sendPage = await pageSender(folder, imagesFrom);
  // Every address of the web app is the one page; the page knows where it is. The API says that it does not exist.
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const page = request.method === 'GET' && !/^\/(api|assets|health|metrics|docs)\b/.test(request.url);
    return page ? sendPage(request, reply) : reply.refuse({ code: 'not-found' });
  });
};
