/** Who may use the routes of this room. Which people they see of it, the relation decides (row-level security). */
export const peoplePolicies = {
  person: {
    name: 'related',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'desk', 'ward', 'elderly-doctor'],
    why: 'Only of people the organisation knows: as referrer, desk, or after a yes. Before a yes there is a profile only.',
  },
} as const;
