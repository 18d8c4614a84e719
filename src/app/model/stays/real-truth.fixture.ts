import pg from 'pg';
import type { ApiHouse } from '#app/api-house.fixture.ts';
import { emptyTables } from '#app/model/empty.fixture.ts';
import { FOREVER, type Instant, type Interval } from '#kernel/interval.ts';
import { typeParsers } from '#platform/db/types.ts';
import type { BedFact, CareFact, HandoverFact, Section, StayFact, Truth } from './world.fixture.ts';
import { SECTIONS } from './world.fixture.ts';

/** A stay, its bed and its newest handover, as who works on it would read them. */
export interface Standing {
  readonly stayId: string;
  readonly version: number;
  readonly home: 0 | 1;
  readonly claimId: string;
  readonly claimVersion: number;
  readonly handover: { readonly id: string; readonly version: number; readonly toOrg: string | null } | null;
}

type Texts = Readonly<Record<string, { readonly text: string }>>;
interface HandoverRow {
  readonly id: string;
  readonly stayId: string;
  readonly state: HandoverFact['state'];
  readonly sections: Texts;
}
interface SentRow {
  readonly id: string;
  readonly sections: Texts;
}
type StayRow = Omit<StayFact, 'person' | 'home' | 'handovers'> & {
  readonly personId: string;
  readonly unitId: string;
};
interface ClaimRow {
  readonly placeId: string;
  readonly subject: string;
  readonly during: Interval;
  readonly arrivedAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly ended: boolean;
}
interface CareRow {
  readonly personId: string;
  readonly organisationId: string;
  readonly doctor: string | null;
  readonly during: Interval;
}

const STAYS = `select s.id, s.person_id as "personId", s.unit_id as "unitId", s.arrived_at as "arrivedAt",
    s.arrived_day as "arrivedDay", s.ended_at as "endedAt", s.destination,
    (select product from stay_course c where c.stay_id = s.id order by at desc limit 1) as care,
    exists (select 1 from stay_absence a where a.stay_id = s.id and a.back_at is null) as "isAway",
    array(select until_day::text from stay_extension e where e.stay_id = s.id order by at) as extended
  from stay_stay s order by s.arrived_at, s.id`;
const HANDOVERS = `select id, stay_id as "stayId", state, sections from stay_handover where direction = 'out' order by id`;
const SENT = 'select handover_id as id, sections from stay_handover_sent order by number';
const CLAIMS = `select place_id as "placeId", subject, during, arrived_at as "arrivedAt", left_at as "leftAt",
    (left_at is not null or released_at is not null or displaced_at is not null or expires_at <= $1) as ended
  from capacity_claim where kind <> 'cleaning'`;
const CARE = `select person_id as "personId", organisation_id as "organisationId", doctor, during
  from placement_responsibility order by lower(during)`;
const STANDING = `select s.id as "stayId", s.version, s.unit_id as "unitId", c.id as "claimId", c.version as "claimVersion",
    h.id as handover, h.version as "handoverVersion", h.to_org as "toOrg"
  from stay_stay s join capacity_claim c on c.id = s.claim_id
  left join lateral (select * from stay_handover h where h.stay_id = s.id and h.direction = 'out' order by h.id desc limit 1) h on true
  where s.person_id = $1 order by s.arrived_at desc, s.id desc limit 1`;
const REQUEST = `select r.id, o.unit_id as "unitId" from placement_request r join placement_person p on p.request_id = r.id
  join placement_offer o on o.request_id = r.id where p.person_id = $1 order by r.sent_at desc, r.id desc limit 1`;

const textsOf = (sections: Texts): Partial<Record<Section, string>> =>
  Object.fromEntries(
    SECTIONS.flatMap((section) => {
      const text = sections[section]?.text ?? '';
      return text === '' ? [] : [[section, text]];
    }),
  );

type All = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

