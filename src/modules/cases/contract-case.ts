import { z } from 'zod';
import { Id, IsoDay } from '#kernel/contract.ts';
import { PersonEntry } from '#modules/people/contract.ts';
import { ACTION_STATES, CASE_EVENTS, CASE_OUTCOMES, CASE_PARTS } from './types.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const Named = z.object({ id: Id, name: z.string() });
const Parts = z
  .array(z.enum(CASE_PARTS))
  .refine((parts) => new Set(parts).size === parts.length, 'Noem elk deel één keer.');
const GivenBy = z.enum(['person', 'representative']).default('person');

/** A case opens with the question in the words of the person, and their yes to who opens it. */
export const CaseBody = z.strictObject({
  /** Somebody one knows, or who is entered now; null: who the signal is about. */
  person: z.union([Id, PersonEntry]).nullable().default(null),
  /** The question that came back, when the case comes of it. */
  signal: Id.nullable().default(null),
  question: words(1000),
  givenBy: GivenBy,
});
export type CaseBody = z.infer<typeof CaseBody>;

/** Somebody joins, on the yes of the person to that organisation, with what may be opened for them. */
export const HelperBody = z.strictObject({ organisation: Id, parts: Parts, givenBy: GivenBy });
export type HelperBody = z.infer<typeof HelperBody>;

/** What is opened for a helper from now on. */
export const PartsBody = z.strictObject({ parts: Parts });
export type PartsBody = z.infer<typeof PartsBody>;

/** Something that is agreed; without an owner the person does it. */
export const ActionBody = z.strictObject({
  what: words(500),
  owner: Id.nullable().default(null),
  due: IsoDay,
});
export type ActionBody = z.infer<typeof ActionBody>;

/** What came of it; not done says why. */
export const SettleActionBody = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('done') }),
  z.strictObject({ state: z.literal('not-done'), why: z.string().trim().min(3).max(500) }),
]);
export type SettleActionBody = z.infer<typeof SettleActionBody>;

/** Something said to who may read messages. */
export const SayBody = z.strictObject({ text: words(2000) });
export type SayBody = z.infer<typeof SayBody>;

/** How it ended and what was learned. */
export const CaseEndBody = z.strictObject({
  outcome: z.enum(CASE_OUTCOMES),
  learned: z.string().trim().min(3).max(2000),
});
export type CaseEndBody = z.infer<typeof CaseEndBody>;

const ActionView = z.object({
  id: Id,
  what: z.string(),
  owner: Named.nullable(),
  due: z.string(),
  state: z.enum(ACTION_STATES),
  why: z.string().nullable(),
  madeBy: z.string(),
  settledBy: z.string().nullable(),
});

/** A case as far as the reader may see it: a part that was not opened has no key here. */
export const CaseView = z
  .object({
    id: Id,
    code: z.string(),
    person: z.object({
      name: z.string(),
      phone: z.string().nullable(),
      ageBand: z.string(),
      pc4: z.string().nullable(),
    }),
    coordinator: Named,
    openedAt: z.string(),
    endedAt: z.string().nullable(),
    /** What is open for the reader. */
    parts: z.array(z.enum(CASE_PARTS)),
    /** Who helps; what is opened for another is the coordinator's to see. */
    helpers: z.array(Named.extend({ parts: z.array(z.enum(CASE_PARTS)).optional() })),
    /** What happened, the last first, as far as the parts are open. */
    timeline: z.array(
      z.object({
        event: z.enum(CASE_EVENTS),
        at: z.string(),
        who: z.string().nullable(),
        what: z.string().nullable(),
      }),
    ),
    question: z.string().optional(),
    plan: z
      .object({
        actions: z.array(ActionView),
        ending: z
          .object({ outcome: z.enum(CASE_OUTCOMES), learned: z.string(), at: z.string(), by: z.string() })
          .nullable(),
      })
      .optional(),
    messages: z
      .array(z.object({ id: Id, organisation: z.string(), by: z.string(), text: z.string(), at: z.string() }))
      .optional(),
  })
  .meta({ id: 'Case' });
export type CaseView = z.infer<typeof CaseView>;

/** Which case somebody left. */
export const LeftAnswer = z.object({ left: Id });
export type LeftAnswer = z.infer<typeof LeftAnswer>;

/** One case. */
export const CaseAnswer = z.object({ case: CaseView });
export type CaseAnswer = z.infer<typeof CaseAnswer>;

/** The cases the reader's organisation helps in: who, with whom, and what waits there for us. */
export const CaseList = z
  .object({
    cases: z.array(
      z.object({
        id: Id,
        code: z.string(),
        name: z.string(),
        coordinator: z.string(),
        endedAt: z.string().nullable(),
        waiting: z.object({ open: z.number().int(), late: z.number().int() }),
      }),
    ),
  })
  .meta({ id: 'Cases' });
export type CaseList = z.infer<typeof CaseList>;

/** The cases of the person, all of them, as they read them at their own door. */
export const OwnCases = z
  .object({
    cases: z.array(
      CaseView.pick({ id: true, code: true, coordinator: true, helpers: true, timeline: true })
        .extend(CaseView.pick({ question: true, plan: true, messages: true, endedAt: true }).shape)
        .extend({ today: z.string() }),
    ),
  })
  .meta({ id: 'OwnCases' });
export type OwnCases = z.infer<typeof OwnCases>;
