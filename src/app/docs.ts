import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import type { RefusalTexts } from '#kernel/refusal.ts';
import type { Policy } from '#platform/http/actor.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { problemsPage } from './problems-page.ts';

/** Who may read how the API works: everyone. */
const docsPolicies = {
  docs: { name: 'read-docs', roles: 'everyone', why: 'Wie wil koppelen moet kunnen lezen hoe.' },
} as const satisfies Record<string, Policy>;

/** The reference page draws itself with an inline script; only there that is allowed. */
const DOCS_CSP =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Adds /openapi.json, made from the contracts, /docs, which works without the internet, and the page of refusals. */
export const docsRoutes = async (app: FastifyInstance, refusals: RefusalTexts): Promise<void> => {
  const config = { policy: docsPolicies.docs, looks: nobody } as const;
  const problems = problemsPage(refusals);
  app.get('/openapi.json', { config, schema: { hide: true } }, async () => app.swagger());
  app.get('/docs/problems', { config, schema: { hide: true } }, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(problems),
  );
  await app.register(scalar, {
    routePrefix: '/docs',
    configuration: { url: '/openapi.json', withDefaultFonts: false, telemetry: false },
    hooks: {
      onRequest: (_request, reply, done) => {
        reply.header('content-security-policy', DOCS_CSP);
        done();
      },
    },
  });
};
