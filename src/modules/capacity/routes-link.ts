import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { bodyHash } from '#platform/http/keys.ts';
import { type Door, keyOf, runOnce } from '#platform/http/route.ts';
import { openLink } from '#platform/signed-link.ts';
import { LinkBody, LinkView } from './contract.ts';
import type { Picture } from './picture.ts';
import { capacityPolicies as may } from './policy.ts';
import { byLink, LINK_PURPOSE, linkView, tapLink } from './service-link.ts';

/** What a link is opened with. */
export interface LinkParts {
  readonly key: Buffer;
  readonly picture: Picture;
}

const Token = z.object({ token: z.string().min(1).max(500) });

const opened = (
  key: Buffer,
  token: string,
  now: Instant,
): Result<{ unitId: string; until: Instant }, Refusal> => {
  const link = openLink(key, token, LINK_PURPOSE, now);
  if (link.kind === 'not-ours') return refuse({ code: 'link-unknown' });
  return link.kind === 'expired'
    ? refuse({ code: 'link-expired' })
    : ok({ unitId: link.claim.subject, until: link.claim.until });
};

/** Adds the page behind a ward's link: who has the link confirms counts, and sees nothing else. */
export const linkRoutes = (door: Door, parts: LinkParts): void => {
  const policy = may.link;
  const description = `${policy.name}: ${policy.why}`;
  const response = { 200: LinkView, '4xx': Problem, '5xx': Problem };
  const answer = (reply: FastifyReply, result: Result<LinkView, Refusal>) =>
    result.ok ? reply.header('cache-control', 'no-store').send(result.value) : reply.refuse(result.refusal);
  door.app.route({
    method: 'GET',
    url: '/api/v1/links/:token',
    schema: {
      summary: 'The counts a ward is asked to stand by',
      tags: ['capacity'],
      description,
      params: Token,
      response,
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const now = door.clock.now();
      const link = opened(parts.key, (request.params as z.infer<typeof Token>).token, now);
      if (!link.ok) return reply.refuse(link.refusal);
      const acting = byHouse('link');
      const { unitId, until } = link.value;
      return answer(
        reply,
        await door.database.transaction(acting, (tx) => linkView(tx, parts.picture, unitId, { now, until })),
      );
    },
  });
  door.app.route({
    method: 'POST',
    url: '/api/v1/links/:token',
    schema: {
      summary: 'One tap: the ward stands by its counts, or says what changed',
      tags: ['capacity'],
      description,
      params: Token,
      body: LinkBody,
      response: { 200: z.object({ confirmed: z.literal(true) }), '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const now = door.clock.now();
      const link = opened(parts.key, (request.params as z.infer<typeof Token>).token, now);
      if (!link.ok) return reply.refuse(link.refusal);
      const { unitId } = link.value;
      if (!parts.picture.region.units.some((unit) => unit.id === unitId))
        return reply.refuse({ code: 'link-unknown' });
      const key = keyOf(request);
      if (!key.ok) return reply.refuse(key.refusal);
      const doing = byLink(parts.picture.region, unitId, now);
      const { actor } = doing;
      // A tap whose answer got lost is sent again: two beds that closed must not become four.
      const hash = bodyHash(`${LINK_PURPOSE} ${unitId}`, request.body);
      const once = { actor, key: key.value, hash, now };
      const acting = { actor: actor.id, organisationId: actor.organisationId };
      const done = await door.database.transaction(acting, (tx) =>
        runOnce(tx, once, () => tapLink(tx, unitId, request.body as LinkBody, doing)),
      );
      if (!done.ok) return reply.refuse(done.refusal);
      door.committed();
      return reply.send({ confirmed: true });
    },
  });
};
