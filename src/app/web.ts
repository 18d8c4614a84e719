import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const YEAR = 31_536_000;

/** Serves the web app, files with a hash in their name for a year, the page itself never from an old copy; without a folder the API only. */
export const webRoutes = async (app: FastifyInstance, folder: string | null): Promise<void> => {
  if (folder === null) {
    app.setNotFoundHandler((_request: FastifyRequest, reply: FastifyReply) =>
      reply.refuse({ code: 'not-found' }),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = /\/assets\//.test(path);
      reply.header('cache-control', hashed ? `public, max-age=${YEAR}, immutable` : 'no-cache');
    },
  });
  // Every address of the web app is the one page; the page knows where it is. The API says that it does not exist.
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const page = request.method === 'GET' && !/^\/(api|assets|health|metrics|docs)\b/.test(request.url);
    return page
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : reply.refuse({ code: 'not-found' });
  });
};
