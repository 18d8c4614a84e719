import type { Route, RouteFacts } from '#modules/placement/types-triage.ts';

/** What each outcome of the tree means: the place or the neighbour, and the law that pays. */
export const ROUTE_FACTS: Readonly<Record<Route, RouteFacts>> = {
  'elv-low': {
    words: { nl: 'ELV laag complex', en: 'ELV, low complexity' },
    product: 'elv-low',
    law: 'zvw',
    contact: null,
  },
  'elv-high': {
    words: { nl: 'ELV hoog complex', en: 'ELV, high complexity' },
    product: 'elv-high',
    law: 'zvw',
    contact: null,
  },
  'elv-palliative': {
    words: { nl: 'ELV palliatief', en: 'ELV, palliative' },
    product: 'elv-palliative',
    law: 'zvw',
    contact: null,
  },
  'reo-observation': {
    words: { nl: 'observatie (REO)', en: 'observation (REO)' },
    product: 'reo-observation',
    law: 'zvw',
    contact: null,
  },
  grz: {
    words: { nl: 'revalidatie (GRZ)', en: 'rehabilitation (GRZ)' },
    product: 'grz',
    law: 'zvw',
    contact: null,
  },
  'wlz-crisis': {
    words: { nl: 'crisisopname Wlz', en: 'Wlz crisis admission' },
    product: 'wlz-crisis',
    law: 'wlz',
    contact: null,
  },
  'wmo-respite': {
    words: { nl: 'logeren via de gemeente', en: 'respite stay through the municipality' },
    product: 'respite',
    law: 'wmo',
    contact: 'wmo-desk',
  },
  'doctor-first': {
    words: { nl: 'eerst een arts laten kijken', en: 'let a doctor look first' },
    product: null,
    law: 'zvw',
    contact: 'doctor',
  },
  hospital: {
    words: { nl: 'ziekenhuis', en: 'hospital' },
    product: null,
    law: 'zvw',
    contact: 'hospital',
  },
  'ggz-crisis': {
    words: { nl: 'GGZ-crisisdienst', en: 'mental health crisis service' },
    product: null,
    law: 'zvw',
    contact: 'ggz-crisis',
  },
  'wlz-placement': {
    words: { nl: 'plek via de Wlz', en: 'place under the Wlz' },
    product: null,
    law: 'wlz',
    contact: 'wlz-desk',
  },
  'wlz-talk': {
    words: { nl: 'bespreek een Wlz-indicatie', en: 'discuss a Wlz indication' },
    product: null,
    law: 'wlz',
    contact: 'wlz-desk',
  },
  hospice: {
    words: { nl: 'hospice', en: 'hospice' },
    product: null,
    law: 'zvw',
    contact: 'hospice',
  },
  'home-with-nursing': {
    words: { nl: 'thuis met wijkverpleging', en: 'home with district nursing' },
    product: null,
    law: 'zvw',
    contact: 'home-care',
  },
};
