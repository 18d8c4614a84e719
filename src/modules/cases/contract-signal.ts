import { z } from 'zod';
import { isBsn } from '#kernel/bsn.ts';
import { Id, IsoDay } from '#kernel/contract.ts';
import { SEXES } from '#modules/people/types.ts';
import { ASIDE_REASONS, CONTACT_KINDS, SIGNAL_STATES } from './types.ts';

/** The form of the organisation's own number, of a reason code and of the code of who helped. */
export const FORMS = {
  number: /^[A-Za-z0-9][A-Za-z0-9./-]{0,29}$/,
  reason: /^[A-Z](\d{2})?$/,
  helper: /^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/,
} as const;

/** One contact as an organisation's own system sends it. */
const ContactEntry = z
  .strictObject({
    number: z.string().regex(FORMS.number).nullable().default(null),
    bsn: z.string().refine(isBsn, 'Dit BSN klopt niet. Kijk de cijfers na.').nullable().default(null),
    birthDate: IsoDay,
    sex: z.enum(SEXES),
    day: IsoDay,
    kind: z.enum(CONTACT_KINDS),
    reason: z.string().regex(FORMS.reason).nullable().default(null),
    helper: z.string().regex(FORMS.helper).nullable().default(null),
  })
  .refine(({ number, bsn }) => number !== null || bsn !== null, 'Vul uw eigen nummer in, of het BSN.')
  .meta({ id: 'OwnContact' });

/** Contacts, at most so many at once; the same contact twice is one. */
export const ContactsBody = z.strictObject({ contacts: z.array(ContactEntry).min(1).max(1_000) });
export type ContactsBody = z.infer<typeof ContactsBody>;

/** How many were new. */
export const ContactsAnswer = z.object({ added: z.number().int(), same: z.number().int() });
export type ContactsAnswer = z.infer<typeof ContactsAnswer>;

const count = z.number().int();
/** Why somebody stands in the list, in figures. */
const SignView = z.discriminatedUnion('code', [
  z.object({ code: z.literal('persistent'), perYear: z.array(count) }),
  z.object({ code: z.literal('frequent'), contacts: count, from: count }),
  z.object({ code: z.literal('same-reason'), reason: z.string(), contacts: count, days: count }),
  z.object({ code: z.literal('many-helpers'), helpers: count, contacts: count, days: count }),
  z.object({ code: z.literal('no-social'), days: count }),
]);

/** Somebody whose question comes back, as their own practice sees it. */
export const SignalView = z
  .object({
    id: Id,
    who: z.object({
      /** Where the practice knows by name who it is: to begin a conversation with them. */
      person: Id.nullable(),
      name: z.string().nullable(),
      number: z.string().nullable(),
      bsnEnd: z.string().nullable(),
      birthDate: z.string(),
    }),
    signs: z.array(SignView),
    state: z.enum(SIGNAL_STATES),
    aside: z.enum(ASIDE_REASONS).nullable(),
    againOn: z.string().nullable(),
    since: z.string(),
    decidedBy: z.string().nullable(),
  })
  .meta({ id: 'RecurringQuestion' });
export type SignalView = z.infer<typeof SignalView>;

/** Which part of the list. */
export const SignalAsk = z.object({ scope: z.enum(['open', 'aside', 'settled']).default('open') });
export type SignalAsk = z.infer<typeof SignalAsk>;

/** The list of one organisation, and of how many people and contacts it was made. */
export const SignalList = z
  .object({
    signals: z.array(SignalView),
    gone: z.object({ people: count, contacts: count, until: z.string().nullable() }),
    thresholds: z.object({ version: count, source: z.string() }),
  })
  .meta({ id: 'RecurringQuestions' });
export type SignalList = z.infer<typeof SignalList>;

/** One of them, after a step. */
export const SignalAnswer = z.object({ signal: SignalView });
export type SignalAnswer = z.infer<typeof SignalAnswer>;

/** What came of asking the person. */
export const SettleBody = z.strictObject({ outcome: z.enum(['conversation', 'case']) });
export type SettleBody = z.infer<typeof SettleBody>;

/** Put aside, why, and until when. */
export const AsideBody = z.strictObject({ reason: z.enum(ASIDE_REASONS), againOn: IsoDay });
export type AsideBody = z.infer<typeof AsideBody>;
