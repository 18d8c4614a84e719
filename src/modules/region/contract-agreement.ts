import { z } from 'zod';
import { Id, IsoDay, IsoInstant, Phone, SentenceSchema } from '#kernel/contract.ts';
import { BOUNDS, type NumberRule } from './decide/agreement-rules.ts';
import { AGREEMENT_STANDINGS } from './types-agreement.ts';

const bounded = (rule: NumberRule) => z.number().int().min(BOUNDS[rule].least).max(BOUNDS[rule].most);

/** The rules as they are proposed, all of them: what is left out cannot be signed. */
const RulesInput = z.strictObject({
  answerMinutes: bounded('answerMinutes'),
  holdMinutes: bounded('holdMinutes'),
  parallelOffers: bounded('parallelOffers'),
  heldOffers: bounded('heldOffers'),
  autoNext: z.boolean(),
  crisisForAll: z.boolean(),
  crisis: z.strictObject({
    answerMinutes: bounded('crisis.answerMinutes'),
    holdMinutes: bounded('crisis.holdMinutes'),
    parallelOffers: bounded('crisis.parallelOffers'),
    heldOffers: bounded('crisis.heldOffers'),
  }),
  choice: z.enum(['first', 'person']),
  choiceMinutes: bounded('choiceMinutes'),
  goneBed: z.enum(['provider', 'desk']),
  goneMinutes: bounded('goneMinutes'),
  waitingList: z.boolean(),
  searchMinutes: z.strictObject({
    crisis: bounded('searchMinutes.crisis'),
    today: bounded('searchMinutes.today'),
    'within-72-hours': bounded('searchMinutes.within-72-hours'),
    planned: bounded('searchMinutes.planned'),
  }),
  insurerMinutes: bounded('insurerMinutes'),
  reportMinutes: bounded('reportMinutes'),
  oldAfterMinutes: bounded('oldAfterMinutes'),
  tooOldAfterMinutes: bounded('tooOldAfterMinutes'),
  silentAfterMinutes: bounded('silentAfterMinutes'),
  consultMinutes: bounded('consultMinutes'),
  consultOrganisationId: Id.nullable(),
  deskPhone: Phone,
});

/** A new version of the agreement, from a day on. */
export const ProposeAgreement = z.strictObject({ validFrom: IsoDay, rules: RulesInput });

const count = z.number().int();
const RouteShown = z.object({
  answerMinutes: count,
  holdMinutes: count,
  parallelOffers: count,
  heldOffers: count,
});

/** The rules as they stand, also those from before today's bounds. */
const RulesShown = RouteShown.extend({
  autoNext: z.boolean(),
  crisisForAll: z.boolean(),
  crisis: RouteShown,
  choice: z.enum(['first', 'person']),
  choiceMinutes: count,
  goneBed: z.enum(['provider', 'desk']),
  goneMinutes: count,
  waitingList: z.boolean(),
  searchMinutes: z.object({ crisis: count, today: count, 'within-72-hours': count, planned: count }),
  insurerMinutes: count,
  reportMinutes: count,
  oldAfterMinutes: count,
  tooOldAfterMinutes: count,
  silentAfterMinutes: count,
  consultMinutes: count,
  consultOrganisationId: Id.nullable(),
  deskPhone: z.string(),
}).meta({ id: 'AgreementRules' });

const Party = z.object({ id: Id, name: z.string() });

/** One version: its rules, how it came about, who signed it and what it changes. */
export const AgreementVersionView = z
  .object({
    id: Id,
    validFrom: IsoDay,
    standing: z.enum(AGREEMENT_STANDINGS),
    rules: RulesShown,
    proposedAt: IsoInstant,
    /** Who proposed it; null when it was agreed before the tower. */
    proposedBy: z.string().nullable(),
    adoptedAt: IsoInstant.nullable(),
    signatures: z.array(z.object({ party: Party, name: z.string(), signedAt: IsoInstant })),
    /** Parties that have not signed. */
    missing: z.array(Party),
    /** Against the agreement before it; nothing for the first. */
    changes: z.array(z.object({ rule: z.string(), says: SentenceSchema, means: SentenceSchema.nullable() })),
  })
  .meta({ id: 'AgreementVersion' });
export type AgreementVersionView = z.infer<typeof AgreementVersionView>;

/** What counts now, and every version, newest first. */
export const Agreements = z
  .object({
    today: IsoDay,
    /** `id` null: nothing was agreed yet, these are the cautious numbers to begin with. */
    current: z.object({ id: Id.nullable(), validFrom: IsoDay, rules: RulesShown }),
    desk: z.string(),
    parties: z.array(Party),
    /** Organisations with a specialist in elderly medicine, who can give advice. */
    advisers: z.array(Party),
    versions: z.array(AgreementVersionView),
  })
  .meta({ id: 'Agreements' });
export type Agreements = z.infer<typeof Agreements>;
