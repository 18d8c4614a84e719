import pg from 'pg';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { pick, seeded } from '#kernel/seeded.ts';
import { writeRegion } from '#modules/region/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { range, stamp } from '#platform/db/types.ts';

const SITES = 60;
const UNITS_PER_SITE = 3;
const HALL = 'Huis Beek Hof Veld Linde Eik Berk Brink Es Vaart Heide Zand'.split(' ');
const TOWNS = ['Assen', 'Rolde', 'Vries', 'Gieten', 'Beilen', 'Norg', 'Peelo', 'Marsdijk'];
const SERVED: readonly (readonly Product[])[] = [
  ['elv-low'],
  ['elv-low', 'elv-high'],
  ['elv-high', 'grz'],
  ['grz'],
  ['reo-observation'],
  ['elv-palliative', 'respite'],
  ['wlz-crisis'],
];

interface ClaimRow {
  readonly placeId: string;
  readonly kind: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly latest: Instant | null;
  readonly expires: Instant | null;
}

const organisation = (id: string, code: string, name: string, kind: 'care-provider' | 'desk' | 'gp') => ({
  ...{ id, code, name, kind, ura: null, agb: null },
  phone: '0592-00 41 00',
  party: true,
  email: null,
});

const windowsOf = (siteId: string, index: number) => {
  // One in twelve tells nobody its hours, one in six is open day and night.
  if (index % 12 === 11) return [];
  const days = index % 6 === 5 ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5];
  const [opens, closes] = index % 6 === 5 ? [0, 1440] : [480, 1020 + (index % 4) * 60];
  return days.map((weekday) => ({ siteId, product: null, weekday, opens, closes }));
};

const stayOf = (placeId: string, chance: () => number, now: Instant): ClaimRow => {
  const from = now - Math.ceil(chance() * 40) * DAY;
  // One in twenty should have left already; one in six does not know when.
  const until = chance() < 0.05 ? now - HOUR : now + Math.ceil(chance() * 35 * 24) * HOUR;
  const latest = until > now && chance() < 0.17 ? until + Math.ceil(chance() * 4) * DAY : null;
  return { placeId, kind: 'stay', from, until, latest, expires: null };
};

/** What stands on a bed: mostly somebody, sometimes a hold or a plan, sometimes nothing. */
const claimsOn = (placeId: string, chance: () => number, now: Instant): ClaimRow[] => {
  const dice = chance();
  if (dice < 0.85) {
    const stay = stayOf(placeId, chance, now);
    if (stay.latest !== null || stay.until <= now || chance() > 0.1) return [stay];
    const from = stay.until + Math.ceil(chance() * 20) * DAY;
    return [stay, { placeId, kind: 'reserved', from, until: from + 30 * DAY, latest: null, expires: null }];
  }
  if (dice < 0.89)
    return [
      {
        placeId,
        kind: 'hold',
        from: now - MINUTE,
        until: now + 35 * DAY,
        latest: null,
        expires: now + 45 * MINUTE,
      },
    ];
  if (dice > 0.93) return [];
  const from = now + Math.ceil(chance() * 45 * 24) * HOUR;
  return [{ placeId, kind: 'reserved', from, until: from + 30 * DAY, latest: null, expires: null }];
};

const insertBeds = async (
  client: pg.Client,
  places: readonly { id: string; unitId: string; code: string; products: readonly Product[] }[],
): Promise<void> => {
  await client.query(
    `insert into capacity_place (id, unit_id, code, products)
     select id, unit, code, string_to_array(products, ' ') from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as p (id, unit, code, products)`,
    [
      places.map((each) => each.id),
      places.map((each) => each.unitId),
      places.map((each) => each.code),
      places.map((each) => each.products.join(' ')),
    ],
  );
};

const insertClaims = async (client: pg.Client, claims: readonly ClaimRow[]): Promise<void> => {
  await client.query(
    `insert into capacity_claim (id, place_id, subject, kind, product, during, latest_end, expires_at, arrived_at, source)
     select id, place, id, kind, 'elv-high', during, latest, expires, case when kind = 'stay' then lower(during) end, 'work'
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::tstzrange[], $5::timestamptz[], $6::timestamptz[])
       as c (id, place, kind, during, latest, expires)`,
    [
      claims.map(newId),
      claims.map((each) => each.placeId),
      claims.map((each) => each.kind),
      claims.map((each) => range(each)),
      claims.map((each) => (each.latest === null ? null : stamp(each.latest))),
      claims.map((each) => (each.expires === null ? null : stamp(each.expires))),
    ],
  );
};

