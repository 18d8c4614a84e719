import type { FastifyInstance } from 'fastify';

/** Pages about the tower itself, by the address they begin with. */
const PAGES = { docs: ['/docs', '/openapi.json'], metrics: ['/metrics'] } as const;

/** A page about the tower itself: how its API works, or how it is. */
export type OpenPage = keyof typeof PAGES;

/** Does this route serve one of these pages? The name of the route, not what was typed: that can be written in many ways. */
const isOf = (route: string, pages: readonly string[]): boolean =>
  pages.some((page) => route === page || route.startsWith(`${page}/`));

/** For who is not signed in the pages that are not open do not exist. Call it after who asks is known. */
export const closePages = (app: FastifyInstance, open: readonly OpenPage[]): void => {
  const closed = (Object.keys(PAGES) as OpenPage[])
    .filter((page) => !open.includes(page))
    .flatMap((page) => PAGES[page]);
  app.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url ?? '';
    return request.actor === null && isOf(route, closed) ? reply.refuse({ code: 'not-found' }) : undefined;
  });
};
