import { z } from 'zod';
import { Id, IsoInstant, SentenceSchema } from '#kernel/contract.ts';
import { DOCUMENT_KINDS, MISSING_CODES, RUNGS, WAIT_CAUSES } from './types.ts';

/** How long a request waited for what; the one that runs now has `now`. Together they are the time since it was sent. */
export const Wait = z
  .object({ cause: z.enum(WAIT_CAUSES), minutes: z.number().int(), now: z.boolean(), text: SentenceSchema })
  .meta({ id: 'Wait' });
export type Wait = z.infer<typeof Wait>;

/** Something that may still come: nothing of it holds up the request. */
export const Missing = z
  .object({ code: z.enum(MISSING_CODES), text: SentenceSchema })
  .meta({ id: 'Missing' });
export type Missing = z.infer<typeof Missing>;

/** A word on the request. `house` names the asked house whose thread it is; null: between referrer and desk. */
export const Message = z
  .object({
    id: Id,
    house: z.object({ organisationId: Id, name: z.string() }).nullable(),
    from: z.string(),
    own: z.boolean(),
    text: z.string(),
    at: IsoInstant,
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

/** A file that was sent along. Its content is fetched apart. */
export const DocumentView = z
  .object({
    id: Id,
    kind: z.enum(DOCUMENT_KINDS),
    name: z.string(),
    mime: z.string(),
    bytes: z.number().int(),
    from: z.string(),
    own: z.boolean(),
    at: IsoInstant,
  })
  .meta({ id: 'Document' });
export type DocumentView = z.infer<typeof DocumentView>;

/** The ladder above a provider that does not answer: what was climbed, and from when the next rung may be. */
export const Ladder = z
  .object({
    climbed: z.array(z.object({ rung: z.enum(RUNGS), at: IsoInstant })),
    next: z.object({ rung: z.enum(RUNGS), from: IsoInstant }).nullable(),
  })
  .meta({ id: 'Ladder' });
export type Ladder = z.infer<typeof Ladder>;
