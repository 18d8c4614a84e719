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
  'not-yet': {
    status: 400,
    title: { nl: 'Dat moment moet nog komen.', en: 'That moment is still to come.' },
    next: {
      nl: 'Kies een moment dat voorbij is. Wat komt staat bij Vooruitkijken.',
      en: 'Choose a moment that is over. What is coming stands under Looking ahead.',
    },
  },
  'before-history': {
    status: 404,
    title: {
      nl: 'Van dat moment is niet alles bewaard.',
      en: 'Not everything of that moment was kept.',
    },
    next: { nl: 'Kies een later moment.', en: 'Choose a later moment.' },
  },
  'no-such-number': {
    status: 404,
    title: { nl: 'Dit getal heeft geen lijst.', en: 'This number has no list.' },
    next: { nl: 'Druk op een getal bij Terugkijken.', en: 'Press a number under Looking back.' },
  },
} as const satisfies RefusalTexts;
