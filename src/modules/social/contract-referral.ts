import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PersonEntry } from '#modules/people/contract.ts';
import { CONSENT_GIVERS } from '#modules/people/types.ts';
import { REFERRAL_RESULTS, REFERRAL_STATES, WARM_WAYS } from './types-referral.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const Words = words(1000).nullable().default(null);

/** What every referral says: the question in the words of the person, their yes, and who calls whom. */
const asked = {
  service: Id,
  /** The person said yes, in so many words, to this organisation. Without it there is no referral. */
  yes: z.literal(true, 'Vraag eerst of de persoon dit wil.'),
  givenBy: z.enum(CONSENT_GIVERS).default('person'),
  warm: z.enum(WARM_WAYS).default('receiver-calls'),
  warmAt: IsoInstant.nullable().default(null),
};

/** Refers somebody one knows, or somebody who is entered with it. */
export const ReferBody = z
  .strictObject({
    ...asked,
    person: z.union([z.strictObject({ id: Id }), PersonEntry]),
    question: words(1000),
  })
  .meta({ id: 'ReferBody' });
export type ReferBody = z.infer<typeof ReferBody>;

/** Passes a referral on to another service, with the same question and a new yes. */
export const PassOnBody = z.strictObject({ ...asked, words: Words }).meta({ id: 'PassOnBody' });
export type PassOnBody = z.infer<typeof PassOnBody>;

/** A step, with what who referred may know of it. */
export const StepBody = z.strictObject({ words: Words });
export type StepBody = z.infer<typeof StepBody>;

/** What came of it, and why. */
export const EndBody = z
  .strictObject({ result: z.enum(REFERRAL_RESULTS), reason: words(40), words: Words })
  .meta({ id: 'ReferralEndBody' });
export type EndBody = z.infer<typeof EndBody>;

const ResultCode = z.enum(REFERRAL_RESULTS);

const StepView = z.object({
  step: z.enum([...REFERRAL_STATES, 'reminded', 'late']),
  at: IsoInstant,
  by: z.string(),
  result: ResultCode.nullable(),
  reason: z.string().nullable(),
  /** What the receiver wrote for who referred. */
  words: z.string().nullable(),
});

/** A referral for who made it or receives it. Never a BSN, never what is known of somebody's health. */
export const ReferralView = z
  .object({
    id: Id,
    code: z.string(),
    version: z.number().int(),
    state: z.enum(REFERRAL_STATES),
    service: z.object({ id: Id, name: z.string(), organisation: z.string() }),
    from: z.string(),
    to: z.string(),
    question: z.string(),
    /** Who is meant; null when the yes was taken back and the reader does not know them otherwise. */
    name: z.string().nullable(),
    /** For who receives it: how to reach them. */
    person: z
      .object({ phone: z.string().nullable(), ageBand: z.string(), pc4: z.string().nullable() })
      .nullable(),
    warm: z.enum(WARM_WAYS),
    warmAt: IsoInstant.nullable(),
    madeAt: IsoInstant,
    madeBy: z.string(),
    dueAt: IsoInstant,
    /** Not picked up in time. */
    late: z.boolean(),
    steps: z.array(StepView),
    /** For who referred: something happened that they did not see yet. */
    unseen: z.boolean(),
    /** The reader receives it, and may take steps. */
    mine: z.boolean(),
    /** For who referred: it runs at an organisation without accounts, which got a link. */
    byLink: z.boolean(),
    /** Where it was passed on to, and how far it is there. */
    passedOn: z
      .object({ service: z.string(), state: z.enum(REFERRAL_STATES), result: ResultCode.nullable() })
      .nullable(),
  })
  .meta({ id: 'Referral' });
export type ReferralView = z.infer<typeof ReferralView>;

/** One referral. */
export const ReferralAnswer = z.object({ referral: ReferralView });
export type ReferralAnswer = z.infer<typeof ReferralAnswer>;

/** Referrals, in the order in which they should be read. */
export const ReferralList = z.object({ referrals: z.array(ReferralView) }).meta({ id: 'Referrals' });
export type ReferralList = z.infer<typeof ReferralList>;

/** Whom one looks for among the people one knows: the first letters of a name. */
export const KnownBody = z.strictObject({ name: z.string().trim().min(2).max(200) });
export type KnownBody = z.infer<typeof KnownBody>;

/** People one knows whose name begins so. */
export const KnownPeople = z
  .object({ people: z.array(z.object({ id: Id, name: z.string(), birthDate: IsoDay })) })
  .meta({ id: 'KnownPeople' });
export type KnownPeople = z.infer<typeof KnownPeople>;

/** What was not picked up: which service to call, and nothing of whom it is about. */
export const LateReferrals = z
  .object({
    late: z.array(
      z.object({
        code: z.string(),
        service: z.object({ id: Id, name: z.string(), organisation: z.string() }),
        phone: z.string().nullable(),
        dueAt: IsoInstant,
      }),
    ),
  })
  .meta({ id: 'LateReferrals' });
export type LateReferrals = z.infer<typeof LateReferrals>;

/** How often a kind of help was not there; null: fewer than the house says aloud. */
export const UnmetHelp = z
  .object({
    since: IsoDay,
    fewerThan: z.number().int(),
    kinds: z.array(
      z.object({
        code: z.string(),
        nl: z.string(),
        en: z.string(),
        times: z.number().int().nullable(),
        reasons: z.array(z.object({ reason: z.string(), times: z.number().int() })),
      }),
    ),
  })
  .meta({ id: 'UnmetHelp' });
export type UnmetHelp = z.infer<typeof UnmetHelp>;
