import pg from 'pg';
import type { Instant } from '#kernel/interval.ts';
import type { Product, Property } from '#kernel/product.ts';
import { CAUTIOUS, writeRegion } from '#modules/region/index.ts';
import type { OrganisationKind, Professional, Role } from '#modules/region/types.ts';
import { openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { stamp } from '#platform/db/types.ts';

/** The smallest region in which everything can happen: a GP, a hospital, a desk and two care homes. For tests and torture. */
export interface SmallRegion {
  readonly gp: Professional;
  readonly transfer: Professional;
  readonly desk: Professional;
  /** One nurse per home, in the order of the homes. */
  readonly wards: readonly [Professional, Professional];
  /** Who judges the looks of each home, in the order of the homes. */
  readonly officers: readonly [Professional, Professional];
  /** The specialist in elderly medicine of the first home, who advises. */
  readonly doctor: Professional;
  readonly units: readonly [string, string];
  readonly sites: readonly [string, string];
  /** The site of the hospital; it has no beds in this region. */
  readonly hospital: string;
  /** Places per unit, in the order of their codes. */
  readonly places: readonly [readonly string[], readonly string[]];
  /** A welfare organisation with a house of its own, when it was wished for. */
  readonly welfare: SmallWelfare | null;
}

/** The house of the welfare organisation: who works there, who asks places for others, and its places. */
export interface SmallWelfare {
  readonly ward: Professional;
  readonly asker: Professional;
  readonly unit: string;
  readonly places: readonly string[];
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
  /** Is the next asked by itself? Left out: no, so that stories say themselves whom to ask. */
  readonly autoNext?: boolean;
  /** Who chooses among several yeses; left out: the first stands. */
  readonly choice?: 'first' | 'person';
  /** A welfare organisation with a respite house; left out: none, so that every other figure stays what it is. */
  readonly welfare?: boolean;
}

const organisation = (code: string, name: string, kind: OrganisationKind) => ({
  id: newId(),
  code,
  name,
  kind,
  phone: null,
  email: null,
  party: true,
  ura: null,
  agb: null,
});

const somebody = (
  role: Role,
  organisationId: string,
  siteId: string | null,
  unitId: string | null,
): Professional => ({
  id: newId(),
  organisationId,
  siteId,
  unitId,
  name: `Oefen ${role}`,
  role,
  phone: '0592001720',
});

const home = (organisationId: string, code: string, lat: number) => ({
  id: newId(),
  organisationId,
  code,
  name: `Huis ${code}`,
  street: null,
  pc4: '9405',
  town: 'Assen',
  lat,
  lon: 6.56,
  phone: '0592-00 41 41',
  zone: 'Europe/Amsterdam',
});

const unitOf = ({ id, code }: { id: string; code: string }) => ({
  id: newId(),
  siteId: id,
  code: `${code}-1`,
  name: 'Afdeling 1',
  phone: null,
  email: null,
});

const DAY_AND_NIGHT = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  product: null,
  weekday,
  opens: 0,
  closes: 1440,
}));

const agreementOf = (wish: SmallWish, deskOrganisationId: string, consultOrganisationId: string) => ({
  ...CAUTIOUS,
  validFrom: '2020-01-01',
  autoNext: wish.autoNext ?? false,
  choice: wish.choice ?? 'first',
  holdMinutes: wish.holdMinutes ?? 45,
  answerMinutes: wish.answerMinutes ?? 45,
  parallelOffers: 3,
  heldOffers: 2,
  oldAfterMinutes: 240,
  tooOldAfterMinutes: 720,
  silentAfterMinutes: 15,
  deskOrganisationId,
  consultOrganisationId,
  deskPhone: '0592-00 41 00',
});

