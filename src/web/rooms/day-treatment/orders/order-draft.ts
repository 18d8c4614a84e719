import { type Day, daysBetween, isDay, plusDays } from '#kernel/calendar.ts';
import type {
  OrderBody,
  OrderChangeBody,
  OrderView,
  SignedTreatment,
  TreatmentView,
} from '#modules/day-treatment/contract.ts';
import type { Part } from '#modules/day-treatment/types.ts';
import {
  type PersonDraft,
  personFaults,
  readBsn,
  readDay,
  readPc4,
} from '#web/rooms/placement/request/person.ts';

/** A treatment that can be ordered, in the version that is in use. */
export interface Orderable {
  readonly code: string;
  readonly body: SignedTreatment['body'];
  readonly usual: TreatmentView['usual'];
}

/** Somebody who was entered before. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

/** An order as it is being written. Lives in memory only, never in the storage of the browser. */
export interface OrderDraft {
  readonly known: KnownPerson | null;
  readonly person: PersonDraft;
  readonly treatment: string | null;
  readonly siteOrg: string;
  readonly gpOrg: string;
  readonly specialistName: string;
  readonly specialistPhone: string;
  readonly visits: number;
  readonly given: number;
  readonly firstGivenOn: string;
  readonly intervalDays: string;
  readonly toleranceDays: string;
  readonly fromDay: string;
  readonly latestDay: string;
  readonly validUntil: string;
  readonly urgency: number;
  readonly dose: string;
  readonly weightKg: string;
  readonly labOn: string;
  readonly labOk: boolean | null;
  readonly limits: string;
  readonly stopRule: string;
  readonly weekdays: readonly number[];
  readonly part: Part | null;
}

/** Within how many days the first one is given, unless somebody says otherwise. */
const FIRST_WITHIN = 28;
/** How long an order holds at least. */
const HOLDS = 182;

/** An empty order in the name of who writes it. */
export const emptyOrder = (today: Day, by: { name: string; phone: string | null }): OrderDraft => ({
  known: null,
  person: { name: '', birthDate: '', sex: null, pc4: '', bsn: '' },
  treatment: null,
  siteOrg: '',
  gpOrg: '',
  specialistName: by.name,
  specialistPhone: by.phone ?? '',
  visits: 1,
  given: 0,
  firstGivenOn: '',
  intervalDays: '0',
  toleranceDays: '0',
  fromDay: today,
  latestDay: plusDays(today, FIRST_WITHIN),
  validUntil: plusDays(today, HOLDS),
  urgency: 1,
  dose: '',
  weightKg: '',
  labOn: '',
  labOk: null,
  limits: '',
  stopRule: '',
  weekdays: [],
  part: null,
});

const whole = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null);
const figure = (typed: string): number | null =>
  /^\d{1,3}([.,]\d)?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : null;

/** An order holds until its last one is given as late as it may be, and half a year at least. */
const holdsUntil = ({ latestDay, validUntil, visits, ...each }: OrderDraft): string => {
  const course = (visits - 1) * ((whole(each.intervalDays) ?? 0) + (whole(each.toleranceDays) ?? 0));
  return isDay(latestDay) ? plusDays(latestDay, Math.max(HOLDS, course)) : validUntil;
};

/** The order with what this treatment usually asks for. */
export const withTreatment = (draft: OrderDraft, { code, usual }: Orderable): OrderDraft => {
  const next: OrderDraft = {
    ...draft,
    treatment: code,
    visits: usual.visits,
    intervalDays: String(usual.intervalDays),
    toleranceDays: String(usual.toleranceDays),
  };
  return { ...next, validUntil: holdsUntil(next) };
};

/** What an order says now, to change it. */
export const draftOf = (order: OrderView): OrderDraft => ({
  known: order.person,
  person: { name: '', birthDate: '', sex: null, pc4: '', bsn: '' },
  treatment: order.treatment.code,
  siteOrg: order.site.id,
  gpOrg: order.gp?.id ?? '',
  specialistName: order.specialistName,
  specialistPhone: order.specialistPhone,
  visits: order.visits,
  given: order.given,
  firstGivenOn: order.firstGivenOn ?? '',
  intervalDays: String(order.intervalDays),
  toleranceDays: String(order.toleranceDays),
  fromDay: order.fromDay,
  latestDay: order.latestDay,
  validUntil: order.validUntil,
  urgency: order.urgency,
  dose: order.dose,
  weightKg: order.weightKg === null ? '' : String(order.weightKg).replace('.', ','),
  labOn: order.labOn ?? '',
  labOk: order.labOk,
  limits: order.limits ?? '',
  stopRule: order.stopRule,
  weekdays: order.wishes.weekdays,
  part: order.wishes.part,
});

const givenOn = ({ visitList }: OrderView): Day[] =>
  visitList.flatMap(({ state, from }) => (state === 'done' && from !== null ? [from.slice(0, 10)] : []));

