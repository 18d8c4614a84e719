import type { Policy } from '#platform/http/actor.ts';

/** Who may use the routes of this room. Of which organisation, row-level security decides. */
export const reviewPolicies = {
  judge: {
    name: 'judge-looks',
    roles: ['security-officer'],
    why: 'De privacyfunctionaris kijkt na wie er keek, alleen in de eigen organisatie, en opent zelf niemand.',
  },
} as const satisfies Record<string, Policy>;
