import type { RefusalTexts } from '#kernel/refusal.ts';
import type { CapacityCode } from './types.ts';

const nextBest = { nl: 'Kies het volgende bed dat past.', en: 'Choose the next bed that fits.' };
const lookAgain = { nl: 'Ververs de pagina en kijk opnieuw.', en: 'Refresh the page and look again.' };
const callWard = { nl: 'Bel de afdeling.', en: 'Call the ward.' };

/** What the database refuses when a decision was overtaken, in the words the decision would have used. */
export const capacityConstraints = {
  capacity_claim_no_overlap: 'place-taken',
  capacity_claim_one_present: 'bed-occupied',
  capacity_claim_one_bed: 'person-elsewhere',
  capacity_stop_one: 'stop-running',
} as const satisfies Record<string, CapacityCode>;

/** What a bed can refuse, in words. A refusal names the moment, never who is in the bed. */
export const capacityRefusals = {
  'place-unknown': {
    status: 404,
    title: { nl: 'Dit bed bestaat niet (meer).', en: 'This bed does not exist (any more).' },
    next: lookAgain,
  },
  'place-taken': {
    status: 409,
    title: { nl: 'Dit bed is net vergeven.', en: 'This bed has just been given away.' },
    next: nextBest,
  },
  'too-many-holds': {
    status: 429,
    title: {
      nl: 'Er zijn al {most} plekken tegelijk voor u vastgehouden.',
      en: '{most} places are being held for you already.',
    },
    next: {
      nl: 'Geef er een terug, of probeer het over {minutes} min opnieuw.',
      en: 'Give one back, or try again in {minutes} min.',
    },
  },
  'place-closed': {
    status: 409,
    title: { nl: 'Dit bed is gesloten.', en: 'This bed is closed.' },
    next: nextBest,
  },
  'not-staffed': {
    status: 409,
    title: { nl: 'Voor dit bed is nu geen personeel.', en: 'There is no staff for this bed now.' },
    next: nextBest,
  },
  'outside-admission': {
    status: 409,
    title: {
      nl: 'Deze locatie neemt de komende twee weken niemand op.',
      en: 'This site admits nobody in the next two weeks.',
    },
    next: nextBest,
  },
  'stale-figure': {
    status: 409,
    title: { nl: 'Het cijfer van deze afdeling is te oud.', en: 'The figure of this ward is too old.' },
    next: callWard,
  },
  'product-not-here': {
    status: 409,
    title: { nl: 'Dit bed is niet voor deze zorg.', en: 'This bed is not for this care.' },
    next: nextBest,
  },
  'claim-unknown': {
    status: 404,
    title: { nl: 'Deze boeking bestaat niet (meer).', en: 'This booking does not exist (any more).' },
    next: lookAgain,
  },
  'claim-ended': {
    status: 409,
    title: { nl: 'Deze boeking is al voorbij.', en: 'This booking has already ended.' },
    next: lookAgain,
  },
  'hold-expired': {
    status: 409,
    title: { nl: 'Het bed wordt niet meer vastgehouden.', en: 'The bed is no longer held.' },
    next: { nl: 'Vraag het bed opnieuw aan.', en: 'Ask for the bed again.' },
  },
  'not-arrived': {
    status: 409,
    title: { nl: 'Deze persoon is nog niet aangekomen.', en: 'This person has not arrived yet.' },
    next: lookAgain,
  },
  'already-arrived': {
    status: 409,
    title: { nl: 'Deze persoon is al aangekomen.', en: 'This person has already arrived.' },
    next: lookAgain,
  },
  'bed-occupied': {
    status: 409,
    title: { nl: 'In dit bed ligt nog iemand.', en: 'Somebody is still in this bed.' },
    next: {
      nl: 'Meld eerst het vertrek of kies een ander bed.',
      en: 'Record the departure first or choose another bed.',
    },
  },
  'bed-occupied-then': {
    status: 409,
    title: {
      nl: 'Op dat moment lag er iemand anders in dit bed.',
      en: 'Somebody else was in this bed at that moment.',
    },
    next: { nl: 'Vul een later moment in.', en: 'Fill in a later moment.' },
  },
  'person-elsewhere': {
    status: 409,
    title: { nl: 'Deze persoon staat nog in een ander bed.', en: 'This person is still in another bed.' },
    next: { nl: 'Laat het andere huis het vertrek melden.', en: 'Let the other site record the departure.' },
  },
  'chair-occupied': {
    status: 409,
    title: { nl: 'In deze stoel zit nog iemand.', en: 'Somebody is still in this chair.' },
    next: {
      nl: 'Meld eerst wie er opstond, of kies een andere stoel.',
      en: 'Record first who got up, or choose another chair.',
    },
  },
  'end-before-start': {
    status: 422,
    title: { nl: 'Het einde ligt voor het begin.', en: 'The end is before the start.' },
    next: { nl: 'Kies een later einde.', en: 'Choose a later end.' },
  },
  'in-the-future': {
    status: 422,
    title: { nl: 'Dit moment ligt in de toekomst.', en: 'This moment is in the future.' },
    next: { nl: 'Vul het moment in waarop het gebeurde.', en: 'Fill in the moment it happened.' },
  },
  'other-unit': {
    status: 403,
    title: {
      nl: 'Deze afdeling hoort bij een ander huis.',
      en: 'This ward belongs to another organisation.',
    },
    next: callWard,
  },
  'closure-unknown': {
    status: 404,
    title: { nl: 'Deze sluiting bestaat niet.', en: 'This closure does not exist.' },
    next: lookAgain,
  },
  'room-unknown': {
    status: 404,
    title: { nl: 'Deze kamer bestaat niet.', en: 'This room does not exist.' },
    next: lookAgain,
  },
  'unit-unknown': {
    status: 404,
    title: { nl: 'Deze afdeling bestaat niet.', en: 'This ward does not exist.' },
    next: lookAgain,
  },
  'not-published': {
    status: 409,
    title: {
      nl: 'Dit huis meldt nu geen vrije plek meer.',
      en: 'This house reports no more free places now.',
    },
    next: { nl: 'Kies het volgende bed dat past.', en: 'Choose the next bed that fits.' },
  },
  'tells-its-beds': {
    status: 409,
    title: {
      nl: 'Deze afdeling geeft haar bedden één voor één door, geen aantallen.',
      en: 'This ward tells its beds one by one, not in numbers.',
    },
    next: {
      nl: 'Kies eerst dat u alleen aantallen doorgeeft.',
      en: 'Choose first that you report only numbers.',
    },
  },
  'older-figure': {
    status: 409,
    title: { nl: 'Er is al een nieuwer aantal bekend.', en: 'A newer number is known already.' },
    next: lookAgain,
  },
  'no-count-yet': {
    status: 409,
    title: { nl: 'Er is nog geen aantal om te bevestigen.', en: 'There is no number to confirm yet.' },
    next: { nl: 'Vul eerst een aantal in.', en: 'Fill in a number first.' },
  },
  'not-flex': {
    status: 409,
    title: { nl: 'Dit bed kan deze zorg niet geven.', en: 'This bed cannot give this care.' },
    next: { nl: 'Kies zorg waar het bed voor is ingericht.', en: 'Choose care the bed is made for.' },
  },
  'bed-promised': {
    status: 409,
    title: {
      nl: 'Dit bed is al beloofd aan iemand voor andere zorg.',
      en: 'This bed is promised to somebody for other care.',
    },
    next: {
      nl: 'Kies eerst een ander bed voor deze persoon.',
      en: 'Choose another bed for this person first.',
    },
  },
  'team-unknown': {
    status: 404,
    title: { nl: 'Dit team bestaat niet.', en: 'This team does not exist.' },
    next: lookAgain,
  },
  'other-team': {
    status: 403,
    title: {
      nl: 'Dit team hoort bij een andere organisatie.',
      en: 'This team belongs to another organisation.',
    },
    next: { nl: 'Bel het team.', en: 'Call the team.' },
  },
  'hospital-unknown': {
    status: 404,
    title: { nl: 'Dit ziekenhuis bestaat niet.', en: 'This hospital does not exist.' },
    next: lookAgain,
  },
  'other-hospital': {
    status: 403,
    title: { nl: 'Dit is een ander ziekenhuis dan het uwe.', en: 'This is another hospital than yours.' },
    next: { nl: 'Bel dat ziekenhuis.', en: 'Call that hospital.' },
  },
  'stop-running': {
    status: 409,
    title: { nl: 'Een collega meldde net een stop.', en: 'A colleague has just reported a stop.' },
    next: lookAgain,
  },
  'more-than-there-are': {
    status: 422,
    title: { nl: 'Zo veel bedden heeft de afdeling niet.', en: 'The ward does not have that many beds.' },
    next: { nl: 'Vul een lager aantal in.', en: 'Fill in a lower number.' },
  },
  'link-unknown': {
    status: 404,
    title: { nl: 'Deze link klopt niet.', en: 'This link is not right.' },
    next: { nl: 'Neem de link uit het laatste bericht.', en: 'Take the link from the last message.' },
  },
  'link-expired': {
    status: 409,
    title: { nl: 'Deze link werkt niet meer.', en: 'This link does not work any more.' },
    next: {
      nl: 'Wacht op het volgende bericht, of meld u aan en tik op Klopt nog.',
      en: 'Wait for the next message, or sign in and press Still right.',
    },
  },
} as const satisfies RefusalTexts<CapacityCode>;
