import type { Policy } from '#platform/http/actor.ts';

const LINKERS = ['desk', 'region-manager', 'ward'];

/** Who may use the routes of webhooks and deliveries; each sees only what is of their own organisation. */
export const outboxPolicies = {
  webhooks: {
    name: 'manage-webhooks',
    roles: LINKERS,
    why: 'Een organisatie koppelt haar eigen systeem; een ander ziet dat niet.',
  },
  deliveries: {
    name: 'see-deliveries',
    roles: LINKERS,
    why: 'Wie koppelt moet zien wat aankwam en wat vastliep; het loket let op de e-mail.',
  },
} as const satisfies Record<string, Policy>;
