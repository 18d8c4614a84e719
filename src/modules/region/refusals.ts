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
  'agreement-unknown': {
    status: 404,
    title: { nl: 'Dit voorstel ligt er niet meer.', en: 'This proposal is no longer there.' },
    next: {
      nl: 'Het is gewijzigd of ingetrokken. Bekijk de afspraken opnieuw.',
      en: 'It was changed or taken back. Look at the agreement again.',
    },
  },
  'agreement-day-past': {
    status: 422,
    title: { nl: 'Deze dag is al voorbij.', en: 'This day has passed.' },
    next: { nl: 'Kies vandaag of een latere dag.', en: 'Choose today or a later day.' },
  },
  'agreement-day-taken': {
    status: 409,
    title: {
      nl: 'Op deze dag beginnen al afspraken die iedereen tekende.',
      en: 'An agreement that everybody signed begins on this day already.',
    },
    next: { nl: 'Kies een andere dag.', en: 'Choose another day.' },
  },
  'agreement-same': {
    status: 422,
    title: { nl: 'Dit voorstel verandert niets.', en: 'This proposal changes nothing.' },
    next: { nl: 'Wijzig eerst een afspraak.', en: 'Change a rule first.' },
  },
  'agreement-adopted': {
    status: 409,
    title: {
      nl: 'Deze afspraken zijn door iedereen getekend.',
      en: 'This agreement was signed by everybody.',
    },
    next: {
      nl: 'Stel een wijziging voor vanaf een latere dag.',
      en: 'Propose a change from a later day on.',
    },
  },
  'agreement-overtaken': {
    status: 409,
    title: {
      nl: 'Er gelden al nieuwere afspraken dan deze.',
      en: 'A newer agreement than this is in force already.',
    },
    next: { nl: 'Bekijk wat nu geldt.', en: 'Look at what counts now.' },
  },
  'not-a-party': {
    status: 403,
    title: {
      nl: 'Uw organisatie is geen partij bij deze afspraken.',
      en: 'Your organisation is not a party to this agreement.',
    },
    next: {
      nl: 'Vraag de regiomanager of u partij wordt.',
      en: 'Ask the region manager to become a party.',
    },
  },
  'adviser-unknown': {
    status: 422,
    title: {
      nl: 'Bij deze organisatie werkt geen specialist ouderengeneeskunde.',
      en: 'No specialist in elderly medicine works for this organisation.',
    },
    next: { nl: 'Kies een organisatie uit de lijst.', en: 'Choose an organisation from the list.' },
  },
  'rule-out-of-bounds': {
    status: 422,
    title: {
      nl: 'Dit getal kan niet: het ligt tussen {least} en {most}.',
      en: 'This number is not possible: it lies between {least} and {most}.',
    },
    next: { nl: 'Vul een heel getal in.', en: 'Fill in a whole number.' },
  },
  'hold-too-short': {
    status: 422,
    title: {
      nl: 'Een bed moet vast blijven tot het huis heeft geantwoord: minstens {least} minuten.',
      en: 'A bed must stay held until the house has answered: at least {least} minutes.',
    },
    next: {
      nl: 'Houd langer vast of vraag sneller antwoord.',
      en: 'Hold longer or ask for a faster answer.',
    },
  },
  'hold-too-short-for-choice': {
    status: 422,
    title: {
      nl: 'Een bed moet vast blijven tot na antwoord én keuze: minstens {least} minuten.',
      en: 'A bed must stay held until after answer and choice: at least {least} minutes.',
    },
    next: {
      nl: 'Houd langer vast, of geef minder tijd om te kiezen.',
      en: 'Hold longer, or give less time to choose.',
    },
  },
  'held-too-many': {
    status: 422,
    title: {
      nl: 'Er kunnen niet meer bedden vast staan dan er huizen gevraagd zijn: hooguit {most}.',
      en: 'No more beds can be held than houses are asked: at most {most}.',
    },
    next: { nl: 'Vraag meer huizen of houd minder vast.', en: 'Ask more houses or hold fewer beds.' },
  },
  'too-old-too-early': {
    status: 422,
    title: {
      nl: 'Een cijfer is eerst oud en daarna te oud: meer dan {least} minuten.',
      en: 'A figure is old first and too old later: more than {least} minutes.',
    },
    next: { nl: 'Vul een groter getal in.', en: 'Fill in a larger number.' },
  },
  'report-too-early': {
    status: 422,
    title: {
      nl: 'De melding komt na de zorgverzekeraar: meer dan {least} minuten.',
      en: 'The report comes after the insurer: more than {least} minutes.',
    },
    next: { nl: 'Vul een groter getal in.', en: 'Fill in a larger number.' },
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
      nl: 'Dit archief is geen werkmap (xlsx) die te lezen is.',
      en: 'This archive is not a workbook (xlsx) that can be read.',
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
