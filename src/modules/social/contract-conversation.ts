import { z } from 'zod';
import { Id, IsoInstant, SentenceSchema } from '#kernel/contract.ts';
import { TALK_PARTS } from './types.ts';

const Part = z.enum(TALK_PARTS);
const Parts = z
  .array(Part)
  .refine((parts) => new Set(parts).size === parts.length, 'Noem elk deel één keer.');
const Named = z.object({ id: Id, name: z.string() });
const Mark = z.number().int().min(0).max(10).nullable();

/** Whom a conversation is with: somebody one knows, or the person of a case where this part is open. */
export const BeginBody = z.union([z.strictObject({ person: Id }), z.strictObject({ case: Id })]);
export type BeginBody = z.infer<typeof BeginBody>;

/** Which part of which conversation. */
export const ByPart = z.object({ id: Id, part: Part });
export type ByPart = z.infer<typeof ByPart>;

/** What the person says of one part. */
export const PartBody = z
  .strictObject({ mark: Mark, words: z.string().trim().max(2000), talk: z.boolean() })
  .meta({ id: 'ConversationPartBody' });
export type PartBody = z.infer<typeof PartBody>;

/** Exactly these parts are opened for this organisation; none is all shut. */
export const ShareBody = z
  .strictObject({ organisation: Id, parts: Parts })
  .meta({ id: 'ConversationShareBody' });
export type ShareBody = z.infer<typeof ShareBody>;

const PromptView = z.object({
  part: Part,
  name: SentenceSchema,
  ask: SentenceSchema,
  think: z.array(SentenceSchema),
});

const PartView = z.object({
  part: Part,
  mark: Mark,
  words: z.string(),
  talk: z.boolean(),
  version: z.number().int(),
  changedAt: IsoInstant.nullable(),
  /** Which organisation wrote it down with the person; null: the person. */
  changedBy: z.string().nullable(),
});
export type PartView = z.infer<typeof PartView>;

/** A conversation as far as the reader may see it: a part that was not opened is not in it. */
export const ConversationView = z
  .object({
    id: Id,
    name: z.string(),
    /** Who holds it with the person; null: the person alone. */
    holder: Named.nullable(),
    beganAt: IsoInstant,
    finishedAt: IsoInstant.nullable(),
    /** May the reader write in it now? */
    open: z.boolean(),
    prompts: z.object({ version: z.number().int(), source: z.string(), prompts: z.array(PromptView) }),
    parts: z.array(PartView),
    /** The one before, only to draw it beside this one. */
    previous: z
      .object({ finishedAt: IsoInstant, parts: z.array(z.object({ part: Part, mark: Mark })) })
      .nullable(),
    /** Who may see what; for the person, and for who holds it with them. */
    shares: z.array(z.object({ organisation: Named, parts: z.array(Part) })).optional(),
  })
  .meta({ id: 'Conversation' });
export type ConversationView = z.infer<typeof ConversationView>;

/** One conversation. */
export const ConversationAnswer = z.object({ conversation: ConversationView });
export type ConversationAnswer = z.infer<typeof ConversationAnswer>;

/** One conversation, or that there is none the reader may see. */
export const PerhapsConversation = z.object({ conversation: ConversationView.nullable() });
export type PerhapsConversation = z.infer<typeof PerhapsConversation>;

/** A part as it is kept, with its version for the next time. */
export const PartAnswer = z.object({ part: PartView, version: z.number().int() });
export type PartAnswer = z.infer<typeof PartAnswer>;

/** Which conversation was finished, and whose: who held it may not see it any more. */
export const FinishedAnswer = z.object({ finished: Id, person: Id });
export type FinishedAnswer = z.infer<typeof FinishedAnswer>;

const Row = z.object({
  id: Id,
  holder: z.string().nullable(),
  beganAt: IsoInstant,
  finishedAt: IsoInstant.nullable(),
});

/** Conversations that are held by the reader's organisation, or of which something was shared with it. */
export const ConversationList = z
  .object({ conversations: z.array(Row.extend({ name: z.string(), open: z.boolean() })) })
  .meta({ id: 'Conversations' });
export type ConversationList = z.infer<typeof ConversationList>;

/** The person's own: the one that goes on or the last, those before, and with whom it can be shared. */
export const OwnConversations = z
  .object({
    conversation: ConversationView.nullable(),
    history: z.array(Row),
    organisations: z.array(Named),
  })
  .meta({ id: 'OwnConversations' });
export type OwnConversations = z.infer<typeof OwnConversations>;
