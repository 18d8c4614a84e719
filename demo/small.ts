import pg from 'pg';
import { type Product, type Property } from '#kernel/product.ts';
import type { Instant } from '#kernel/interval.ts';
import { stamp } from '#platform/db/types.ts';
import { openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { writeRegion } from '#modules/region/index.ts';
import type { Professional, Role } from '#modules/region/types.ts';

/** The smallest region in which everything can happen: a GP, a hospital, a desk and two care homes. For tests and torture. */
export interface SmallRegion {
  readonly gp: Professional;
  readonly transfer: Professional;
  readonly desk: Professional;
  /** One nurse per home, in the order of the homes. */
  readonly wards: readonly [Professional, Professional];
  readonly units: readonly [string, string];
  readonly sites: readonly [string, string];
  /** Places per unit, in the order of their codes. */
  readonly places: readonly [readonly string[], readonly string[]];
}

/** How the small region is made; what is left out is one bed a home, open day and night, figures of this moment. */
export interface SmallWish {
  readonly now: Instant;
  readonly placesPerUnit?: number;
  readonly products?: readonly Product[];
  readonly properties?: readonly Property[];
  /** False leaves the figures unknown. */
  readonly confirmed?: boolean;
  readonly holdMinutes?: number;
  readonly answerMinutes?: number;
}

const organisation = (code: string, name: string, kind: 'gp' | 'hospital' | 'desk' | 'care-provider') => ({
  id: newId(), code, name, kind, phone: null, ura: null, agb: null,
});

const somebody = (role: Role, organisationId: string, siteId: string | null, unitId: string | null): Professional => ({
  id: newId(), organisationId, siteId, unitId, name: `Oefen ${role}`, role, phone: '0592001720',
});

const home = (organisationId: string, code: string, lat: number) => ({
  id: newId(), organisationId, code, name: `Huis ${code}`, street: null, pc4: '9405', town: 'Assen', lat, lon: 6.56,
  phone: '0592-00 41 41', zone: 'Europe/Amsterdam',
});

/** Makes the small region in an empty, migrated database of the owner. */
export const makeSmallRegion = async (url: string, wish: SmallWish): Promise<SmallRegion> => {
  const [gp, hospital, desk] = [organisation('hap', 'Praktijk', 'gp'), organisation('zkh', 'Ziekenhuis', 'hospital'), organisation('loket', 'Loket', 'desk')];
  const [north, south] = [organisation('noord', 'Noord Zorg', 'care-provider'), organisation('zuid', 'Zuid Zorg', 'care-provider')];
  const sites = [home(north.id, 'noord', 53.0), home(south.id, 'zuid', 52.98)] as const;
  const units = sites.map((site) => ({ id: newId(), siteId: site.id, code: `${site.code}-1`, name: 'Afdeling 1', phone: null }));
  const [first, second] = units;
  if (first === undefined || second === undefined) throw new Error('two homes have two units');
  const wards = [somebody('ward', north.id, sites[0].id, first.id), somebody('ward', south.id, sites[1].id, second.id)] as const;
  const people = { gp: somebody('gp', gp.id, null, null), transfer: somebody('transfer-nurse', hospital.id, null, null), desk: somebody('desk', desk.id, null, null) };
  const windows = sites.flatMap((site) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ siteId: site.id, product: null, weekday, opens: 0, closes: 1440 })));
  const database = openDatabase(url, 2);
  await database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    writeRegion(
      tx,
      {
        organisations: [gp, hospital, desk, north, south], sites, units, windows,
        professionals: [people.gp, people.transfer, people.desk, ...wards],
        postcodes: [{ pc4: '9405', town: 'Assen', lat: 53.0, lon: 6.55 }],
        agreements: [{
          validFrom: '2020-01-01', holdMinutes: wish.holdMinutes ?? 45, answerMinutes: wish.answerMinutes ?? 45, parallelOffers: 3, heldOffers: 2,
          oldAfterMinutes: 240, tooOldAfterMinutes: 720, silentAfterMinutes: 15, deskOrganisationId: desk.id, deskPhone: '0592-00 41 00',
        }],
      },
      { actor: 'maker', now: wish.now },
    ),
  );
  await database.close();
  const places = await makePlaces(url, [first.id, second.id], wish);
  return { ...people, wards, units: [first.id, second.id], sites: [sites[0].id, sites[1].id], places };
};

const makePlaces = async (url: string, units: readonly [string, string], wish: SmallWish): Promise<[string[], string[]]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("insert into platform_mode (mode, region_name) values ('practice', 'Klein')");
  const made: [string[], string[]] = [[], []];
  for (const [i, unitId] of units.entries()) {
    for (let number = 1; number <= (wish.placesPerUnit ?? 1); number++) {
      const id = newId();
      made[i === 0 ? 0 : 1].push(id);
      await client.query('insert into capacity_place (id, unit_id, code, products, properties) values ($1, $2, $3, $4, $5)', [
        id, unitId, String(number), wish.products ?? ['elv-low', 'elv-high', 'wlz-crisis'], wish.properties ?? [],
      ]);
    }
    if (wish.confirmed !== false) {
      await client.query("insert into capacity_figure (unit_id, as_of, source, actor) values ($1, $2, 'tap', 'maker')", [unitId, stamp(wish.now)]);
    }
  }
  await client.end();
  return made;
};
