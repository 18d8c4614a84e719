import { ById } from '#kernel/contract.ts';
import { answeredToVisitor as answered, schemaForVisitor } from '#modules/people/index.ts';
import { keepLooks, onlookerOf } from '#platform/access-log/looks.ts';
import { admitted, type Door } from '#platform/http/route.ts';
import { turnAway } from '#platform/http/shown.ts';
import { HelperLinkView } from './contract-helping.ts';
import { lookAtReferral } from './looks-referral.ts';
import { socialPolicies as may } from './policy.ts';
import type { HelperParts } from './routes-helping-parts.ts';
import { askLinkAgain } from './service-helping-link.ts';

/** Adds how who referred has the link sent again. Nothing here is kept under a key: links stay untold. */
export const helperLinkRoute = (door: Door, parts: HelperParts): void => {
  const policy = may.sent;
  door.app.route({
    method: 'POST',
    url: '/api/v1/referrals/:id/link',
    schema: {
      ...schemaForVisitor(
        policy,
        'Stuurt de organisatie zonder account een nieuwe link; in de oefenregio staat hij op het scherm',
        { params: ById },
        HelperLinkView,
      ),
      tags: ['verwijzingen'],
    },
    config: { policy, looks: 'people' },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return turnAway(door, { request, reply, policy }, actor.refusal);
      const { id } = request.params as ById;
      const now = door.clock.now();
      const can = { mail: parts.sendNow !== null, messages: parts.textNow !== null };
      const acting = { actor: actor.value.id, organisationId: actor.value.organisationId };
      const asked = await door.database.transaction(acting, async (tx) => {
        const asking = { id, actor: actor.value, now };
        const link = await askLinkAgain(tx, asking, { can, practice: parts.practice });
        const look = await lookAtReferral(tx, 'change', id);
        if (link.ok) keepLooks(tx, onlookerOf(request, actor.value, policy), [look], now);
        return link;
      });
      if (!asked.ok) return turnAway(door, { request, reply, policy }, asked.refusal);
      door.committed();
      return answered(reply, asked);
    },
  });
};
