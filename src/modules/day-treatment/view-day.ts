import { isoFromInstant } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { chairClaimsOf, chairsOf, type Doing } from '#modules/capacity/index.ts';
import { peopleById } from '#modules/people/index.ts';
import type { Person } from '#modules/people/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DayAct, DayList, DayVisit } from './contract-day.ts';
import { standingOf } from './decide/day.ts';
import { careNow, labHolds, orderHolds } from './decide/facts.ts';
import { PER_NURSE } from './decide/half-day.ts';
import { minutesOf } from './decide/treatment.ts';
import { siteOfUnit } from './doing-room.ts';
import { actsOf } from './store-act.ts';
import { listedVisits } from './store-day.ts';
import { halfDaysById } from './store-half-day.ts';
import { nursesOf } from './store-nurse.ts';
import { ordersById } from './store-order.ts';
import { roomOf } from './store-room.ts';
import { shiftsOf } from './store-shift.ts';
import { treatmentsOf } from './store-treatment.ts';
import type { HalfDay, Order, Treatment } from './types.ts';
import type { KeptAct, ListedVisit } from './types-day.ts';

/** A visit on the list, with all that stands around it. */
interface Listed {
  readonly visit: ListedVisit;
  readonly order: Order;
  readonly treatment: Treatment;
  readonly person: Person | undefined;
  readonly acts: readonly KeptAct[];
  /** The numbers on its chairs, in order. */
  readonly chairs: readonly (string | null)[];
}

/** An act as it crosses HTTP. */
export const actView = ({ id, visitId, kind, at, byName, body }: KeptAct): DayAct => ({
  ...{ id, visitId, kind, at: isoFromInstant(at), byName, body: { ...body } },
});

const chairCodes = async (
  tx: Tx,
  { unitId, opens, closes }: HalfDay,
): Promise<ReadonlyMap<string, string>> => {
  const codes = new Map((await chairsOf(tx, [unitId])).map(({ id, code }) => [id, code]));
  const claims = await chairClaimsOf(tx, unitId, { from: opens, until: closes });
  return new Map(claims.map(({ id, placeId }) => [id, codes.get(placeId) ?? '']));
};

const listedOf = async (tx: Tx, halfDay: HalfDay): Promise<Listed[]> => {
  const visits = await listedVisits(tx, halfDay.id);
  const orders = await ordersById(tx, [...new Set(visits.map(({ orderId }) => orderId))]);
  const treatments = await treatmentsOf(tx, orders);
  const people = await peopleById(tx, [...new Set(orders.map(({ personId }) => personId))]);
  const acts = await actsOf(
    tx,
    visits.map(({ id }) => id),
  );
  const chairs = await chairCodes(tx, halfDay);
  return visits.flatMap((visit) => {
    const order = orders.find(({ id }) => id === visit.orderId);
    const treatment = treatments.get(`${order?.treatment} ${order?.treatmentVersion}`);
    if (order === undefined || treatment === undefined) return [];
    const person = people.find(({ id }) => id === order.personId);
    const codes = visit.claims.map((id) => chairs.get(id) ?? null);
    return [{ visit, order, treatment, person, acts: acts.get(visit.id) ?? [], chairs: codes }];
  });
};

const factsOf = ({ order, treatment, visit }: Listed, { day }: HalfDay): DayVisit['facts'] => ({
  order: { until: order.validUntil, ok: orderHolds(order, day) },
  lab: { on: order.labOn, ok: labHolds(order, treatment, day) },
  drug: { readyAt: visit.drugReadyAt === null ? null : isoFromInstant(visit.drugReadyAt) },
});

const personOf = ({ person }: Listed): DayVisit['person'] =>
  person === undefined
    ? null
    : { name: person.name, born: Number(person.birthDate.slice(0, 4)), birthDate: person.birthDate };

const expectedAt = ({ visit, acts }: Listed, { opens }: HalfDay): number =>
  visit.during?.from ?? acts[0]?.at ?? opens;

const visitView = (listed: Listed, halfDay: HalfDay): DayVisit => {
  const { visit, order, treatment, acts, chairs } = listed;
  const { name, group, setUp, running, observation, ratio, reaction, emergency, seats } = treatment;
  return {
    id: visit.id,
    orderId: order.id,
    number: visit.number,
    of: order.visits,
    chair: chairs[0] ?? null,
    seats: seats.flatMap(({ from }, i) => {
      const code = chairs[i] ?? null;
      return code === null ? [] : [{ code, from }];
    }),
    person: personOf(listed),
    treatment: { name, group, setUp, running, observation, minutes: minutesOf(treatment), ratio },
    dose: order.dose,
    weightKg: order.weightKg,
    from: isoFromInstant(expectedAt(listed, halfDay)),
    acts: acts.map(actView),
    facts: factsOf(listed, halfDay),
    specialist: { name: order.specialistName, phone: order.specialistPhone },
    reaction: [...reaction],
    emergency: [...emergency],
    note: order.limits,
    stopRule: order.stopRule,
    stopped: order.state === 'stopped' || visit.halfDayId !== halfDay.id,
  };
};

const nursesThere = async (tx: Tx, halfDay: HalfDay): Promise<string[]> => {
  const shift = await shiftsOf(tx, [halfDay.id]);
  const there = new Set(shift.filter(({ absent }) => absent === null).map(({ nurseId }) => nurseId));
  const nurses = await nursesOf(tx, [halfDay.unitId]);
  return nurses.filter(({ id }) => there.has(id)).map(({ initials }) => initials);
};

/** The list of a half-day of the acting house, with everything a tablet needs to go on without a network. */
export const viewDay = async (tx: Tx, id: string, doing: Doing): Promise<Result<DayList, Refusal>> => {
  const [halfDay] = await halfDaysById(tx, [id]);
  const room = halfDay === undefined ? null : await roomOf(tx, halfDay.unitId);
  if (halfDay === undefined || room?.organisationId !== doing.actor.organisationId)
    return refuse({ code: 'half-day-unknown' });
  const unit = doing.region.units.find(({ id: unitId }) => unitId === halfDay.unitId);
  const site = siteOfUnit(doing, halfDay.unitId);
  const listed = await listedOf(tx, halfDay);
  const nurses = await nursesThere(tx, halfDay);
  const standings = listed.map((each) => ({
    standing: standingOf(expectedAt(each, halfDay), each.treatment, each.acts),
    ratio: each.treatment.ratio,
  }));
  return ok({
    halfDay: {
      ...{ id: halfDay.id, day: halfDay.day, part: halfDay.part, version: halfDay.version },
      ...{ from: isoFromInstant(halfDay.opens), until: isoFromInstant(halfDay.closes) },
    },
    room: {
      ...{ id: halfDay.unitId, name: unit?.name ?? '' },
      ...{ site: site?.name ?? '', zone: site?.zone ?? '' },
    },
    nurses,
    care: { now: careNow(standings), of: nurses.length * PER_NURSE },
    visits: listed.map((each) => visitView(each, halfDay)),
  });
};
