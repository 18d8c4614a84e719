import type { TreatmentSignBody } from '#modules/day-treatment/contract.ts';
import type { Order, TreatmentGroup } from '#modules/day-treatment/types.ts';

const CALL = 'Bel de specialist op het nummer van de opdracht.';
const MEASURE = 'Meet bloeddruk, hartslag en saturatie, iedere vijf minuten.';

const infusion: Pick<TreatmentSignBody, 'reaction' | 'emergency' | 'preparation'> = {
  reaction: [
    'Stop het infuus. Laat het naaldje zitten.',
    'Leg meneer of mevrouw plat, benen omhoog. Bij benauwdheid: half zittend.',
    MEASURE,
    CALL,
    'Benauwd, flauw of dik in het gezicht: bel 112 en haal de noodkoffer.',
    'Blijf erbij tot de specialist zegt wat er verder gebeurt.',
  ],
  emergency: ['Noodkoffer gekeurd', 'Zuurstof', 'Adrenaline 0,5 mg', 'AED'],
  preparation: [
    'Drink die dag genoeg water.',
    'Trek iets aan met wijde mouwen.',
    'Neem uw medicijnlijst mee.',
  ],
};

/** What the clinic of the practice region signed: its own times, steps and things at hand. Invented; no advice for anybody. */
export const SIGNED: readonly (TreatmentSignBody & { readonly code: string })[] = [
  { ...infusion, code: 'ferric-derisomaltose', changes: {} },
  { ...infusion, code: 'ferric-carboxymaltose', changes: {} },
  {
    ...infusion,
    code: 'immunoglobulin-iv',
    // Three and a half hours: whoever comes for it lies down and stays in one place.
    changes: { seats: [{ room: 'treatment', lying: true, from: 0, until: 210 }] },
  },
  { ...infusion, code: 'zoledronic-acid', changes: {} },
  {
    code: 'denosumab',
    changes: {},
    reaction: ['Blijf erbij.', MEASURE, CALL, 'Benauwd of flauw: bel 112 en haal de noodkoffer.'],
    emergency: infusion.emergency,
    preparation: ['Neem uw medicijnlijst mee.'],
  },
];

/** What a specialist of the practice region writes for one treatment. */
export type Prescription = Pick<
  Order,
  'dose' | 'limits' | 'stopRule' | 'given' | 'intervalDays' | 'toleranceDays'
>;

/** For each kind of treatment what is written; the dose of an infusion goes by the treatment itself. */
export const PRESCRIBED: Readonly<Record<TreatmentGroup, Prescription>> = {
  iron: {
    dose: '1.000 mg in 100 ml',
    limits: null,
    stopRule: 'Niet geven bij koorts boven 38,5 of een Hb boven 8,5.',
    ...{ given: 0, intervalDays: 7, toleranceDays: 3 },
  },
  immunoglobulin: {
    dose: '30 g, inloop in stappen volgens schema B',
    limits: 'Bij hoofdpijn: inloop een stap terug.',
    stopRule: 'Niet geven bij koorts, of nieuwe benauwdheid sinds de vorige keer.',
    ...{ given: 3, intervalDays: 28, toleranceDays: 3 },
  },
  bone: {
    dose: 'één dosis',
    limits: 'Eerst een glas water.',
    stopRule: 'Niet geven bij een nierfunctie onder 35 of een laag calcium.',
    ...{ given: 1, intervalDays: 0, toleranceDays: 0 },
  },
};
