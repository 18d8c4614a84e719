import type { Policy } from '#platform/http/actor.ts';

const wards = ['ward', 'elderly-doctor'] as const;
const askers = ['gp', 'gp-assistant', 'transfer-nurse', 'desk'] as const;

/** Who may do what with beds. Whose bed it is, each act checks again. */
export const capacityPolicies = {
  hold: { name: 'hold-place', roles: askers, why: 'Wie een plek zoekt mag een bed even vasthouden.' },
  release: { name: 'release-hold', roles: askers, why: 'Wie een bed vasthoudt mag het teruggeven.' },
  confirm: {
    name: 'confirm-figures',
    roles: [...wards, 'desk'],
    why: 'De afdeling staat in voor haar eigen cijfers.',
  },
  close: { name: 'close-places', roles: wards, why: 'De afdeling sluit en opent haar eigen bedden.' },
  stay: { name: 'change-stay', roles: wards, why: 'De afdeling houdt bij wie er ligt en tot wanneer.' },
} as const satisfies Record<string, Policy>;
