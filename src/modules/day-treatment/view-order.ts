import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { peopleById } from '#modules/people/index.ts';
import type { Person } from '#modules/people/types.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OrderView, OrderVisit } from './contract-order.ts';
import { needsOf } from './decide/order.ts';
import { changedSince } from './decide/signature.ts';
import { minutesOf } from './decide/treatment.ts';
import { type Signature, signaturesOf } from './store-signature.ts';
import { treatmentsOf } from './store-treatment.ts';
import { type PlacedVisit, visitsOf } from './store-visit.ts';
import type { Order, Treatment } from './types.ts';

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

/** What of its treatment an order shows. */
export const treatmentView = (
  treatment: Treatment & { readonly ended: boolean },
): OrderView['treatment'] => ({
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
export interface Around {
  readonly visits: ReadonlyMap<string, PlacedVisit[]>;
  readonly treatments: Awaited<ReturnType<typeof treatmentsOf>>;
  readonly people: ReadonlyMap<string, Person>;
}

/** Visits, treatments and people of these orders. */
export const around = async (tx: Tx, orders: readonly Order[]): Promise<Around> => {
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

/** The treatment in the version under which the order stands. */
export const treatmentFor = (
  order: Order,
  { treatments }: Around,
): Treatment & { readonly ended: boolean } => {
  const treatment = treatments.get(`${order.treatment} ${order.treatmentVersion}`);
  if (treatment === undefined) throw new Error('an order stands under a treatment that is not there');
  return treatment;
};

/** The telephone of where it is given: of the room somebody has a moment in, otherwise of the house. */
const sitePhoneOf = ({ siteOrg }: Order, visits: readonly PlacedVisit[], region: Region): string | null => {
  const unitId = visits.findLast((visit) => visit.unitId !== null)?.unitId;
  const unit = region.units.find(({ id }) => id === unitId);
  const site = region.sites.find(({ id }) => id === unit?.siteId);
  const house = region.organisations.find(({ id }) => id === siteOrg);
  const first = region.sites.find(({ organisationId }) => organisationId === siteOrg);
  return unit?.phone ?? site?.phone ?? house?.phone ?? first?.phone ?? null;
};

/** What list and sheet have in common. */
export const headOf = (order: Order, known: Around, { actor, region }: Doing) => ({
  id: order.id,
  code: order.code,
  hospital: named(region.organisations, order.hospitalOrg),
  site: named(region.organisations, order.siteOrg),
  sitePhone: sitePhoneOf(order, known.visits.get(order.id) ?? [], region),
  specialistName: order.specialistName,
  visits: order.visits,
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

/** Every signature with what it says differently from the one before. */
const signaturesView = (signatures: readonly Signature[]): OrderView['signatures'] =>
  signatures.map(({ signature, treatmentVersion, signedBy, signedAt, content }, index) => {
    const before = signatures[index - 1];
    return {
      ...{ signature, treatmentVersion, signedBy, signedAt: isoFromInstant(signedAt) },
      changed: before === undefined ? [] : changedSince(before.content, content),
    };
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
    signatures: signaturesView(await signaturesOf(tx, order.id)),
    stopReason: order.stopReason,
    visitList: (known.visits.get(order.id) ?? []).map((visit) => visitView(visit, order, doing.region)),
  };
};
