import type { Policy } from '#platform/http/actor.ts';

/** Who may use the routes of this room. Whose contacts and which cases, row-level security decides. */
export const casesPolicies = {
  bringContacts: {
    name: 'bring-own-contacts',
    roles: ['gp', 'gp-assistant'],
    why: 'De praktijk brengt haar eigen contacten in. Alleen zij leest die, niemand anders.',
  },
  seeSignals: {
    name: 'see-recurring-questions',
    roles: ['gp', 'gp-assistant'],
    why: 'De praktijk ziet bij wie van haar eigen mensen een vraag terugkomt, en waarom dat opvalt.',
  },
  followSignal: {
    name: 'follow-recurring-question',
    roles: ['gp', 'gp-assistant'],
    why: 'Wie iemand behandelt, vraagt of die een gesprek wil, of legt het met een reden opzij.',
  },
} as const satisfies Record<string, Policy>;
