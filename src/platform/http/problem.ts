import type { Problem } from '#kernel/contract.ts';
import { fill, type Refusal, type RefusalTexts } from '#kernel/refusal.ts';

/** Refusals that belong to no room: the door itself. */
export const doorRefusals = {
  'not-signed-in': {
    status: 401,
    title: { nl: 'U bent niet aangemeld.', en: 'You are not signed in.' },
    next: { nl: 'Meld u aan en probeer het opnieuw.', en: 'Sign in and try again.' },
  },
  'not-allowed': {
    status: 403,
    title: { nl: 'Dit mag uw rol niet.', en: 'Your role may not do this.' },
    next: { nl: 'Vraag het de afdeling of bel het loket.', en: 'Ask the ward or call the desk.' },
  },
  'second-factor-needed': {
    status: 403,
    title: {
      nl: 'Hiervoor is uw tweede stap nodig; u meldde zich aan met een wachtwoord alleen.',
      en: 'This needs your second step; you signed in with a password only.',
    },
    next: {
      nl: 'Meld u opnieuw aan en maak ook de tweede stap af.',
      en: 'Sign in again and complete the second step too.',
    },
  },
  'not-found': {
    status: 404,
    title: {
      nl: 'Dit bestaat niet, of u mag het niet zien.',
      en: 'This does not exist, or you may not see it.',
    },
    next: { nl: 'Ga terug naar het bord.', en: 'Go back to the board.' },
  },
  'invalid-input': {
    status: 400,
    title: { nl: 'Er klopt iets niet in wat u invulde.', en: 'Something you filled in is not right.' },
    next: { nl: 'Kijk de genoemde velden na.', en: 'Check the fields that are named.' },
  },
  'version-needed': {
    status: 428,
    title: { nl: 'Het versienummer ontbreekt.', en: 'The version number is missing.' },
    next: { nl: 'Stuur de ETag mee in If-Match.', en: 'Send the ETag in If-Match.' },
  },
  'version-stale': {
    status: 412,
    title: { nl: 'Iemand anders heeft dit net gewijzigd.', en: 'Somebody else has just changed this.' },
    next: {
      nl: 'Bekijk de nieuwe tekst en wijzig opnieuw.',
      en: 'Look at the new text and change it again.',
    },
  },
  'key-reused': {
    status: 422,
    title: { nl: 'Deze sleutel hoort bij een andere opdracht.', en: 'This key belongs to another command.' },
    next: { nl: 'Gebruik een nieuwe Idempotency-Key.', en: 'Use a new Idempotency-Key.' },
  },
  'still-running': {
    status: 409,
    title: { nl: 'Deze opdracht loopt nog.', en: 'This command is still running.' },
    next: {
      nl: 'Wacht even en stuur hem met dezelfde sleutel opnieuw.',
      en: 'Wait a moment and send it again with the same key.',
    },
  },
  'too-large': {
    status: 413,
    title: { nl: 'Dit is te groot om te ontvangen.', en: 'This is too large to receive.' },
    next: { nl: 'Stuur minder tegelijk.', en: 'Send less at once.' },
  },
  'foreign-origin': {
    status: 403,
    title: {
      nl: 'Deze opdracht komt van een andere website.',
      en: 'This command comes from another website.',
    },
    next: {
      nl: 'Open de toren in een eigen venster en doe het daar.',
      en: 'Open the tower in a window of its own and do it there.',
    },
  },
  'too-many': {
    status: 429,
    title: { nl: 'Er komen te veel vragen tegelijk.', en: 'Too many requests at once.' },
    next: { nl: 'Wacht een paar seconden en probeer opnieuw.', en: 'Wait a few seconds and try again.' },
  },
  'database-away': {
    status: 503,
    title: { nl: 'De toren kan nu niets vastleggen.', en: 'The tower cannot record anything now.' },
    next: {
      nl: 'Wat u invulde staat er nog. Probeer opnieuw of bel het loket.',
      en: 'What you filled in is still there. Try again or call the desk.',
    },
  },
  'log-away': {
    status: 503,
    title: {
      nl: 'Er is niets getoond, omdat niet vastgelegd kon worden wie dit inziet.',
      en: 'Nothing was shown, because it could not be recorded who looks at this.',
    },
    next: {
      nl: 'Probeer het zo opnieuw. Blijft dit, bel dan de beheerder.',
      en: 'Try again in a moment. If this goes on, call the administrator.',
    },
  },
  fault: {
    status: 500,
    title: { nl: 'Dit lukte niet.', en: 'This did not work.' },
    next: { nl: 'Probeer opnieuw of bel het loket.', en: 'Try again or call the desk.' },
  },
} as const satisfies RefusalTexts;

/** A field that is wrong, in both languages. */
export type FieldProblem = NonNullable<Problem['fields']>[number];

/** Writes a refusal as problem+json from the texts of the house. An unknown code is a fault of ours. */
export const problemOf = (
  refusal: Refusal,
  texts: RefusalTexts,
  fields?: readonly FieldProblem[],
): Problem => {
  const text = texts[refusal.code] ?? doorRefusals.fault;
  return {
    type: `/docs/problems#${refusal.code}`,
    title: text.title.en === '' ? refusal.code : fill(text.title.en, refusal.params),
    status: text.status,
    code: refusal.code,
    detail: fill(text.title.nl, refusal.params),
    detail_en: fill(text.title.en, refusal.params),
    next: fill(text.next.nl, refusal.params),
    next_en: fill(text.next.en, refusal.params),
    ...(fields === undefined ? {} : { fields: [...fields] }),
  };
};
