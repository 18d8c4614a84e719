import type { Issue } from '#kernel/table.ts';
import { quoted } from '#kernel/table.ts';
import type { Entity } from './fields.ts';
import { faultAt, type KnownRow, type Place, type Value } from './rows.ts';

const CLOCK = /^([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;
const WEEKDAY = /^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)$/;

type Say = (column: string, what: { nl: string; en: string }, next: { nl: string; en: string }) => void;

const text = (value: Value | undefined): string =>
  value === null || value === undefined ? '' : String(value);

const scheduleFaults = (fields: KnownRow['fields'], say: Say): void => {
  for (const name of ['opens_at', 'closes_at']) {
    const clock = text(fields[name]);
    if (clock !== '' && !CLOCK.test(clock))
      say(
        name,
        { nl: `${quoted(clock)} is geen tijd.`, en: `${quoted(clock)} is not a time.` },
        { nl: 'Schrijf uren en minuten, zoals 09:00.', en: 'Write hours and minutes, like 09:00.' },
      );
  }
  const [opens, closes] = [text(fields['opens_at']), text(fields['closes_at'])];
  if (opens !== '' && opens === closes)
    say(
      'closes_at',
      { nl: 'Het sluit op hetzelfde moment als het opengaat.', en: 'It closes at the moment it opens.' },
      { nl: 'Vul een andere sluitingstijd in.', en: 'Fill in another closing time.' },
    );
  const wrong = text(fields['byday'])
    .split(',')
    .find((each) => each.trim() !== '' && !WEEKDAY.test(each.trim()));
  if (wrong !== undefined)
    say(
      'byday',
      { nl: `${quoted(wrong)} is geen dag van de week.`, en: `${quoted(wrong)} is not a day of the week.` },
      { nl: 'Schrijf dagen als MO,TU,WE.', en: 'Write days like MO,TU,WE.' },
    );
  const [from, to] = [text(fields['valid_from']), text(fields['valid_to'])];
  if (from !== '' && to !== '' && to < from)
    say(
      'valid_to',
      { nl: 'De laatste dag ligt voor de eerste.', en: 'The last day lies before the first.' },
      { nl: 'Wissel de dagen om of haal er een weg.', en: 'Swap the days or remove one.' },
    );
};

const serviceFaults = (fields: KnownRow['fields'], say: Say): void => {
  const [low, high] = [fields['minimum_age'], fields['maximum_age']];
  if (typeof low === 'number' && typeof high === 'number' && high < low)
    say(
      'maximum_age',
      { nl: 'De hoogste leeftijd is lager dan de laagste.', en: 'The highest age is below the lowest.' },
      { nl: 'Wissel de leeftijden om.', en: 'Swap the ages.' },
    );
};

const placeFaults = (fields: KnownRow['fields'], say: Say): void => {
  if ((fields['latitude'] === undefined) === (fields['longitude'] === undefined)) return;
  say(
    'latitude',
    { nl: 'Een plek op de kaart heeft twee getallen.', en: 'A point on the map has two numbers.' },
    { nl: 'Vul latitude en longitude allebei in.', en: 'Fill in both latitude and longitude.' },
  );
};

const RULES: Partial<Record<Entity, (fields: KnownRow['fields'], say: Say) => void>> = {
  schedule: scheduleFaults,
  service: serviceFaults,
  location: placeFaults,
};

/** What cannot be true of a row, and what is odd but can: each field by itself may be right. */
export const faultsOf = (row: KnownRow & { readonly entity: Entity }, at: Place): Issue[] => {
  const errors: Issue[] = [];
  RULES[row.entity]?.(row.fields, (column, what, next) => {
    errors.push(
      faultAt({ row: at.row, column: at.column === '' ? column : `${at.column}.${column}` }, what, next),
    );
  });
  return errors;
};

/** Can somebody turn to a service: does it, its place or its organisation tell a page, a mail address or a number? */
export const isReachable = (
  service: KnownRow,
  rows: readonly (KnownRow & { readonly entity: Entity })[],
): boolean => {
  if (text(service.fields['url']) !== '' || text(service.fields['email']) !== '') return true;
  const organisation = service.fields['organization_id'];
  return rows.some(
    ({ entity, id, fields }) =>
      ((entity === 'phone' || entity === 'contact') &&
        (fields['service_id'] === service.id ||
          (organisation !== undefined && fields['organization_id'] === organisation))) ||
      (entity === 'organization' && id === organisation && text(fields['website'] ?? fields['email']) !== ''),
  );
};

/** A service nobody can turn to is taken over, and said. */
export const silentAt = (at: Place): Issue =>
  faultAt(
    at,
    {
      nl: 'Bij deze dienst staat geen telefoon, e-mail of webadres.',
      en: 'This service has no telephone, mail or web address.',
    },
    { nl: 'Vul er een in, anders kan niemand er terecht.', en: 'Fill one in, else nobody can turn to it.' },
  );
