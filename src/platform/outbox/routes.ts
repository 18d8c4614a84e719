import { ById } from '#kernel/contract.ts';
import { ok } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { AddressRules } from './address.ts';
import * as contract from './contract.ts';
import { outboxPolicies as may } from './policy.ts';
import {
  addWebhook,
  listWebhooks,
  readSecret,
  removeWebhook,
  replayDelivery,
  testWebhook,
  viewOfDelivery,
} from './service.ts';
import { deliveriesOf } from './store.ts';

const tag = 'koppelingen';

/** What the routes of webhooks need beside the door. */
export interface OutboxRouteParts {
  readonly mail: boolean;
  readonly rules: AddressRules;
  readonly secrets: Secrets;
}

/** Adds the routes of webhooks and of what was sent. */
export const outboxRoutes = (door: Door, parts: OutboxRouteParts): void => {
  webhookRoutes(door, parts);
  deliveryRoutes(door);
};

const webhookRoutes = (door: Door, parts: OutboxRouteParts): void => {
  const one = { tag, policy: may.webhooks, params: ById } as const;
  read(door, {
    url: '/api/v1/webhooks',
    summary: 'De koppelingen van de eigen organisatie, met het laatste bericht',
    tag,
    policy: may.webhooks,
    answer: contract.WebhooksView,
    looks: nobody,
    run: async (ask) => ok({ mail: parts.mail, webhooks: await listWebhooks(ask) }),
  });
  command<unknown, contract.WebhookBody, contract.WebhookView>(door, {
    url: '/api/v1/webhooks',
    summary: 'Voegt een koppeling toe; het geheim is daarna een kwartier te lezen',
    tag,
    policy: may.webhooks,
    body: contract.WebhookBody,
    answer: contract.WebhookView,
    looks: nobody,
    run: (act) => addWebhook(act, act.body, parts),
  });
  read<ById, unknown, contract.SecretView>(door, {
    url: '/api/v1/webhooks/:id/secret',
    summary: 'Het geheim van een nieuwe koppeling (Standard Webhooks)',
    ...one,
    answer: contract.SecretView,
    looks: nobody,
    run: (ask) => readSecret(ask, ask.params.id, parts.secrets),
  });
  command<ById, object, object>(door, {
    url: '/api/v1/webhooks/:id/test',
    summary: 'Stuurt een proefbericht',
    ...one,
    body: contract.NoBody,
    answer: contract.NoBody,
    looks: nobody,
    run: (act) => testWebhook(act, act.params.id),
  });
  command<ById, object, object>(door, {
    url: '/api/v1/webhooks/:id/remove',
    summary: 'Verwijdert een koppeling',
    ...one,
    body: contract.NoBody,
    answer: contract.NoBody,
    looks: nobody,
    run: (act) => removeWebhook(act, act.params.id),
  });
};

const deliveryRoutes = (door: Door): void => {
  read<unknown, contract.DeliveriesQuery, contract.DeliveriesView>(door, {
    url: '/api/v1/deliveries',
    summary: 'Wat de toren voor de eigen organisatie verstuurde, nieuwste eerst',
    tag,
    policy: may.deliveries,
    query: contract.DeliveriesQuery,
    answer: contract.DeliveriesView,
    looks: nobody,
    run: async ({ tx, actor, query }) => {
      const found = await deliveriesOf(tx, actor.organisationId, query.state ?? null);
      return ok({ deliveries: found.map(viewOfDelivery) });
    },
  });
  command<ById, object, contract.DeliveryView>(door, {
    url: '/api/v1/deliveries/:id/replay',
    summary: 'Stuurt een vastgelopen bericht opnieuw',
    tag,
    policy: may.deliveries,
    params: ById,
    body: contract.NoBody,
    answer: contract.DeliveryView,
    looks: nobody,
    run: (act) => replayDelivery(act, act.params.id),
  });
};
