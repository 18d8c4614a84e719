/**
 * The fixed core of care products a place can serve (GLOSSARY: ELV, REO, GRZ, Wlz-crisis, respijt).
 * A region adds its own labels beside them; matching reasons with the core only.
 */
export const PRODUCTS = [
  'elv-low',
  'elv-high',
  'elv-palliative',
  'reo-observation',
  'grz',
  'wlz-crisis',
  'respite',
] as const;
export type Product = (typeof PRODUCTS)[number];

/**
 * Usual length of stay in days, used to decide whether a gap is long enough to be called free.
 * Sources: ELV 35 and GRZ 35 (van Loon 2024, tables 1-5), palliative 23 (Arntzen 2023), REO nine days
 * (Zoetermeer), Wlz-crisis fourteen days (zorgkantoor Zorg en Zekerheid); respite 14 is our assumption.
 */
export const USUAL_DAYS: Readonly<Record<Product, number>> = {
  'elv-low': 35,
  'elv-high': 35,
  'elv-palliative': 23,
  'reo-observation': 9,
  grz: 35,
  'wlz-crisis': 14,
  respite: 14,
};

/** What a place can offer beyond care: a request that needs one of these fits nowhere else. */
export const PROPERTIES = [
  'single-room',
  'isolation',
  'bariatric',
  'oxygen',
  'closed-ward',
  'lift',
  'couple-room',
  'wound-care',
  'two-person-care',
  'iv-therapy',
  'tube-feeding',
] as const;
export type Property = (typeof PROPERTIES)[number];
