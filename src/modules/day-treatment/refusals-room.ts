import type { RefusalTexts } from '#kernel/refusal.ts';
import type { RoomCode } from './types-room.ts';

const lookAgain = { nl: 'Ververs de pagina en kijk opnieuw.', en: 'Refresh the page and look again.' };

/** What rooms, half-days and nurses refuse, in words. */
export const roomRefusals: RefusalTexts<RoomCode> = {
  'day-room-unknown': {
    status: 404,
    title: { nl: 'Deze Thuiskamer bestaat niet.', en: 'This day room does not exist.' },
    next: { nl: 'Kies een Thuiskamer uit de lijst.', en: 'Choose a day room from the list.' },
  },
  'chair-in-use': {
    status: 409,
    title: {
      nl: 'Op stoel {chairs} is nog iemand gepland.',
      en: 'Somebody is still planned on chair {chairs}.',
    },
    next: { nl: 'Geef die persoon eerst een andere stoel.', en: 'Give that person another chair first.' },
  },
  'chair-number-taken': {
    status: 409,
    title: { nl: 'Nummer {chairs} hoort al bij een bed.', en: 'Number {chairs} already belongs to a bed.' },
    next: { nl: 'Geef de stoel een ander nummer.', en: 'Give the chair another number.' },
  },
  'opening-hours': {
    status: 422,
    title: { nl: 'Deze tijden kunnen niet samen.', en: 'These times do not go together.' },
    next: {
      nl: 'Laat elk dagdeel later sluiten dan het opent, en de ochtend eindigen voor de middag begint.',
      en: 'Let each half-day close after it opens, and the morning end before the afternoon begins.',
    },
  },
  'opening-past': {
    status: 422,
    title: { nl: 'Deze dag is al voorbij.', en: 'This day has passed.' },
    next: { nl: 'Kies vandaag of een latere dag.', en: 'Choose today or a later day.' },
  },
  'half-day-unknown': {
    status: 404,
    title: {
      nl: 'Dit dagdeel bestaat niet, of het is niet van uw huis.',
      en: 'This half-day does not exist, or is not of your house.',
    },
    next: lookAgain,
  },
  'half-day-over': {
    status: 409,
    title: { nl: 'Dit dagdeel is voorbij.', en: 'This half-day is over.' },
    next: { nl: 'Kies een dagdeel dat nog komt.', en: 'Choose a half-day that is to come.' },
  },
  'half-day-closed': {
    status: 409,
    title: { nl: 'Dit dagdeel is dicht.', en: 'This half-day is closed.' },
    next: {
      nl: 'Open het eerst, of kies een ander dagdeel.',
      en: 'Open it first, or choose another half-day.',
    },
  },
  'half-day-open': {
    status: 409,
    title: { nl: 'Dit dagdeel is al open.', en: 'This half-day is open already.' },
    next: lookAgain,
  },
  'half-day-running': {
    status: 409,
    title: { nl: 'Er is nu iemand in behandeling.', en: 'Somebody is being treated now.' },
    next: {
      nl: 'Sluit het dagdeel als de laatste weg is.',
      en: 'Close the half-day when the last one has left.',
    },
  },
  'nurse-unknown': {
    status: 404,
    title: {
      nl: 'Deze verpleegkundige werkt niet in deze Thuiskamer.',
      en: 'This nurse does not work in this day room.',
    },
    next: { nl: 'Kies iemand uit de lijst.', en: 'Choose somebody from the list.' },
  },
  'nurse-ended': {
    status: 409,
    title: { nl: '{initials} werkt hier niet meer.', en: '{initials} does not work here any more.' },
    next: { nl: 'Kies iemand anders.', en: 'Choose somebody else.' },
  },
  'nurse-not-there': {
    status: 409,
    title: {
      nl: 'Deze verpleegkundige staat niet op dit dagdeel.',
      en: 'This nurse is not on this half-day.',
    },
    next: { nl: 'Zet eerst neer wie er is.', en: 'Say first who is there.' },
  },
  'away-past': {
    status: 422,
    title: { nl: 'Deze dagen zijn al voorbij.', en: 'These days have passed.' },
    next: {
      nl: 'Kies een laatste dag van vandaag of later, of laat hem leeg.',
      en: 'Choose a last day of today or later, or leave it empty.',
    },
  },
  'away-unknown': {
    status: 409,
    title: {
      nl: 'Deze afwezigheid staat er niet meer.',
      en: 'This absence is not there any more.',
    },
    next: lookAgain,
  },
};
