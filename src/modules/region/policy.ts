import type { ROLES } from './types.ts';

/** Who may use the routes of this room. */
export const regionPolicies = {
  directory: { name: 'signed-in', roles: 'signed-in', why: 'Whoever takes part may know who else does.' },
  practiceRoles: { name: 'everyone', roles: 'everyone', why: 'Before signing in; in practice mode only.' },
  session: {
    name: 'everyone',
    roles: 'everyone',
    why: 'Signing in and out; without a session there is nothing to see.',
  },
  files: {
    name: 'desk, region-manager',
    roles: ['desk', 'region-manager'],
    why: 'Who keeps the region in order brings in and takes out its organisations, sites and places.',
  },
} as const satisfies Record<
  string,
  { name: string; roles: readonly (typeof ROLES)[number][] | 'everyone' | 'signed-in'; why: string }
>;
