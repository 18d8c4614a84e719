import type { Policy } from '#platform/http/actor.ts';

/** Who may look at what. Numbers are for everyone in the region; names only row-level security gives. */
export const towerPolicies = {
  board: {
    name: 'see-board',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Wie meedoet ziet wat er vrij is; er staat niemand op.',
  },
  open: {
    name: 'see-open-counts',
    roles: 'everyone',
    why: 'Aantallen van wie dat zelf openbaar maakt; er staat niemand op, dus aanmelden hoeft niet.',
  },
  keeping: {
    name: 'see-keeping',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Hoe de partijen zich aan de afspraken houden ziet iedereen gelijk; alleen aantallen.',
  },
  ward: {
    name: 'see-ward',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'desk', 'ward', 'elderly-doctor', 'region-manager'],
    why: 'De bedden van een afdeling, zonder namen voor wie de persoon niet kent.',
  },
  sums: {
    name: 'see-sums',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Waar gewacht is en wat niet lukte, ziet ieder die meedoet; alleen aantallen.',
  },
  list: {
    name: 'see-list',
    roles: 'signed-in',
    why: 'Achter elk getal staan de feiten: het loket en het eigen huis zien ze los, een ander ziet dagen of alleen aantallen.',
  },
  queue: {
    name: 'see-queue',
    roles: ['desk', 'region-manager'],
    why: 'Het loket bewaakt alle aanvragen van de regio.',
  },
  plan: {
    name: 'plan-queue',
    roles: ['desk'],
    why: 'Het loket kiest voor wie er wacht, en ziet wie er al mee bezig is.',
  },
  wardGains: {
    name: 'see-barrier-gains',
    roles: ['ward', 'elderly-doctor'],
    why: 'Een huis ziet bij zijn eigen bedden wat het meeste vrijmaakt; er staan geen namen bij.',
  },
  regionGains: {
    name: 'count-barrier-gains',
    roles: ['desk', 'region-manager'],
    opensPeople: false,
    why: 'Loket en regiomanager zien in aantallen wat het meeste vrijmaakt; kleine aantallen blijven ongezegd.',
  },
  departures: {
    name: 'see-departures',
    roles: ['desk', 'region-manager'],
    why: 'Het loket helpt bij het vertrek en ziet geen namen; de regiomanager ziet alleen aantallen.',
  },
  delays: {
    name: 'see-delays',
    roles: ['ward', 'elderly-doctor', 'desk', 'region-manager'],
    why: 'Waarom vertrek wacht: een huis telt zijn eigen verblijven, loket en regiomanager de regio; kleine aantallen blijven ongezegd.',
  },
  hospital: {
    name: 'see-hospital-waiting',
    roles: ['transfer-nurse'],
    why: 'Het ziekenhuis volgt zijn eigen mensen die op een plek wachten.',
  },
  live: {
    name: 'follow-live',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Een scherm hoort dat er iets veranderde, nooit wat of over wie.',
  },
} as const satisfies Record<string, Policy>;
