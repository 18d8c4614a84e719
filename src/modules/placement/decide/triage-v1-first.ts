import type { Route, TriageOption, TriageQuestion } from '#modules/placement/types-triage.ts';

/** No. */
export const NO: TriageOption = { value: 'no', words: { nl: 'Nee', en: 'No' } };
/** Yes. */
export const YES: TriageOption = { value: 'yes', words: { nl: 'Ja', en: 'Yes' } };
/** Nobody knows yet. */
export const UNSURE: TriageOption = { value: 'unknown', words: { nl: 'Weet ik niet', en: 'I do not know' } };

/** An answer with which the tree ends, and why. */
export const ends = (option: TriageOption, route: Route, nl: string, en: string): TriageOption => ({
  ...option,
  to: { route, because: { nl, en } },
});

/** Version 1, the first half: is a place here the question at all? */
export const FIRST_1: readonly TriageQuestion[] = [
  {
    id: 'seen',
    words: { nl: 'Heeft een arts deze persoon gezien?', en: 'Has a doctor seen this person?' },
    why: {
      nl: 'Zonder onderzoek is niet te zeggen welke plek past.',
      en: 'Without an examination nobody can say which place fits.',
    },
    options: [
      YES,
      ends(NO, 'doctor-first', 'Nog geen arts heeft gekeken.', 'No doctor has looked yet.'),
      UNSURE,
    ],
    usual: { value: 'yes', words: { nl: 'Een arts heeft gekeken', en: 'A doctor has looked' } },
  },
  {
    id: 'specialist',
    words: {
      nl: 'Is nu onderzoek of behandeling in het ziekenhuis nodig?',
      en: 'Is examination or treatment in hospital needed now?',
    },
    why: {
      nl: 'Een verpleeghuis kan dat niet geven.',
      en: 'A nursing home cannot give that.',
    },
    options: [
      ends(
        YES,
        'hospital',
        'Onderzoek of behandeling in het ziekenhuis is nodig.',
        'Examination or treatment in hospital is needed.',
      ),
      NO,
      UNSURE,
    ],
    usual: {
      value: 'no',
      words: { nl: 'Ziekenhuiszorg is niet nodig', en: 'Hospital care is not needed' },
    },
  },
  {
    id: 'psychiatric',
    words: {
      nl: 'Is er een psychiatrische crisis, actieve verslaving of hevig verzet?',
      en: 'Is there a psychiatric crisis, active addiction or strong resistance?',
    },
    why: {
      nl: 'Dan kan de GGZ meer doen dan een verpleeghuis.',
      en: 'Then mental health care can do more than a nursing home.',
    },
    options: [
      ends(
        YES,
        'ggz-crisis',
        'Een psychiatrische crisis, verslaving of verzet staat voorop.',
        'A psychiatric crisis, addiction or resistance comes first.',
      ),
      NO,
      UNSURE,
    ],
    usual: {
      value: 'no',
      words: { nl: 'Geen psychiatrische crisis', en: 'No psychiatric crisis' },
    },
  },
  {
    id: 'wlz',
    words: { nl: 'Is er een Wlz-indicatie?', en: 'Is there a Wlz indication?' },
    why: {
      nl: 'Met een Wlz-indicatie betaalt de zorgverzekering geen ELV.',
      en: 'With a Wlz indication health insurance does not pay for ELV.',
    },
    options: [
      { value: 'none', words: { nl: 'Nee', en: 'No' } },
      {
        value: 'indicated',
        words: { nl: 'Ja, ook als die niet wordt gebruikt', en: 'Yes, also when unused' },
      },
      ends(
        {
          value: 'expected',
          words: {
            nl: 'Nog niet, maar blijvend zorg nodig en besluit binnen 2 weken',
            en: 'Not yet, but lasting care and a decision within 2 weeks',
          },
        },
        'wlz-crisis',
        'Acuut en blijvend zorg nodig; het CIZ besluit binnen twee weken.',
        'Acute and lasting care is needed; the CIZ decides within two weeks.',
      ),
      UNSURE,
    ],
    usual: { value: 'none', words: { nl: 'Geen Wlz-indicatie', en: 'No Wlz indication' } },
  },
  {
    id: 'danger',
    words: {
      nl: 'Is er acuut gevaar, en is opname via de Wlz binnen 24 uur nodig?',
      en: 'Is there acute danger, and is admission under the Wlz needed within 24 hours?',
    },
    why: {
      nl: 'Alleen dan is het een crisisopname; anders regelt het zorgkantoor een plek.',
      en: 'Only then it is a crisis admission; otherwise the care office arranges a place.',
    },
    options: [
      ends(
        YES,
        'wlz-crisis',
        'Er is een Wlz-indicatie, acuut gevaar, en opname binnen 24 uur is nodig.',
        'There is a Wlz indication, acute danger, and admission within 24 hours is needed.',
      ),
      ends(
        NO,
        'wlz-placement',
        'Er is een Wlz-indicatie en geen acuut gevaar.',
        'There is a Wlz indication and no acute danger.',
      ),
      UNSURE,
    ],
    usual: null,
    when: { question: 'wlz', answer: 'indicated' },
  },
];
