import { z } from 'zod';
import { Id, IsoDay, IsoInstant, Phone } from '#kernel/contract.ts';
import { PersonEntry } from '#modules/people/contract.ts';
import { SIGNED_FIELDS } from './decide/signature.ts';
import { COMPETENCES, ORDER_STATES, PARTS, TREATMENT_GROUPS, VISIT_STATES } from './types.ts';
import { NOTICED } from './types-day.ts';

const said = (most: number) => z.string().trim().max(most);
const Named = z.object({ id: Id, name: z.string() });
const Days = (most: number) => z.number().int().min(0).max(most);

const WishesBody = z.strictObject({
  /** 1 is Monday; empty: any day. */
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
  part: z.enum(PARTS).nullable().default(null),
});

/** What may be changed of an order, as a draft and afterwards. */
const content = {
  siteOrg: Id,
  gpOrg: Id.nullable().default(null),
  specialistName: said(100).min(2),
  specialistPhone: Phone,
  /** How many are given near home. */
  visits: z.number().int().min(1).max(60),
  /** How many of the course were given in the hospital, and the first of them when. */
  given: Days(60).default(0),
  firstGivenOn: IsoDay.nullable().default(null),
  intervalDays: Days(400).default(0),
  toleranceDays: Days(60).default(0),
  fromDay: IsoDay,
  latestDay: IsoDay,
  validUntil: IsoDay,
  urgency: z.number().int().min(1).max(5).default(1),
  dose: said(200).min(1),
  weightKg: z.number().min(20).max(300).multipleOf(0.1).nullable().default(null),
  labOn: IsoDay.nullable().default(null),
  labOk: z.boolean().nullable().default(null),
  limits: said(1000).nullable().default(null),
  stopRule: said(1000).default(''),
  wishes: WishesBody.default({ weekdays: [], part: null }),
};

/** A draft: for somebody known or entered now, of a treatment that is signed. */
export const OrderBody = z
  .strictObject({
    person: z.union([z.strictObject({ id: Id }), PersonEntry]),
    treatment: z.string().min(2).max(40),
    ...content,
  })
  .meta({ id: 'DayOrderBody' });
export type OrderBody = z.infer<typeof OrderBody>;

/** What the order says from now on. Of a signed order the change is signed with it, and what is planned is looked at again. */
export const OrderChangeBody = z.strictObject(content).meta({ id: 'DayOrderChangeBody' });
export type OrderChangeBody = z.infer<typeof OrderChangeBody>;

/** Nothing is given any more, and why. */
export const OrderStopBody = z
  .strictObject({ reason: z.string().trim().min(3).max(500) })
  .meta({ id: 'DayOrderStopBody' });
export type OrderStopBody = z.infer<typeof OrderStopBody>;

/** A blood result: of which day, and whether the treatment may be given with it. */
export const LabBody = z.strictObject({ on: IsoDay, ok: z.boolean() }).meta({ id: 'DayLabBody' });
export type LabBody = z.infer<typeof LabBody>;

/** When the medicine for one visit is ready at the site; null: not known any more. */
export const DrugBody = z
  .strictObject({ visit: Id, readyAt: IsoInstant.nullable() })
  .meta({ id: 'DayDrugBody' });
export type DrugBody = z.infer<typeof DrugBody>;

/** Nothing to add: the act is in the address. */
export const SignBody = z.strictObject({}).meta({ id: 'DaySignBody' });
export type SignBody = z.infer<typeof SignBody>;

/** Nothing to add: a draft is thrown away. */
export const DiscardBody = z.strictObject({}).meta({ id: 'DayDiscardBody' });
export type DiscardBody = z.infer<typeof DiscardBody>;

/** What is still missing before somebody can be treated, in the order in which it is arranged. */
const ORDER_NEEDS = ['signature', 'lab', 'lab-not-good', 'weight', 'drug', 'plan'] as const;

/** One visit of an order. */
export const OrderVisit = z.object({
  id: Id,
  number: z.number().int(),
  attempt: z.number().int(),
  state: z.enum(VISIT_STATES),
  from: IsoInstant.nullable(),
  until: IsoInstant.nullable(),
  halfDayId: Id.nullable(),
  unit: Named.nullable(),
  drugReadyAt: IsoInstant.nullable(),
  confirmedAt: IsoInstant.nullable(),
  locked: z.boolean(),
  /** Planned before the specialist changed the order. */
  recheck: z.boolean(),
  version: z.number().int(),
});
export type OrderVisit = z.infer<typeof OrderVisit>;

const Person = z.object({
  id: Id,
  name: z.string(),
  birthDate: IsoDay,
  phone: z.string().nullable(),
});

