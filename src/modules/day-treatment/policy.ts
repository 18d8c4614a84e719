import type { Policy } from '#platform/http/actor.ts';

/** Who may use the routes of this room. Of which order, row-level security decides. */
export const dayTreatmentPolicies = {
  seeTreatments: {
    name: 'see-day-treatments',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Wat dicht bij huis gegeven mag worden en onder welke voorwaarden, ziet ieder die meedoet; er staat niemand in.',
  },
  signTreatment: {
    name: 'sign-day-treatment',
    roles: ['specialist'],
    opensPeople: false,
    why: 'Een behandelaar van de regio tekent voor een behandeling: tijden, grenzen en de stappen bij een reactie.',
  },
  see: {
    name: 'see-day-order',
    roles: ['specialist', 'day-nurse', 'day-planner', 'gp', 'gp-assistant'],
    why: 'Wie bij de behandeling hoort: het ziekenhuis, de Thuiskamer vanaf de handtekening, en de huisarts die genoemd is.',
  },
  order: {
    name: 'order-day-treatment',
    roles: ['specialist'],
    why: 'De specialist schrijft voor, wijzigt en stopt, en blijft verantwoordelijk.',
  },
  drug: {
    name: 'tell-day-drug',
    roles: ['specialist', 'day-nurse', 'day-planner'],
    why: 'Wanneer het middel klaarligt, zegt het ziekenhuis of de Thuiskamer.',
  },
  seeRooms: {
    name: 'see-day-rooms',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Waar en wanneer een Thuiskamer open is, ziet ieder die meedoet; er staat niemand in.',
  },
  seeWeek: {
    name: 'see-day-week',
    roles: ['specialist', 'day-nurse', 'day-planner'],
    why: 'De Thuiskamer en het ziekenhuis zien de week; een naam alleen wie bij die behandeling hoort.',
  },
  seeDay: {
    name: 'see-day-list',
    roles: ['day-nurse', 'day-planner'],
    why: 'Wie in de Thuiskamer werkt, ziet wie er dat dagdeel komt en hoe ver iedereen is.',
  },
  give: {
    name: 'give-day-treatment',
    roles: ['day-nurse'],
    why: 'De verpleegkundige legt vast wat er in het dagdeel gebeurt.',
  },
  keepRoom: {
    name: 'keep-day-room',
    roles: ['day-planner'],
    why: 'De planner van de Thuiskamer zegt wanneer zij open is, met welke stoelen, en wie er is.',
  },
  seeStaff: {
    name: 'see-day-staff',
    roles: ['day-planner', 'day-nurse'],
    opensPeople: false,
    why: 'Wie in de Thuiskamer werkt, ziet wie er wanneer is en wat ieder mag doen; wie er komt, staat er niet in.',
  },
  seeToPlan: {
    name: 'see-day-to-plan',
    roles: ['day-planner', 'day-nurse'],
    why: 'Wie in de Thuiskamer plant of verpleegt, ziet wie er op een moment wacht en waarop.',
  },
  seeFigures: {
    name: 'see-day-figures',
    roles: ['day-planner', 'day-nurse'],
    opensPeople: false,
    why: 'Wie in de Thuiskamer werkt, ziet hoe stoelen en verpleegkundigen gebruikt zijn; er staat niemand in.',
  },
  grow: {
    name: 'reckon-day-growth',
    roles: ['day-planner'],
    opensPeople: false,
    why: 'De planner van de Thuiskamer rekent uit wat meer dagdelen, stoelen of verpleegkundigen opleveren; er staat niemand in.',
  },
  sortList: {
    name: 'sort-day-care-list',
    roles: ['specialist', 'day-planner'],
    opensPeople: false,
    why: 'Het ziekenhuis en de Thuiskamer kijken wie van een lijst dichter bij huis behandeld kan worden; er blijft niets van bewaard.',
  },
  plan: {
    name: 'plan-day-visits',
    roles: ['day-planner'],
    why: 'De planner van de Thuiskamer geeft iedereen een moment, verplaatst, en laat een plan maken.',
  },
  reach: {
    name: 'reach-day-person',
    roles: ['specialist', 'day-nurse', 'day-planner'],
    why: 'Wie voorschrijft of plant, weet waar berichten over de afspraak heen gaan, en of iemand die wil.',
  },
  moment: {
    name: 'own-day-moment',
    roles: 'everyone',
    why: 'De persoon zelf: met de link uit het bericht over deze ene afspraak, tot het eind van die dag.',
  },
  tellMissed: {
    name: 'tell-day-missed',
    roles: ['day-planner', 'day-nurse'],
    why: 'Dat iemand niet kwam, zegt de planner of wie er die dag verpleegt.',
  },
  tellAbsent: {
    name: 'tell-day-absent',
    roles: ['day-planner', 'day-nurse'],
    why: 'Wie er toch niet is, zegt de planner of een collega die dag zelf.',
  },
} as const satisfies Record<string, Policy>;
