import { z } from 'zod';
import { FigureSchema, Id, IsoInstant, Pc4, Phone, SentenceSchema } from '#kernel/contract.ts';
import { PRODUCTS, PROPERTIES } from '#kernel/product.ts';
import { PersonEntry, PersonView } from '#modules/people/contract.ts';
import { SEXES } from '#modules/people/types.ts';
import { refusalCodes } from './contract-answers.ts';
import { DocumentView, Ladder, Message, Missing, Wait } from './contract-route.ts';
import { ConsultView, TriageSent, TriageView } from './contract-triage.ts';
import {
  CLOSE_REASONS,
  LEGAL_TITLES,
  OFFER_STATES,
  ORIGINS,
  REASONS,
  REQUEST_STATES,
  TRAITS,
  TRANSPORTS,
  UNMET_CODES,
  URGENCIES,
  WEIGHTS,
  WITHDRAW_CODES,
  WOULD_HAVE,
} from './types.ts';

export * from './contract-answers.ts';
export * from './contract-book.ts';
export * from './contract-route.ts';
export * from './contract-triage.ts';

const Uzovi = z.string().regex(/^\d{4}$/, 'Vul vier cijfers in, bijvoorbeeld 3311.');

/** What is asked, without saying for whom: enough to search with. */
export const Asked = z
  .strictObject({
    reason: z.enum(REASONS),
    weight: z.enum(WEIGHTS),
    origin: z.enum(ORIGINS).default('home'),
    urgency: z.enum(URGENCIES).default('today'),
    /** From when the person can come; now when left out. */
    wantedFrom: IsoInstant.optional(),
    needs: z.array(z.enum(PROPERTIES)).max(PROPERTIES.length).default([]),
    traits: z.array(z.enum(TRAITS)).max(9).default([]),
    language: z.string().max(40).nullable().default(null),
    legalTitle: z.enum(LEGAL_TITLES).nullable().default(null),
    /** For a shared room, as far as it is known. */
    sex: z.enum(SEXES).nullable().default(null),
    /** The insurer, four digits. */
    uzovi: Uzovi.nullable().default(null),
    homePc4: Pc4.nullable().default(null),
    partnerPc4: Pc4.nullable().default(null),
    areaPc4: Pc4.nullable().default(null),
  })
  .meta({ id: 'Asked' });
export type Asked = z.infer<typeof Asked>;

/** The checks about hard limits: told where they matter; `met` null is a question to ask the house. */
export const LIMIT_CHECKS = ['legal-title', 'room', 'doctor', 'contract'] as const;

const CHECKS = [
  'care',
  'admission',
  'needs',
  ...LIMIT_CHECKS,
  'distance',
  'partner',
  'area',
  'language',
  'length',
  'figure',
] as const;

/** One line of a proposal: a hard limit or a wish, met or not, in words. `met` null means: not asked or not known. */
const Check = z.object({
  code: z.enum(CHECKS),
  met: z.boolean().nullable(),
  nl: z.string(),
  en: z.string(),
});

/** A place that fits, and why. */
export const Proposal = z
  .object({
    placeId: Id,
    placeCode: z.string(),
    unitId: Id,
    unit: z.string(),
    siteId: Id,
    site: z.string(),
    organisation: z.string(),
    town: z.string(),
    km: z.number().nullable(),
    product: z.enum(PRODUCTS),
    state: z.enum(['free', 'soon']),
    /** How many places of this kind are free there. */
    free: z.number().int(),
    from: IsoInstant,
    figure: FigureSchema,
    answersInMinutes: z.number().int().nullable(),
    checks: z.array(Check),
    why: SentenceSchema,
  })
  .meta({ id: 'Proposal' });
export type Proposal = z.infer<typeof Proposal>;

/** A site that does not fit, and the one reason. */
export const Rejection = z
  .object({
    siteId: Id,
    site: z.string(),
    organisation: z.string(),
    phone: z.string(),
    state: z.enum(['free', 'soon', 'held', 'occupied', 'closed', 'unknown']),
    code: z.string(),
    /** Why it is closed, when that is the reason. */
    closedFor: z.string().nullable(),
    /** What its free places do not offer, when that is the reason. */
    lacks: z.array(z.enum(PROPERTIES)),
    why: SentenceSchema,
  })
  .meta({ id: 'Rejection' });
export type Rejection = z.infer<typeof Rejection>;

/** What fits and what does not, best first. */
export const Proposals = z
  .object({
    product: z.enum(PRODUCTS),
    asOf: IsoInstant,
    looked: z.number().int(),
    fits: z.array(Proposal),
    rejects: z.array(Rejection),
    /** What sending would do: until when a place is held and answered. */
    plan: z.object({ heldUntil: IsoInstant, answerBy: IsoInstant }),
  })
  .meta({ id: 'Proposals' });
export type Proposals = z.infer<typeof Proposals>;

/** A request in six fields, and to whom it goes at once. `offers` empty: the desk arranges it. */
export const RequestBody = Asked.omit({ sex: true })
  .extend({
    person: z.union([z.strictObject({ id: Id }), PersonEntry]),
    callbackPhone: Phone,
    remarks: z.string().max(2000).default(''),
    wish: z.string().max(300).default(''),
    offers: z
      .array(z.strictObject({ placeId: Id }))
      .max(20)
      .default([]),
    /** Places to ask next, best first, when nobody of `offers` says yes. */
    candidates: z.array(Id).max(20).default([]),
    /** May the next that fits be asked by itself after those? */
    askNext: z.boolean().default(true),
    /** A second request for somebody who already has one, on purpose. */
    second: z.boolean().default(false),
    /** Answers to the decision tree; may follow later. */
    triage: TriageSent.optional(),
  })
  .meta({ id: 'RequestBody' });

