import type { ApiHouse } from '#app/api-house.fixture.ts';
import { HOUR } from '#kernel/interval.ts';
import type { Act } from './world.fixture.ts';

const ELV = 'elv-high' as const;

/** Two people who do all that can be done: one is handed over to the practice in time, the other to the next house afterwards. */
export const aLife: readonly Act[] = [
  { do: 'ask', person: 0, bed: 0, care: ELV },
  { do: 'cancel', person: 0 },
  { do: 'ask', person: 0, bed: 0, care: ELV },
  { do: 'arrive', person: 0 },
  { do: 'move', person: 0, bed: 1 },
  { do: 'away', person: 0 },
  { do: 'back', person: 0 },
  { do: 'extend', person: 0, days: 1, role: 'elderly-doctor' },
  { do: 'write', person: 0, section: 'allergies', text: 'penicilline', to: 'gp' },
  { do: 'send', person: 0 },
  { do: 'write', person: 0, section: 'home', text: 'trap met leuning', to: 'gp' },
  { do: 'send', person: 0 },
  { do: 'confirm', person: 0 },
  { do: 'depart', person: 0, to: 'home', ago: 0 },
  { do: 'ask', person: 1, bed: 2, care: ELV },
  { do: 'arrive', person: 1 },
  { do: 'write', person: 1, section: 'home', text: 'trap met leuning', to: 'home' },
  { do: 'send', person: 1 },
  { do: 'depart', person: 1, to: 'home', ago: 0 },
  { do: 'clock', by: HOUR },
  { do: 'confirm', person: 1 },
];

const trigger = (table: string, when: string, body: string): string =>
  `create function plant() returns trigger language plpgsql as $$ begin ${body} end $$;
   create trigger plant before ${when} on ${table} for each row execute function plant()`;

/** What goes wrong in the real house, planted in its tables: each row is written otherwise than the house meant it. */
export const plantedInTables: Readonly<Record<string, string>> = {
  'who left keeps the bed': trigger('capacity_claim', 'update', 'new.left_at := null; return new;'),
  'a cancelled plan keeps its bed': trigger(
    'capacity_claim',
    'update',
    'new.released_at := null; return new;',
  ),
  'who moved is on the old bed too': trigger(
    'capacity_claim',
    'insert',
    'if new.arrived_at is not null then new.place_id := (select place_id from capacity_claim where subject = new.subject limit 1); end if; return new;',
  ),
  'a confirmation is forgotten': trigger(
    'stay_handover',
    'update',
    "if new.state = 'received' then return old; end if; return new;",
  ),
  'a second version drops what the first one said': trigger(
    'stay_handover',
    'update',
    'if (select count(*) from jsonb_object_keys(new.sections)) > 1 then new.sections := new.sections - (select min(k) from jsonb_object_keys(old.sections) k); end if; return new;',
  ),
  'what is sent again is not kept': trigger(
    'stay_handover_sent',
    'insert',
    'if new.number > 1 then return null; end if; return new;',
  ),
  'responsibility passes a minute late': trigger(
    'placement_responsibility',
    'insert',
    `if exists (select 1 from placement_responsibility r where r.person_id = new.person_id) then
       new.during := tstzrange(lower(new.during) + interval '1 minute', upper(new.during)); end if; return new;`,
  ),
  'the house is responsible without a doctor': trigger(
    'placement_responsibility',
    'insert',
    'new.doctor := null; return new;',
  ),
  'who goes away is not noted': trigger('stay_absence', 'insert', 'return null;'),
  'a decision to stay longer is not kept': trigger('stay_extension', 'insert', 'return null;'),
  'the first day is that of Greenwich': trigger(
    'stay_stay',
    'insert',
    "new.arrived_day := ((new.arrived_at - interval '14 hours') at time zone 'UTC')::date; return new;",
  ),
  'a departure is noted when it is typed': trigger(
    'stay_stay',
    'update',
    "if new.ended_at is not null and old.ended_at is null then new.ended_at := new.ended_at + interval '1 hour'; end if; return new;",
  ),
};

/** Plants one of them, does the work, and takes it out again. */
export const withPlanted = async (
  owner: ApiHouse['owner'],
  sql: string,
  work: () => Promise<void>,
): Promise<void> => {
  await owner.query(sql);
  try {
    await work();
  } finally {
    await owner.query('drop function plant() cascade');
  }
};
