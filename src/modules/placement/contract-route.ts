import { z } from 'zod';
import { isBsn } from '#kernel/bsn.ts';
import { Id, IsoDay, IsoInstant, SentenceSchema } from '#kernel/contract.ts';
import {
  DOCUMENT_KINDS,
  MISSING_CODES,
  REQUEST_STATES,
  RUNGS,
  TRANSPORTS,
  UNMET_CODES,
  WAIT_CAUSES,
  WITHDRAW_CODES,
  WOULD_HAVE,
} from './types.ts';

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

/** For whom a place would be asked: a person one knows, or a birth date with a BSN or a name. */
export const RunningBody = z
  .union([
    z.strictObject({ id: Id }),
    z
      .strictObject({
        birthDate: IsoDay,
        bsn: z.string().refine(isBsn, 'Dit BSN klopt niet. Kijk de cijfers na.').optional(),
        name: z.string().trim().min(1).max(200).optional(),
      })
      .refine(({ bsn, name }) => bsn !== undefined || name !== undefined, 'Vul een naam of BSN in.'),
  ])
  .meta({ id: 'RunningBody' });

/** The request that runs for somebody already. `elsewhere`: another organisation asked; only the desk tells more. */
export const Running = z
  .object({
    running: z
      .object({ requestId: Id, code: z.string(), state: z.enum(REQUEST_STATES), turn: SentenceSchema })
      .nullable(),
    elsewhere: z.boolean(),
  })
  .meta({ id: 'Running' });
export type Running = z.infer<typeof Running>;

/** A file to send along, its bytes in base64. */
export const DocumentBody = z
  .strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    name: z.string().trim().min(1, 'Geef het bestand een naam.').max(200),
    content: z.base64('Dit bestand kwam niet heel over. Kies het opnieuw.'),
  })
  .meta({ id: 'DocumentBody' });

/** A question or an answer. Who asks says with which house; a house always speaks in its own thread. */
export const MessageBody = z
  .strictObject({
    text: z.string().trim().min(1, 'Schrijf eerst uw vraag of antwoord.').max(1000),
    organisationId: Id.optional(),
  })
  .meta({ id: 'MessageBody' });

/** How the person comes, and when when that is arranged. */
export const TransportBody = z
  .strictObject({ by: z.enum(TRANSPORTS), at: IsoInstant.optional() })
  .meta({ id: 'TransportBody' });

/** A rung of the ladder that is climbed: somebody was called. */
export const EscalateBody = z.strictObject({ rung: z.enum(RUNGS) }).meta({ id: 'EscalateBody' });

/** How a request ends without a stay here. "No place" needs its code: without it nothing is counted. */
export const CloseRequestBody = z
  .discriminatedUnion('reason', [
    z.strictObject({ reason: z.literal('withdrawn'), code: z.enum(WITHDRAW_CODES) }),
    z.strictObject({
      reason: z.literal('elsewhere'),
      place: z.string().trim().min(2, 'Vul in waar de persoon heen gaat.').max(200),
      km: z.number().min(0).max(1000).optional(),
    }),
    z.strictObject({
      reason: z.literal('no-place'),
      code: z.enum(UNMET_CODES).optional(),
      would: z.array(z.enum(WOULD_HAVE)).max(WOULD_HAVE.length).default([]),
    }),
  ])
  .meta({ id: 'CloseRequestBody' });

/** A first answer to why there is no place, to agree with or to change. */
export const UnmetProposal = z
  .object({ code: z.enum(UNMET_CODES), would: z.array(z.enum(WOULD_HAVE)) })
  .meta({ id: 'UnmetProposal' });
export type UnmetProposal = z.infer<typeof UnmetProposal>;
