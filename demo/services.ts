import { type Day, plusDays } from '#kernel/calendar.ts';
import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import { fixedId } from './fixed-id.ts';
import { SERVICE_TEXTS } from './service-texts.ts';

/** A place where services are: a postcode of the region with its town and centre. */
interface Town {
  readonly pc4: string;
  readonly town: string;
  readonly lat: number;
  readonly lon: number;
}

/** How a map is made: so many services, over these towns, in the same way for the same seed. */
export interface MapWish {
  readonly count: number;
  readonly seed: number;
  readonly towns: readonly Town[];
  readonly today: Day;
}

/** A made service with the kind it was made as; the map itself says it only of some. */
export interface MadeMap {
  readonly map: Readonly<Record<string, readonly Record<string, unknown>[]>>;
  readonly kindOf: ReadonlyMap<string, string>;
}

const PER_ORGANISATION = 8;
const KINDS = Object.keys(SERVICE_TEXTS);
const HOUSES = ['Stichting', 'Vereniging', 'Coöperatie', 'Welzijn'];
const NAMES = [
  'De Schakel',
  'Noaber',
  'Het Baken',
  'De Brug',
  'Samen Sterk',
  'De Linde',
  'Onderdak',
  'Dichtbij',
  'Tij',
  'Kompas',
];
const LANGUAGES = ['ar', 'tr', 'pl', 'en', 'uk', 'ti'];
const WEEKS = ['MO,TU,WE,TH,FR', 'TU,TH', 'MO,WE', 'SA', 'WE'];
const CLOCKS = [
  ['09:00', '17:00'],
  ['10:00', '12:00'],
  ['13:30', '16:30'],
  ['19:00', '21:30'],
] as const;

const TAXONOMY = fixedId('hsds-taxonomy', 1);

const idsOf = (seed: number) => {
  let n = seed * 10_000_000;
  return () => fixedId('hsds', ++n);
};

const scheduleOf = (chance: Chance, id: string) => {
  const [opens_at, closes_at] = pick(chance, CLOCKS);
  return { id, freq: 'WEEKLY', interval: 1, byday: pick(chance, WEEKS), opens_at, closes_at };
};

const placeOf = (next: () => string, { pc4, town, lat, lon }: Town, chance: Chance) => ({
  id: next(),
  location: {
    id: next(),
    location_type: 'physical',
    latitude: lat + (chance() - 0.5) * 0.02,
    longitude: lon + (chance() - 0.5) * 0.03,
    addresses: [
      {
        ...{ id: next(), address_1: `Brink ${1 + Math.floor(chance() * 90)}`, city: town },
        ...{ state_province: '', postal_code: `${pc4} AB`, country: 'NL', address_type: 'physical' },
      },
    ],
  },
});

const serviceOf = (wish: MapWish, chance: Chance, next: () => string, kind: string) => {
  const [names = '', about = ''] = (SERVICE_TEXTS[kind] ?? '').split('#');
  const town = pick(chance, wish.towns);
  const tagged = chance() < 0.6;
  const free = chance();
  return {
    ...{
      id: next(),
      name: `${pick(chance, names.split('|'))} ${town.town}`,
      description: about,
      status: 'active',
    },
    ...{ email: 'post@hulp.example', assured_date: plusDays(wish.today, -Math.floor(chance() * 500)) },
    ...(chance() < 0.2 ? { minimum_age: 18 } : {}),
    ...(free < 0.5 ? { fees_description: free < 0.4 ? 'Gratis' : 'Een kleine bijdrage' } : {}),
    phones: [{ id: next(), number: '0592-00 17 20' }],
    schedules: [scheduleOf(chance, next())],
    service_at_locations: [placeOf(next, town, chance)],
    ...(chance() < 0.3 ? { languages: [{ id: next(), code: pick(chance, LANGUAGES) }] } : {}),
    ...(tagged ? { attributes: [kindAttribute(next(), kind)] } : {}),
  };
};

const termOf = (kind: string) => ({
  ...{ id: fixedId('hsds-kind', KINDS.indexOf(kind) + 1), code: kind, name: kind, description: kind },
  taxonomy_detail: { id: TAXONOMY, name: 'Soorten hulp', description: 'De soorten hulp van Verkeerstoren.' },
});

/** Says of a service which kind of help it is. */
export const kindAttribute = (id: string, kind: string) => ({
  ...{ id, link_entity: 'service' },
  taxonomy_term: termOf(kind),
});

/** A social map in nested HSDS: invented organisations with services of every kind, over the towns of the region. */
export const makeServices = (wish: MapWish): MadeMap => {
  const chance = seeded(wish.seed);
  const next = idsOf(wish.seed);
  const kindOf = new Map<string, string>();
  const organizations: Record<string, unknown>[] = [];
  for (let made = 0; made < wish.count; made += PER_ORGANISATION) {
    const name = `${pick(chance, HOUSES)} ${pick(chance, NAMES)}`;
    const services = Array.from({ length: Math.min(PER_ORGANISATION, wish.count - made) }, (_, i) => {
      const kind = KINDS[(made + i) % KINDS.length] ?? '';
      const service = serviceOf(wish, chance, next, kind);
      kindOf.set(service.id, kind);
      return service;
    });
    organizations.push({
      id: next(),
      name,
      description: `${name} helpt in de regio.`,
      website: 'https://hulp.example',
      services,
    });
  }
  return { map: { organizations }, kindOf };
};
