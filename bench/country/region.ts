import pg from 'pg';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import { newId } from '#platform/db/ids.ts';
import { stamp } from '#platform/db/types.ts';
import type { CapacityStatement } from '#tower/contract.ts';

const SITES = 70;

/** One place of the country, as the peer's table holds it. */
interface CountryPlace {
  readonly region: number;
  readonly site: number;
  readonly product: Product;
  readonly free: boolean;
}

/** A country of regions with so many places each; the same for the same seed. */
export const makeCountry = (regions: number, places: number): CountryPlace[] => {
  const chance: Chance = seeded(2026);
  return Array.from({ length: regions * places }, (_, n) => ({
    region: Math.floor(n / places),
    site: n % SITES,
    product: pick(chance, PRODUCTS),
    free: chance() < 0.08,
  }));
};

/** What each region publishes of its places: one statement a region, as its own server would send it. */
export const statementsOf = (places: readonly CountryPlace[], now: Instant): CapacityStatement[] => {
  const regions = Map.groupBy(places, (place) => place.region);
  return [...regions.values()].map((own) => ({
    capacity: {
      intramural: [...Map.groupBy(own, (place) => place.site)].map(([site, here]) => {
        const kinds = [...Map.groupBy(here, (place) => place.product)];
        const line = (product: Product, count: number) => ({
          type: PRODUCT_WORDS[product].long.nl,
          product,
          count,
        });
        return {
          location: { name: `Huis ${site}`, postalcode: '9401', contact: '0592-00 41 00' },
          total: kinds.map(([product, all]) => line(product, all.length)),
          available: kinds.map(([product, all]) => line(product, all.filter((each) => each.free).length)),
          asOf: isoFromInstant(now),
        };
      }),
    },
  }));
};

/** Writes the peer's table, and whom our house follows. */
export const writeCountry = async (
  url: string,
  places: readonly CountryPlace[],
  followed: readonly string[],
  now: Instant,
): Promise<void> => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(
    'create table bench_place (id integer primary key, region integer, site integer, product text, free boolean)',
  );
  await owner.query(
    `insert into bench_place select n, r, s, p, f
     from unnest($1::integer[], $2::integer[], $3::integer[], $4::text[], $5::boolean[]) as t(n, r, s, p, f)`,
    [
      places.map((_, n) => n),
      places.map((place) => place.region),
      places.map((place) => place.site),
      places.map((place) => place.product),
      places.map((place) => place.free),
    ],
  );
  await owner.query('create index bench_place_region on bench_place (region, product)');
  await owner.query('analyze bench_place');
  for (const [n, address] of followed.entries()) {
    await owner.query(
      `insert into region_followed (id, name, url, added_by, added_at) values ($1, $2, $3, 'bench', $4)`,
      [newId(), regionName(n), address, stamp(now)],
    );
  }
  await owner.end();
};

/** Names that sort in the order of the regions. */
export const regionName = (n: number): string => `Regio ${String(n + 1).padStart(2, '0')}`;
