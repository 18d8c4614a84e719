import type { RoomSex } from '#kernel/limits.ts';
import type { Product, Property } from '#kernel/product.ts';
import type { Place, PlaceRoom } from '#modules/capacity/types.ts';
import { fixedId } from './fixed-id.ts';
import { unitOf } from './sites.ts';

/** A row of equal beds of a ward, and what single beds among them have more. */
interface Beds {
  readonly unit: string;
  readonly count: number;
  readonly products: readonly Product[];
  /** What every bed has. */
  readonly all?: readonly Property[];
  /** What single beds have more, by their number. */
  readonly some?: Readonly<Record<number, readonly Property[]>>;
  /** Beds that serve something else too, by their number. */
  readonly also?: Readonly<Record<number, readonly Product[]>>;
  readonly labels?: readonly string[];
  /** Shared rooms: for whom each is, and the numbers of its beds. */
  readonly rooms?: readonly {
    readonly code: string;
    readonly sex: RoomSex;
    readonly beds: readonly number[];
  }[];
}

const BEDS: readonly Beds[] = [
  {
    unit: 'peelo-lijsterbes',
    count: 14,
    products: ['elv-high'],
    all: ['single-room', 'lift'],
    some: {
      2: ['oxygen', 'two-person-care'],
      7: ['oxygen', 'bariatric', 'two-person-care'],
      9: ['isolation'],
      12: ['wound-care', 'iv-therapy'],
    },
  },
  {
    unit: 'peelo-zuid',
    count: 6,
    products: ['elv-high'],
    all: ['single-room'],
    some: { 1: ['oxygen'], 5: ['wound-care'] },
  },
  {
    unit: 'kanaalhuis-waterkant',
    count: 10,
    products: ['elv-low'],
    all: ['single-room'],
    some: { 4: ['lift'], 9: ['couple-room'] },
  },
  {
    unit: 'kanaalhuis-sluis',
    count: 3,
    products: ['reo-observation'],
    all: ['single-room'],
    some: { 3: ['isolation'] },
  },
  {
    unit: 'larikshof-linde',
    count: 10,
    products: ['elv-low'],
    some: { 1: ['single-room'], 2: ['single-room', 'lift'], 3: ['single-room'], 8: ['wound-care'] },
    rooms: [
      { code: '4', sex: 'any', beds: [4, 5] },
      { code: '6', sex: 'female', beds: [6, 7] },
    ],
  },
  { unit: 'larikshof-hazelaar', count: 3, products: ['wlz-crisis'], all: ['single-room', 'closed-ward'] },
  {
    unit: 'rolde-brinkzijde',
    count: 5,
    products: ['elv-low'],
    all: ['single-room'],
    also: { 5: ['respite'] },
  },
  { unit: 'zandhof-duin', count: 6, products: ['elv-low'], all: ['single-room'], labels: ['tuin'] },
  {
    unit: 'marsdijk-weide',
    count: 14,
    products: ['elv-high'],
    all: ['single-room', 'lift'],
    some: {
      3: ['oxygen', 'tube-feeding'],
      4: ['oxygen', 'iv-therapy'],
      11: ['bariatric', 'two-person-care'],
      14: ['isolation'],
    },
  },
  { unit: 'marsdijk-stilte', count: 3, products: ['elv-palliative'], all: ['single-room', 'oxygen'] },
  {
    unit: 'marsdijk-luwte',
    count: 4,
    products: ['wlz-crisis'],
    all: ['single-room', 'closed-ward'],
    some: { 2: ['lift'] },
  },
  {
    unit: 'weerhuis-hunze',
    count: 8,
    products: ['elv-high'],
    all: ['single-room'],
    some: { 2: ['lift'], 6: ['wound-care', 'oxygen'] },
  },
  { unit: 'kloosterhof-gaarde', count: 4, products: ['reo-observation'], all: ['single-room', 'lift'] },
  {
    unit: 'lichtpunt',
    count: 6,
    products: ['elv-palliative'],
    all: ['single-room', 'oxygen'],
    some: { 6: ['couple-room'] },
    labels: ['huiskamer'],
  },
  {
    unit: 'havezate-es',
    count: 10,
    products: ['grz'],
    all: ['single-room', 'lift'],
    some: { 4: ['bariatric'], 8: ['wound-care'] },
  },
  {
    unit: 'havezate-brink',
    count: 6,
    products: ['grz'],
    some: { 1: ['single-room', 'isolation'], 2: ['single-room'] },
  },
  {
    unit: 'beuk-logeren',
    count: 5,
    products: ['respite'],
    all: ['single-room'],
    some: { 1: ['couple-room'] },
    labels: ['tuin'],
  },
];

const ORDER = [
  'single-room',
  'isolation',
  'bariatric',
  'oxygen',
  'closed-ward',
  'lift',
  'couple-room',
  'wound-care',
  'two-person-care',
  'iv-therapy',
  'tube-feeding',
] as const;

/** The room a bed stands in; its id is that of its first bed. */
const roomOf = (beds: Beds, number: number, before: number): PlaceRoom | null => {
  const room = beds.rooms?.find((each) => each.beds.includes(number));
  if (room === undefined) return null;
  const { code, sex } = room;
  return { id: fixedId('room', before + (room.beds[0] ?? number)), code, sex, cohort: null };
};

const bedsOf = (beds: Beds, before: number): Place[] =>
  Array.from({ length: beds.count }, (_, i) => {
    const number = i + 1;
    const has = new Set([...(beds.all ?? []), ...(beds.some?.[number] ?? [])]);
    return {
      id: fixedId('place', before + number),
      unitId: unitOf(beds.unit).id,
      code: String(number),
      products: [...beds.products, ...(beds.also?.[number] ?? [])],
      properties: ORDER.filter((property) => has.has(property)),
      labels: [...(beds.labels ?? [])],
      room: roomOf(beds, number, before),
    };
  });

const countBefore = (n: number): number => BEDS.slice(0, n).reduce((sum, beds) => sum + beds.count, 0);

/** The beds of the practice region: 117, in seventeen wards. */
export const PLACES: readonly Place[] = BEDS.flatMap((beds, n) => bedsOf(beds, countBefore(n)));

/** Beds that a ward may give to other care, and to which. */
export const FLEX: readonly { readonly placeId: string; readonly products: readonly Product[] }[] =
  PLACES.filter(
    (place) => place.unitId === unitOf('weerhuis-hunze').id && ['7', '8'].includes(place.code),
  ).map((place) => ({ placeId: place.id, products: ['elv-high', 'elv-low'] }));

/** The wards that serve a product. */
export const unitsServing = (product: Product): string[] => [
  ...new Set(PLACES.filter((place) => place.products.includes(product)).map((place) => place.unitId)),
];
