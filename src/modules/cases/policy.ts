import type { Policy } from '#platform/http/actor.ts';

/** Who helps people, in care or beside it; in which case, the yes of the person says. */
const HELPING = [
  'gp',
  'gp-assistant',
  'transfer-nurse',
  'ward',
  'elderly-doctor',
  'specialist',
  'welfare-worker',
] as const;

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
  seeCases: {
    name: 'see-shared-cases',
    roles: HELPING,
    why: 'Wie meehelpt, met een ja van de persoon aan die organisatie, ziet de delen die voor haar geopend zijn.',
  },
  work: {
    name: 'work-in-shared-case',
    roles: HELPING,
    why: 'Wie meehelpt, spreekt af, zegt wat ervan kwam en schrijft berichten, in de delen die geopend zijn.',
  },
  lead: {
    name: 'lead-shared-case',
    roles: HELPING,
    why: 'Wie de samenwerking opende, neemt anderen op en opent delen, zoals de persoon zegt, en sluit haar af.',
  },
  own: {
    name: 'own-plan',
    roles: 'everyone',
    why: 'De persoon leest het eigen plan achter de eigen link, en zegt wat er van de eigen afspraken kwam.',
  },
} as const satisfies Record<string, Policy>;
