import pg from 'pg';

const number = async (client: pg.Client, text: string, values: unknown[] = []): Promise<number> => {
  const { rows } = await client.query<{ n: string }>(text, values);
  return Number(rows[0]?.n);
};

/** Opens the database as its owner, whom nothing is hidden from, for one look. */
export const asOwner = async <T>(url: string, look: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set app.keeper = 'on'");
    return await look(client);
  } finally {
    await client.end();
  }
};

/** Beds that two claims have at one moment, beds with two people, and people in two beds; chairs have a judge of their own. */
const DOUBLES = `select
  (select count(*) from capacity_claim a join capacity_claim b
     on a.place_id = b.place_id and a.id < b.id and a.during && b.during
   where a.released_at is null and b.released_at is null and a.displaced_at is null and b.displaced_at is null
     and a.kind not in ('cleaning', 'treatment') and b.kind not in ('cleaning', 'treatment'))
  + (select count(*) from (select 1 from capacity_claim where arrived_at is not null and left_at is null and away_at is null
       and kind <> 'treatment' group by place_id having count(*) > 1) t)
  + (select count(*) from (select 1 from capacity_claim where arrived_at is not null and left_at is null and away_at is null
       and kind <> 'treatment' group by subject having count(*) > 1) t) as n`;

/** How often one bed was given to two, or one person lies in two. */
export const doublesIn = (url: string): Promise<number> => asOwner(url, (client) => number(client, DOUBLES));

/** Every effect has its line in the diary, once, and every line its effect. */
const effect = (effects: string, event: string): string => `select count(*) as n from
  (select id, count(*) as times from (${effects}) e group by id) effects full join
  (select subject as id, count(*) as times from platform_diary where ${event} group by subject) lines using (id)
  where effects.times is distinct from lines.times`;

const DIARY = [
  effect('select id from placement_request', "room = 'placement' and event = 'sent'"),
  effect('select request_id as id from placement_offer', "room = 'placement' and event = 'offered'"),
  effect(
    'select request_id as id from placement_offer where doctor is not null',
    "room = 'placement' and event = 'accepted'",
  ),
  // Who is moved is in the new bed at once, and has left the old one.
  effect(
    "select id from capacity_claim where kind not in ('cleaning', 'treatment')",
    "room = 'capacity' and event in ('held', 'moved-in')",
  ),
  effect(
    "select id from capacity_claim where arrived_at is not null and kind <> 'treatment'",
    "room = 'capacity' and event in ('arrived', 'moved-in')",
  ),
  effect(
    "select id from capacity_claim where left_at is not null and kind <> 'treatment'",
    "room = 'capacity' and event in ('left', 'moved')",
  ),
];

/** How many effects miss their line in the diary, or lines their effect. */
export const diaryGapsIn = (url: string): Promise<number> =>
  asOwner(url, async (client) => {
    let gaps = 0;
    for (const text of DIARY) gaps += await number(client, text);
    return gaps;
  });

/** Commands that had two effects: the same mark on two requests. */
export const secondEffectsIn = (url: string): Promise<number> =>
  asOwner(url, (client) =>
    number(
      client,
      "select coalesce(sum(times - 1), 0) as n from (select count(*) as times from placement_person where remarks <> '' group by remarks) t",
    ),
  );

/** What clients were told, by the ids they were told it of. */
export interface Told {
  readonly sent: readonly string[];
  readonly accepted: readonly string[];
  readonly arrived: readonly string[];
  readonly left: readonly string[];
  /** Marks of requests whose sender was told no. */
  readonly refused: readonly string[];
}

const missing = (list: string, found: string): string =>
  `select count(*) as n from unnest(${list}) as told (id) where not exists (${found})`;

/** How many acknowledged commands are not there any more. */
export const lostIn = (url: string, told: Told): Promise<number> =>
  asOwner(url, async (client) => {
    const claims =
      'placement_offer o join capacity_claim c on c.id = o.claim_id where o.request_id = told.id';
    const checks: [string, readonly string[]][] = [
      ['select 1 from placement_request r where r.id = told.id', told.sent],
      [
        'select 1 from placement_offer o where o.request_id = told.id and o.doctor is not null',
        told.accepted,
      ],
      [`select 1 from ${claims} and c.arrived_at is not null`, told.arrived],
      [`select 1 from ${claims} and c.left_at is not null`, told.left],
      ['select 1 from stay_stay s where s.request_id = told.id', told.arrived],
      ['select 1 from stay_stay s where s.request_id = told.id and s.ended_at is not null', told.left],
    ];
    let lost = 0;
    for (const [found, ids] of checks) lost += await number(client, missing('$1::uuid[]', found), [ids]);
    return lost;
  });

/** How many requests stand although their sender was told no. */
export const doneAllTheSameIn = (url: string, told: Told): Promise<number> =>
  asOwner(url, (client) =>
    number(client, 'select count(*) as n from placement_person where remarks = any($1)', [told.refused]),
  );
