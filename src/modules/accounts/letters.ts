import type { Letter } from '#platform/outbox/mail.ts';

/** Why somebody gets a link. */
export type LinkReason = 'invited' | 'reset';

interface Words {
  readonly subject: string;
  readonly lines: (organisation: string) => readonly string[];
  readonly act: string;
  readonly lasts: string;
  readonly strange: string;
}

const WORDS: Readonly<Record<LinkReason, Words>> = {
  invited: {
    subject: 'Uw uitnodiging voor de Verkeerstoren',
    lines: (organisation) => [`${organisation} vraagt u mee te werken in de Verkeerstoren.`],
    act: 'Open uw uitnodiging',
    lasts: 'De link werkt één keer, zeven dagen lang. Geef hem aan niemand.',
    strange: 'Kent u deze organisatie niet? Gooi dit bericht dan weg.',
  },
  reset: {
    subject: 'Stel uw aanmelding voor de Verkeerstoren opnieuw in',
    lines: (organisation) => [
      `De beheerder haalde uw wachtwoord en tweede stap weg (${organisation}).`,
      'U bent overal afgemeld. Met de link stelt u alles opnieuw in.',
    ],
    act: 'Stel uw aanmelding opnieuw in',
    lasts: 'De link werkt één keer, één dag lang. Geef hem aan niemand.',
    strange: 'Vroeg u hier niet om? Bel dan meteen de beheerder van uw organisatie.',
  },
};

/** The letter that brings somebody their own link. It names the organisation and nobody. */
export const linkLetter = (
  reason: LinkReason,
  { to, organisation, link }: { readonly to: string; readonly organisation: string; readonly link: string },
): Letter => {
  const { subject, lines, act, lasts, strange } = WORDS[reason];
  return {
    to,
    subject,
    text: [...lines(organisation), '', `${act}:`, link, '', lasts, strange, ''].join('\n'),
  };
};
