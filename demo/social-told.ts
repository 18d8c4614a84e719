import type { Day } from '#kernel/calendar.ts';
import { PROVIDER_SCHEME } from '#modules/social/types.ts';
import { fixedId } from './fixed-id.ts';
import { ORGANISATIONS } from './organisations.ts';
import { POSTCODES } from './postcodes.ts';
import { kindAttribute } from './services.ts';

/** A service the guide tells of: always there, under this name, near the people of the story. */
interface ToldService {
  readonly of: string;
  readonly kind: string;
  readonly name: string;
  readonly about: string;
  readonly join: string;
  readonly pc4: string;
  readonly days: string;
  readonly hours: readonly [opens: string, closes: string];
}

const SERVICES: readonly ToldService[] = [
  {
    of: 'grip',
    kind: 'debt-help',
    name: 'Eerste hulp bij geldzorgen',
    about: 'Wij maken samen de post open, zetten uw schulden op een rij en bellen met wie nog geld krijgt.',
    join: 'Bel, of laat uw huisarts u aanmelden. Binnen drie werkdagen bellen wij terug.',
    pc4: '9401',
    days: 'MO,TU,WE,TH,FR',
    hours: ['09:00', '17:00'],
  },
  {
    of: 'slaapkring',
    kind: 'sleep-course',
    name: 'Beter slapen in zes weken',
    about: 'Zes avonden in een kleine groep over slecht slapen: ritme, rust en wat u zelf kunt doen.',
    join: 'Bel ons. Een nieuwe groep begint elke maand.',
    pc4: '9405',
    days: 'TU,TH',
    hours: ['19:00', '21:30'],
  },
  {
    of: 'buurtkamer',
    kind: 'walk-in',
    name: 'Koffieochtend Peelo',
    about: 'De deur staat open en de koffie is klaar. Wie wil, doet mee met de tuin of de keuken.',
    join: 'Kom binnen. Samen de eerste keer komen mag ook.',
    pc4: '9403',
    days: 'MO,WE,FR',
    hours: ['09:30', '12:00'],
  },
  {
    of: 'naoberschap',
    kind: 'social-work',
    name: 'Welzijnscoach Assen',
    about: 'Een paar gesprekken over wat er speelt en wat voor u telt. Daarna zoeken wij samen wie meedoet.',
    join: 'Bel, of laat uw huisarts u aanmelden.',
    pc4: '9401',
    days: 'MO,TU,WE,TH,FR',
    hours: ['09:00', '17:00'],
  },
  {
    of: 'naoberschap',
    kind: 'buddy',
    name: 'Maatjes van Naoberschap',
    about: 'Een vrijwilliger komt elke week een uur voor een wandeling, een kop koffie of een spelletje.',
    join: 'Bel. Wij zoeken iemand die bij u past; dat duurt een paar weken.',
    pc4: '9405',
    days: 'MO,TH',
    hours: ['10:00', '12:00'],
  },
];

const idOf = (n: number, part: number): string => fixedId('hsds-told', n * 10 + part);

const phoneOf = (code: string): string => ORGANISATIONS.find((each) => each.code === code)?.phone ?? '';

const addressAt = (pc4: string, n: number) => {
  const found = POSTCODES.find((each) => each.pc4 === pc4);
  if (found === undefined) throw new Error(`no postcode ${pc4} in the practice region`);
  const { town, lat, lon } = found;
  return {
    ...{ id: idOf(n, 2), location_type: 'physical', latitude: lat, longitude: lon },
    addresses: [
      {
        ...{ id: idOf(n, 3), address_1: `Buurtpad ${n}`, city: town, state_province: '' },
        ...{ postal_code: `${pc4} AB`, country: 'NL', address_type: 'physical' },
      },
    ],
  };
};

const serviceOf = ({ of, kind, pc4, ...told }: ToldService, at: number, today: Day) => {
  const n = at + 1;
  const [opens_at, closes_at] = told.hours;
  return {
    ...{ id: idOf(n, 0), name: told.name, description: told.about, status: 'active' },
    ...{ email: `${of}@hulp.example`, assured_date: today, fees_description: 'Gratis' },
    application_process: told.join,
    phones: [{ id: idOf(n, 4), number: phoneOf(of) }],
    schedules: [{ id: idOf(n, 5), freq: 'WEEKLY', interval: 1, byday: told.days, opens_at, closes_at }],
    service_at_locations: [{ id: idOf(n, 1), location: addressAt(pc4, n) }],
    attributes: [kindAttribute(idOf(n, 6), kind)],
  };
};

/** The id of a service the guide tells of. */
export const toldServiceId = (name: string): string => {
  const at = SERVICES.findIndex((each) => each.name === name);
  if (at < 0) throw new Error(`no service ${name} in the practice region`);
  return idOf(at + 1, 0);
};

/** Which organisation of the region this one of the map is. */
export const asProvider = (code: string, n: number) => ({
  organization_identifiers: [
    {
      ...{ id: fixedId('hsds-provider', n), identifier_scheme: PROVIDER_SCHEME },
      ...{ identifier_type: 'organisation-code', identifier: code },
    },
  ],
});

/** The services the guide tells of whose organisation this is, in nested HSDS. */
export const toldServicesOf = (code: string, today: Day): Record<string, unknown>[] =>
  SERVICES.map((each, at) => ({ each, at })).flatMap(({ each, at }) =>
    each.of === code ? [serviceOf(each, at, today)] : [],
  );

/** Organisations of the map that are small: one service each, and not one besides. */
export const toldProviders = (today: Day): Record<string, unknown>[] =>
  ['grip', 'slaapkring', 'buurtkamer'].map((code, at) => ({
    id: fixedId('hsds-told', 1_000 + at),
    name: ORGANISATIONS.find((each) => each.code === code)?.name ?? '',
    description: 'Helpt in de regio Drentse Aa.',
    website: 'https://hulp.example',
    ...asProvider(code, at + 2),
    services: toldServicesOf(code, today),
  }));