/** Makes the small region in an empty, migrated database of the owner. */
export const makeSmallRegion = async (url: string, wish: SmallWish): Promise<SmallRegion> => {
  const gp = organisation('hap', 'Praktijk', 'gp');
  const hospital = organisation('zkh', 'Ziekenhuis', 'hospital');
  const desk = organisation('loket', 'Loket', 'desk');
  const north = organisation('noord', 'Noord Zorg', 'care-provider');
  const south = organisation('zuid', 'Zuid Zorg', 'care-provider');
  const sites = [home(north.id, 'noord', 53.0), home(south.id, 'zuid', 52.98)] as const;
  const hospitalSite = home(hospital.id, 'zkh', 52.99);
  const units = [unitOf(sites[0]), unitOf(sites[1])] as const;
  const wards = [
    somebody('ward', north.id, sites[0].id, units[0].id),
    somebody('ward', south.id, sites[1].id, units[1].id),
  ] as const;
  const officers = [
    somebody('security-officer', north.id, null, null),
    somebody('security-officer', south.id, null, null),
  ] as const;
  const people = {
    gp: somebody('gp', gp.id, null, null),
    transfer: somebody('transfer-nurse', hospital.id, null, null),
    desk: somebody('desk', desk.id, null, null),
    doctor: somebody('elderly-doctor', north.id, sites[0].id, null),
  };
  const content = {
    organisations: [gp, hospital, desk, north, south],
    sites: [...sites, hospitalSite],
    units,
    windows: sites.flatMap((site) => DAY_AND_NIGHT.map((window) => ({ siteId: site.id, ...window }))),
    professionals: [people.gp, people.transfer, people.desk, people.doctor, ...wards, ...officers],
    postcodes: [{ pc4: '9405', town: 'Assen', lat: 53.0, lon: 6.55 }],
    agreements: [agreementOf(wish, desk.id, north.id)],
    contacts: [{ kind: 'wlz-desk', name: 'Zorgkantoor Oefen', phone: '0592-00 60 00' }],
  };
  await write(url, content, wish);
  const ids = [units[0].id, units[1].id] as const;
  const places = await makePlaces(url, ids, wish);
  return {
    ...people,
    wards,
    officers,
    units: ids,
    sites: [sites[0].id, sites[1].id],
    hospital: hospitalSite.id,
    places: [places[0] ?? [], places[1] ?? []],
    welfare: wish.welfare === true ? await makeWelfare(url, wish) : null,
  };
};

const write = async (
  url: string,
  content: Parameters<typeof writeRegion>[1],
  wish: SmallWish,
): Promise<void> => {
  const database = openDatabase(url, 2);
  await database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    writeRegion(tx, content, { actor: 'maker', now: wish.now }),
  );
  await database.close();
};

/** Adds the welfare organisation and its house. */
const makeWelfare = async (url: string, wish: SmallWish): Promise<SmallWelfare> => {
  const social = organisation('welzijn', 'Welzijn Oost', 'welfare');
  const site = home(social.id, 'oost', 53.01);
  const unit = unitOf(site);
  const ward = somebody('ward', social.id, site.id, unit.id);
  const asker = somebody('transfer-nurse', social.id, null, null);
  const windows = DAY_AND_NIGHT.map((window) => ({ siteId: site.id, ...window }));
  await write(
    url,
    { organisations: [social], sites: [site], units: [unit], windows, professionals: [ward, asker] },
    wish,
  );
  const [places = []] = await makePlaces(url, [unit.id], wish);
  return { ward, asker, unit: unit.id, places };
};

const makePlaces = async (url: string, units: readonly string[], wish: SmallWish): Promise<string[][]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "insert into platform_mode (mode, region_name) values ('practice', 'Klein') on conflict do nothing",
  );
  const made: string[][] = [];
  for (const unitId of units) {
    const places: string[] = [];
    made.push(places);
    for (let number = 1; number <= (wish.placesPerUnit ?? 1); number++) {
      const id = newId();
      places.push(id);
      await client.query(
        'insert into capacity_place (id, unit_id, code, products, properties) values ($1, $2, $3, $4, $5)',
        [
          id,
          unitId,
          String(number),
          wish.products ?? ['elv-low', 'elv-high', 'wlz-crisis'],
          wish.properties ?? [],
        ],
      );
    }
    if (wish.confirmed !== false) {
      await client.query(
        "insert into capacity_figure (unit_id, as_of, source, actor) values ($1, $2, 'tap', 'maker')",
        [unitId, stamp(wish.now)],
      );
    }
  }
  await client.end();
  return made;
};
