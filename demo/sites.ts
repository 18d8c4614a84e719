import { REGION_ZONE } from '#modules/region/index.ts';
import type { Site, Unit } from '#modules/region/types.ts';
import { fixedId } from './fixed-id.ts';
import { organisationId } from './organisations.ts';

/** A site as written down here: whose, what it is called, where, and the telephone that answers. */
interface SiteLine {
  readonly code: string;
  readonly of: string;
  readonly name: string;
  readonly street: string;
  readonly pc4: string;
  readonly town: string;
  readonly lat: number;
  readonly lon: number;
  readonly phone: string;
}

const at = (lat: number, lon: number) => ({ lat, lon });

const LINES: readonly SiteLine[] = [
  {
    code: 'peelo',
    of: 'veldzicht',
    name: 'Herstelhuis Peelo',
    street: 'Houtwal 3',
    pc4: '9403',
    town: 'Assen',
    ...at(53.008, 6.582),
    phone: '0592-00 41 41',
  },
  {
    code: 'kanaalhuis',
    of: 'de-vaart',
    name: 'Het Kanaalhuis',
    street: 'Turfkade 18',
    pc4: '9401',
    town: 'Assen',
    ...at(52.978, 6.547),
    phone: '0592-00 41 11',
  },
  {
    code: 'larikshof',
    of: 'esdoorn',
    name: 'Larikshof',
    street: 'Larikspad 2',
    pc4: '9404',
    town: 'Assen',
    ...at(52.9715, 6.5855),
    phone: '0592-00 41 21',
  },
  {
    code: 'rolde',
    of: 'noorderbrink',
    name: 'Brinkhuis Rolde',
    street: 'Achter de Brink 7',
    pc4: '9451',
    town: 'Rolde',
    ...at(52.9875, 6.6478),
    phone: '0592-00 41 36',
  },
  {
    code: 'zandhof',
    of: 'noorderbrink',
    name: 'De Zandhof',
    street: 'Zandkuil 5',
    pc4: '9481',
    town: 'Vries',
    ...at(53.0774, 6.579),
    phone: '0592-00 41 37',
  },
  {
    code: 'marsdijk',
    of: 'esdoorn',
    name: 'Hof van Marsdijk',
    street: 'Rietkraag 40',
    pc4: '9407',
    town: 'Assen',
    ...at(53.0185, 6.5598),
    phone: '0592-00 41 22',
  },
  {
    code: 'weerhuis',
    of: 'noorderbrink',
    name: 'Het Weerhuis',
    street: 'Oude Zwerfsteen 11',
    pc4: '9461',
    town: 'Gieten',
    ...at(53.006, 6.768),
    phone: '0592-00 41 38',
  },
  {
    code: 'kloosterhof',
    of: 'noorderbrink',
    name: 'Kloosterhof',
    street: 'Kloostergang 9',
    pc4: '9408',
    town: 'Assen',
    ...at(53.0005, 6.4975),
    phone: '0592-00 41 39',
  },
  {
    code: 'lichtpunt',
    of: 'lichtpunt',
    name: 'Hospice Het Lichtpunt',
    street: 'Vennepad 1',
    pc4: '9405',
    town: 'Assen',
    ...at(52.964, 6.531),
    phone: '0592-00 41 51',
  },
  {
    code: 'havezate',
    of: 'veldzicht',
    name: 'De Havezate',
    street: 'Heerdlaan 60',
    pc4: '9408',
    town: 'Assen',
    ...at(52.9965, 6.514),
    phone: '0592-00 41 42',
  },
  {
    code: 'beuk',
    of: 'naoberschap',
    name: 'Logeerhuis De Beuk',
    street: 'Beukenstraatje 4',
    pc4: '9471',
    town: 'Zuidlaren',
    ...at(53.0895, 6.6801),
    phone: '0592-00 41 35',
  },
  {
    code: 'asserland',
    of: 'asserland',
    name: 'Ziekenhuis Asserland',
    street: 'Ringzoom 200',
    pc4: '9401',
    town: 'Assen',
    ...at(52.9892, 6.5545),
    phone: '0592-00 30 00',
  },
  {
    code: 'vaartzicht',
    of: 'vaartzicht',
    name: 'Praktijk Vaartzicht',
    street: 'Vaartzoom 12',
    pc4: '9401',
    town: 'Assen',
    ...at(52.9871, 6.5612),
    phone: '0592-00 17 20',
  },
  {
    code: 'de-es',
    of: 'de-es',
    name: 'Praktijk De Es',
    street: 'Esdwarspad 3',
    pc4: '9451',
    town: 'Rolde',
    ...at(52.986, 6.645),
    phone: '0592-00 17 40',
  },
  {
    code: 'de-kolk',
    of: 'de-kolk',
    name: 'Praktijk De Kolk',
    street: 'Kolkrand 21',
    pc4: '9481',
    town: 'Vries',
    ...at(53.076, 6.5765),
    phone: '0592-00 17 60',
  },
];

