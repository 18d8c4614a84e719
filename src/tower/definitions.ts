import type { Definition } from './contract-history.ts';

const SINCE = '2026-11-22';

const first = (code: string, nl: string, en: string): Definition => ({
  code,
  version: 1,
  nl,
  en,
  validFrom: SINCE,
});

/**
 * What each number of the past means. A meaning never changes in place: a new one is a new version in front of the old, so that
 * who reads an old figure can look up what it meant.
 */
export const DEFINITIONS: readonly Definition[] = [
  first(
    'beds',
    'Bedden die deze zorg kunnen geven, ook als ze dicht zijn. Een bed voor twee soorten zorg telt bij allebei.',
    'Beds that can give this care, also when closed. A bed for two kinds of care counts for both.',
  ),
  first(
    'occupied',
    'Bedden waarin op dat moment iemand lag. Per dag: het gemiddelde over alle minuten van de dag.',
    'Beds with somebody in them at that moment. Per day: the mean over all minutes of the day.',
  ),
  first(
    'claimed',
    'Bedden die waren beloofd aan iemand die nog niet was aangekomen.',
    'Beds that were promised to somebody who had not arrived yet.',
  ),
  first(
    'closed',
    'Lege bedden die dicht waren: geen personeel, onderhoud, isolatie of schoonmaak.',
    'Empty beds that were closed: no staff, maintenance, isolation or cleaning.',
  ),
  first(
    'free',
    'Lege bedden die iemand kon krijgen, met de regels van het bord. Was een opgave te oud, dan is het onbekend.',
    'Empty beds that could be given, by the rules of the board. When a figure was too old it is unknown.',
  ),
  first(
    'free-at-ten',
    'Lege bedden om 10:00 uur, ook als de deur op dat moment dicht was. Vandaag: nu, als het nog geen 10:00 uur is.',
    'Empty beds at 10:00, also when the door was closed then. Today: now, when it is not 10:00 yet.',
  ),
  first(
    'waiting',
    'Mensen voor wie een plek was gevraagd en die nog geen bed hadden. Per dag: het gemiddelde over de dag.',
    'People for whom a place was asked and who had no bed yet. Per day: the mean over the day.',
  ),
  first('asked', 'Aanvragen die op die dag zijn verstuurd.', 'Requests that were sent on that day.'),
  first(
    'placed',
    'Mensen die op die dag in een bed kwamen. Verhuizen naar een ander bed telt niet.',
    'People who came into a bed on that day. A move to another bed does not count.',
  ),
  first(
    'refused',
    'Keren dat een afdeling op die dag nee zei. Eén aanvraag kan meer keer nee krijgen.',
    'Times a ward said no on that day. One request can get more than one no.',
  ),
  first(
    'unmet',
    'Aanvragen die op die dag eindigden zonder plek.',
    'Requests that ended on that day without a place.',
  ),
  first(
    'flow',
    'Mensen voor wie in deze dagen een plek is gevraagd: waar zij waren, welke zorg, en waar zij heen gingen.',
    'People for whom a place was asked in these days: where they were, which care, and where they went.',
  ),
  first(
    'flow-wait',
    'De middelste wachttijd van aanvraag tot bed. De helft wachtte korter, de helft langer.',
    'The middle wait from request to bed. Half waited shorter, half waited longer.',
  ),
  first(
    'barrier-gain',
    'Beddagen die gemiddeld vrijkomen als dit vandaag overal weg is. Wat daarna nog tegenhoudt, is eraf getrokken.',
    'Bed days that come free on average when this is gone everywhere today, less what still stands in the way then.',
  ),
];