/** Who is who and which bed is which, in the numbers of the model. */
const openNames = (api: ApiHouse, all: All) => {
  const { small } = api;
  const people = new Map<string, number>();
  const idOf = async (person: number): Promise<string | null> =>
    (await all<{ id: string }>('select id from people_person where name = $1', [`Persoon ${person}`]))[0]
      ?.id ?? null;
  return {
    idOf,
    async learn(): Promise<void> {
      people.clear();
      for (const person of [0, 1, 2]) people.set((await idOf(person)) ?? '', person);
    },
    person: (id: string): number => people.get(id) ?? -1,
    home: (unitId: string): 0 | 1 => (unitId === small.units[1] ? 1 : 0),
    bed: (placeId: string): number => [...small.places[0], ...small.places[1]].indexOf(placeId),
    by(organisationId: string): CareFact['by'] {
      const home = small.wards.findIndex((ward) => ward.organisationId === organisationId);
      if (home >= 0) return home;
      return organisationId === small.gp.organisationId ? 'gp' : null;
    },
  };
};
type Names = ReturnType<typeof openNames>;

const readStays = async (all: All, names: Names): Promise<StayFact[]> => {
  const [handovers, sent] = [await all<HandoverRow>(HANDOVERS), await all<SentRow>(SENT)];
  return (await all<StayRow>(STAYS)).map(({ personId, unitId, ...stay }) => ({
    ...stay,
    ...{ person: names.person(personId), home: names.home(unitId) },
    handovers: handovers
      .filter(({ stayId }) => stayId === stay.id)
      .map(({ id, state, sections }) => {
        const went = sent.filter((each) => each.id === id).map((each) => each.sections);
        const newest = textsOf(went.at(-1) ?? {});
        return {
          id,
          state,
          written: textsOf(sections),
          sent: went.map((each) => JSON.stringify(each)),
          newest,
        };
      }),
  }));
};

const readTruth = async (all: All, names: Names, now: Instant): Promise<Truth> => {
  await names.learn();
  const claims = await all<ClaimRow>(CLAIMS, [new Date(now).toISOString()]);
  return {
    stays: await readStays(all, names),
    beds: claims
      .filter(({ ended }) => !ended)
      .map(
        ({ placeId, subject, during, arrivedAt }): BedFact => ({
          ...{ bed: names.bed(placeId), person: names.person(subject), here: arrivedAt !== null, ...during },
        }),
      ),
    left: claims.flatMap(({ placeId, leftAt, during }) =>
      leftAt === null ? [] : [{ bed: names.bed(placeId), at: leftAt, until: during.until }],
    ),
    care: (await all<CareRow>(CARE)).map(
      ({ personId, organisationId, doctor, during }): CareFact => ({
        ...{ person: names.person(personId), by: names.by(organisationId), doctor, from: during.from },
        until: Math.min(during.until, FOREVER),
      }),
    ),
  };
};

type StandingRow = Omit<Standing, 'home' | 'handover'> & {
  readonly unitId: string;
  readonly handover: string | null;
  readonly handoverVersion: number;
  readonly toOrg: string | null;
};

/** Reads everything that is so, past the product, as the owner of the tables. */
export const openReader = async (api: ApiHouse) => {
  const reader = new pg.Client({ connectionString: api.url, types: typeParsers as pg.CustomTypesConfig });
  await reader.connect();
  await reader.query("select set_config('app.keeper', 'on', false)");
  const all: All = async (text, values = []) => (await reader.query(text, values)).rows;
  const names = openNames(api, all);
  return {
    reader,
    look: (): Promise<Truth> => readTruth(all, names, api.clock.at),
    empty(tables: string, start: Instant): Promise<void> {
      const now = new Date(start).toISOString();
      return emptyTables(reader, tables, async () => {
        await reader.query("update capacity_figure set as_of = $1, source = 'tap'", [now]);
        await reader.query(
          `insert into platform_diary (at, room, event, subject, actor)
           values ($1, 'region', 'agreement-written', '00000000-0000-0000-0000-000000000000', 'model')`,
          [now],
        );
      });
    },
    /** The newest request for somebody, and of which home. */
    async requestOf(person: number): Promise<{ id: string; home: 0 | 1 } | null> {
      const [row] = await all<{ id: string; unitId: string }>(REQUEST, [await names.idOf(person)]);
      return row === undefined ? null : { id: row.id, home: names.home(row.unitId) };
    },
    async standing(person: number): Promise<Standing> {
      const [row] = await all<StandingRow>(STANDING, [await names.idOf(person)]);
      if (row === undefined) throw new Error(`nobody ${person} stays anywhere`);
      const { unitId, handover: id, handoverVersion: version, toOrg, ...stay } = row;
      return { ...stay, home: names.home(unitId), handover: id === null ? null : { id, version, toOrg } };
    },
    close: () => reader.end(),
  };
};
