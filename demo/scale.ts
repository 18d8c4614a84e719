import { HOUR, type Instant } from '#kernel/interval.ts';
import { PROPERTIES, type Product, type Property } from '#kernel/product.ts';
import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import { putPlaces } from '#modules/capacity/index.ts';
import type { Place } from '#modules/capacity/types.ts';
import { REGION_ZONE, writeRegion } from '#modules/region/index.ts';
import type { OrganisationRecord, Professional, Site, Unit } from '#modules/region/types.ts';
import { openDatabase, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { range, stamp } from '#platform/db/types.ts';
import { courseOf } from './parameters.ts';
import { POSTCODES } from './postcodes.ts';
import { refuseIfMade, stampPractice } from './stamp.ts';

/** Beds on one ward, wards in one house, houses of one organisation: like a real province. */
const BEDS_PER_UNIT = 20;
const UNITS_PER_SITE = 2;
const SITES_PER_ORGANISATION = 8;
/** Share of the beds with somebody in them. */
const IN_USE = 0.85;
const ROWS_AT_ONCE = 5_000;

/** What a ward serves, as often as it stands here. */
const MIX: readonly (readonly Product[])[] = [
  ['elv-low'],
  ['elv-low', 'respite'],
  ['elv-high'],
  ['elv-high'],
  ['elv-high', 'elv-low'],
  ['grz'],
  ['elv-palliative'],
  ['reo-observation'],
  ['wlz-crisis'],
];

interface Scale {
  readonly organisations: OrganisationRecord[];
  readonly sites: Site[];
  readonly units: Unit[];
  readonly places: Place[];
}

const organisation = (code: string, name: string, kind: OrganisationRecord['kind']): OrganisationRecord => ({
  id: newId(),
  code,
  name,
  kind,
  phone: '0592-00 41 00',
  ura: null,
  agb: null,
  party: true,
  email: null,
});

const siteFor = (n: number, organisationId: string, chance: Chance): Site => ({
  id: newId(),
  organisationId,
  code: `huis-${n}`,
  name: `Huis ${n}`,
  street: null,
  pc4: pick(chance, POSTCODES).pc4,
  town: 'Assen',
  lat: 52.7 + 0.6 * chance(),
  lon: 6.1 + 0.9 * chance(),
  phone: '0592-00 41 41',
  zone: REGION_ZONE,
});

const placesOn = (unit: Unit, count: number, chance: Chance): Place[] => {
  const products = [...pick(chance, MIX)];
  return Array.from({ length: count }, (_, i) => ({
    id: newId(),
    unitId: unit.id,
    code: String(i + 1),
    products,
    properties: PROPERTIES.filter(
      (property: Property) => chance() < (property === 'single-room' ? 0.8 : 0.12),
    ),
    labels: [],
  }));
};

const scaleOf = (places: number, chance: Chance): Scale => {
  const scale: Scale = { organisations: [], sites: [], units: [], places: [] };
  for (let n = 0; scale.places.length < places; n++) {
    if (n % (UNITS_PER_SITE * SITES_PER_ORGANISATION) === 0) {
      const number = scale.organisations.length + 1;
      scale.organisations.push(organisation(`zorg-${number}`, `Zorggroep ${number}`, 'care-provider'));
    }
    if (n % UNITS_PER_SITE === 0)
      scale.sites.push(siteFor(scale.sites.length + 1, scale.organisations.at(-1)?.id ?? '', chance));
    const unit: Unit = {
      id: newId(),
      siteId: scale.sites.at(-1)?.id ?? '',
      code: `afdeling-${n + 1}`,
      name: `Afdeling ${n + 1}`,
      email: null,
      phone: null,
    };
    scale.units.push(unit);
    scale.places.push(...placesOn(unit, Math.min(BEDS_PER_UNIT, places - scale.places.length), chance));
  }
  return scale;
};

const staffOf = (scale: Scale, gp: string, desk: string): Professional[] => {
  const [unit] = scale.units;
  const somebody = (
    role: Professional['role'],
    organisationId: string,
    rest: Partial<Professional> = {},
  ): Professional => ({
    id: newId(),
    organisationId,
    siteId: null,
    unitId: null,
    name: `Oefen ${role}`,
    role,
    phone: '0592-00 17 20',
    ...rest,
  });
  return [
    somebody('gp', gp),
    somebody('desk', desk),
    somebody('ward', scale.organisations[0]?.id ?? '', {
      siteId: unit?.siteId ?? null,
      unitId: unit?.id ?? null,
    }),
    somebody('region-manager', desk),
  ];
};

const writeScale = async (tx: Tx, scale: Scale, now: Instant): Promise<void> => {
  const desk = organisation('loket', 'Loket', 'desk');
  const gp = organisation('praktijk', 'Praktijk', 'gp');
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  const content = {
    organisations: [desk, gp, ...scale.organisations],
    sites: scale.sites,
    units: scale.units,
    professionals: staffOf(scale, gp.id, desk.id),
    // Day and night, so that a bench finds the same at any hour.
    windows: scale.sites.flatMap(({ id }) =>
      everyDay.map((weekday) => ({ siteId: id, product: null, weekday, opens: 0, closes: 1440 })),
    ),
    postcodes: POSTCODES,
  };
  await writeRegion(tx, content, { actor: 'scale', now });
};

/** Somebody in most beds, as an import would say it: until when, not who. */
const occupy = async (tx: Tx, places: readonly Place[], chance: Chance, now: Instant): Promise<void> => {
  const taken = places.filter(() => chance() < IN_USE);
  for (let from = 0; from < taken.length; from += ROWS_AT_ONCE) {
    const some = taken.slice(from, from + ROWS_AT_ONCE).map((place) => {
      const product = place.products[0] ?? 'elv-low';
      const { stay } = courseOf(chance, product);
      const arrivedAt = Math.floor(now - stay * chance());
      return {
        id: newId(),
        placeId: place.id,
        subject: newId(),
        product,
        arrivedAt,
        until: Math.max(arrivedAt + stay, now + HOUR),
      };
    });
    await rows(
      tx,
      `insert into capacity_claim (id, place_id, subject, kind, product, during, arrived_at, source)
       select id, place, subject, 'stay', product, during, arrived, 'import'
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::tstzrange[], $6::timestamptz[])
         as t(id, place, subject, product, during, arrived)`,
      [
        some.map((each) => each.id),
        some.map((each) => each.placeId),
        some.map((each) => each.subject),
        some.map((each) => each.product),
        some.map((each) => range({ from: each.arrivedAt, until: each.until })),
        some.map((each) => stamp(each.arrivedAt)),
      ],
    );
  }
};

const confirmAll = (tx: Tx, units: readonly Unit[], now: Instant): Promise<unknown> =>
  rows(
    tx,
    `insert into capacity_figure (unit_id, as_of, source, actor) select id, $2, 'tap', 'scale' from unnest($1::uuid[]) as t(id)`,
    [units.map((unit) => unit.id), stamp(now)],
  );

/**
 * Fills an empty, migrated database (of its owner) with so many places, houses open day and night and figures of this
 * moment: a region to measure in. Same seed, same beds. Takes seconds.
 */
export const seedScale = async (
  databaseUrl: string,
  places: number,
  seed: number,
  now: Instant = Date.now(),
): Promise<void> => {
  const chance = seeded(seed);
  const database = openDatabase(databaseUrl, 1);
  const scale = scaleOf(places, chance);
  try {
    await database.transaction({ actor: 'scale', organisationId: null }, async (tx) => {
      await refuseIfMade(tx);
      await stampPractice(tx, `Schaal ${places}`, seed);
      await rows(tx, "set local statement_timeout = '120s'");
      await writeScale(tx, scale, now);
      for (let from = 0; from < places; from += ROWS_AT_ONCE)
        await putPlaces(tx, scale.places.slice(from, from + ROWS_AT_ONCE));
      await occupy(tx, scale.places, chance, now);
      await confirmAll(tx, scale.units, now);
    });
  } finally {
    await database.close();
  }
};
