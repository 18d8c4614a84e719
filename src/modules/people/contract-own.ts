import { z } from 'zod';
import { Id, IsoDay, IsoInstant, Phone } from '#kernel/contract.ts';
import { KINSHIPS } from './types-family.ts';
import { OWN_ACTS, OWN_ANSWERS, OWN_GROUNDS, OWN_PERIODS, OWN_SEEN } from './types-own.ts';

const Token = z.string().min(20).max(100);
const Email = z.email('Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.').max(254);

/** Asks for a personal link for somebody one knows; the code will go to this address. */
export const DoorBody = z.strictObject({ email: Email.nullable().default(null) }).meta({ id: 'DoorBody' });

/** A personal link, told once: what stands after `#` is kept nowhere. */
export const DoorView = z
  .object({ id: Id, token: z.string(), until: IsoInstant, name: z.string(), codeTo: z.string().nullable() })
  .meta({ id: 'Door' });
export type DoorView = z.infer<typeof DoorView>;

/** Who has the link and knows the birth date asks for a code. */
export const CodeBody = z.strictObject({ token: Token, birthDate: IsoDay }).meta({ id: 'OwnCodeBody' });

/** Where the code went; in practice it stands on the screen. */
export const CodeView = z
  .object({ sentTo: z.string().nullable(), practiceCode: z.string().nullable(), until: IsoInstant })
  .meta({ id: 'OwnCode' });
export type CodeView = z.infer<typeof CodeView>;

/** The code as it was typed. */
export const OpenBody = z
  .strictObject({ token: Token, code: z.string().regex(/^\d{6}$/, 'Vul zes cijfers in.') })
  .meta({ id: 'OwnOpenBody' });

/** The person is in, until then. */
export const OpenView = z.object({ until: IsoInstant }).meta({ id: 'OwnOpen' });

/** How far back the list goes. */
export const LooksQuery = z.object({ period: z.enum(OWN_PERIODS).default('week') });
export type LooksQuery = z.infer<typeof LooksQuery>;

/** What the person said of a look, and who answers when. */
export const AnswerView = z.object({
  kind: z.enum(OWN_ANSWERS),
  at: IsoInstant,
  by: z.object({ name: z.string(), phone: z.string().nullable(), dueAt: IsoInstant }).nullable(),
});

/** One look, or several of the same on one day. */
export const LookView = z
  .object({
    id: Id,
    at: IsoInstant,
    times: z.number().int(),
    organisation: z.string().nullable(),
    organisationKind: z.string().nullable(),
    role: z.string(),
    name: z.string().nullable(),
    /** The relative of the person, when it was they who looked. */
    relative: z.object({ name: z.string(), relation: z.enum(KINSHIPS) }).nullable(),
    act: z.enum(OWN_ACTS),
    seen: z.array(z.enum(OWN_SEEN)),
    ground: z.enum(OWN_GROUNDS),
    reason: z.string().nullable(),
    answer: AnswerView.nullable(),
  })
  .meta({ id: 'Look' });
export type LookView = z.infer<typeof LookView>;

/** Who looked at what of me. */
export const OwnView = z
  .object({
    name: z.string(),
    until: IsoInstant,
    practice: z.boolean(),
    deskPhone: Phone,
    counts: z.object({
      looks: z.number().int(),
      organisations: z.number().int(),
      emergencies: z.number().int(),
    }),
    /** How many looks there were before this period. */
    before: z.number().int(),
    days: z.array(z.object({ day: IsoDay, looks: z.array(LookView) })),
    /** What the person said apart from a look. */
    said: z.array(AnswerView.extend({ text: z.string() })),
  })
  .meta({ id: 'OwnView' });
export type OwnView = z.infer<typeof OwnView>;

/** What the person says: of one look, or of anything that is wrong. */
export const AnswerBody = z
  .strictObject({
    kind: z.enum(OWN_ANSWERS),
    lookId: Id.nullable().default(null),
    text: z.string().trim().max(1000).default(''),
  })
  .refine(({ kind, lookId }) => (kind === 'wrong') === (lookId === null), 'Kies een regel.')
  .refine(({ kind, text }) => kind !== 'wrong' || text.length > 0, {
    path: ['text'],
    message: 'Schrijf in een paar woorden wat er niet klopt.',
  })
  .meta({ id: 'OwnAnswerBody' });
export type AnswerBody = z.infer<typeof AnswerBody>;
