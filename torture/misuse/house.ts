import { createHash } from 'node:crypto';
import pg from 'pg';
import { reviewAll } from '#app/review.ts';
import { makeSmallRegion } from '#demo/small.ts';
import { HOUR } from '#kernel/interval.ts';
import { countedIn, type Month } from '#modules/review/misuse.fixture.ts';
import { openDatabase } from '#platform/db/database.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';

/** The same id for a name in every run, spread as random ones are. */
const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A name as it is written: a first letter by chance, the prefix of who has one, the surname with a capital. */
const written = (id: string, surname: string): string => {
  const letter = String.fromCharCode(65 + (Number.parseInt(idOf(id).slice(0, 4), 16) % 26));
  return `${letter}. ${surname === 'vries' ? 'de ' : ''}${surname.charAt(0).toUpperCase()}${surname.slice(1)}`;
};

const fill = async (owner: pg.Client, organisationId: string, month: Month): Promise<void> => {
  const { workers, people, looks } = month;
  const role = ({ roundTheClock }: { roundTheClock: boolean }): string => (roundTheClock ? 'ward' : 'gp');
  await owner.query(
    `insert into region_professional (id, organisation_id, name, role)
     select l.id, $1, l.name, l.role from unnest($2::uuid[], $3::text[], $4::text[]) as l (id, name, role)`,
    [
      organisationId,
      workers.map(({ id }) => idOf(id)),
      workers.map((w) => written(w.id, w.surname)),
      workers.map(role),
    ],
  );
  const housed = workers.filter(({ pc4 }) => pc4 !== null);
  await owner.query(
    'insert into review_home (professional_id, organisation_id, pc4) select l.id, $1, l.pc4 from unnest($2::uuid[], $3::text[]) as l (id, pc4)',
    [organisationId, housed.map(({ id }) => idOf(id)), housed.map(({ pc4 }) => pc4)],
  );
  // Who is a colleague bears, as a person, the name under which they work.
  const colleagues = people.filter(({ colleague }) => colleague);
  await owner.query(
    `insert into region_professional (id, organisation_id, name, role)
     select l.id, $1, l.name, 'ward' from unnest($2::uuid[], $3::text[]) as l (id, name)`,
    [
      ...[organisationId, colleagues.map(({ id }) => idOf(`works ${id}`))],
      colleagues.map((each) => written(each.id, each.surname)),
    ],
  );
  await owner.query(
    `insert into people_person (id, name, birth_date, sex, pc4, created_org)
     select l.id, l.name, '1941-05-02', 'female', l.pc4, $1 from unnest($2::uuid[], $3::text[], $4::text[]) as l (id, name, pc4)`,
    [
      ...[organisationId, people.map(({ id }) => idOf(id)), people.map((p) => written(p.id, p.surname))],
      people.map(({ pc4 }) => pc4),
    ],
  );
  await owner.query(
    `insert into platform_access (id, at, event, actor, role, organisation_id, component, person_id, object_type, ground,
       policy, policy_version, outcome)
     select l.id, l.at, 'read', l.actor, 'ward', $1, 'web', l.person, 'person', l.ground, 'know-person', 'torture', 'done'
     from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::uuid[], $6::text[]) as l (id, at, actor, person, ground)`,
    [
      ...[organisationId, looks.map(({ id }) => idOf(id)), looks.map(({ at }) => new Date(at))],
      ...[looks.map(({ actor }) => idOf(actor)), looks.map(({ personId }) => idOf(personId ?? ''))],
      looks.map(({ ground }) => ground),
    ],
  );
};

/** Writes the month into the log of a real house and runs what runs there each day; counts what stands in alerts then. */
export const judgedInHouse = async (
  month: Month,
): Promise<{ raised: number; falseAlarms: number; again: number }> => {
  const test = await createTestDatabase();
  const at = month.looks.map((look) => look.at);
  const [from, until] = [Math.min(...at) - HOUR, Math.max(...at) + HOUR];
  const small = await makeSmallRegion(test.url, { now: until });
  const owner = new pg.Client({ connectionString: test.url, options: '-c app.keeper=on' });
  const database = openDatabase(test.url, 2);
  try {
    await owner.connect();
    await fill(owner, small.wards[0].organisationId, month);
    await reviewAll(database, { now: until, during: { from, until } });
    const again = await reviewAll(database, { now: until, during: { from, until } });
    const { rows } = await owner.query<{ id: string }>('select access_id as id from review_alert_look');
    const names = new Map(month.looks.map(({ id }) => [idOf(id), id]));
    return { ...countedIn(month, new Set(rows.map(({ id }) => names.get(id) ?? ''))), again };
  } finally {
    await owner.end();
    await database.close();
    await test.drop();
  }
};
