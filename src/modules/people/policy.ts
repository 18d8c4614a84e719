import type { Policy } from '#platform/http/actor.ts';

/** Who may use the routes of this room. Of whom, the relation decides (row-level security). */
export const peoplePolicies = {
  person: {
    name: 'know-person',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'desk', 'ward', 'elderly-doctor'],
    why: 'Alleen wie de persoon kent: de verwijzer, het loket, en het huis na een ja. Daarvoor is er alleen een profiel.',
  },
} as const satisfies Record<string, Policy>;