/** The same once more, from today: what was given counts as given before, and a result that is too old is left out. */
export const repeatOf = (order: OrderView, today: Day): OrderDraft => {
  const before = draftOf(order);
  const done = givenOn(order);
  const { labDays } = order.treatment;
  const fresh = order.labOn !== null && labDays !== null && daysBetween(order.labOn, today) <= labDays;
  const interval = order.visits > 1 ? order.intervalDays : 0;
  const last = done.at(-1);
  const due = last === undefined || interval === 0 ? today : plusDays(last, interval);
  const fromDay = due < today ? today : due;
  const next: OrderDraft = {
    ...before,
    given: before.given + done.length,
    firstGivenOn: before.firstGivenOn === '' ? (done[0] ?? '') : before.firstGivenOn,
    fromDay,
    latestDay: plusDays(fromDay, FIRST_WITHIN),
    ...(fresh ? {} : { labOn: '', labOk: null }),
  };
  return { ...next, validUntil: holdsUntil(next) };
};

/** The name of a question of the form; the focus finds it by `data-field`. */
export type OrderField = Exclude<keyof OrderDraft, 'known' | 'person'> | keyof PersonDraft;
/** What can be wrong with it before it is sent. */
export type OrderFault = 'missing' | 'wrong' | 'day' | 'number' | 'phone';

type Check = (typed: string) => OrderFault | null;

/** The telephone numbers that the house takes. */
const PHONE = /^(\+31|0)\d{9}$/;
const says =
  (least: number): Check =>
  (typed) =>
    typed.length < least ? 'missing' : null;
const isWhole: Check = (typed) => (whole(typed) === null ? 'number' : null);
const asDay: Check = (typed) => (isDay(typed) ? null : 'day');
const asDayOrNot: Check = (typed) => (typed === '' ? null : asDay(typed));

/** What is looked at before it is sent, in the order of the form. */
const CHECKS = {
  treatment: says(1),
  siteOrg: says(1),
  dose: says(1),
  weightKg: (typed) => (typed === '' || figure(typed) !== null ? null : 'number'),
  labOn: asDayOrNot,
  firstGivenOn: asDayOrNot,
  intervalDays: isWhole,
  toleranceDays: isWhole,
  fromDay: asDay,
  latestDay: asDay,
  validUntil: asDay,
  stopRule: says(3),
  specialistName: says(2),
  specialistPhone: (typed) => (PHONE.test(typed.replaceAll(/[\s-]/g, '')) ? null : 'phone'),
} as const satisfies Partial<Record<OrderField, Check>>;

/** What is missing or cannot be read, in the order of the form. What the order may say, the house decides. */
export const faultsOf = (draft: OrderDraft, today: Day): ReadonlyMap<OrderField, OrderFault> => {
  const people = draft.known === null ? personFaults(draft.person, today) : [];
  const others = (Object.keys(CHECKS) as (keyof typeof CHECKS)[]).flatMap((field) => {
    const fault = CHECKS[field]((draft[field] ?? '').trim());
    return fault === null ? [] : [[field, fault] as const];
  });
  return new Map<OrderField, OrderFault>([
    ...people.map(({ field, code }) => [field, code] as const),
    ...others,
  ]);
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the order says, as it is sent. Only for a draft without faults. */
export const contentOf = (draft: OrderDraft): OrderChangeBody => ({
  siteOrg: draft.siteOrg,
  gpOrg: orNull(draft.gpOrg),
  specialistName: draft.specialistName.trim(),
  specialistPhone: draft.specialistPhone.trim(),
  visits: draft.visits,
  given: draft.given,
  firstGivenOn: orNull(draft.firstGivenOn),
  intervalDays: whole(draft.intervalDays) ?? 0,
  toleranceDays: whole(draft.toleranceDays) ?? 0,
  fromDay: draft.fromDay,
  latestDay: draft.latestDay,
  validUntil: draft.validUntil,
  urgency: draft.urgency,
  dose: draft.dose.trim(),
  weightKg: figure(draft.weightKg),
  labOn: orNull(draft.labOn),
  labOk: draft.labOn.trim() === '' ? null : draft.labOk,
  limits: orNull(draft.limits),
  stopRule: draft.stopRule.trim(),
  wishes: { weekdays: [...draft.weekdays], part: draft.part },
});

/** For whom, as it is sent: somebody known, or somebody entered now. */
export const personOf = ({ known, person }: OrderDraft): OrderBody['person'] =>
  known === null
    ? {
        name: person.name.trim(),
        birthDate: readDay(person.birthDate) ?? '',
        sex: person.sex ?? 'other',
        bsn: person.bsn.trim() === '' ? null : readBsn(person.bsn),
        pc4: readPc4(person.pc4),
        ...{ phone: null, gpName: null, kinName: null, kinPhone: null },
      }
    : { id: known.id };

/** Beside which question a refusal of the house is shown. */
const REFUSED_AT: Readonly<Record<string, OrderField>> = {
  'birth-date-impossible': 'birthDate',
  'bsn-other-birth-date': 'bsn',
  'treatment-not-signed': 'treatment',
  'treatment-newer': 'treatment',
  'site-not-day': 'siteOrg',
  'site-fixed': 'siteOrg',
  'practice-not-gp': 'gpOrg',
  'order-days': 'latestDay',
  'order-visits': 'validUntil',
  'order-interval': 'intervalDays',
  'visits-given': 'visits',
  'first-dose-in-hospital': 'firstGivenOn',
  'stop-rule-missing': 'stopRule',
  'weight-missing': 'weightKg',
  'lab-in-future': 'labOn',
  'lab-not-good': 'labOn',
};

/** The question a refusal is about; null: it is about the whole. */
export const refusedAt = (code: string | undefined): OrderField | null => REFUSED_AT[code ?? ''] ?? null;
