import { createHash } from 'node:crypto';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance, FastifyPluginCallback } from 'fastify';
import type { RefusalTexts } from '#kernel/refusal.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Policy } from '#platform/http/actor.ts';
import { contentPolicy } from '#platform/http/headers.ts';
import { problemsPage } from './problems-page.ts';

/** Who may read how the API works: everyone. */
const docsPolicies = {
  docs: { name: 'read-docs', roles: 'everyone', why: 'Wie wil koppelen moet kunnen lezen hoe.' },
} as const satisfies Record<string, Policy>;

const INLINE = {
  script: /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g,
  style: /<style[^>]*>([\s\S]*?)<\/style>/g,
} as const;

/** What stands inside a page, by the digests under which a browser may use it. */
const digestsOf = (html: string, what: keyof typeof INLINE): string =>
  [...html.matchAll(INLINE[what])]
    .map(([, text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .join('');

/** The policy of a page that is made here: exactly what stands in it, and nothing else. */
const pagePolicy = (html: string): string =>
  contentPolicy({}).replace("style-src 'self'", `style-src 'self'${digestsOf(html, 'style')}`);

/**
 * The reference page is made by its library and writes styles while it runs, which no digest can name; only there they are
 * allowed as they come. Its script is known by its digest.
 */
const referencePolicy = (html: string): string =>
  contentPolicy({})
    .replace("script-src 'self'", `script-src 'self'${digestsOf(html, 'script')}`)
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

/** Adds /openapi.json, made from the contracts, /docs, which works without the internet, and the page of refusals. */
export const docsRoutes = async (app: FastifyInstance, refusals: RefusalTexts): Promise<void> => {
  const config = { policy: docsPolicies.docs, looks: nobody } as const;
  const problems = problemsPage(refusals);
  app.get('/openapi.json', { config, schema: { hide: true } }, async () => app.swagger());
  app.get('/docs/problems', { config, schema: { hide: true } }, async (_, reply) =>
    reply
      .header('content-security-policy', pagePolicy(problems))
      .type('text/html; charset=utf-8')
      .send(problems),
  );
  const reference: FastifyPluginCallback = (scope, _options, done) => {
    scope.addHook('onSend', async (_request, reply, payload) => {
      if (typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html'))
        reply.header('content-security-policy', referencePolicy(payload));
      return payload;
    });
    void scope.register(scalar, {
      routePrefix: '/docs',
      configuration: { url: '/openapi.json', withDefaultFonts: false, telemetry: false },
    });
    done();
  };
  await app.register(reference);
};
