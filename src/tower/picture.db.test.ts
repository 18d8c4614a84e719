import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import { loadPicture, type Picture } from '#modules/capacity/index.ts';
import { writeRegion } from '#modules/region/index.ts';
import { type Database, openDatabase, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { range, stamp } from '#platform/db/types.ts';
import { type Entry, linesAfter, record, type WrittenEntry } from '#platform/diary/diary.ts';
import { createTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';
import { openBoard } from './board-bytes.ts';
import type { Board } from './contract.ts';

const NOW: Instant = Date.UTC(2026, 9, 22, 9, 41);
const NOBODY = { actor: 'tailer', organisationId: null } as const;
const ids = {
  org: newId(),
  desk: newId(),
  sites: [newId(), newId(), newId()],
  units: [newId(), newId(), newId(), newId()],
};

let test: TestDatabase;
let database: Database;

const line = (event: string, subject: string, unitId: string): Entry => ({
  at: NOW,
  room: 'capacity',
  event,
  subject,
  unitId,
  organisationId: ids.org,
  actor: 'test',
  body: {},
});

const organisation = (id: string, kind: 'care-provider' | 'desk') => ({
  id,
  code: kind,
  name: kind,
  kind,
  phone: '0592-00 41 00',
  ...{ party: true, email: null, ura: null, agb: null },
});
const siteRow = (id: string, index: number, name = `Huis ${index}`) => ({
  ...{ id, organisationId: ids.org, code: `s${index}`, name, street: null, pc4: '9401', town: 'Assen' },
  ...{ phone: '0592-00 41 31', zone: 'Europe/Amsterdam', lat: 53, lon: 6.5 },
});

const addPlaces = async (tx: Tx, unitId: string, codes: readonly number[]): Promise<void> => {
  for (const code of codes) {
    const products = [['elv-low', 'elv-high'], ['elv-high'], ['grz', 'respite'], ['reo-observation']][
      code % 4
    ];
    await rows(tx, 'insert into capacity_place (id, unit_id, code, products) values ($1, $2, $3, $4)', [
      newId(),
      unitId,
      String(code),
      products,
    ]);
  }
};

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url, 6);
  await database.transaction(NOBODY, async (tx) => {
    await writeRegion(
      tx,
      {
        organisations: [organisation(ids.org, 'care-provider'), organisation(ids.desk, 'desk')],
        sites: ids.sites.map((id, index) => siteRow(id, index)),
        units: ids.units.map((id, index) => ({
          id,
          siteId: ids.sites[index % 3] ?? '',
          code: `u${index}`,
          name: `Afdeling ${index}`,
          ...{ phone: null, email: null },
        })),
        windows: [1, 2, 3, 4, 5].map((weekday) => ({
          siteId: ids.sites[0] ?? '',
          product: null,
          weekday,
          opens: 480,
          closes: 1020,
        })),
      },
      { actor: 'test', now: NOW },
    );
    for (const unitId of ids.units.slice(0, 3)) await addPlaces(tx, unitId, [1, 2, 3, 4, 5, 6]);
  });
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

/** What can happen to a ward, straight into its tables, each with its line in the diary. */
type Act = (tx: Tx, chance: Chance) => Promise<Entry[]>;

const somePlace = async (tx: Tx, chance: Chance): Promise<{ id: string; unit_id: string }> =>
  pick(
    chance,
    await rows<{ id: string; unit_id: string }>(tx, 'select id, unit_id from capacity_place order by id'),
  );

const add: Act = async (tx, chance) => {
  const place = await somePlace(tx, chance);
  const kind = pick(chance, ['hold', 'reserved', 'stay'] as const);
  const from =
    kind === 'stay' ? NOW - Math.ceil(chance() * 20) * DAY : NOW + Math.floor(chance() * 96) * HOUR;
  const during = { from, until: NOW + Math.ceil(2 + chance() * 30) * DAY };
  const id = newId();
  // What cannot stand beside what is there, is not written, and says nothing.
  const made = await rows(
    tx,
    `insert into capacity_claim (id, place_id, subject, kind, product, during, latest_end, expires_at, arrived_at, source)
     select $1, $2, $1, $3, 'elv-high', $4::tstzrange, $5, $6, $7, 'work'
     where not exists (select 1 from capacity_claim c where c.place_id = $2 and c.during && $4::tstzrange
       and c.released_at is null and c.displaced_at is null)
     and ($3 <> 'stay' or not exists (select 1 from capacity_claim c where c.place_id = $2 and c.arrived_at is not null and c.left_at is null))
     returning id`,
    [
      id,
      place.id,
      kind,
      range(during),
      kind === 'stay' && chance() < 0.3 ? stamp(during.until + DAY) : null,
      kind === 'hold' ? stamp(NOW + Math.ceil(chance() * 90) * MINUTE) : null,
      kind === 'stay' ? stamp(from) : null,
    ],
  );
  return made.length === 0 ? [] : [line('held', id, place.unit_id)];
};

const changed =
  (event: string, set: string, where: string): Act =>
  async (tx, chance) => {
    const place = await somePlace(tx, chance);
    const found = await rows<{ id: string }>(
      tx,
      `update capacity_claim set ${set}, version = version + 1 where place_id = $1 and left_at is null and released_at is null and ${where} returning id`,
      [place.id, stamp(NOW)],
    );
    return found.map((claim) => line(event, claim.id, place.unit_id));
  };

const close: Act = async (tx, chance) => {
  const place = await somePlace(tx, chance);
  const whole = chance() < 0.5;
  await rows(
    tx,
    'insert into capacity_closure (id, unit_id, place_id, places, reason, during) values ($1, $2, $3, $4, $5, $6)',
    [
      newId(),
      place.unit_id,
      whole ? place.id : null,
      whole ? 1 : 2,
      'maintenance',
      range({ from: NOW - HOUR, until: NOW + Math.ceil(chance() * 60) * HOUR }),
    ],
  );
  return [line('closed', place.unit_id, place.unit_id)];
};

const staff: Act = async (tx, chance) => {
  const unitId = pick(chance, ids.units);
  await rows(
    tx,
    `insert into capacity_staffing (unit_id, day, half_day, staffed) values ($1, '2026-10-22', $2, $3)
     on conflict (unit_id, day, half_day) do update set staffed = excluded.staffed`,
    [unitId, pick(chance, ['morning', 'afternoon']), Math.floor(chance() * 6)],
  );
  return [line('staffed', unitId, unitId)];
};

const confirm: Act = async (tx, chance) => {
  const unitId = pick(chance, ids.units);
  const asOf = NOW - Math.floor(chance() * 14 * 60) * MINUTE;
  await rows(
    tx,
    `insert into capacity_figure (unit_id, as_of, source, actor) values ($1, $2, $3, 'test')
     on conflict (unit_id) do update set as_of = excluded.as_of, source = excluded.source`,
    [unitId, stamp(asOf), pick(chance, ['tap', 'link'])],
  );
  return [line('confirmed', unitId, unitId)];
};

const open: Act = async (tx, chance) => {
  const unitId = ids.units[3] ?? '';
  await addPlaces(tx, unitId, [Math.floor(chance() * 1_000_000)]);
  return [line('imported', unitId, unitId)];
};

const rename: Act = async (tx, chance) => {
  const index = Math.floor(chance() * 3);
  const site = siteRow(ids.sites[index] ?? '', index, `Huis ${Math.floor(chance() * 1000)}`);
  await writeRegion(tx, { sites: [site] }, { actor: 'test', now: NOW });
  return [];
};

const acts: readonly Act[] = [
  add,
  add,
  add,
  changed('released', 'released_at = $2', "kind in ('hold', 'reserved')"),
  changed('displaced', 'displaced_at = $2', "kind = 'reserved' and displaced_at is null"),
  changed(
    'left',
    'left_at = $2, during = tstzrange(lower(during), $2), latest_end = null',
    'arrived_at is not null',
  ),
  close,
  staff,
  confirm,
  confirm,
  confirm,
  open,
];

const told = (picture: Picture, at: Instant): Omit<Board, 'version' | 'asOf'> => {
  const { version: _version, asOf: _asOf, ...board } = openBoard(picture).current(at).board;
  return board;
};

/** Transactions of other tests on the same server hold the diary up: a line is read once nothing older can come. */
const linesTo = async (picture: Picture): Promise<WrittenEntry[]> => {
  const [last] = await database.transaction(NOBODY, (tx) =>
    rows<{ id: number }>(tx, 'select max(id) as id from platform_diary'),
  );
  for (;;) {
    const lines = await database.transaction(NOBODY, (tx) => linesAfter(tx, picture.position, 500));
    if (lines.length === 0 && picture.position.id >= (last?.id ?? 0)) return lines;
    if ((lines.at(-1)?.id ?? 0) >= (last?.id ?? 0)) return lines;
    await wait(10);
  }
};

/** Takes in the lines in a few helpings, as the tailer may. */
const follow = async (picture: Picture): Promise<void> => {
  const lines = await linesTo(picture);
  for (let from = 0; from < lines.length; from += 7) {
    await database.transaction(NOBODY, (tx) => picture.apply(tx, lines.slice(from, from + 7), NOW));
  }
};

const undone = new Error('undone');

const readWhole = (): Promise<Picture> => database.transaction(NOBODY, (tx) => loadPicture(tx, NOW));

/** One act in its own transaction; one in ten is rolled back and may leave nothing behind. */
const happen = async (chance: Chance, among: readonly Act[]): Promise<void> => {
  const act = pick(chance, among);
  const gone = chance() < 0.1;
  const doing = database.transaction(NOBODY, async (tx) => {
    await record(tx, await act(tx, chance));
    if (gone) throw undone;
  });
  if (gone) await expect(doing).rejects.toBe(undone);
  else await doing;
};

describe('the picture of the region', () => {
  it('has a ward as soon as that has its first bed', async () => {
    const picture = await readWhole();
    await database.transaction(NOBODY, async (tx) => record(tx, await open(tx, seeded(4))));
    await follow(picture);
    expect(told(picture, NOW)).toEqual(told(await readWhole(), NOW));
    expect([...picture.unitsOfSite.values()].flat()).toContain(ids.units[3]);
  });

  it.each([1, 2, 3])(
    'kept by the diary is the picture read whole, whatever happened (I15, seed %i)',
    async (seed) => {
      const chance = seeded(seed);
      const picture = await readWhole();
      const before = told(picture, NOW);
      for (let round = 0; round < 4; round++) {
        // Writing about the region has everything read anew and would hide what was not: only at the end.
        const among = round < 3 ? acts : [...acts, rename, rename];
        for (let count = 0; count < 15; count++) await happen(chance, among);
        await follow(picture);
        const fresh = await readWhole();
        for (const at of [NOW, NOW + 40 * MINUTE, NOW + 26 * HOUR])
          expect(told(picture, at)).toEqual(told(fresh, at));
      }
      expect(told(picture, NOW)).not.toEqual(before);
    },
  );

  it('reads again what it could not read when it was told', async () => {
    const picture = await database.transaction(NOBODY, (tx) => loadPicture(tx, NOW));
    await database.transaction(NOBODY, async (tx) => record(tx, await confirm(tx, seeded(9))));
    await database.transaction(NOBODY, async (tx) => record(tx, await close(tx, seeded(5))));
    const lines = await linesTo(picture);
    const broken = { query: () => Promise.reject(undone) } as unknown as Tx;
    const at = picture.version;
    await expect(picture.apply(broken, lines, NOW)).rejects.toBe(undone);
    expect(picture.version).toBe(at);
    await database.transaction(NOBODY, (tx) => picture.apply(tx, [], NOW));
    expect(told(picture, NOW)).toEqual(told(await readWhole(), NOW));
  });
});