/** Where people stay or are seen. Real geography, invented addresses: these streets do not exist. */
export const SITES: readonly Site[] = LINES.map(({ of, ...line }, n) => ({
  ...line,
  id: fixedId('site', n + 1),
  organisationId: organisationId(of),
  zone: REGION_ZONE,
}));

/** A site by its code. */
export const siteOf = (code: string): Site => {
  const found = SITES.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no site ${code} in the practice region`);
  return found;
};

const UNIT_LINES: readonly [site: string, code: string, name: string, phone: string | null][] = [
  ['peelo', 'peelo-lijsterbes', 'Lijsterbes', '0592-00 41 43'],
  ['peelo', 'peelo-zuid', 'Zuid', '0592-00 41 44'],
  ['kanaalhuis', 'kanaalhuis-waterkant', 'Waterkant', null],
  ['kanaalhuis', 'kanaalhuis-sluis', 'Sluis', '0592-00 41 12'],
  ['larikshof', 'larikshof-linde', 'Linde', null],
  ['larikshof', 'larikshof-hazelaar', 'Hazelaar', '0592-00 41 23'],
  ['rolde', 'rolde-brinkzijde', 'Brinkzijde', null],
  ['zandhof', 'zandhof-duin', 'Duin', null],
  ['marsdijk', 'marsdijk-weide', 'Weide', null],
  ['marsdijk', 'marsdijk-stilte', 'Stilte', '0592-00 41 24'],
  ['marsdijk', 'marsdijk-luwte', 'Luwte', '0592-00 41 25'],
  ['weerhuis', 'weerhuis-hunze', 'Hunze', null],
  ['kloosterhof', 'kloosterhof-gaarde', 'Gaarde', null],
  ['lichtpunt', 'lichtpunt', 'Het Lichtpunt', null],
  ['havezate', 'havezate-es', 'Es', null],
  ['havezate', 'havezate-brink', 'Brink', '0592-00 41 45'],
  ['beuk', 'beuk-logeren', 'Logeren', null],
];

const unitFrom =
  (before: number) =>
  ([site, code, name, phone]: (typeof UNIT_LINES)[number], n: number): Unit => ({
    id: fixedId('unit', before + n + 1),
    siteId: siteOf(site).id,
    code,
    name,
    phone,
    email: null,
  });

/** The wards. */
export const UNITS: readonly Unit[] = UNIT_LINES.map(unitFrom(0));

const DAY_UNIT_LINES: typeof UNIT_LINES = [
  ['marsdijk', 'marsdijk-thuiskamer', 'Thuiskamer Marsdijk', '0592-00 41 27'],
  ['weerhuis', 'weerhuis-thuiskamer', 'Thuiskamer Gieten', '0592-00 41 33'],
];

/** The rooms with chairs, where people are treated by day. */
export const DAY_UNITS: readonly Unit[] = DAY_UNIT_LINES.map(unitFrom(100));

/** A ward or a room with chairs by its code. */
export const unitOf = (code: string): Unit => {
  const found = [...UNITS, ...DAY_UNITS].find((each) => each.code === code);
  if (found === undefined) throw new Error(`no unit ${code} in the practice region`);
  return found;
};
