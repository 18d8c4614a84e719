import { instantOf, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import { claimMany, putChairs } from '#modules/capacity/index.ts';
import type { OrderList, OrderView } from '#modules/day-treatment/contract.ts';
import { writeRegion } from '#modules/region/index.ts';
import type { Professional, Role } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { range, stamp } from '#platform/db/types.ts';
import { type ApiHouse, openApiHouse, somebody } from './api-house.fixture.ts';
import type { HouseParts } from './house.ts';
import { eventually } from './stay-house.fixture.ts';

const ZONE = 'Europe/Amsterdam';
/** 8:30 to 13:00, and 13:15 to 17:45. */
const PARTS = { morning: [510, 780], afternoon: [795, 1065] } as const;
const COMPETENCES = ['infusion', 'immunoglobulin', 'injection', 'anaphylaxis'];

/** A half-day that is open, with its nurses. */
export interface OpenHalfDay {
  readonly id: string;
  readonly day: string;
  readonly part: 'morning' | 'afternoon';
  readonly opens: Instant;
  readonly closes: Instant;
}

/** An iron infusion, once, as a specialist orders it. */
export const ironOrder = (siteOrg: string, today: string, change: object = {}) => ({
  person: somebody(),
  treatment: 'ferric-derisomaltose',
  siteOrg,
  specialistName: 'dr. J. Oefen',
  specialistPhone: '0592-00 17 21',
  visits: 1,
  fromDay: today,
  latestDay: plusDays(today, 28),
  validUntil: plusDays(today, 180),
  dose: '1.000 mg in 100 ml',
  weightKg: 71.5,
  labOn: plusDays(today, -3),
  labOk: true,
  stopRule: 'Niet geven bij koorts boven 38,5 of een Hb boven 8,5.',
  ...change,
});

const professional = (
  role: Role,
  organisationId: string,
  place: Pick<Professional, 'siteId' | 'unitId'> = { siteId: null, unitId: null },
): Professional => ({
  ...{ id: newId(), organisationId, ...place },
  ...{ name: `Oefen ${role}`, role, phone: '0592001720' },
});

/** Who works in day treatment: the hospital orders, the first home gives, in a room of its own. */
const addPeople = async ({ house, small, clock }: ApiHouse) => {
  const unit = { id: newId(), siteId: small.sites[0], code: 'thuiskamer', name: 'Thuiskamer' };
  const [siteOrg, place] = [small.wards[0].organisationId, { siteId: small.sites[0], unitId: unit.id }];
  const people = {
    specialist: professional('specialist', small.transfer.organisationId),
    nurse: professional('day-nurse', siteOrg, place),
    planner: professional('day-planner', siteOrg, place),
    /** The same roles in the other home, which gives nothing here. */
    stranger: professional('day-planner', small.wards[1].organisationId),
  };
  await house.database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    writeRegion(
      tx,
      { units: [{ ...unit, phone: null, email: null }], professionals: Object.values(people) },
      { actor: 'maker', now: clock.at },
    ),
  );
  const isKnown = () =>
    house.database.transaction({ actor: 'maker', organisationId: null }, async (tx) =>
      (await house.regionOf(tx)).units.some(({ id }) => id === unit.id),
    );
  house.door.committed();
  await eventually(isKnown);
  return { ...people, unitId: unit.id, siteOrg };
};

const addChairs = async ({ house }: ApiHouse, unitId: string, siteOrg: string) => {
  const chairs = Array.from({ length: 8 }, (_, i) => ({
    ...{ id: newId(), unitId, code: `S${i + 1}` },
    ...{ room: i < 3 ? ('treatment' as const) : ('living' as const), lying: i === 0 },
  }));
  await house.database.transaction({ actor: 'maker', organisationId: siteOrg }, (tx) =>
    putChairs(tx, chairs),
  );
  return chairs;
};

const addNurses = async ({ owner, clock }: ApiHouse, unitId: string) => {
  const nurses = ['A. Visser', 'B. Kuipers', 'C. Dijkema'].map((name) => ({ id: newId(), name }));
  const until = new Date(clock.at + 365 * 1440 * MINUTE).toISOString();
  for (const { id, name } of nurses) {
    await owner.query(
      'insert into day_treatment_nurse (id, unit_id, name, initials) values ($1, $2, $3, left($3, 1))',
      [id, unitId, name],
    );
    for (const competence of COMPETENCES)
      await owner.query('insert into day_treatment_competence values ($1, $2, $3)', [id, competence, until]);
  }
  return nurses.map(({ id }) => id);
};

/** Every working day of four weeks a morning and an afternoon, with all nurses. */
const addHalfDays = async ({ owner }: ApiHouse, unitId: string, today: string, nurses: readonly string[]) => {
  const made: OpenHalfDay[] = [];
  for (let ahead = 0; ahead < 28; ahead++) {
    const day = plusDays(today, ahead);
    if (weekdayOf(day) > 5) continue;
    for (const part of ['morning', 'afternoon'] as const) {
      const [opens, closes] = PARTS[part].map((minutes) => instantOf(day, minutes, ZONE)) as [number, number];
      made.push({ id: newId(), day, part, opens, closes });
    }
  }
  for (const { id, day, part, opens, closes } of made) {
    await owner.query(
      'insert into day_treatment_half_day (id, unit_id, day, part, opens, closes) values ($1, $2, $3, $4, $5, $6)',
      [id, unitId, day, part, stamp(opens), stamp(closes)],
    );
    await owner.query(
      'insert into day_treatment_shift (half_day_id, nurse_id) select $1, unnest($2::uuid[])',
      [id, nurses],
    );
  }
  return made;
};

