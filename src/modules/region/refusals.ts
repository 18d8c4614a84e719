import type { RefusalTexts } from '#kernel/refusal.ts';
import type { RegionCode } from './types.ts';

const saveAsUtf8 = {
  nl: 'Kies in Excel Opslaan als → CSV UTF-8 (door lijstscheidingsteken gescheiden) en probeer opnieuw.',
  en: 'In Excel choose Save as → CSV UTF-8 (comma delimited) and try again.',
};
const takeExample = {
  nl: 'Download eerst de export van deze lijst: die heeft de goede kolommen.',
  en: 'Download the export of this list first: it has the right columns.',
};

/** What this room refuses, in words. */
export const regionRefusals: RefusalTexts<RegionCode> = {
  'region-not-ready': {
    status: 503,
    title: { nl: 'De regio is nog niet ingericht.', en: 'The region has not been set up yet.' },
    next: {
      nl: 'Leg eerst de afspraken van de regio vast.',
      en: 'Record the agreement of the region first.',
    },
  },
  'practice-only': {
    status: 404,
    title: {
      nl: 'Een rol kiezen kan alleen in de oefenregio.',
      en: 'Picking a role works in the practice region only.',
    },
    next: { nl: 'Meld u aan met uw eigen account.', en: 'Sign in with your own account.' },
  },
  'role-unknown': {
    status: 404,
    title: {
      nl: 'Deze rol bestaat niet in de oefenregio.',
      en: 'This role does not exist in the practice region.',
    },
    next: { nl: 'Kies een rol uit de lijst.', en: 'Choose a role from the list.' },
  },
  'address-not-allowed': {
    status: 422,
    title: { nl: 'Dit adres kan niet: {why}.', en: 'This address is not possible: {why}.' },
    next: {
      nl: 'Vul een openbaar adres in dat met https:// begint.',
      en: 'Fill in a public address that begins with https://.',
    },
  },
  'already-followed': {
    status: 409,
    title: { nl: 'Deze regio volgt u al.', en: 'You follow this region already.' },
    next: { nl: 'Kijk in de lijst eronder.', en: 'Look in the list below.' },
  },
  'region-not-followed': {
    status: 404,
    title: { nl: 'Deze regio volgt u niet.', en: 'You do not follow this region.' },
    next: { nl: 'Ververs de pagina.', en: 'Refresh the page.' },
  },
  'import-has-errors': {
    status: 422,
    title: {
      nl: 'Fouten in het bestand: {count}. Er is niets overgenomen.',
      en: 'Errors in the file: {count}. Nothing was imported.',
    },
    next: {
      nl: 'Verbeter de genoemde cellen en stuur het hele bestand opnieuw.',
      en: 'Correct the cells that are named and send the whole file again.',
    },
  },
  'import-too-large': {
    status: 413,
    title: { nl: 'Dit bestand is groter dan 5 MB.', en: 'This file is larger than 5 MB.' },
    next: { nl: 'Verdeel het over meer bestanden.', en: 'Divide it over several files.' },
  },
  'import-no-text': {
    status: 422,
    title: {
      nl: 'Dit is een werkmap of een zip, geen CSV-bestand.',
      en: 'This is a workbook or a zip, not a CSV file.',
    },
    next: saveAsUtf8,
  },
  'import-not-utf8': {
    status: 422,
    title: {
      nl: 'De letters in dit bestand zijn niet te lezen: het is geen UTF-8.',
      en: 'The letters of this file cannot be read: it is not UTF-8.',
    },
    next: saveAsUtf8,
  },
  'import-empty': {
    status: 422,
    title: { nl: 'Er staan geen rijen in dit bestand.', en: 'There are no rows in this file.' },
    next: takeExample,
  },
  'import-unreadable': {
    status: 422,
    title: {
      nl: 'Het bestand is vanaf regel {line} niet te lezen.',
      en: 'The file cannot be read from line {line} on.',
    },
    next: {
      nl: 'Kijk daar naar een aanhalingsteken dat niet gesloten is.',
      en: 'Look there for a quote that is not closed.',
    },
  },
  'import-columns-missing': {
    status: 422,
    title: { nl: 'Deze kolommen ontbreken: {columns}.', en: 'These columns are missing: {columns}.' },
    next: {
      nl: 'De eerste rij is de kop. Kolommen zijn: {known}.',
      en: 'The first row is the heading. Columns are: {known}.',
    },
  },
  'import-columns-unknown': {
    status: 422,
    title: { nl: 'Deze kolommen zijn onbekend: {columns}.', en: 'These columns are unknown: {columns}.' },
    next: {
      nl: 'Haal ze weg of verbeter de naam. Kolommen zijn: {known}.',
      en: 'Remove them or correct the name. Columns are: {known}.',
    },
  },
  'import-columns-double': {
    status: 422,
    title: { nl: 'De kolom {columns} staat er twee keer.', en: 'The column {columns} is there twice.' },
    next: { nl: 'Haal er één weg.', en: 'Remove one of them.' },
  },
  'import-too-many-rows': {
    status: 422,
    title: { nl: 'Dit bestand heeft meer dan {most} rijen.', en: 'This file has more than {most} rows.' },
    next: { nl: 'Verdeel het over meer bestanden.', en: 'Divide it over several files.' },
  },
};
