/** Where somebody goes after a stay (SNOMED destinations of the nl-core Encounter; see GLOSSARY). */
export const DESTINATIONS = [
  'home',
  'home-adjusted',
  'wlz',
  'grz',
  'hospice',
  'hospital',
  'elsewhere',
  'died',
] as const;
export type Destination = (typeof DESTINATIONS)[number];

/** What can stand between somebody and home. */
export const BARRIER_CODES = [
  'home-adjustment',
  'wlz-decision',
  'home-care',
  'wmo',
  'carer',
  'place-elsewhere',
  'aids',
  'medical',
  'other',
] as const;
export type BarrierCode = (typeof BARRIER_CODES)[number];