const signing = { reaction: ['Stop het infuus.', 'Bel de specialist.'], emergency: ['Noodkoffer gekeurd'] };

/** What the stories do and read, each as somebody. */
const actsOf = (house: ApiHouse) => {
  const call = (
    who: Professional,
    url: string,
    body: object,
    version?: number,
    method: 'POST' | 'PUT' = 'POST',
  ) => house.call(who, method, `/api/v1${url}`, body, version === undefined ? {} : { version });
  const read = async <T>(who: Professional, url: string): Promise<T> => {
    const answer = await house.call(who, 'GET', `/api/v1${url}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<T>();
  };
  return {
    async done(...asked: Parameters<typeof call>): Promise<OrderView> {
      const answer = await call(...asked);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return answer.json<{ order: OrderView }>().order;
    },
    /** Why not. */
    async refused(...asked: Parameters<typeof call>): Promise<string> {
      const answer = await call(...asked);
      if (answer.statusCode < 400) throw new Error(`went through: ${answer.body}`);
      return answer.json<{ code: string }>().code;
    },
    /** The order as this reader sees it. */
    seen: async (who: Professional, id: string): Promise<OrderView> =>
      (await read<{ order: OrderView }>(who, `/orders/${id}`)).order,
    list: async (who: Professional, scope: 'own' | 'site' | 'ended'): Promise<OrderList['orders']> =>
      (await read<OrderList>(who, `/orders?scope=${scope}`)).orders,
  };
};

type People = Awaited<ReturnType<typeof addPeople>>;
type Chairs = Awaited<ReturnType<typeof addChairs>>;

/** Gives a visit a moment, so many minutes after opening, on the first chair of each room; answers its claims. */
const planning =
  (house: ApiHouse, { planner, siteOrg }: People, chairs: Chairs, nurses: readonly string[]) =>
  (visit: { readonly id: string }, halfDay: OpenHalfDay, start: number, nurse = 0): Promise<string[]> => {
    const at = (minutes: number): Instant => halfDay.opens + minutes * MINUTE;
    const stretch = (from: number, until: number) => ({ from: at(start + from), until: at(start + until) });
    const acting = { actor: planner.id, organisationId: siteOrg };
    return house.house.database.transaction(acting, async (tx) => {
      const region = await house.house.regionOf(tx);
      const claims = await claimMany(tx, { actor: planner, now: house.clock.at, region }, [
        { placeId: chairs[0]?.id ?? '', subject: visit.id, during: stretch(0, 15) },
        { placeId: chairs[3]?.id ?? '', subject: visit.id, during: stretch(15, 65) },
      ]);
      if (!claims.ok) throw new Error(JSON.stringify(claims.refusal));
      const ids = claims.value.map(({ id }) => id);
      await rows(
        tx,
        `update day_treatment_visit set state = 'planned', half_day_id = $2, during = $3, nurse_id = $4, set_up = $5,
           claims = $6, version = version + 1 where id = $1`,
        [visit.id, halfDay.id, range(stretch(0, 65)), nurses[nurse], range(stretch(0, 15)), ids],
      );
      return ids;
    });
  };

/**
 * A house in which day treatment is given: a hospital, a site with eight chairs and three nurses, a signed iron treatment.
 * `parts`: how the house is built, for who looks at its screens.
 */
export const openDayHouse = async (now: Instant, today: string, parts: Partial<HouseParts> = {}) => {
  const house = await openApiHouse({ now }, parts);
  const people = await addPeople(house);
  const { specialist, unitId, siteOrg } = people;
  await house.owner.query('insert into day_treatment_room (unit_id, organisation_id) values ($1, $2)', [
    unitId,
    siteOrg,
  ]);
  const chairs = await addChairs(house, unitId, siteOrg);
  const nurses = await addNurses(house, unitId);
  const halfDays = await addHalfDays(house, unitId, today, nurses);
  const acts = actsOf(house);
  const signTreatment = async (code: string, more: object = {}, version = 0): Promise<void> => {
    const body = { ...signing, ...more };
    const answer = await house.post(specialist, `/treatments/${code}/sign`, body, { version });
    if (answer.statusCode !== 200) throw new Error(answer.body);
  };
  await signTreatment('ferric-derisomaltose');
  const draft = (change: object = {}) => acts.done(specialist, '/orders', ironOrder(siteOrg, today, change));
  return {
    ...{ house, ...people, ...acts, chairs, nurses, halfDays, draft, signTreatment, today },
    plan: planning(house, people, chairs, nurses),
    /** An order that the specialist signed. */
    async signed(change: object = {}): Promise<OrderView> {
      const order = await draft(change);
      return acts.done(specialist, `/orders/${order.id}/sign`, {}, order.version);
    },
    /** How many of these claims still stand. */
    async standing(claims: readonly string[]): Promise<number> {
      const { rows: found } = await house.owner.query(
        'select 1 from capacity_claim where id = any($1) and released_at is null',
        [claims],
      );
      return found.length;
    },
  };
};

/** What an order says, as somebody saves it again with something different in it. */
export const changed = (of: OrderView, more: object) => {
  const { person: _person, treatment: _treatment, ...body } = ironOrder(of.site.id, of.fromDay);
  const { visits, intervalDays, toleranceDays } = of;
  return { ...body, visits, intervalDays, toleranceDays, ...more };
};
