import type { Letter } from '#platform/outbox/mail.ts';

/** The letter that brings a relative their own link. It names nobody: a letter is read by more than one. */
export const familyLetter = (to: string, link: string): Letter => ({
  to,
  subject: 'U mag meelezen met een verblijf',
  text: [
    'Iemand die u kent verblijft in een huis in de regio. U mag lezen hoe het gaat:',
    'het plan, de afspraken en de volgende stap.',
    '',
    'Open uw eigen link:',
    link,
    '',
    'U vult de geboortedatum van uw naaste in. Daarna krijgt u een code.',
    'De link is alleen voor u. Geef hem aan niemand.',
    'Kent u niemand die nu ergens verblijft? Gooi dit bericht dan weg.',
    '',
  ].join('\n'),
});
