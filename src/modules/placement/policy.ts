import type { Policy } from '#platform/http/actor.ts';

const askers = ['gp', 'gp-assistant', 'transfer-nurse', 'desk'] as const;
const wards = ['ward', 'elderly-doctor'] as const;

/** Who may take which step of the route. Of whom and of which request, row-level security decides. */
export const placementPolicies = {
  search: { name: 'search-places', roles: askers, why: 'Wie een plek zoekt ziet wat past en wat niet.' },
  send: {
    name: 'send-request',
    roles: askers,
    why: 'Huisarts, assistent, transferverpleegkundige en loket vragen een plek aan.',
  },
  see: {
    name: 'see-request',
    roles: [...askers, ...wards, 'region-manager'],
    why: 'Alleen wie bij de aanvraag hoort ziet hem; een gevraagd huis ziet geen naam.',
  },
  offer: { name: 'offer-request', roles: askers, why: 'Wie zoekt, vraagt huizen.' },
  answer: { name: 'answer-offer', roles: wards, why: 'Alleen de gevraagde afdeling antwoordt.' },
  plan: {
    name: 'plan-admission',
    roles: [...wards, ...askers],
    why: 'De afdeling, de verwijzer of het loket plant de opname.',
  },
  arrive: {
    name: 'confirm-arrival',
    roles: wards,
    why: 'De afdeling bevestigt de aankomst; dan gaat de verantwoordelijkheid over.',
  },
  write: {
    name: 'write-on-request',
    roles: [...wards, ...askers],
    why: 'Wie vraagt en wie gevraagd is, schrijven elkaar; een huis leest alleen zijn eigen draad.',
  },
  documents: {
    name: 'send-along',
    roles: [...wards, ...askers],
    why: 'Alleen wie de persoon kent stuurt of opent een brief; een huis pas na zijn ja.',
  },
  escalate: {
    name: 'climb-ladder',
    roles: ['desk'],
    why: 'Het loket belt de zorgverzekeraar en doet de melding.',
  },
  triage: {
    name: 'answer-triage',
    roles: askers,
    why: 'Wie vraagt, of het loket, beantwoordt de vragen van de triage en vraagt de arts om advies.',
  },
  advise: {
    name: 'give-advice',
    roles: ['elderly-doctor'],
    why: 'De specialist ouderengeneeskunde aan wie de regio het vroeg, geeft advies zonder de naam te zien.',
  },
  close: { name: 'close-request', roles: askers, why: 'Wie aanvroeg, of het loket, sluit de aanvraag.' },
} as const satisfies Record<string, Policy>;
