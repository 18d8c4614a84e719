import type { Aftermath } from '#torture/kill/aftermath.ts';
import { killing, type Planted } from '#torture/kill.ts';

const trigger = (table: string, when: string, body: string): string =>
  `create function plant() returns trigger language plpgsql as $$ begin ${body} end $$;
   create trigger plant before ${when} on ${table} for each row execute function plant()`;

const before = (sql: string): Planted => ({ when: 'before', sql });

/** Is somebody responsible already when this row comes: does it pass from one to another? */
const PASSES =
  'exists (select 1 from placement_responsibility r where r.person_id = new.person_id and r.organisation_id <> new.organisation_id)';

/** What is planted, and what has to be found of it. */
interface Control {
  readonly planted: Planted;
  readonly found: (after: Aftermath) => readonly string[];
}

const handover = ({ handoverFaults }: Aftermath): readonly string[] => handoverFaults;
const care = ({ careFaults }: Aftermath): readonly string[] => careFaults;
const ward = ({ wardFaults }: Aftermath): readonly string[] => wardFaults;
const ahead = ({ outlookFaults }: Aftermath): readonly string[] => outlookFaults;

/** A defect for each thing that is looked at when people are handed over under kills. */
export const careControls: Readonly<Record<string, Control>> = {
  'sending-lost': {
    planted: before(
      trigger('stay_handover_sent', 'insert', 'if new.number > 1 then return null; end if; return new;'),
    ),
    found: handover,
  },
  'taken-back-twice': {
    planted: before(
      trigger(
        'stay_handover',
        'update',
        "if new.state = 'revoked' then new.version := new.version + 1; end if; return new;",
      ),
    ),
    found: handover,
  },
  'file-cut-short': {
    planted: before(
      trigger(
        'stay_handover_file',
        'insert',
        'new.bytes := substring(new.bytes from 1 for length(new.bytes) - 1); return new;',
      ),
    ),
    found: handover,
  },
  'closed-without-a-successor': {
    planted: before(
      trigger('placement_responsibility', 'insert', `if ${PASSES} then return null; end if; return new;`),
    ),
    found: care,
  },
  'gap-of-a-minute': {
    planted: before(
      trigger(
        'placement_responsibility',
        'insert',
        `if ${PASSES} then new.during := tstzrange(lower(new.during) + interval '1 minute', upper(new.during)); end if;
         return new;`,
      ),
    ),
    found: care,
  },
  'two-at-once': {
    planted: before(
      `alter table placement_responsibility drop constraint placement_responsibility_one;
       ${trigger(
         'placement_responsibility',
         'insert',
         `if ${PASSES} then new.during := tstzrange(lower(new.during) - interval '1 minute', upper(new.during)); end if;
          return new;`,
       )}`,
    ),
    found: care,
  },
  'nobody-s-doctor': {
    planted: before(
      trigger(
        'placement_responsibility',
        'insert',
        `if ${PASSES} then new.doctor := null; end if; return new;`,
      ),
    ),
    found: care,
  },
  'bed-shut-and-forgotten': {
    planted: before(
      trigger(
        'capacity_closure',
        'insert',
        "new.during := tstzrange(lower(new.during), lower(new.during) + interval '1 millisecond'); return new;",
      ),
    ),
    found: ward,
  },
  'alert-told-twice': { planted: before('drop index outlook_alert_open'), found: ahead },
  'threshold-lost': {
    planted: before(
      trigger('outlook_threshold', 'insert', 'if new.version > 1 then return null; end if; return new;'),
    ),
    found: ahead,
  },
  'scenario-as-it-was': {
    planted: before(trigger('outlook_scenario', 'update', 'new.name := old.name; return new;')),
    found: ahead,
  },
  'morning-forgotten': {
    planted: before(
      trigger(
        'outlook_forecast',
        'insert',
        'if new.of_day is not null and new.site_id is null then return null; end if; return new;',
      ),
    ),
    found: ahead,
  },
  'departure-the-board-missed': {
    planted: {
      when: 'at each look',
      // Somebody who is there leaves, or a bed that was promised is given back, and nobody hears of it.
      sql: `update capacity_claim set left_at = case when arrived_at is not null then now() end,
          released_at = case when arrived_at is null then now() end
        where id = (select id from capacity_claim where left_at is null and released_at is null and displaced_at is null
          and kind <> 'cleaning' and (expires_at is null or expires_at > now()) order by arrived_at nulls last limit 1)`,
    },
    found: ({ boardFaults }) => boardFaults,
  },
};

/** What the kill run finds with this defect in the house. */
export const examineCare = async ({ planted, found }: Control): Promise<number> =>
  found(await killing({ rounds: 1, victims: ['server'], placers: 12, planted })).length;
