import { z } from 'zod';
import { Id, IsoInstant, SentenceSchema } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { CONTACTS, LAWS, ROUTES } from './types.ts';

const Code = z.string().regex(/^[a-z-]{1,40}$/);

/** Answers to the tree. The version is the one the questions were read from. */
const Given = z.strictObject({
  version: z.number().int(),
  answers: z.array(z.strictObject({ question: Code, answer: Code })).max(20),
  /** Why somebody goes on against the advice. */
  deviation: z.string().trim().max(1000).default(''),
});

/** The triage that comes along with a request. */
export const TriageSent = Given.meta({ id: 'TriageSent' });

/** Answers on a running request. `product` takes the advice over: the request asks for that from now on. */
export const TriageBody = Given.extend({ product: z.enum(PRODUCTS).nullable().default(null) }).meta({
  id: 'TriageBody',
});

/** Asks the specialist in elderly medicine to think along. Without a name in the question. */
export const ConsultBody = z
  .strictObject({ question: z.string().trim().max(1000).default('') })
  .meta({ id: 'ConsultBody' });

/** The advice: where to, one sentence why, and answers that nobody knew. */
export const AdviceBody = z
  .strictObject({
    route: z.enum(ROUTES),
    text: z.string().trim().min(2, 'Schrijf in een zin waarom.').max(1000),
    answers: Given.shape.answers.default([]),
  })
  .meta({ id: 'AdviceBody' });

const Option = z.object({ value: z.string(), words: SentenceSchema, ends: z.boolean() });

/** The tree as it is asked now, and who answers next door. */
export const InstrumentView = z
  .object({
    version: z.number().int(),
    questions: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        words: SentenceSchema,
        why: SentenceSchema,
        options: z.array(Option),
      }),
    ),
    routes: z.array(
      z.object({
        route: z.enum(ROUTES),
        words: SentenceSchema,
        product: z.enum(PRODUCTS).nullable(),
        law: z.enum(LAWS),
        contact: z.object({ kind: z.enum(CONTACTS), name: z.string(), phone: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'TriageInstrument' });
export type InstrumentView = z.infer<typeof InstrumentView>;

/** How far the tree is for one request. Why was deviated, only for who knows the person, asks or advises. */
export const TriageView = z
  .object({
    version: z.number().int(),
    /** Far enough for a yes of a ward. */
    complete: z.boolean(),
    answers: z.array(
      z.object({
        question: z.string(),
        answer: z.string(),
        by: z.string(),
        at: IsoInstant,
        /** Said by a field of the request, not asked apart. */
        implied: z.boolean(),
      }),
    ),
    open: z.array(z.string()),
    unknown: z.array(z.string()),
    outcome: z
      .object({
        route: z.enum(ROUTES),
        product: z.enum(PRODUCTS).nullable(),
        law: z.enum(LAWS),
        reason: SentenceSchema,
        deviates: z.boolean(),
      })
      .nullable(),
    deviation: z.string().nullable(),
  })
  .meta({ id: 'Triage' });
export type TriageView = z.infer<typeof TriageView>;

/** The last question to the specialist in elderly medicine, and the advice when there is one. */
export const ConsultView = z
  .object({
    organisationId: Id,
    organisation: z.string(),
    askedAt: IsoInstant,
    answerBy: IsoInstant,
    /** Where who asked is called; only for who must advise. */
    phone: z.string().nullable(),
    question: z.string(),
    answeredAt: IsoInstant.nullable(),
    advice: z
      .object({ route: z.enum(ROUTES), product: z.enum(PRODUCTS).nullable(), text: z.string() })
      .nullable(),
  })
  .meta({ id: 'Consult' });
export type ConsultView = z.infer<typeof ConsultView>;
