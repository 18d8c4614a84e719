import { clockOf, localTime } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Letter } from '#platform/outbox/mail.ts';

/** What a letter can be about. */
export type LetterKind =
  | 'figure-old'
  | 'question'
  | 'not-read'
  | 'alternative-waits'
  | 'search-over'
  | 'arrival-open'
  | 'stay-ended'
  | 'stay-contact'
  | 'stay-answer'
  | 'day-given'
  | 'day-not-given'
  | 'day-missed'
  | 'day-reaction'
  | 'referral-news'
  | 'referral-waits'
  | 'referral-late';

/** What stands in a letter: a ward or organisation, a request by its code, a moment, an address of ours. No person. */
export interface Facts {
  readonly to: string;
  /** The house that is written to, as it calls itself. */
  readonly house: string;
  readonly zone: string;
  readonly link: string;
  /** The code of the request; null when the letter is not about one. */
  readonly code: string | null;
  /** The moment the letter speaks of: of the figure, or until when. */
  readonly at: Instant | null;
  readonly practice: boolean;
}

/** `11:16 uur`, on the clock of the house. */
const clock = (at: Instant | null, zone: string): string => {
  if (at === null) return '';
  const { minutes } = localTime(at, zone);
  return `${clockOf(minutes)} uur`;
};

interface Words {
  readonly subject: string;
  readonly lines: readonly string[];
  /** What one does behind the link. */
  readonly act: string;
}

const WORDS: Readonly<Record<LetterKind, (facts: Facts) => Words>> = {
  'figure-old': ({ house, at, zone }) => ({
    subject: `Klopt het nog? ${house}`,
    lines: [
      `De cijfers van ${house} zijn van ${clock(at, zone)}.`,
      'Kloppen ze nog? Eén tik is genoeg.',
      'Zonder antwoord tellen de plekken straks niet meer mee op het bord.',
    ],
    act: 'Bevestig of pas aan',
  }),
  question: ({ house }) => ({
    subject: `Nieuwe vraag voor ${house}`,
    lines: [`Er is een nieuwe vraag om een plek bij ${house}.`],
    act: 'Bekijk de vraag en antwoord',
  }),
  'not-read': ({ house, at, zone }) => ({
    subject: `Er wacht een vraag bij ${house}`,
    lines: [
      `Een vraag om een plek bij ${house} is nog niet bekeken.`,
      `U kunt antwoorden tot ${clock(at, zone)}. Daarna gaat de vraag naar een ander.`,
    ],
    act: 'Bekijk de vraag en antwoord',
  }),
  'alternative-waits': ({ code, at, zone }) => ({
    subject: `Een andere datum voor aanvraag ${code}`,
    lines: [
      `Een huis kan voor aanvraag ${code} vanaf een ander moment.`,
      `Laat voor ${clock(at, zone)} weten of dat goed is.`,
    ],
    act: 'Bekijk het voorstel',
  }),
  'search-over': ({ code }) => ({
    subject: `Zoektijd voorbij: aanvraag ${code}`,
    lines: [`De afgesproken zoektijd van aanvraag ${code} is voorbij.`, 'Er is nog geen plek.'],
    act: 'Bekijk de aanvraag in het loket',
  }),
  'arrival-open': ({ code, house }) => ({
    subject: `Is iemand aangekomen? Aanvraag ${code}`,
    lines: [
      `Bij ${house} werd iemand verwacht voor aanvraag ${code}.`,
      'Niemand meldde nog of de aankomst doorging.',
    ],
    act: 'Meld de aankomst, of dat het niet doorging',
  }),
  'stay-ended': ({ code }) => ({
    subject: `Het verblijf is voorbij: aanvraag ${code}`,
    lines: [`Het verblijf na aanvraag ${code} is voorbij.`, 'Het huis legde vast hoe.'],
    act: 'Bekijk het verblijf',
  }),
  'stay-contact': ({ code }) => ({
    subject: `Hoe het nu gaat: aanvraag ${code}`,
    lines: [
      `Na het verblijf van aanvraag ${code} is gevraagd hoe het gaat.`,
      'U hoeft niets te doen. Het antwoord staat klaar.',
    ],
    act: 'Lees hoe het gaat',
  }),
  'stay-answer': ({ code }) => ({
    subject: `Antwoord op uw vraag: aanvraag ${code}`,
    lines: [`Het huis antwoordde op uw vraag bij aanvraag ${code}.`],
    act: 'Lees het antwoord',
  }),
  'day-given': ({ code, house }) => ({
    subject: `Gegeven in de Thuiskamer: voorschrift ${code}`,
    lines: [
      `Voor ${house}: op voorschrift ${code} is een behandeling gegeven.`,
      'U hoeft niets te doen. Het verslag staat klaar.',
    ],
    act: 'Lees het verslag',
  }),
  'day-not-given': ({ code }) => ({
    subject: `Niet gegeven: voorschrift ${code}`,
    lines: [
      `Op voorschrift ${code} is een behandeling niet gegeven.`,
      'In het verslag staat waarom. De Thuiskamer plant een nieuw moment.',
    ],
    act: 'Lees het verslag',
  }),
  'day-missed': ({ code }) => ({
    subject: `Niet gekomen: voorschrift ${code}`,
    lines: [
      `Voor voorschrift ${code} is niemand naar de Thuiskamer gekomen.`,
      'De Thuiskamer plant een nieuw moment.',
    ],
    act: 'Bekijk het voorschrift',
  }),
  'day-reaction': ({ code, at, zone }) => ({
    subject: `Reactie tijdens de behandeling: voorschrift ${code}`,
    lines: [
      `Om ${clock(at, zone)} is bij voorschrift ${code} een reactie gemeld.`,
      'De verpleegkundige belt de specialist. Het verslag groeit mee.',
    ],
    act: 'Lees het verslag',
  }),
  'referral-news': ({ code }) => ({
    subject: `Nieuws over verwijzing ${code}`,
    lines: [`Er is nieuws over verwijzing ${code}.`, 'U hoeft niets te doen.'],
    act: 'Lees wat ervan kwam',
  }),
  'referral-waits': ({ code }) => ({
    subject: `Er wacht een verwijzing: ${code}`,
    lines: [`Verwijzing ${code} is nog niet opgepakt.`, 'Lukt het niet? Meld dat dan ook.'],
    act: 'Pak de verwijzing op',
  }),
  'referral-late': ({ code }) => ({
    subject: `Verwijzing ${code} blijft liggen`,
    lines: [`Verwijzing ${code} is te lang niet opgepakt.`, 'Een telefoontje helpt vaak.'],
    act: 'Kijk wie u kunt bellen',
  }),
};

/** Is this a letter we know how to write? */
export const isLetterKind = (event: string): event is LetterKind => event in WORDS;

/** Writes a letter in plain Dutch: what is the matter, and one link. */
export const letterOf = (kind: LetterKind, facts: Facts): Letter => {
  const { subject, lines, act } = WORDS[kind](facts);
  const practice = facts.practice
    ? ['OEFENREGIO: dit bericht gaat over verzonnen mensen en plekken.', '']
    : [];
  const foot = 'Dit bericht is automatisch. In dit bericht staat niets over een persoon.';
  return {
    to: facts.to,
    subject: facts.practice ? `[Oefenregio] ${subject}` : subject,
    text: [...practice, ...lines, '', `${act}:`, facts.link, '', foot, ''].join('\n'),
  };
};
