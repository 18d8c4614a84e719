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
  'request-running': {
    status: 409,
    title: {
      nl: 'Voor deze persoon loopt al een aanvraag.',
      en: 'A request for this person is already open.',
    },
    next: {
      nl: 'Volg die aanvraag. Is het een ander verzoek? Zeg dat erbij.',
      en: 'Follow that request. Is this another one? Say so.',
    },
  },
  'triage-missing': {
    status: 409,
    title: { nl: 'De triage is nog niet af.', en: 'The triage is not finished yet.' },
    next: {
      nl: 'Vraag de verwijzer om de open vragen te beantwoorden, of bel het loket.',
      en: 'Ask the referrer to answer the open questions, or call the desk.',
    },
  },
  'triage-contradiction': {
    status: 422,
    title: {
      nl: 'Het antwoord op vraag {question} past niet bij vraag {other}.',
      en: 'The answer to question {question} does not fit question {other}.',
    },
    next: { nl: 'Kijk beide antwoorden na en pas er een aan.', en: 'Check both answers and change one.' },
  },
  'triage-question-unknown': {
    status: 422,
    title: {
      nl: 'Deze vraag hoort niet bij deze versie van de triage.',
      en: 'This question is not part of this version of the triage.',
    },
    next: lookAgain,
  },
  'arguments-missing': {
    status: 422,
    title: {
      nl: 'U wijkt af van het advies. De reden ontbreekt.',
      en: 'You deviate from the advice. The reason is missing.',
    },
    next: { nl: 'Schrijf in een zin waarom.', en: 'Write in one sentence why.' },
  },
  'consult-not-open': {
    status: 409,
    title: { nl: 'Er staat geen vraag om advies open.', en: 'No question for advice is open.' },
    next: lookAgain,
  },
  'consult-nobody': {
    status: 409,
    title: {
      nl: 'De regio heeft niet afgesproken wie dit advies geeft.',
      en: 'The region did not agree who gives this advice.',
    },
    next: toDesk,
  },
  'no-waiting-list': {
    status: 409,
    title: {
      nl: 'Deze regio heeft geen wachtlijst, en nu past geen plek.',
      en: 'This region keeps no waiting list, and no place fits now.',
    },
    next: toDesk,
  },
  'alternative-not-later': {
    status: 422,
    title: {
      nl: 'De andere datum moet later zijn dan de gevraagde.',
      en: 'The other date must be later than the one asked.',
    },
    next: { nl: 'Kan het op de gevraagde dag? Zeg dan ja.', en: 'Possible on the asked day? Then say yes.' },
  },
  'not-willing': {
    status: 409,
    title: { nl: 'Dit huis heeft nog geen ja gezegd.', en: 'This site has not said yes yet.' },
    next: lookAgain,
  },
  'extra-not-urgent': {
    status: 409,
    title: {
      nl: 'Een extra plek kan alleen bij crisis of vandaag.',
      en: 'An extra place is only for crisis or today.',
    },
    next: { nl: 'Kies een bed dat vrij is of komt.', en: 'Choose a bed that is or comes free.' },
  },
  'extra-reason-missing': {
    status: 422,
    title: { nl: 'De reden voor de extra plek ontbreekt.', en: 'The reason for the extra place is missing.' },
    next: { nl: 'Schrijf in een zin waarom het kan.', en: 'Write in one sentence why it is possible.' },
  },
  'place-does-not-fit': {
    status: 409,
    title: { nl: '{why} Deze plek kan niet.', en: '{why_en} This place is not possible.' },
    next: { nl: 'Kies een plek uit de lijst die past.', en: 'Choose a place from the list that fits.' },
  },
  'document-too-large': {
    status: 413,
    title: { nl: 'Dit bestand is groter dan {most} MB.', en: 'This file is larger than {most} MB.' },
    next: { nl: 'Stuur een kleiner bestand.', en: 'Send a smaller file.' },
  },
  'document-not-readable': {
    status: 422,
    title: {
      nl: 'Dit bestand is geen pdf, foto of tekst.',
      en: 'This file is not a PDF, picture or text.',
    },
    next: { nl: 'Sla het op als pdf en probeer opnieuw.', en: 'Save it as PDF and try again.' },
  },
  'document-unknown': {
    status: 404,
    title: {
      nl: 'Dit bestand bestaat niet, of u mag het niet zien.',
      en: 'This file does not exist, or you may not see it.',
    },
    next: lookAgain,
  },
  'rung-too-early': {
    status: 409,
    title: {
      nl: 'Deze stap op de ladder kan pas vanaf {from}.',
      en: 'This rung of the ladder is possible from {from}.',
    },
    next: { nl: 'Zoek eerst verder in de regio.', en: 'Search on in the region first.' },
  },
  'unmet-reason-missing': {
    status: 422,
    title: {
      nl: 'Waarom er geen plek was, ontbreekt.',
      en: 'Why there was no place is missing.',
    },
    next: { nl: 'Kies de reden; zo telt het mee.', en: 'Choose the reason; then it counts.' },
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
