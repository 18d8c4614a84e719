import type { RefusalTexts } from '#kernel/refusal.ts';
import type { OrderCode } from './types-codes.ts';

/** What is refused about treatments and orders, in words. */
export const orderRefusals: RefusalTexts<OrderCode> = {
  'treatment-unknown': {
    status: 404,
    title: { nl: 'Deze behandeling staat niet in de lijst.', en: 'This treatment is not in the list.' },
    next: { nl: 'Kies een behandeling uit de lijst.', en: 'Choose a treatment from the list.' },
  },
  'treatment-not-signed': {
    status: 409,
    title: {
      nl: 'Voor deze behandeling tekende nog geen behandelaar, of hij is niet meer in gebruik.',
      en: 'No clinician has signed this treatment yet, or it is no longer in use.',
    },
    next: {
      nl: 'Lees de behandeling na en teken ervoor. Daarna kunt u voorschrijven.',
      en: 'Read the treatment and sign it. Then it can be ordered.',
    },
  },
  'treatment-not-yours': {
    status: 409,
    title: {
      nl: 'Een ander ziekenhuis tekende voor deze behandeling.',
      en: 'Another hospital signed this treatment.',
    },
    next: {
      nl: 'Bel dat ziekenhuis als er iets moet veranderen.',
      en: 'Call that hospital when something must change.',
    },
  },
  'treatment-newer': {
    status: 409,
    title: {
      nl: 'Voor deze behandeling is opnieuw getekend sinds u dit voorschrift schreef.',
      en: 'This treatment was signed anew since you wrote this order.',
    },
    next: {
      nl: 'Lees de nieuwe voorwaarden, bewaar het voorschrift opnieuw en teken.',
      en: 'Read the new conditions, save the order again and sign.',
    },
  },
  'treatment-bounds': {
    status: 422,
    title: {
      nl: 'De tijden en stoelen kloppen niet met elkaar.',
      en: 'The times and chairs do not fit together.',
    },
    next: {
      nl: 'De stoelen volgen op elkaar zonder gat en duren samen {minutes} minuten: aanleggen, inlopen en nakijken.',
      en: 'The chairs follow each other without a gap and last {minutes} minutes: set-up, running and observation.',
    },
  },
  'reaction-missing': {
    status: 422,
    title: {
      nl: 'Er staat nog niet wat te doen bij een reactie.',
      en: 'It does not say yet what to do on a reaction.',
    },
    next: {
      nl: 'Schrijf de stappen van uw eigen ziekenhuis op en wat er klaar moet liggen.',
      en: 'Write down the steps of your own hospital and what must be at hand.',
    },
  },
  'order-unknown': {
    status: 404,
    title: {
      nl: 'Dit voorschrift bestaat niet, of u hoort er niet bij.',
      en: 'This order does not exist, or is not yours.',
    },
    next: { nl: 'Ga terug naar de lijst.', en: 'Go back to the list.' },
  },
  'order-over': {
    status: 409,
    title: { nl: 'Dit voorschrift is gestopt of klaar.', en: 'This order is stopped or done.' },
    next: {
      nl: 'Wat er stond, kunt u nog lezen. Maak een nieuw voorschrift als het nodig is.',
      en: 'What stood there can still be read. Make a new order when needed.',
    },
  },
  'order-signed': {
    status: 409,
    title: { nl: 'Dit voorschrift is al getekend.', en: 'This order is signed already.' },
    next: { nl: 'Wijzig het, of stop het.', en: 'Change it, or stop it.' },
  },
  'order-not-signed': {
    status: 409,
    title: { nl: 'Dit voorschrift is nog niet getekend.', en: 'This order is not signed yet.' },
    next: { nl: 'Laat de specialist eerst tekenen.', en: 'Let the specialist sign first.' },
  },
  'order-expired': {
    status: 422,
    title: {
      nl: 'Het voorschrift geldt niet op die dag: tot en met {until}.',
      en: 'The order does not hold on that day: until {until}.',
    },
    next: {
      nl: 'Kies een eerdere dag, of vraag de specialist om het voorschrift te verlengen.',
      en: 'Choose an earlier day, or ask the specialist to extend the order.',
    },
  },
  'order-days': {
    status: 422,
    title: { nl: 'De dagen kloppen niet met elkaar.', en: 'The days do not fit together.' },
    next: {
      nl: 'Eerst de eerste dag, dan de laatste eerste dag, en het voorschrift geldt ten minste tot dan. Niets ligt in het verleden.',
      en: 'First the first day, then the latest first day, and the order holds at least until then. Nothing lies in the past.',
    },
  },
  'order-visits': {
    status: 422,
    title: {
      nl: 'Zoveel behandelingen passen niet voor de dag waarop het voorschrift afloopt.',
      en: 'So many treatments do not fit before the day on which the order ends.',
    },
    next: {
      nl: 'Laat het voorschrift gelden tot en met {until}, of schrijf minder behandelingen voor.',
      en: 'Let the order hold until {until}, or order fewer treatments.',
    },
  },
  'order-interval': {
    status: 422,
    title: {
      nl: 'Tussen twee behandelingen moet ten minste één dag zitten, en de speling is kleiner dan de tussentijd.',
      en: 'There must be at least one day between two treatments, and the tolerance is smaller than the interval.',
    },
    next: { nl: 'Vul in om de hoeveel dagen.', en: 'Fill in every how many days.' },
  },
  'visits-given': {
    status: 409,
    title: {
      nl: 'Er zijn al {least} behandelingen gegeven of bezig.',
      en: '{least} treatments have been given or are under way.',
    },
    next: {
      nl: 'Stop het voorschrift als er niets meer gegeven mag worden.',
      en: 'Stop the order when nothing may be given any more.',
    },
  },
  'site-not-day': {
    status: 422,
    title: { nl: 'Daar is geen Thuiskamer.', en: 'There is no day treatment there.' },
    next: { nl: 'Kies een Thuiskamer uit de lijst.', en: 'Choose a day treatment site from the list.' },
  },
  'site-fixed': {
    status: 409,
    title: {
      nl: 'Een getekend voorschrift blijft bij dezelfde Thuiskamer.',
      en: 'A signed order stays with the same site.',
    },
    next: {
      nl: 'Stop dit voorschrift en schrijf een nieuw voor de andere Thuiskamer.',
      en: 'Stop this order and write a new one for the other site.',
    },
  },
  'practice-not-gp': {
    status: 422,
    title: { nl: 'Dit is geen huisartsenpraktijk.', en: 'This is not a GP practice.' },
    next: { nl: 'Kies een huisartsenpraktijk van de regio.', en: 'Choose a GP practice of the region.' },
  },
  'first-dose-in-hospital': {
    status: 422,
    title: {
      nl: 'De eerste keer wordt in het ziekenhuis gegeven.',
      en: 'The first one is given in the hospital.',
    },
    next: {
      nl: 'Vul in hoe vaak en wanneer het voor het eerst in het ziekenhuis gegeven is.',
      en: 'Fill in how often and when it was first given in the hospital.',
    },
  },
  'stop-rule-missing': {
    status: 422,
    title: {
      nl: 'Er staat niet wanneer er niets meer gegeven wordt.',
      en: 'It does not say when nothing is given any more.',
    },
    next: {
      nl: 'Schrijf de stopregel op, bijvoorbeeld: niet geven bij koorts boven 38,5.',
      en: 'Write down the stop rule, for example: do not give with fever above 38.5.',
    },
  },
  'weight-missing': {
    status: 422,
    title: { nl: 'Voor deze behandeling is het gewicht nodig.', en: 'This treatment needs the weight.' },
    next: { nl: 'Vul het gewicht in kilo in.', en: 'Fill in the weight in kilos.' },
  },
  'lab-in-future': {
    status: 422,
    title: { nl: 'Die uitslag is van een dag die nog komt.', en: 'That result is of a day to come.' },
    next: { nl: 'Vul de dag van het bloedonderzoek in.', en: 'Fill in the day of the blood test.' },
  },
  'lab-not-good': {
    status: 422,
    title: {
      nl: 'Met deze uitslag van het bloed wordt het niet gegeven.',
      en: 'With this blood result it is not given.',
    },
    next: { nl: 'De specialist beslist wat er nu gebeurt.', en: 'The specialist decides what happens now.' },
  },
  'drug-not-ready': {
    status: 422,
    title: { nl: 'Het middel ligt dan nog niet klaar.', en: 'The medicine is not ready by then.' },
    next: { nl: 'Het kan vanaf {from}.', en: 'It can be given from {from}.' },
  },
  'interval-missed': {
    status: 422,
    title: {
      nl: 'Deze dag ligt te dicht op of te ver van de vorige keer.',
      en: 'This day is too close to or too far from the time before.',
    },
    next: { nl: 'Het kan van {from} tot en met {until}.', en: 'It can be from {from} until {until}.' },
  },
  'visit-unknown': {
    status: 404,
    title: { nl: 'Dit bezoek hoort niet bij dit voorschrift.', en: 'This visit is not of this order.' },
    next: { nl: 'Open het voorschrift opnieuw.', en: 'Open the order again.' },
  },
  'visit-over': {
    status: 409,
    title: { nl: 'Dit bezoek is voorbij.', en: 'This visit is over.' },
    next: { nl: 'Kies een bezoek dat nog komt.', en: 'Choose a visit that is still to come.' },
  },
};
