import pg from 'pg';
import { expect } from 'vitest';
import { type ApiHouse, openApiHouse } from '#app/api-house.fixture.ts';
import type { Instant } from '#kernel/interval.ts';
import { type Doing, loadPicture, type Picture, sweepHolds } from '#modules/capacity/index.ts';
import { dueSteps, followCapacity, takeDueStep } from '#modules/placement/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { typeParsers } from '#platform/db/types.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { openBoard } from '#tower/index.ts';
import { emptyTables } from './empty.fixture.ts';
import { crossingOf } from './real-acts.fixture.ts';
import { readTruth } from './real-truth.fixture.ts';
import type { HouseRules, World } from './world.fixture.ts';

const WRITTEN = [
  'capacity_claim, capacity_closure, capacity_staffing, placement_request, placement_person, placement_offer',
  'placement_message, placement_document, placement_escalation, placement_answer, placement_triage',
  'placement_consult, placement_triage_text',
  'placement_responsibility, people_person, people_relation, platform_key, platform_diary',
].join(', ');
const LINES = `select id, xid::text as xid, at, room, event, subject, unit_id as "unitId",
  organisation_id as "organisationId", actor, body from platform_diary where id > $1 order by id`;
const NOBODY = { actor: 'model', organisationId: null } as const;

/** The real house over HTTP on a real database, emptied for each history. */
export interface RealHouse {
  /** A world in which nothing happened yet. */
  begin(start: Instant, rules: HouseRules): Promise<World>;
  close(): Promise<void>;
}

/** Empties what histories wrote; the house is told that the region moved, so that it reads everything again. */
const empty = (owner: pg.Client, start: Instant, rules: HouseRules): Promise<void> =>
  // With whatever hangs on a person: letters, consents, doors.
  emptyTables(owner, WRITTEN, async () => {
    const now = new Date(start).toISOString();
    await owner.query("delete from capacity_place where 'extra' = any (labels)");
    await owner.query('update region_agreement set auto_next = $1, choice = $2', [
      rules.autoNext,
      rules.choice,
    ]);
    await owner.query("update capacity_figure set as_of = $1, source = 'tap'", [now]);
    await owner.query(
      `insert into platform_diary (at, room, event, subject, actor)
       values ($1, 'region', 'agreement-written', '00000000-0000-0000-0000-000000000000', 'model')`,
      [now],
    );
  });

/** In the name of the desk, as what happens by itself does. */
const asDesk = (api: ApiHouse, work: (tx: Tx, doing: Doing) => Promise<unknown>): Promise<unknown> => {
  const { id, organisationId } = api.small.desk;
  return api.house.database.transaction({ actor: id, organisationId }, async (tx) => {
    const region = await api.house.regionOf(tx);
    return work(tx, { actor: { id, organisationId }, now: api.clock.at, region });
  });
};

/** Follows what happened since, as the house does beside us: everything it hears twice, it must do once. */
const openFollowing = (api: ApiHouse, reader: pg.Client) => {
  let last = 0;
  const sweep = (): Promise<unknown> =>
    asDesk(api, async (tx, doing) => {
      for (const step of await dueSteps(tx, doing)) await takeDueStep(tx, step, api.house.nextPlaces, doing);
      await sweepHolds(tx, doing);
    });
  /** What follows may itself move beds: until nothing is new. */
  const follow = async (): Promise<void> => {
    const { rows: lines } = await reader.query<WrittenEntry>(LINES, [last]);
    for (const line of lines)
      await asDesk(api, (tx, doing) => followCapacity(tx, line, api.house.nextPlaces, doing));
    last = lines.at(-1)?.id ?? last;
    if (lines.length > 0) await follow();
  };
  return async (): Promise<void> => {
    await sweep();
    await follow();
  };
};

/** I15: what the diary made of the picture is what a picture made anew would be, to the byte of every row. */
const compareBoards = async (api: ApiHouse): Promise<Picture> => {
  const { clock, house, small } = api;
  const fresh = await house.database.transaction(NOBODY, (tx) => loadPicture(tx, clock.at));
  const { board } = openBoard(fresh).current(clock.at);
  const expected = JSON.parse(JSON.stringify({ rows: board.rows, totals: board.totals }));
  await expect
    .poll(
      async () => {
        const { rows, totals } = (await api.call(small.gp, 'GET', '/api/v1/board')).json();
        return { rows, totals };
      },
      { timeout: 5_000, interval: 20 },
    )
    .toEqual(expected);
  return fresh;
};

/** Builds it once; histories follow one another. */
export const openRealHouse = async (now: Instant): Promise<RealHouse> => {
  const api = await openApiHouse({ now, placesPerUnit: 2 });
  const { small, owner, clock } = api;
  // The model knows two beds in the first home and one in the second.
  const [spare] = small.places[1].slice(1);
  await owner.query('delete from capacity_place where id = $1', [spare]);
  const reader = new pg.Client({ connectionString: api.url, types: typeParsers as pg.CustomTypesConfig });
  await reader.connect();
  const places = [...small.places[0], small.places[1][0] as string];
  const homes = { organisations: small.wards.map((ward) => ward.organisationId), units: small.units };
  const begin = async (start: Instant, rules: HouseRules): Promise<World> => {
    clock.at = start;
    await empty(owner, start, rules);
    const follow = openFollowing(api, reader);
    return {
      places,
      rules,
      // What it sees of its own beds follows a moment after what it did.
      isPrompt: false,
      async perform(command, key) {
        const { who, method, path, body, version } = crossingOf(command, small);
        const more = { key, ...(version === undefined ? {} : { version }) };
        const answer = await api.call(who, method, `/api/v1${path}`, body, more);
        if (answer.statusCode === 200) return { ok: true, answer: answer.body };
        return { ok: false, code: answer.json<{ code: string }>().code };
      },
      settle: follow,
      look: () => readTruth(reader, homes),
      async board() {
        const fresh = await compareBoards(api);
        const states = small.units.map((unitId) => {
          const look = fresh.look(unitId, clock.at);
          return new Map(
            look?.facts.places.map((place, i) => [place.id, look.best[i] ?? 'unknown'] as const),
          );
        });
        return places.map((place) => states[0]?.get(place) ?? states[1]?.get(place) ?? 'unknown');
      },
      async extras() {
        const fresh = await compareBoards(api);
        return small.units.flatMap((unitId) => {
          const look = fresh.look(unitId, clock.at);
          const known = look?.facts.places ?? [];
          return known.flatMap(({ id }, i) => (places.includes(id) ? [] : [look?.best[i] ?? 'unknown']));
        });
      },
      setClock(to) {
        clock.at = to;
      },
    };
  };
  return {
    begin,
    async close() {
      await reader.end();
      await api.close();
    },
  };
};
