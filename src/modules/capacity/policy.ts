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
  doubt: {
    name: 'doubt-figures',
    roles: askers,
    why: 'Wie belt en iets anders hoort, meldt dat het cijfer niet klopt.',
  },
  link: {
    name: 'confirm-by-link',
    roles: 'everyone',
    why: 'Wie de link kreeg bevestigt aantallen; er staat niemand in, en hij werkt twaalf uur.',
  },
  teams: {
    name: 'see-teams',
    roles: 'signed-in',
    why: 'Wie meedoet ziet welk team in de wijk nog iemand kan helpen.',
  },
  load: {
    name: 'report-load',
    roles: ['transfer-nurse'],
    why: 'Het ziekenhuis meldt zelf hoe druk het is en of de spoedpost open is.',
  },
  close: { name: 'close-places', roles: wards, why: 'De afdeling sluit en opent haar eigen bedden.' },
  room: {
    name: 'set-room',
    roles: wards,
    why: 'De afdeling zegt voor wie een kamer is.',
  },
  stay: { name: 'change-stay', roles: wards, why: 'De afdeling houdt bij wie er ligt en tot wanneer.' },
} as const satisfies Record<string, Policy>;
