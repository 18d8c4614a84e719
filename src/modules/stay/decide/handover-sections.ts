import type { HandoverSection, SectionFacts } from '#modules/stay/types-handover.ts';

type Facts = Omit<SectionFacts, 'code'>;

const BOTH = ['in', 'out'] as const;

/** The sections of a nursing handover (eOverdracht), with the concept that the standard gives each. */
const SECTIONS: Readonly<Record<HandoverSection, Facts>> = {
  administrative: {
    snomed: '405624007',
    title: { nl: 'Gegevens', en: 'Details' },
    hint: { nl: 'Taal, afspraken over bellen, wie mee mag.', en: 'Language, whom to call, who comes along.' },
    needed: BOTH,
    mayBeNone: false,
  },
  'from-nurse': {
    snomed: '185362004',
    title: { nl: 'Van', en: 'From' },
    hint: { nl: 'Wie te bellen is met vragen.', en: 'Whom to call with questions.' },
    needed: BOTH,
    mayBeNone: false,
  },
  'to-nurse': {
    snomed: '275645009',
    title: { nl: 'Aan', en: 'To' },
    hint: { nl: 'Wie het daar overneemt.', en: 'Who takes over there.' },
    needed: BOTH,
    mayBeNone: false,
  },
  diagnosis: {
    snomed: '52870002',
    title: { nl: 'Reden en diagnose', en: 'Reason and diagnosis' },
    hint: { nl: 'Waarom iemand komt, en wat er vaststaat.', en: 'Why somebody comes, and what is certain.' },
    needed: BOTH,
    mayBeNone: false,
  },
  'clinical-report': {
    snomed: '371524004',
    title: { nl: 'Medisch verslag', en: 'Clinical report' },
    hint: {
      nl: 'Onderzoek, beloop, wat de arts afsprak.',
      en: 'Examination, course, what the doctor agreed.',
    },
    needed: ['out'],
    mayBeNone: true,
  },
  history: {
    snomed: '417662000',
    title: { nl: 'Voorgeschiedenis', en: 'History' },
    hint: { nl: 'Ziekten en operaties die meespelen.', en: 'Illnesses and operations that matter.' },
    needed: ['in'],
    mayBeNone: true,
  },
  allergies: {
    snomed: '420134006',
    title: { nl: 'Allergieën', en: 'Allergies' },
    hint: { nl: 'Waarvoor, en wat er dan gebeurt.', en: 'To what, and what happens then.' },
    needed: BOTH,
    mayBeNone: true,
  },
  alerts: {
    snomed: '308813009',
    title: { nl: 'Let op', en: 'Alerts' },
    hint: {
      nl: 'MRSA of andere infectie, vallen, weglopen, verslikken.',
      en: 'MRSA or other infection, falling, wandering, choking.',
    },
    needed: BOTH,
    mayBeNone: true,
  },
  medication: {
    // The standard hands medicines over in a message of their own.
    snomed: null,
    title: { nl: 'Medicatie', en: 'Medication' },
    hint: {
      nl: 'Wat iemand nu krijgt, en wat veranderde.',
      en: 'What somebody takes now, and what changed.',
    },
    needed: BOTH,
    mayBeNone: true,
  },
  observations: {
    snomed: '363788007',
    title: { nl: 'Metingen en waarnemingen', en: 'Observations' },
    hint: { nl: 'De laatste waarden, met de dag erbij.', en: 'The last values, with their day.' },
    needed: [],
    mayBeNone: true,
  },
  'nursing-plan': {
    snomed: '773130005',
    title: { nl: 'Zorgplan', en: 'Nursing plan' },
    hint: {
      nl: 'Hulp bij wassen, lopen, wonden; doel en afspraken.',
      en: 'Help with washing, walking, wounds; goal.',
    },
    needed: ['out'],
    mayBeNone: true,
  },
  'nursing-report': {
    snomed: '5531000179105',
    title: { nl: 'Verpleegkundig verslag', en: 'Nursing report' },
    hint: { nl: 'Hoe het de laatste dagen ging.', en: 'How the last days went.' },
    needed: [],
    mayBeNone: true,
  },
  nutrition: {
    snomed: '300893006',
    title: { nl: 'Voeding', en: 'Nutrition' },
    hint: {
      nl: 'Dieet, gewicht, hulp bij eten, dik drinken.',
      en: 'Diet, weight, help with eating, thickened drinks.',
    },
    needed: [],
    mayBeNone: true,
  },
  'personal-social': {
    snomed: '109481000146101',
    title: { nl: 'Persoonlijk', en: 'Personal' },
    hint: {
      nl: 'Wat iemand belangrijk vindt, gewoonten, geloof.',
      en: 'What matters to somebody, habits, faith.',
    },
    needed: [],
    mayBeNone: true,
  },
  home: {
    snomed: '365512000',
    title: { nl: 'Thuis', en: 'Home' },
    hint: {
      nl: 'Woning, trap, wie er is, welke hulp er komt.',
      en: 'The house, stairs, who is there, which help comes.',
    },
    needed: BOTH,
    mayBeNone: true,
  },
  'social-context': {
    snomed: '108329005',
    title: { nl: 'Naaste en wilsverklaring', en: 'Next of kin and advance directive' },
    hint: {
      nl: 'Wie beslist mee, reanimeren ja of nee, behandelgrenzen.',
      en: 'Who decides along, resuscitation yes or no, limits of treatment.',
    },
    needed: BOTH,
    mayBeNone: true,
  },
};

/** What a section is. */
export const sectionFacts = (code: HandoverSection): SectionFacts => ({ code, ...SECTIONS[code] });