const OrderTreatment = z.object({
  code: z.string(),
  version: z.number().int(),
  name: z.string(),
  group: z.enum(TREATMENT_GROUPS),
  /** How long somebody is there, in minutes. */
  minutes: z.number().int(),
  competences: z.array(z.enum(COMPETENCES)),
  labDays: z.number().int().nullable(),
  pharmacyDays: z.number().int(),
  coldChain: z.boolean(),
  weight: z.boolean(),
  firstInHospital: z.boolean(),
  reaction: z.array(z.string()),
  emergency: z.array(z.string()),
  /** Signed anew or taken out of use since this order was signed. */
  newer: z.boolean(),
});

/** An order, as far as the reader may know it. */
export const OrderView = z
  .object({
    id: Id,
    code: z.string(),
    /** Null for who may not know who it is. */
    person: Person.nullable(),
    treatment: OrderTreatment,
    hospital: Named,
    site: Named,
    /** The telephone of where it is given; null: nobody said one. */
    sitePhone: z.string().nullable(),
    gp: Named.nullable(),
    specialistName: z.string(),
    specialistPhone: z.string(),
    visits: z.number().int(),
    given: z.number().int(),
    firstGivenOn: IsoDay.nullable(),
    intervalDays: z.number().int(),
    toleranceDays: z.number().int(),
    fromDay: IsoDay,
    latestDay: IsoDay,
    validUntil: IsoDay,
    urgency: z.number().int(),
    dose: z.string(),
    weightKg: z.number().nullable(),
    labOn: IsoDay.nullable(),
    labOk: z.boolean().nullable(),
    limits: z.string().nullable(),
    stopRule: z.string(),
    wishes: z.object({ weekdays: z.array(z.number().int()), part: z.enum(PARTS).nullable() }),
    state: z.enum(ORDER_STATES),
    signedAt: IsoInstant.nullable(),
    signedBy: z.string().nullable(),
    signature: z.number().int(),
    /** Each time it was signed, the first one first, with what is different from the time before. */
    signatures: z.array(
      z.object({
        signature: z.number().int(),
        treatmentVersion: z.number().int(),
        signedBy: z.string(),
        signedAt: IsoInstant,
        changed: z.array(z.enum(SIGNED_FIELDS)),
      }),
    ),
    endedAt: IsoInstant.nullable(),
    stopReason: z.string().nullable(),
    /** May the reader change and stop it? */
    own: z.boolean(),
    /** Does the reader plan and give it? */
    gives: z.boolean(),
    needs: z.array(z.enum(ORDER_NEEDS)),
    visitList: z.array(OrderVisit),
    version: z.number().int(),
  })
  .meta({ id: 'DayOrder' });
export type OrderView = z.infer<typeof OrderView>;

/** One order. */
export const OrderAnswer = z.object({ order: OrderView }).meta({ id: 'DayOrderAnswer' });
export type OrderAnswer = z.infer<typeof OrderAnswer>;

/** Whose orders: ordered here (or by the practice's patients), to give here, or over. */
const ORDER_SCOPES = ['own', 'site', 'ended'] as const;
/** Which orders, and so many after the page before. */
export const OrderAsk = z.object({
  scope: z.enum(ORDER_SCOPES).default('own'),
  after: z
    .string()
    .regex(/^-?\d{1,12}(\.\d{1,9})?_[1-5]_\d{4}-\d{2}-\d{2}_TK-\d{1,10}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type OrderAsk = z.infer<typeof OrderAsk>;

/** An order in a list. */
export const OrderLine = OrderView.pick({
  id: true,
  code: true,
  hospital: true,
  site: true,
  sitePhone: true,
  visits: true,
  specialistName: true,
  urgency: true,
  fromDay: true,
  latestDay: true,
  validUntil: true,
  state: true,
  own: true,
  gives: true,
  needs: true,
  endedAt: true,
  version: true,
})
  .extend({
    person: Named.nullable(),
    treatment: OrderTreatment.pick({ code: true, name: true, group: true, minutes: true }),
    toPlan: z.number().int(),
    planned: z.number().int(),
    /** In the house now. */
    here: z.number().int(),
    done: z.number().int(),
    /** The next moment somebody comes. */
    next: IsoInstant.nullable(),
    /** Since when it stands as it stands. */
    since: IsoInstant,
    /** What lately went differently on a visit. */
    noticed: z.object({ kind: z.enum(NOTICED), at: IsoInstant }).nullable(),
  })
  .meta({ id: 'DayOrderLine' });
export type OrderLine = z.infer<typeof OrderLine>;

/** A page of the orders of one scope: what went differently first, then what is to sign, the most pressing first. */
export const OrderList = z
  .object({
    scope: z.enum(ORDER_SCOPES),
    orders: z.array(OrderLine),
    /** Ask again with `?after=` for the next page; null: these were all. */
    cursor: z.string().nullable(),
  })
  .meta({ id: 'DayOrderList' });
export type OrderList = z.infer<typeof OrderList>;
