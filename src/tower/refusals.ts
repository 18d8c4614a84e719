import type { RefusalTexts } from '#kernel/refusal.ts';

/** What the tower can refuse: only to show what is not there. */
export const towerRefusals = {
  'not-on-board': {
    status: 404,
    title: {
      nl: 'Deze locatie heeft geen bedden voor deze zorg.',
      en: 'This site has no beds for this care.',
    },
    next: { nl: 'Ga terug naar het bord en kies een regel.', en: 'Go back to the board and choose a line.' },
  },
} as const satisfies RefusalTexts;
