import type { Day } from '#kernel/calendar.ts';
import type { Product, Property } from '#kernel/product.ts';
import type { Destination } from '#modules/capacity/types.ts';
import type { Origin, Reason, Trait } from '#modules/placement/types.ts';
import type { MedicationChange, ObservationKind, Unit } from '#modules/stay/types-observation.ts';
import type { BarrierCode } from '#modules/stay/types-parts.ts';
import type { ReturnItem } from '#modules/stay/types-return.ts';

/** What a ward must know, as it is written in a handover. */
export const TRAIT_WORDS: Readonly<Record<Trait, string>> = {
  'fall-risk': 'Valgevaar',
  dementia: 'Dementie',
  restless: 'Onrust in de nacht',
  mrsa: 'MRSA of isolatie',
  oxygen: 'Zuurstof',
  wound: 'Wond',
  lift: 'Tillift',
  partner: 'Partner komt mee',
  'home-care-needed': 'Thuiszorg nodig',
};

/** What a place must offer, as it is written in a handover. */
export const NEED_WORDS: Readonly<Record<Property, string>> = {
  'single-room': 'Eenpersoonskamer',
  isolation: 'Isolatie',
  bariatric: 'Bariatrisch bed',
  oxygen: 'Zuurstof',
  'closed-ward': 'Gesloten afdeling',
  lift: 'Tillift',
  'couple-room': 'Kamer voor twee',
  'wound-care': 'Wondzorg',
  'two-person-care': 'Hulp van twee personen',
  'iv-therapy': 'Infuus',
  'tube-feeding': 'Sondevoeding',
};

/** For which care somebody came. */
export const PRODUCT_WORDS: Readonly<Record<Product, string>> = {
  'elv-low': 'ELV laag complex',
  'elv-high': 'ELV hoog complex',
  'elv-palliative': 'ELV palliatief',
  'reo-observation': 'Observatie (REO)',
  grz: 'Geriatrische revalidatie',
  'wlz-crisis': 'Crisisopname Wlz',
  respite: 'Logeren',
};

/** Why a place was asked. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  recovery: 'Herstel na ziekte of een val',
  observation: 'Observatie: de oorzaak is niet duidelijk',
  palliative: 'Laatste fase',
  crisis: 'Crisis: niet veilig thuis',
  respite: 'Rust voor de mantelzorger',
  rehabilitation: 'Revalidatie',
};

/** Where somebody came from. */
export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  home: 'Komt van huis',
  hospital: 'Komt uit het ziekenhuis',
  emergency: 'Komt van de spoedpost',
  other: 'Komt van elders',
};

/** What happened to a medicine. */
export const CHANGE_WORDS: Readonly<Record<MedicationChange, string>> = {
  stopped: 'gestopt',
  started: 'gestart',
  lowered: 'verlaagd',
  raised: 'verhoogd',
  replaced: 'vervangen',
};

/** What was measured or seen. */
export const KIND_WORDS: Readonly<Record<ObservationKind, string>> = {
  sleep: 'Slaap',
  meal: 'Maaltijd',
  'blood-pressure': 'Bloeddruk',
  restlessness: 'Onrust (DOS)',
  walking: 'Lopen',
  weight: 'Gewicht',
  pain: 'Pijn',
  temperature: 'Temperatuur',
  pulse: 'Pols',
  nutrition: 'Voeding (SNAQ65+)',
  'self-care': 'Zelfzorg (Barthel)',
  lab: 'Laboratorium',
  physio: 'Fysiotherapie',
  'house-visit': 'Huisbezoek',
  talk: 'Gesprek',
  note: 'Gezien',
};

/** In what a number is counted. */
export const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  hours: 'uur',
  part: 'deel',
  mmHg: 'mmHg',
  metres: 'm',
  kg: 'kg',
  score: '',
  celsius: '°C',
  'per-minute': '/min',
  point: '',
};

/** What stood in the way of going home. */
export const BARRIER_WORDS: Readonly<Record<BarrierCode, string>> = {
  'home-adjustment': 'Woning aanpassen',
  'wlz-decision': 'Besluit Wlz',
  'home-care': 'Thuiszorg',
  wmo: 'Wmo',
  carer: 'Mantelzorg',
  'place-elsewhere': 'Plek elders',
  aids: 'Hulpmiddelen',
  medical: 'Medisch',
  other: 'Anders',
};

/** What must be ready at home. */
export const RETURN_WORDS: Readonly<Record<ReturnItem, string>> = {
  'home-care': 'Thuiszorg',
  aids: 'Hulpmiddelen',
  carer: 'Mantelzorg',
  meals: 'Maaltijden',
  welfare: 'Welzijn',
  gp: 'Huisarts',
  pharmacy: 'Apotheek',
  transport: 'Vervoer',
};

/** Where somebody went. */
export const DESTINATION_WORDS: Readonly<Record<Destination, string>> = {
  home: 'Naar huis',
  'home-adjusted': 'Naar een aangepast huis',
  wlz: 'Naar een plek in de Wlz',
  grz: 'Naar revalidatie',
  hospice: 'Naar een hospice',
  hospital: 'Naar het ziekenhuis',
  elsewhere: 'Naar elders',
  died: 'Overleden',
};

/** A day as people write it: 22-11-2026. */
export const dayWords = (day: Day): string => day.split('-').reverse().join('-');