/** Nothing to add: the act is in the address. */
export const Nothing = z.strictObject({}).meta({ id: 'Nothing' });

/** Asks one more provider. */
export const OfferBody = z
  .strictObject({ placeId: Id, hold: z.boolean().default(true) })
  .meta({ id: 'OfferBody' });

/** Plans the admission: day and moment. */
export const PlanBody = z.strictObject({ arrivalFrom: IsoInstant }).meta({ id: 'PlanBody' });

/** The person is here. */
export const ArrivalBody = z.strictObject({ at: IsoInstant.optional() }).meta({ id: 'ArrivalBody' });

/** An offer as its parties see it. `distanceKm` instead of an address, before a yes. */
export const OfferView = z
  .object({
    id: Id,
    requestId: Id,
    organisationId: Id,
    organisation: z.string(),
    siteId: Id,
    site: z.string(),
    unitId: Id,
    unit: z.string(),
    phone: z.string(),
    placeId: Id,
    placeCode: z.string(),
    held: z.boolean(),
    distanceKm: z.number().nullable(),
    state: z.enum(OFFER_STATES),
    sentAt: IsoInstant,
    answerBy: IsoInstant,
    readAt: IsoInstant.nullable(),
    answeredAt: IsoInstant.nullable(),
    /** Why not: the code, whether it may come back later, and the ward's own words for who asked. */
    refusal: z
      .object({ code: z.enum(refusalCodes), kind: z.enum(['not-now', 'cannot']), text: z.string() })
      .nullable(),
    doctor: z.string().nullable(),
    arrivalFrom: IsoInstant.nullable(),
    /** From when the ward can, when it proposed another date. */
    alternativeFrom: IsoInstant.nullable(),
    /** A place beyond what there is, by whom and why. */
    extra: z.object({ role: z.enum(['ward', 'elderly-doctor']), reason: z.string() }).nullable(),
    byItself: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Offer' });
export type OfferView = z.infer<typeof OfferView>;

/** A step of the route with its moment; `nl` and `en` say it in words. */
export const Step = z.object({
  code: z.string(),
  at: IsoInstant.nullable(),
  by: IsoInstant.nullable(),
  state: z.enum(['done', 'now', 'to-come']),
  nl: z.string(),
  en: z.string(),
  detail: SentenceSchema.nullable(),
});

/** A request. `person` and `open` only for who may know the person; a provider that was asked sees neither. */
export const RequestView = z
  .object({
    id: Id,
    code: z.string(),
    state: z.enum(REQUEST_STATES),
    closeReason: z.enum(CLOSE_REASONS).nullable(),
    reason: z.enum(REASONS),
    weight: z.enum(WEIGHTS),
    product: z.enum(PRODUCTS),
    urgency: z.enum(URGENCIES),
    origin: z.enum(ORIGINS),
    wantedFrom: IsoInstant,
    ageBand: z.string(),
    sex: z.string(),
    needs: z.array(z.enum(PROPERTIES)),
    traits: z.array(z.enum(TRAITS)),
    language: z.string().nullable(),
    referrer: z.object({ organisationId: Id, name: z.string() }),
    deskAsked: z.boolean(),
    sentAt: IsoInstant,
    /** Until when the one who must move has time. */
    dueAt: IsoInstant.nullable(),
    /** Who must move now, in words. */
    turn: SentenceSchema,
    person: PersonView.nullable(),
    open: z
      .object({
        callbackPhone: z.string(),
        remarks: z.string(),
        wish: z.string(),
        homePc4: z.string().nullable(),
        partnerPc4: z.string().nullable(),
        areaPc4: z.string().nullable(),
      })
      .nullable(),
    responsible: z
      .object({ organisation: z.string(), doctor: z.string().nullable(), since: IsoInstant })
      .nullable(),
    offers: z.array(OfferView),
    steps: z.array(Step),
    crisisRoute: z.boolean(),
    legalTitle: z.enum(LEGAL_TITLES).nullable(),
    uzovi: z.string().nullable(),
    /** How many places stand ready to be asked next, and whether the region asks on by itself after them. */
    next: z.object({ candidates: z.number().int(), byItself: z.boolean() }),
    /** Until when the person chooses among who said yes. */
    chooseBy: IsoInstant.nullable(),
    transport: z.object({ by: z.enum(TRANSPORTS), at: IsoInstant.nullable(), setAt: IsoInstant }).nullable(),
    elsewhere: z.object({ place: z.string(), km: z.number().nullable() }).nullable(),
    unmet: z.object({ code: z.enum(UNMET_CODES), would: z.array(z.enum(WOULD_HAVE)) }).nullable(),
    withdrawCode: z.enum(WITHDRAW_CODES).nullable(),
    /** Who is in this and may not know who it is until the person says yes; told to who can ask, and to themselves. */
    awaitsConsent: z.array(z.object({ organisationId: Id, organisation: z.string() })),
    /** What may still come; only for who knows the person. */
    missing: z.array(Missing),
    documents: z.array(DocumentView),
    /** A house sees its own thread. */
    messages: z.array(Message),
    /** Where it waited; only for who asks. */
    waits: z.array(Wait),
    ladder: Ladder.nullable(),
    triage: TriageView,
    consult: ConsultView.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Request' });
export type RequestView = z.infer<typeof RequestView>;

/** What sending or asking answers: the request as it stands now. */
export const RequestAnswer = z.object({ request: RequestView }).meta({ id: 'RequestAnswer' });

/** A page of requests. */
export const RequestList = z
  .object({ requests: z.array(RequestView), cursor: z.string().nullable() })
  .meta({ id: 'RequestList' });
