import type { Sentence } from '#kernel/refusal.ts';
import type { MissingCode, WaitCause } from './types.ts';

const DAY_MINUTES = 1440;

/** A length of time to the minute, as short as it can be read: `25 min`, `1 u 20 min`, `2 d 3 u`. */
const lengthWords = (minutes: number): Sentence => {
  const [days, hours, rest] = [
    Math.floor(minutes / DAY_MINUTES),
    Math.floor((minutes % DAY_MINUTES) / 60),
    minutes % 60,
  ];
  const parts: readonly (readonly [number, string, string])[] =
    days > 0
      ? [
          [days, 'd', 'd'],
          [hours, 'u', 'h'],
        ]
      : [
          [hours, 'u', 'h'],
          [rest, 'min', 'min'],
        ];
  const told = parts.filter(([count]) => count > 0);
  const shown = told.length === 0 ? ([[0, 'min', 'min']] as const) : told;
  return {
    nl: shown.map(([count, unit]) => `${count} ${unit}`).join(' '),
    en: shown.map(([count, , unit]) => `${count} ${unit}`).join(' '),
  };
};

/** What was waited for, as it stands behind "op" and "for". */
const FOR: Readonly<Record<WaitCause, Sentence>> = {
  triage: { nl: 'de triage', en: 'the triage' },
  consult: { nl: 'advies van de specialist', en: 'advice of the specialist' },
  answer: { nl: 'antwoord', en: 'an answer' },
  choice: { nl: 'een keuze', en: 'a choice' },
  'no-place': { nl: 'een plek', en: 'a place' },
  'admission-window': { nl: 'het opnamemoment', en: 'the hour of admission' },
  transport: { nl: 'de komst', en: 'the journey' },
  letter: { nl: 'de brief', en: 'the letter' },
  bed: { nl: 'het bed', en: 'the bed' },
};

/** How long it waited for what: `1 u 20 min op antwoord`, and when it still does `Wacht 1 u 20 min op antwoord`. */
export const waitWords = (cause: WaitCause, minutes: number, now: boolean): Sentence => {
  const length = lengthWords(minutes);
  const what = FOR[cause];
  return {
    nl: `${now ? 'Wacht ' : ''}${length.nl} op ${what.nl}`,
    en: `${now ? 'Waits ' : ''}${length.en} for ${what.en}`,
  };
};

/** What is missing, and what to do about it. */
export const MISSING_WORDS: Readonly<Record<MissingCode, Sentence>> = {
  triage: { nl: 'Triage: beantwoord de open vragen', en: 'Triage: answer the open questions' },
  consent: { nl: 'Toestemming: vraag het de persoon', en: 'Consent: ask the person' },
  letter: { nl: 'Verwijsbrief: voeg hem toe', en: 'Referral letter: add it' },
  medication: { nl: 'Medicatielijst: voeg hem toe', en: 'Medication list: add it' },
  gp: { nl: 'Huisarts: vul de naam in', en: 'GP: fill in the name' },
  'next-of-kin': { nl: 'Naaste: vul naam en telefoon in', en: 'Next of kin: fill in name and telephone' },
  insurer: { nl: 'Zorgverzekeraar: vraag het nummer', en: 'Insurer: ask the number' },
  'legal-title': { nl: 'Juridische titel: kies op welke grond', en: 'Legal title: choose the ground' },
  'infection-status': {
    nl: 'Infectiestatus: stuur de overdracht mee',
    en: 'Infection status: send the handoff',
  },
};
