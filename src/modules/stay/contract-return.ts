import { z } from 'zod';
import { Id, IsoDay, IsoInstant, SentenceSchema } from '#kernel/contract.ts';
import { DESTINATIONS } from '#modules/capacity/types.ts';
import { CONTACT_DAYS, DROP_REASONS, RETURN_ITEMS, RETURN_STATES } from './types-return.ts';

/** One line of the plan for home. */
const ReturnLine = z.object({
  item: z.enum(RETURN_ITEMS),
  state: z.enum(RETURN_STATES),
  who: z.string(),
  fromDay: IsoDay.nullable(),
  note: z.string(),
  /** The day on which it must be arranged; null while nobody knows when somebody leaves. */
  dueDay: IsoDay.nullable(),
  late: z.boolean(),
  version: z.number().int(),
});

/** A contact after the departure. What was said stands there for who treats or referred. */
const ContactView = z.object({
  days: z.literal(CONTACT_DAYS),
  dueDay: IsoDay,
  /** The day is there, and nobody spoke them yet. */
  due: z.boolean(),
  doneAt: IsoInstant.nullable(),
  byName: z.string().nullable(),
  reached: z.boolean().nullable(),
  ownHome: z.boolean().nullable(),
  readmitted: z.boolean().nullable(),
  score: z.number().int().nullable(),
  words: z.string(),
  dropped: z.enum(DROP_REASONS).nullable(),
  version: z.number().int(),
});

/** What must be ready at home, what is missing for the expected departure, and how it went afterwards. */
export const ReturnView = z
  .object({
    stayId: Id,
    /** May the reader keep it? */
    own: z.boolean(),
    /** The day somebody is expected to leave, or left. */
    leaveDay: IsoDay.nullable(),
    uncertain: z.boolean(),
    endedAt: IsoInstant.nullable(),
    destination: z.enum(DESTINATIONS).nullable(),
    items: z.array(ReturnLine),
    missing: z.array(z.enum(RETURN_ITEMS)),
    late: z.array(z.enum(RETURN_ITEMS)),
    /** How far the plan is, in one sentence. */
    words: SentenceSchema,
    /** Planned when somebody leaves; before that empty. */
    contacts: z.array(ContactView),
    /** Since when and where they are in a bed again, as far as the house knows: filled in beforehand, said by who calls. */
    back: z.object({ day: IsoDay, where: z.string(), stillThere: z.boolean() }).nullable(),
  })
  .meta({ id: 'ReturnView' });
export type ReturnView = z.infer<typeof ReturnView>;

/** The plan for home of one stay. */
export const ReturnAnswer = z.object({ return: ReturnView }).meta({ id: 'ReturnAnswer' });
export type ReturnAnswer = z.infer<typeof ReturnAnswer>;

/** How far one thing is. */
export const ReturnBody = z
  .strictObject({
    state: z.enum(RETURN_STATES),
    who: z.string().trim().max(120).default(''),
    fromDay: IsoDay.nullable().default(null),
    note: z.string().trim().max(300).default(''),
  })
  .meta({ id: 'ReturnBody' });
export type ReturnBody = z.infer<typeof ReturnBody>;

/** What came out of a contact. Who was not reached told nothing. */
export const ContactBody = z
  .strictObject({
    byName: z.string().trim().min(2).max(100),
    reached: z.boolean(),
    ownHome: z.boolean().nullable().default(null),
    readmitted: z.boolean().nullable().default(null),
    score: z.number().int().min(1).max(10).nullable().default(null),
    words: z.string().trim().max(500).default(''),
  })
  .meta({ id: 'ContactBody' });
export type ContactBody = z.infer<typeof ContactBody>;

/** Nobody calls any more, and why. */
export const ContactStopBody = z
  .strictObject({ reason: z.enum(['died', 'wish']) })
  .meta({ id: 'ContactStopBody' });
export type ContactStopBody = z.infer<typeof ContactStopBody>;

/** Who must be asked how it goes, by the house they stayed in; the longest waiting first. */
export const ContactList = z
  .object({
    contacts: z.array(
      z.object({
        stayId: Id,
        days: z.literal(CONTACT_DAYS),
        dueDay: IsoDay,
        late: z.boolean(),
        leftDay: IsoDay,
        name: z.string().nullable(),
        phone: z.string().nullable(),
        unit: z.string(),
      }),
    ),
  })
  .meta({ id: 'ContactList' });
export type ContactList = z.infer<typeof ContactList>;

/** How it went with somebody for whom a place was asked: what who asked hears without asking. */
export const Outcome = z
  .object({
    stayId: Id,
    arrivedDay: IsoDay,
    house: z.string(),
    expectedEnd: IsoDay.nullable(),
    leftDay: IsoDay.nullable(),
    destination: z.enum(DESTINATIONS).nullable(),
    contacts: z.array(ContactView),
  })
  .meta({ id: 'Outcome' });
export type Outcome = z.infer<typeof Outcome>;

/** Null: nobody arrived on this request, or the reader is no party to the stay. */
export const OutcomeAnswer = z.object({ outcome: Outcome.nullable() }).meta({ id: 'OutcomeAnswer' });
export type OutcomeAnswer = z.infer<typeof OutcomeAnswer>;
