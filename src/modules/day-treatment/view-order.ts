import { isoFromInstant } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { peopleById } from '#modules/people/index.ts';
import type { Person } from '#modules/people/types.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OrderAsk, OrderLine, OrderList, OrderView, OrderVisit } from './contract-order.ts';
import { needsOf } from './decide/order.ts';
import { minutesOf } from './decide/treatment.ts';
import { ordersOf } from './store-order.ts';
import { treatmentsOf } from './store-treatment.ts';
import { type PlacedVisit, visitsOf } from './store-visit.ts';
import type { Order, Treatment } from './types.ts';

/** What is over stands in the list this long. */
const ENDED_SHOWN = 90 * DAY;

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

const named = (list: readonly { readonly id: string; readonly name: string }[], id: string) => ({
  id,
  name: list.find((each) => each.id === id)?.name ?? '',
});

const visitView = (visit: PlacedVisit, order: Order, region: Region): OrderVisit => ({
  id: visit.id,
  number: visit.number,
  attempt: visit.attempt,
  state: visit.state,
  from: isoOrNull(visit.during?.from ?? null),
  until: isoOrNull(visit.during?.until ?? null),
  halfDayId: visit.halfDayId,
  unit: visit.unitId === null ? null : named(region.units, visit.unitId),
  drugReadyAt: isoOrNull(visit.drugReadyAt),
  confirmedAt: isoOrNull(visit.confirmedAt),
  locked: visit.locked,
  recheck: visit.state === 'planned' && visit.signature < order.signature,
  version: visit.version,
});

const treatmentView = (treatment: Treatment & { readonly ended: boolean }): OrderView['treatment'] => ({
  code: treatment.code,
  version: treatment.version,
  name: treatment.name,
  group: treatment.group,
  minutes: minutesOf(treatment),
  competences: [...treatment.competences],
  labDays: treatment.labDays,
  pharmacyDays: treatment.pharmacyDays,
  coldChain: treatment.coldChain,
  weight: treatment.weight,
  firstInHospital: treatment.firstInHospital,
  reaction: [...treatment.reaction],
  emergency: [...treatment.emergency],
  newer: treatment.ended,
});

/** Everything that is drawn of orders, looked up for all of them at once. */
interface Around {
  readonly visits: ReadonlyMap<string, PlacedVisit[]>;
  readonly treatments: Awaited<ReturnType<typeof treatmentsOf>>;
  readonly people: ReadonlyMap<string, Person>;
}

const around = async (tx: Tx, orders: readonly Order[]): Promise<Around> => {
  const ids = [...new Set(orders.map(({ personId }) => personId))];
  const visits = await visitsOf(
    tx,
    orders.map(({ id }) => id),
  );
  const people = await peopleById(tx, ids);
  return {
    visits,
    treatments: await treatmentsOf(tx, orders),
    people: new Map(people.map((person) => [person.id, person])),
  };
};

const treatmentFor = (order: Order, { treatments }: Around): Treatment & { readonly ended: boolean } => {
  const treatment = treatments.get(`${order.treatment} ${order.treatmentVersion}`);
  if (treatment === undefined) throw new Error('an order stands under a treatment that is not there');
  return treatment;
};

/** What list and sheet have in common. */
const headOf = (order: Order, known: Around, { actor, region }: Doing) => ({
  id: order.id,
  code: order.code,
  hospital: named(region.organisations, order.hospitalOrg),
  site: named(region.organisations, order.siteOrg),
  specialistName: order.specialistName,
  urgency: order.urgency,
  fromDay: order.fromDay,
  latestDay: order.latestDay,
  validUntil: order.validUntil,
  state: order.state,
  own: order.hospitalOrg === actor.organisationId,
  gives: order.siteOrg === actor.organisationId && order.state !== 'draft',
  needs: needsOf(order, treatmentFor(order, known), known.visits.get(order.id) ?? []),
  endedAt: isoOrNull(order.endedAt),
  version: order.version,
});

/** One order, as this reader may know it. */
export const viewOrder = async (tx: Tx, order: Order, doing: Doing): Promise<OrderView> => {
  const known = await around(tx, [order]);
  const person = known.people.get(order.personId);
  return {
    ...headOf(order, known, doing),
    person:
      person === undefined
        ? null
        : { id: person.id, name: person.name, birthDate: person.birthDate, phone: person.phone },
    treatment: treatmentView(treatmentFor(order, known)),
    gp: order.gpOrg === null ? null : named(doing.region.organisations, order.gpOrg),
    specialistPhone: order.specialistPhone,
    visits: order.visits,
    given: order.given,
    firstGivenOn: order.firstGivenOn,
    intervalDays: order.intervalDays,
    toleranceDays: order.toleranceDays,
    dose: order.dose,
    weightKg: order.weightKg,
    labOn: order.labOn,
    labOk: order.labOk,
    limits: order.limits,
    stopRule: order.stopRule,
    wishes: { weekdays: [...order.wishes.weekdays], part: order.wishes.part },
    signedAt: isoOrNull(order.signedAt),
    signedBy: order.signedBy,
    signature: order.signature,
    stopReason: order.stopReason,
    visitList: (known.visits.get(order.id) ?? []).map((visit) => visitView(visit, order, doing.region)),
  };
};

const lineOf = (order: Order, known: Around, doing: Doing): OrderLine => {
  const visits = known.visits.get(order.id) ?? [];
  const count = (state: PlacedVisit['state']): number =>
    visits.filter((visit) => visit.state === state).length;
  const person = known.people.get(order.personId);
  const { code, name, group, minutes } = treatmentView(treatmentFor(order, known));
  const coming = visits
    .filter(({ state }) => state === 'planned')
    .flatMap(({ during }) => (during === null ? [] : [during.from]));
  return {
    ...headOf(order, known, doing),
    person: person === undefined ? null : { id: person.id, name: person.name },
    treatment: { code, name, group, minutes },
    toPlan: count('to-plan'),
    planned: count('planned'),
    done: count('done'),
    next: coming.length === 0 ? null : isoFromInstant(Math.min(...coming)),
  };
};

/** The orders of one scope, the most pressing first. */
export const viewOrders = async (tx: Tx, { scope }: OrderAsk, doing: Doing): Promise<OrderList> => {
  const asked = {
    scope,
    organisationId: doing.actor.organisationId,
    endedSince: doing.now - ENDED_SHOWN,
  };
  const orders = await ordersOf(tx, asked);
  const known = await around(tx, orders);
  return { scope, orders: orders.map((order) => lineOf(order, known, doing)) };
};
