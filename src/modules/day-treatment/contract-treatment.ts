import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';
import { COMPETENCES, TREATMENT_GROUPS } from './types.ts';

const said = (most: number) => z.string().trim().min(1).max(most);
/** The planner counts in fives. */
const Minutes = z.number().int().min(0).max(600).multipleOf(5);

/** In which room somebody sits, in minutes after the start. */
const Seat = z.strictObject({
  room: z.enum(['treatment', 'living']),
  lying: z.boolean(),
  from: Minutes,
  until: Minutes,
});

/** What a treatment is: times, who may give it, and what must be so before it is given. */
const TreatmentBody = z.object({
  name: z.string(),
  group: z.enum(TREATMENT_GROUPS),
  setUp: z.number().int(),
  running: z.number().int(),
  observation: z.number().int(),
  ratio: z.number().int(),
  seats: z.array(Seat),
  competences: z.array(z.enum(COMPETENCES)),
  labDays: z.number().int().nullable(),
  firstInHospital: z.boolean(),
  pharmacyDays: z.number().int(),
  coldChain: z.boolean(),
  weight: z.boolean(),
  emergency: z.array(z.string()),
  /** What the clinic wrote to do on a reaction, in order. */
  reaction: z.array(z.string()),
  /** What the person reads beforehand: what to bring, how to prepare. */
  preparation: z.array(z.string()),
  source: z.string(),
});

/** A version a clinician signed; `endedAt` when it is no longer in use. */
const SignedTreatment = z.object({
  version: z.number().int(),
  body: TreatmentBody,
  organisation: z.object({ id: Id, name: z.string() }),
  signedBy: z.string(),
  signedAt: IsoInstant,
  endedAt: IsoInstant.nullable(),
  endReason: z.string().nullable(),
  /** May the reader end it or sign the next version? */
  own: z.boolean(),
});
export type SignedTreatment = z.infer<typeof SignedTreatment>;

/** A treatment of the catalogue: what ships as a draft, what is in use, and what was before. */
export const TreatmentView = z
  .object({
    code: z.string(),
    draft: TreatmentBody,
    /** How a course usually goes: a beginning for who writes an order. */
    usual: z.object({
      visits: z.number().int(),
      intervalDays: z.number().int(),
      toleranceDays: z.number().int(),
    }),
    /** What can be ordered now; null: nothing yet. */
    now: SignedTreatment.nullable(),
    earlier: z.array(SignedTreatment),
    /** For If-Match: the newest signed version, 0 when nobody signed yet. */
    version: z.number().int(),
  })
  .meta({ id: 'DayTreatment' });
export type TreatmentView = z.infer<typeof TreatmentView>;

/** The treatments of the region. */
export const TreatmentList = z
  .object({ treatments: z.array(TreatmentView) })
  .meta({ id: 'DayTreatmentList' });
export type TreatmentList = z.infer<typeof TreatmentList>;

/** Which treatment, by its code. */
export const ByCode = z.object({ code: z.string().regex(/^[a-z0-9-]{2,40}$/) });
export type ByCode = z.infer<typeof ByCode>;

/** What the clinic sets itself; what is left out stays as it is in the version before, or in the draft. */
const TreatmentChanges = z
  .strictObject({
    name: said(100),
    setUp: Minutes.min(5),
    running: Minutes,
    observation: Minutes,
    ratio: z.number().int().min(1).max(8),
    seats: z.array(Seat).min(1).max(2),
    competences: z.array(z.enum(COMPETENCES)).min(1),
    labDays: z.number().int().min(1).max(400).nullable(),
    firstInHospital: z.boolean(),
    pharmacyDays: z.number().int().min(0).max(20),
    coldChain: z.boolean(),
    weight: z.boolean(),
  })
  .partial();

/** A clinician signs: what is different here, the steps on a reaction and what must be at hand, in the clinic's own words. */
export const TreatmentSignBody = z
  .strictObject({
    changes: TreatmentChanges.default({}),
    reaction: z.array(said(300)).max(20).default([]),
    emergency: z.array(said(200)).max(20).default([]),
    preparation: z.array(said(300)).max(20).default([]),
  })
  .meta({ id: 'DayTreatmentSignBody' });
export type TreatmentSignBody = z.infer<typeof TreatmentSignBody>;

/** It is taken out of use, and why; who has an order keeps it. */
export const TreatmentEndBody = z
  .strictObject({ reason: z.string().trim().min(3).max(500) })
  .meta({ id: 'DayTreatmentEndBody' });
export type TreatmentEndBody = z.infer<typeof TreatmentEndBody>;
