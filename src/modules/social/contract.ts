import { z } from 'zod';
import { Id, IsoDay, Pc4 } from '#kernel/contract.ts';
import { StateView } from './contract-state.ts';
import { ASSURED_PHASES, REASONS } from './types.ts';

export * from './contract-conversation.ts';
export * from './contract-helping.ts';
export * from './contract-network.ts';
export * from './contract-referral.ts';
export * from './contract-state.ts';

/** What somebody looks for on the map. It travels in a body: what is typed is about somebody and stays out of every address. */
export const SearchAsk = z
  .strictObject({
    need: z.string().trim().max(200).default(''),
    pc4: Pc4.optional(),
    open: z.boolean().default(false),
    room: z.boolean().default(false),
    free: z.boolean().default(false),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional(),
    age: z.number().int().min(0).max(120).optional(),
    cursor: z.number().int().min(0).max(1000).optional(),
  })
  .meta({ id: 'ServiceSearchBody' });
export type SearchAsk = z.infer<typeof SearchAsk>;

const Sentence = z.object({ nl: z.string(), en: z.string() });

/** Why a service is there: a code, and what it is about. */
const Reason = z.object({ code: z.enum(REASONS), about: z.string().nullable() });

const hit = {
  id: Id,
  name: z.string(),
  organisation: z.string(),
  about: z.string(),
  kinds: z.array(Sentence.extend({ code: z.string() })),
  state: StateView.nullable(),
  town: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  /** Metres as the crow flies from the middle of the postcode that was asked. */
  metres: z.number().int().nullable(),
  /** Null: nobody said when it is open. */
  openNow: z.boolean().nullable(),
  free: z.boolean().nullable(),
  minimumAge: z.number().nullable(),
  maximumAge: z.number().nullable(),
  languages: z.array(z.string()),
  assured: z.object({ day: IsoDay.nullable(), phase: z.enum(ASSURED_PHASES) }),
};

/** One service among the results, with why it is there. */
export const ServiceHit = z.object({ ...hit, reasons: z.array(Reason) }).meta({ id: 'ServiceHit' });
export type ServiceHit = z.infer<typeof ServiceHit>;

/** What was found, best first, and which needs were heard in the question. */
export const SearchAnswer = z
  .object({
    heard: z.array(Sentence.extend({ code: z.string(), by: z.string() })),
    hits: z.array(ServiceHit),
    total: z.number().int(),
    /** Where the next page begins; null: this was the last. */
    cursor: z.number().int().nullable(),
  })
  .meta({ id: 'ServiceSearch' });
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** One service in full, without names of people. */
export const ServiceView = z
  .object({
    ...hit,
    description: z.string(),
    howToJoin: z.string().nullable(),
    forWhom: z.string().nullable(),
    costs: z.string().nullable(),
    alert: z.string().nullable(),
    url: z.string().nullable(),
    email: z.string().nullable(),
    phones: z.array(z.object({ number: z.string(), description: z.string().nullable() })),
    places: z.array(
      z.object({ name: z.string().nullable(), address: z.string(), accessibility: z.array(z.string()) }),
    ),
    hours: z.array(
      z.object({ weekday: z.number().int(), opens: z.number().int(), closes: z.number().int() }),
    ),
    /** The reader works for the organisation that offers it, or keeps the map: they may say the state. */
    mine: z.boolean(),
    /** The organisation takes part here, so that somebody can be referred to it. */
    takesReferrals: z.boolean(),
  })
  .meta({ id: 'Service' });
export type ServiceView = z.infer<typeof ServiceView>;

/** Services of one's own organisation. */
export const OwnServices = z.object({ services: z.array(z.object(hit)) }).meta({ id: 'OwnServices' });
export type OwnServices = z.infer<typeof OwnServices>;

const MOST_CHOSEN = 4;

/** The first question: what is the matter, and which of the needs that were named somebody meant. */
export const QuestionBody = z
  .strictObject({
    words: z.string().trim().min(1).max(200),
    pc4: Pc4.nullable().default(null),
    /** Codes of needs that were tapped; then those count and not what was heard. */
    needs: z.array(z.string().max(40)).max(MOST_CHOSEN).default([]),
  })
  .meta({ id: 'FirstQuestion' });
export type QuestionBody = z.infer<typeof QuestionBody>;

/** A result with how to reach it, without names of people. */
export const WhoHelps = ServiceHit.extend({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  url: z.string().nullable(),
  address: z.string().nullable(),
}).meta({ id: 'WhoHelps' });
export type WhoHelps = z.infer<typeof WhoHelps>;

/** What was heard, what may lie behind it, and who helps best. */
export const QuestionAnswer = z
  .object({
    heard: SearchAnswer.shape.heard,
    beside: z.array(z.object({ code: z.string(), nl: z.string(), en: z.string() })),
    helpers: z.array(WhoHelps),
    total: z.number().int(),
  })
  .meta({ id: 'FirstQuestionAnswer' });
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;
