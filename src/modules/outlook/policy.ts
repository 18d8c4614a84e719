import type { Policy } from '#platform/http/actor.ts';

/** Who keeps the region in order. */
const KEEPERS = ['desk', 'region-manager'];

/** Who may use the routes of this room. Nobody is in its tables: it gives counts, chances and money. */
export const outlookPolicies = {
  forecast: {
    name: 'see-forecast',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Wie meedoet, ziet hoeveel plekken er de komende dagen vrij zijn, en hoe goed dat eerder klopte. Alleen aantallen.',
  },
  model: {
    name: 'see-region-model',
    roles: KEEPERS,
    opensPeople: false,
    why: 'Het loket en de regiomanager zien waar de regio in aantallen op rust, om een verandering uit te proberen.',
  },
  scenarios: {
    name: 'keep-scenarios',
    roles: ['region-manager'],
    opensPeople: false,
    why: 'De regiomanager bewaart wat uitgeprobeerd is. Alleen de eigen organisatie ziet dat, en wie de link krijgt.',
  },
  shared: {
    name: 'open-shared-scenario',
    roles: 'everyone',
    why: 'Wie de link van een scenario heeft, leest de uitkomst tot de link verloopt. Er staan geen mensen in.',
  },
  alerts: {
    name: 'see-what-is-coming',
    roles: KEEPERS,
    opensPeople: false,
    why: 'Het loket en de regiomanager zien wat eraan komt, en hoe vaak dat eerder klopte.',
  },
  thresholds: {
    name: 'set-when-to-hear',
    roles: ['region-manager'],
    opensPeople: false,
    why: 'De regiomanager bepaalt waarover de regio iets wil horen. Zonder keuze blijft het stil.',
  },
  setPrices: {
    name: 'set-prices',
    roles: ['region-manager'],
    opensPeople: false,
    why: 'De regiomanager legt vast wat iets kost, en waar dat bedrag vandaan komt.',
  },
} as const satisfies Record<string, Policy>;
