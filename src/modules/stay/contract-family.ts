import { z } from 'zod';
import { Id, IsoDay, IsoInstant, SentenceSchema } from '#kernel/contract.ts';

/** Whom one can call. */
const Call = z.object({ who: SentenceSchema, name: z.string(), phone: z.string() });

/** What was agreed in one talk: the words of those who were there. */
const Agreement = z.object({
  day: IsoDay,
  title: SentenceSchema,
  departure: SentenceSchema.nullable(),
  agreed: z.string(),
  care: z.string(),
});

/** A stay in plain words. */
export const FamilyStayView = z
  .object({
    id: Id,
    name: z.string(),
    /** Somebody died: whom one can call, and nothing else. */
    quiet: z.boolean(),
    ended: z.boolean(),
    house: z.string(),
    unit: z.string(),
    /** How far it is: which day, until when, away or left. */
    stand: z.array(SentenceSchema),
    goal: z.string().nullable(),
    next: SentenceSchema.nullable(),
    responsible: z.array(SentenceSchema),
    agreements: z.array(Agreement),
    arranging: z.array(SentenceSchema),
    arranged: z.array(SentenceSchema),
    /** How it goes on after the departure. */
    after: z.array(SentenceSchema),
    call: z.array(Call),
  })
  .meta({ id: 'FamilyStay' });
export type FamilyStayView = z.infer<typeof FamilyStayView>;

/** The stay of the person, for themselves or for the one relative who reads along. */
export const FamilyView = z
  .object({
    reader: z.enum(['person', 'relative']),
    until: IsoInstant,
    practice: z.boolean(),
    deskPhone: z.string(),
    /** Null: there is no stay. */
    stay: FamilyStayView.nullable(),
  })
  .meta({ id: 'FamilyView' });
export type FamilyView = z.infer<typeof FamilyView>;
