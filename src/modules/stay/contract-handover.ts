import { z } from 'zod';
import { Id, IsoDay, IsoInstant, Phone, SentenceSchema } from '#kernel/contract.ts';
import {
  HANDOVER_DIRECTIONS,
  HANDOVER_SECTIONS,
  HANDOVER_SOURCES,
  HANDOVER_STATES,
  REVOKE_REASONS,
} from './types-handover.ts';

const Known = z.object({
  key: z.string(),
  text: z.string(),
  source: z.enum(HANDOVER_SOURCES),
  /** Does not go along: who sends it said so. */
  without: z.boolean(),
});

const SectionView = z.object({
  code: z.enum(HANDOVER_SECTIONS),
  /** The concept of SNOMED CT; null where the standard gives none. */
  snomed: z.string().nullable(),
  title: SentenceSchema,
  hint: SentenceSchema,
  needed: z.boolean(),
  mayBeNone: z.boolean(),
  /** Needed, and nothing is known, written or said. Holds up nothing. */
  missing: z.boolean(),
  none: z.boolean(),
  text: z.string(),
  known: z.array(Known),
  /** Other than when it was sent before. */
  changed: z.boolean(),
});
export type HandoverSectionView = z.infer<typeof SectionView>;

/** A file that goes along, without its bytes. */
const HandoverFile = z.object({
  id: Id,
  name: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
  at: IsoInstant,
});

/** Who receives; without an organisation somebody outside the region, who is called. */
const Receiver = z.object({
  organisationId: Id.nullable(),
  name: z.string(),
  phone: z.string().nullable(),
});

const Party = z.object({ organisationId: Id, name: z.string(), phone: z.string().nullable() });

/** A handover, as far as the reader may know it. Nothing is stored yet while `id` is null. */
export const HandoverView = z
  .object({
    id: Id.nullable(),
    requestId: Id,
    stayId: Id.nullable(),
    /** The short code of the request. */
    code: z.string(),
    direction: z.enum(HANDOVER_DIRECTIONS),
    state: z.enum(HANDOVER_STATES),
    /** May the reader write it? */
    own: z.boolean(),
    /** Is the reader who receives it? */
    receives: z.boolean(),
    person: z.object({ name: z.string(), birthDate: IsoDay }).nullable(),
    from: Party,
    receiver: Receiver.nullable(),
    /** Who can receive it in the region, where that is a choice. */
    receivers: z.array(Party),
    /** The doctor who takes over; before the confirmation the one who is expected to. */
    doctor: z.string().nullable(),
    sections: z.array(SectionView),
    missing: z.array(z.enum(HANDOVER_SECTIONS)),
    files: z.array(HandoverFile),
    /** How often it was sent. */
    number: z.number().int(),
    savedAt: IsoInstant.nullable(),
    savedBy: z.string(),
    sentAt: IsoInstant.nullable(),
    receivedAt: IsoInstant.nullable(),
    receivedBy: z.string().nullable(),
    byPhone: z.boolean(),
    revokedAt: IsoInstant.nullable(),
    revokedBecause: z.enum(REVOKE_REASONS).nullable(),
    /** Whoever it is about moved on already, and who receives has not confirmed: the sender stays responsible. */
    late: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Handover' });
export type HandoverView = z.infer<typeof HandoverView>;

/** How far the handover of a stay is, for every party to it: nothing of what is in it. */
const Handed = z.object({
  state: z.enum(HANDOVER_STATES),
  to: z.string(),
  sentAt: IsoInstant.nullable(),
  receivedAt: IsoInstant.nullable(),
});

/** One handover; null when there is none that the reader may know. `came` is what came along with the arrival. */
export const HandoverAnswer = z
  .object({ handover: HandoverView.nullable(), came: Id.nullable(), handed: Handed.nullable() })
  .meta({ id: 'HandoverAnswer' });
export type HandoverAnswer = z.infer<typeof HandoverAnswer>;

/** A line of what waits for a confirmation. */
export const HandoverHead = z
  .object({
    id: Id,
    requestId: Id,
    direction: z.enum(HANDOVER_DIRECTIONS),
    person: z.object({ name: z.string(), birthDate: IsoDay }).nullable(),
    from: z.string(),
    number: z.number().int(),
    sentAt: IsoInstant,
    doctor: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'HandoverHead' });
export type HandoverHead = z.infer<typeof HandoverHead>;

/** What waits for the reader to confirm, the oldest first. */
export const HandoverList = z.object({ handovers: z.array(HandoverHead) }).meta({ id: 'HandoverList' });
export type HandoverList = z.infer<typeof HandoverList>;

/** Which handovers: those that wait for the reader. */
export const HandoverQuery = z.object({ for: z.literal('me').default('me') });
export type HandoverQuery = z.infer<typeof HandoverQuery>;

/** What somebody wrote so far. Sections that are left out stay as they were. */
export const HandoverBody = z
  .strictObject({
    sections: z
      .array(
        z.strictObject({
          code: z.enum(HANDOVER_SECTIONS),
          text: z.string().max(4000).default(''),
          none: z.boolean().default(false),
          without: z.array(z.string().max(40)).max(40).default([]),
        }),
      )
      .max(HANDOVER_SECTIONS.length)
      .default([]),
  })
  .meta({ id: 'HandoverBody' });
export type HandoverBody = z.infer<typeof HandoverBody>;

/** The same by the house, which also says to whom: in the region, or somebody outside it. Left out: as it was. */
export const HandoverOutBody = HandoverBody.extend({
  receiver: z
    .union([
      z.strictObject({ organisationId: Id }),
      z.strictObject({ name: z.string().trim().min(2).max(120), phone: Phone }),
    ])
    .optional(),
}).meta({ id: 'HandoverOutBody' });
export type HandoverOutBody = z.infer<typeof HandoverOutBody>;

/** The doctor who takes over. */
export const HandoverConfirmBody = z
  .strictObject({ doctor: z.string().trim().min(2).max(100) })
  .meta({ id: 'HandoverConfirmBody' });
export type HandoverConfirmBody = z.infer<typeof HandoverConfirmBody>;

/** Whom the sender spoke, and the doctor who takes over. */
export const HandoverPhoneBody = z
  .strictObject({ spoke: z.string().trim().min(2).max(100), doctor: z.string().trim().min(2).max(100) })
  .meta({ id: 'HandoverPhoneBody' });
export type HandoverPhoneBody = z.infer<typeof HandoverPhoneBody>;

/** A file as it comes in; `content` is base64. */
export const HandoverFileBody = z
  .strictObject({
    name: z.string().min(1).max(200),
    content: z.base64('Dit bestand kwam niet heel over. Kies het opnieuw.'),
  })
  .meta({ id: 'HandoverFileBody' });
export type HandoverFileBody = z.infer<typeof HandoverFileBody>;

/** Nothing to add: the act is in the address. */
export const HandoverNothing = z.strictObject({}).meta({ id: 'HandoverNothing' });