const insertUnits = async (
  client: pg.Client,
  { units, places }: { units: readonly string[]; places: readonly { id: string; unitId: string }[] },
  chance: () => number,
  now: Instant,
): Promise<void> => {
  const known = units.filter((_, index) => index % 25 !== 24);
  await client.query(
    "insert into capacity_figure (unit_id, as_of, source, actor) select unit, at, source, 'bench' from unnest($1::uuid[], $2::timestamptz[], $3::text[]) as f (unit, at, source)",
    [
      known,
      // Most spoke this morning, some yesterday, some too long ago to count.
      known.map(() => stamp(now - Math.floor(chance() < 0.8 ? chance() * 230 : chance() * 1_000) * MINUTE)),
      known.map(() => pick(chance, ['tap', 'phone', 'work', 'link'])),
    ],
  );
  const shut = places.filter(() => chance() < 0.03);
  await client.query(
    "insert into capacity_closure (id, unit_id, place_id, places, reason, during) select id, unit, place, 1, 'maintenance', during from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::tstzrange[]) as c (id, unit, place, during)",
    [
      shut.map(newId),
      shut.map((each) => each.unitId),
      shut.map((each) => each.id),
      shut.map(() => range({ from: now - HOUR, until: now + Math.ceil(chance() * 200) * HOUR })),
    ],
  );
};

const sitesOf = (organisationId: string, chance: () => number) =>
  Array.from({ length: SITES }, (_, index) => ({
    ...{
      id: newId(),
      organisationId,
      code: `s${index}`,
      street: null,
      pc4: '9401',
      zone: 'Europe/Amsterdam',
    },
    name: `${pick(chance, HALL)}${pick(chance, HALL).toLowerCase()} ${index + 1}`,
    town: pick(chance, TOWNS),
    phone: `0592-00 ${String(41 + (index % 50))} ${String(10 + index)}`,
    lat: 52.8 + chance() * 0.4,
    lon: 6.3 + chance() * 0.6,
  }));

const unitsOf = (siteId: string, index: number) =>
  Array.from({ length: UNITS_PER_SITE }, (_, nth) => ({
    ...{
      id: newId(),
      siteId,
      code: `u${index}-${nth}`,
      name: `Afdeling ${nth + 1}`,
      phone: null,
      email: null,
    },
  }));

/** The organisations, houses and wards, and one GP to sign in as. */
const makeHouses = async (url: string, chance: () => number, now: Instant): Promise<string[]> => {
  const [org, desk, gp] = [newId(), newId(), newId()];
  const sites = sitesOf(org, chance);
  const units = sites.flatMap((site, index) => unitsOf(site.id, index));
  const doctor = {
    id: newId(),
    organisationId: gp,
    siteId: null,
    unitId: null,
    name: 'Oefen huisarts',
    phone: null,
  };
  const content = {
    organisations: [
      organisation(org, 'zorg', 'Zorggroep De Vaart', 'care-provider'),
      organisation(desk, 'loket', 'Loket', 'desk'),
      organisation(gp, 'ha', 'Huisartsenpost', 'gp'),
    ],
    sites,
    units,
    professionals: [{ ...doctor, role: 'gp' as const }],
    windows: sites.flatMap((site, index) => windowsOf(site.id, index)),
  };
  const database = openDatabase(url, 2);
  const acting = { actor: 'bench', organisationId: null };
  await database.transaction(acting, (tx) => writeRegion(tx, content, { actor: 'bench', now }));
  await database.close();
  return units.map((unit) => unit.id);
};

/** Makes a region of so many beds at 60 sites, as full and as forgetful as a real one, in an empty, migrated database. */
export const makeBoardRegion = async (url: string, beds: number, now: Instant): Promise<void> => {
  const chance = seeded(20_261_122);
  const units = await makeHouses(url, chance, now);
  const places = Array.from({ length: beds }, (_, index) => ({
    id: newId(),
    unitId: units[index % units.length] ?? '',
    code: String(Math.floor(index / units.length) + 1),
    products: SERVED[(index % units.length) % SERVED.length] ?? PRODUCTS,
  }));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await insertBeds(client, places);
  await insertClaims(
    client,
    places.flatMap((place) => claimsOn(place.id, chance, now)),
  );
  await insertUnits(client, { units, places }, chance, now);
  await client.query('analyze');
  await client.end();
};
