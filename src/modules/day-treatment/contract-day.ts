import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PHASES } from './decide/day.ts';
import { ACT_KINDS, type ActKind, CHECKS, PARTS, TREATMENT_GROUPS, VISIT_STATES } from './types.ts';
import { ACT_REFUSALS } from './types-day.ts';

const note = z.string().trim().min(1).max(500);
const Said = z.strictObject({ note: note.optional() });
const between = (least: number, most: number) => z.number().min(least).max(most).optional();

const Measured = z
  .strictObject({
    systolic: between(30, 300),
    diastolic: between(20, 200),
    pulse: between(20, 250),
    saturation: between(40, 100),
    temperature: between(30, 43),
    note: note.optional(),
  })
  .refine(
    (told) => Object.values(told).some((value) => value !== undefined),
    'Vul ten minste één meting in.',
  );

/** What each act says beside its moment. A note is the nurse's own words and goes to the specialist as it stands. */
export const ACT_BODIES = {
  arrived: Said,
  checked: z.strictObject({ check: z.enum(CHECKS), right: z.boolean(), note: note.optional() }),
  started: Said,
  measured: Measured,
  stopped: Said,
  left: Said,
  deviated: z.strictObject({ note }),
  /** `step`: the step of the clinic's own list that was done, counted from 1; `called`: the specialist was called; `over`: it is over. */
  reacted: z.strictObject({
    step: z.number().int().min(1).max(40).optional(),
    called: z.literal(true).optional(),
    over: z.literal(true).optional(),
    note: note.optional(),
  }),
  'not-given': z.strictObject({ why: note }),
  missed: Said,
  /** `act`: the act of this visit that is taken back. */
  undone: z.strictObject({ act: Id }),
} as const satisfies Record<ActKind, z.ZodType>;

/** One act as the device wrote it down: the id is made there, `at` is the clock there. */
const ActBody = z.strictObject({
  id: Id,
  visitId: Id,
  kind: z.enum(ACT_KINDS),
  at: IsoInstant,
  body: z.record(z.string().max(40), z.unknown()).default({}),
});

/** Acts of a half-day, in any order and as often as the network asks for. */
export const ActsBody = z
  .strictObject({ acts: z.array(ActBody).min(1).max(500) })
  .meta({ id: 'DayActsBody' });
export type ActsBody = z.infer<typeof ActsBody>;

/** Which acts stand here now (also those that stood here before), and which never will. */
export const ActsAnswer = z
  .object({
    kept: z.array(Id),
    refused: z.array(z.object({ id: Id, code: z.enum(ACT_REFUSALS) })),
  })
  .meta({ id: 'DayActsAnswer' });
export type ActsAnswer = z.infer<typeof ActsAnswer>;

/** An act as it is kept. */
export const DayAct = z
  .object({
    id: Id,
    visitId: Id,
    kind: z.enum(ACT_KINDS),
    at: IsoInstant,
    byName: z.string(),
    body: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'DayAct' });
export type DayAct = z.infer<typeof DayAct>;

/** What is known beforehand of the things that are looked at; identity only the nurse can look at. */
const CheckFacts = z.object({
  /** Until which day the order holds, and whether it holds on this day and is still signed. */
  order: z.object({ until: IsoDay, ok: z.boolean() }),
  /** The day of the blood result; `ok` null: this treatment asks for none. */
  lab: z.object({ on: IsoDay.nullable(), ok: z.boolean().nullable() }),
  drug: z.object({ readyAt: IsoInstant.nullable() }),
});

/** Somebody on the list of a half-day. */
export const DayVisit = z
  .object({
    id: Id,
    orderId: Id,
    number: z.number().int(),
    of: z.number().int(),
    /** The number on the chair where somebody sits first; null: the chair was given to somebody else. */
    chair: z.string().nullable(),
    /** Every chair of this visit, and from how many minutes after the start somebody sits in it. */
    seats: z.array(z.object({ code: z.string(), from: z.number().int() })),
    person: z.object({ name: z.string(), born: z.number().int(), birthDate: IsoDay }).nullable(),
    treatment: z.object({
      name: z.string(),
      group: z.enum(TREATMENT_GROUPS),
      setUp: z.number().int(),
      running: z.number().int(),
      observation: z.number().int(),
      minutes: z.number().int(),
      /** How many people one nurse may look after while it runs and afterwards. */
      ratio: z.number().int(),
    }),
    dose: z.string(),
    weightKg: z.number().nullable(),
    from: IsoInstant,
    acts: z.array(DayAct),
    facts: CheckFacts,
    specialist: z.object({ name: z.string(), phone: z.string() }),
    /** What the clinic wrote to do on a reaction, in order, and what must be at hand. */
    reaction: z.array(z.string()),
    emergency: z.array(z.string()),
    /** The limits of the specialist. */
    note: z.string().nullable(),
    /** When nothing is given, in the specialist's words. */
    stopRule: z.string(),
    /** The order was stopped, or this moment was taken back, while somebody may already be here. */
    stopped: z.boolean(),
  })
  .meta({ id: 'DayVisit' });
export type DayVisit = z.infer<typeof DayVisit>;

/** The list of one half-day, with everything a tablet needs to go on without a network. */
export const DayList = z
  .object({
    halfDay: z.object({
      id: Id,
      day: IsoDay,
      part: z.enum(PARTS),
      from: IsoInstant,
      until: IsoInstant,
      version: z.number().int(),
    }),
    room: z.object({ id: Id, name: z.string(), site: z.string(), zone: z.string() }),
    nurses: z.array(z.string()),
    /** People looked after now against what the nurses who are there can do. */
    care: z.object({ now: z.number(), of: z.number() }),
    visits: z.array(DayVisit),
  })
  .meta({ id: 'DayList' });
export type DayList = z.infer<typeof DayList>;

/** What happened at one visit, for who ordered it and for the practice. */
const RecordVisit = z
  .object({
    id: Id,
    number: z.number().int(),
    attempt: z.number().int(),
    state: z.enum(VISIT_STATES),
    phase: z.enum(PHASES),
    unit: z.string().nullable(),
    arrivedAt: IsoInstant.nullable(),
    startedAt: IsoInstant.nullable(),
    stoppedAt: IsoInstant.nullable(),
    leftAt: IsoInstant.nullable(),
    /** Somebody reacted, at any moment of this visit. */
    reacted: z.boolean(),
    /** Why nothing was given, in the words of the nurse. */
    why: z.string().nullable(),
    /** Everything that stands, in the order of the clock; what was taken back is left out. */
    acts: z.array(DayAct),
  })
  .meta({ id: 'DayRecordVisit' });
export type RecordVisit = z.infer<typeof RecordVisit>;

/** What was given on an order, visit by visit. */
export const DayRecord = z
  .object({
    orderId: Id,
    code: z.string(),
    treatment: z.string(),
    dose: z.string(),
    site: z.string(),
    visits: z.array(RecordVisit),
  })
  .meta({ id: 'DayRecord' });
export type DayRecord = z.infer<typeof DayRecord>;
