import type { RefusalTexts, Sentence } from '#kernel/refusal.ts';
import type { OfferRefusal, PlacementCode } from './types.ts';

const lookAgain = {
  nl: 'Ververs de pagina en kijk hoe het nu staat.',
  en: 'Refresh the page and see how it stands now.',
};
const toDesk = { nl: 'Bel het loket.', en: 'Call the desk.' };

/** What the route can refuse, in words. */
export const placementRefusals = {
  'request-unknown': {
    status: 404,
    title: {
      nl: 'Deze aanvraag bestaat niet, of u mag hem niet zien.',
      en: 'This request does not exist, or you may not see it.',
    },
    next: lookAgain,
  },
  'request-not-open': {
    status: 409,
    title: {
      nl: 'Deze stap kan nu niet bij deze aanvraag.',
      en: 'This step is not possible for this request now.',
    },
    next: lookAgain,
  },
  'offer-unknown': {
    status: 404,
    title: {
      nl: 'Deze vraag bestaat niet, of is niet aan u.',
      en: 'This question does not exist, or is not for you.',
    },
    next: lookAgain,
  },
  'offer-not-open': {
    status: 409,
    title: {
      nl: 'Deze vraag is al beantwoord of ingetrokken.',
      en: 'This question was already answered or taken back.',
    },
    next: lookAgain,
  },
  'offer-expired': {
    status: 409,
    title: { nl: 'De tijd om te antwoorden is voorbij.', en: 'The time to answer is over.' },
    next: toDesk,
  },
  'too-many-offers': {
    status: 409,
    title: {
      nl: 'Er staan al {most} vragen open voor deze aanvraag.',
      en: '{most} questions are already open for this request.',
    },
    next: {
      nl: 'Wacht op een antwoord of trek een vraag in.',
      en: 'Wait for an answer or take a question back.',
    },
  },
  'already-asked': {
    status: 409,
    title: { nl: 'Deze afdeling is al gevraagd.', en: 'This ward was already asked.' },
    next: { nl: 'Kies een andere plek.', en: 'Choose another place.' },
  },
  'already-accepted': {
    status: 409,
    title: { nl: 'Een ander huis heeft al ja gezegd.', en: 'Another site already said yes.' },
    next: lookAgain,
  },
  'not-accepted': {
    status: 409,
    title: { nl: 'Nog geen huis heeft ja gezegd.', en: 'No site has said yes yet.' },
    next: lookAgain,
  },
  'weight-unknown': {
    status: 422,
    title: {
      nl: 'Nog niet bekend is hoe zwaar de zorg is.',
      en: 'It is not known yet how heavy the care is.',
    },
    next: { nl: 'Kies bij uw ja welk soort plek het wordt.', en: 'Choose the kind of place with your yes.' },
  },
  'doctor-missing': {
    status: 422,
    title: { nl: 'De arts die opneemt ontbreekt.', en: 'The admitting doctor is missing.' },
    next: { nl: 'Vul de naam van de arts in.', en: 'Fill in the name of the doctor.' },
  },
  'arrival-in-the-past': {
    status: 422,
    title: { nl: 'Dit opnamemoment is al voorbij.', en: 'This moment of admission has passed.' },
    next: { nl: 'Kies een later moment.', en: 'Choose a later moment.' },
  },
} as const satisfies RefusalTexts<PlacementCode>;

/** Why a ward said no, in words that fit behind its name: "Larikshof kan niet: geen personeel". */
export const OFFER_REFUSAL_WORDS: Readonly<Record<OfferRefusal, Sentence>> = {
  'no-capacity': { nl: 'nu geen bed', en: 'no bed now' },
  'no-staff': { nl: 'geen personeel', en: 'no staff' },
  'outside-admission-hours': { nl: 'buiten opnametijd', en: 'outside admission hours' },
  'no-doctor': { nl: 'geen arts beschikbaar', en: 'no doctor available' },
  'behaviour-or-closed-ward': {
    nl: 'onrust of gesloten afdeling nodig',
    en: 'restlessness or closed ward needed',
  },
  'isolation-not-possible': { nl: 'isolatie kan hier niet', en: 'isolation is not possible here' },
  'equipment-missing': { nl: 'hulpmiddel ontbreekt', en: 'equipment is missing' },
  'care-too-heavy': { nl: 'zorg is hier te zwaar', en: 'care is too heavy here' },
  'wrong-product': { nl: 'andere soort plek nodig', en: 'another kind of place is needed' },
  'information-missing': { nl: 'te weinig informatie', en: 'too little information' },
  'no-return-home-expected': { nl: 'terug naar huis wordt niet verwacht', en: 'return home is not expected' },
  'no-contract-or-budget': { nl: 'geen contract of budget', en: 'no contract or budget' },
  'wish-of-person': { nl: 'past niet bij de wens', en: 'does not fit the wish' },
  other: { nl: 'andere reden', en: 'another reason' },
};
