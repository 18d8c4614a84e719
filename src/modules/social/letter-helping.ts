import type { Letter } from '#platform/outbox/mail.ts';
import type { ShortMessage } from '#platform/outbox/short-message.ts';

/** What a message that somebody waits is written from: the organisation as it calls itself, and its own links. No person, no question. */
export interface WaitingFacts {
  readonly to: string;
  readonly organisation: string;
  /** Opens the referral, after a code. */
  readonly link: string;
  /** Says in one tap whether there is room. */
  readonly roomLink: string;
  readonly practice: boolean;
}

const marked = (practice: boolean, subject: string): string =>
  practice ? `[Oefenregio] ${subject}` : subject;

const PRACTICE = 'OEFENREGIO: dit bericht gaat over verzonnen mensen en plekken.';

/** The letter that something waits. A letter is read by more than one: it says nothing of what waits. */
export const waitingLetter = ({ to, organisation, link, roomLink, practice }: WaitingFacts): Letter => ({
  to,
  subject: marked(practice, `Er wacht een verwijzing voor ${organisation}`),
  text: [
    ...(practice ? [PRACTICE, ''] : []),
    `Er wacht een verwijzing voor ${organisation}.`,
    'U hebt geen account nodig. Open de link:',
    link,
    '',
    'Daarna sturen wij een code naar dit adres. Met die code leest u wie uw hulp vraagt.',
    'De link is alleen voor uw organisatie.',
    '',
    'Is er wel of geen plek bij u? Zeg het in één tik:',
    roomLink,
    '',
    'Dit bericht is automatisch.',
    '',
  ].join('\n'),
});

/** The same in one breath, for a telephone. */
export const waitingText = ({ to, link, practice }: WaitingFacts): ShortMessage => ({
  to,
  text: `${marked(practice, 'Er wacht een verwijzing voor uw organisatie.')} Open de link, daarna sturen wij een code: ${link}`,
});

const CODE_LINES = (code: string): readonly string[] => [
  `Uw code is ${code}.`,
  'Met deze code opent u de verwijzing die bij u wacht.',
  'De code geldt 10 minuten. Geef hem aan niemand.',
];

/** The letter with the code. */
export const codeLetter = (to: string, code: string): Letter => ({
  to,
  subject: `Uw code: ${code}`,
  text: [
    ...CODE_LINES(code),
    '',
    'Vroeg u niet om deze code? Dan hoeft u niets te doen: zonder de link opent hij niets.',
    '',
  ].join('\n'),
});

/** The code for a telephone. */
export const codeText = (to: string, code: string): ShortMessage => ({
  to,
  text: CODE_LINES(code).join(' '),
});
