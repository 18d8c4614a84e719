import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import { newId } from '#platform/db/ids.ts';
import { migrate } from '#platform/db/migrate.ts';
import { type RunningPostgres, startPostgres } from '#platform/postgres/index.ts';
import { type Caller, openCaller, signIn } from '#torture/house/caller.ts';
import { asOwner } from '#torture/house/judge.ts';
import { type KeptHouse, keepHouse } from '#torture/house/keeper.ts';
import type { Placing } from './hands.ts';

/** Beds of each house that are asked for, that somebody may be moved to, and that its ward shuts. */
const ASKED = 40;
const SPARE = 6;
const BEDS = ASKED + SPARE + 1;

/** A database of its own that may be killed, a house on it, and who asks what there. */
export interface Scene extends Pick<Placing, 'small' | 'tokens' | 'spares' | 'shuts' | 'beds'> {
  readonly database: RunningPostgres;
  readonly house: KeptHouse;
  readonly caller: Caller;
  /** Ends all of it, and forgets it. */
  end(): Promise<void>;
}

const bedsOf = ({ places }: SmallRegion): Pick<Placing, 'spares' | 'shuts' | 'beds'> => {
  const spare = (home: 0 | 1): string[] => places[home].slice(ASKED, ASKED + SPARE);
  return {
    spares: [spare(0), spare(1)],
    shuts: [places[0].at(-1) ?? '', places[1].at(-1) ?? ''],
    beds: BEDS,
  };
};

/** Somebody of the desk who steers the region. */
const steering = (url: string, { desk }: SmallRegion): Promise<string> =>
  asOwner(url, async (client) => {
    const id = newId();
    await client.query(
      "insert into region_professional (id, organisation_id, name, role) values ($1, $2, 'Oefen Regie', 'region-manager')",
      [id, desk.organisationId],
    );
    return id;
  });

/** Opens it; `settings` are those of the database. */
export const openScene = async (settings: Readonly<Record<string, string>>): Promise<Scene> => {
  const folder = await mkdtemp(join(tmpdir(), 'vt-kill-'));
  const database = await startPostgres({
    dataDir: folder,
    settings: { shared_buffers: '64MB', ...settings },
  });
  await migrate(database.url);
  const region = await makeSmallRegion(database.url, { now: Date.now(), placesPerUnit: BEDS });
  const manager = await steering(database.url, region);
  const house = await keepHouse(database.url);
  const caller = openCaller(house.port, 64);
  const [asker = '', north = '', south = '', steers = ''] = await Promise.all(
    [...[region.gp, ...region.wards].map(({ id }) => id), manager].map((id) => signIn(caller, id)),
  );
  // Who is signed in is not what is tried here: it stands on disk before the first kill.
  await asOwner(database.adminUrl, (client) => client.query('checkpoint'));
  const [north0, south0] = region.places;
  return {
    ...{ database, house, caller, ...bedsOf(region) },
    tokens: { asker, manager: steers, wards: [north, south] },
    small: { ...region, places: [north0.slice(0, ASKED), south0.slice(0, ASKED)] },
    async end() {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
