import { z } from 'zod';
import { Id, IsoInstant, Pc4 } from '#kernel/contract.ts';
import { ALERT_RULES, saysWhy, VERDICTS } from './types.ts';

const Rule = z.enum(ALERT_RULES);
const VerdictWord = z.enum(VERDICTS);

/** Which alerts: still open, or closed. */
export const AlertsAsked = z.object({ state: z.enum(['open', 'closed']).default('open') });

/** One alert in the hands of who judges it. Whom it is about is a number, with age band and sex; never a name. */
export const AlertView = z
  .object({
    id: Id,
    version: z.number().int(),
    who: z.object({ name: z.string().nullable(), role: z.string() }),
    /** Null: not one person but too many in a day. */
    person: z
      .object({ number: z.string(), ageBand: z.string().nullable(), sex: z.string().nullable() })
      .nullable(),
    people: z.number().int(),
    rules: z.array(Rule),
    looks: z.number().int(),
    firstAt: IsoInstant,
    lastAt: IsoInstant,
    raisedAt: IsoInstant,
    /** Which kinds of data were seen. */
    seen: z.array(z.string()),
    /** On which grounds. */
    grounds: z.array(z.string()),
    /** What was written at the emergency button. */
    reasons: z.array(z.string()),
    /** What the person asked about it. */
    questions: z.array(z.object({ text: z.string(), dueAt: IsoInstant.nullable() })),
    /** The reader looked themselves: somebody else must judge. */
    own: z.boolean(),
    closed: z
      .object({ by: z.string().nullable(), at: IsoInstant, verdict: VerdictWord, reason: z.string() })
      .nullable(),
  })
  .meta({ id: 'ReviewAlert' });
export type AlertView = z.infer<typeof AlertView>;

/** Alerts of one's own organisation; open ones oldest first with the emergency button on top, closed ones last first. */
export const AlertsView = z
  .object({ alerts: z.array(AlertView), open: z.number().int() })
  .meta({ id: 'ReviewAlerts' });
export type AlertsView = z.infer<typeof AlertsView>;

/** What was judged, and why in words. */
export const VerdictBody = z
  .strictObject({
    verdict: VerdictWord,
    reason: z
      .string()
      .trim()
      .max(1000)
      .refine(saysWhy, 'Schrijf in een paar woorden waarom, met minstens tien letters.'),
  })
  .meta({ id: 'ReviewVerdict' });
export type VerdictBody = z.infer<typeof VerdictBody>;

const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Vul een maand in, bijvoorbeeld 2026-11.');

/** Which month; left out, the running one. */
export const ReportAsked = z.object({ month: Month.optional() });

/** One month of one's own organisation in counts. */
export const ReportView = z
  .object({
    organisation: z.string(),
    month: Month,
    /** False: the month is not over yet. */
    complete: z.boolean(),
    looks: z.number().int(),
    people: z.number().int(),
    refused: z.number().int(),
    emergencies: z.number().int(),
    raised: z.number().int(),
    /** An alert stands under every rule that held. */
    rules: z.array(z.object({ rule: Rule, raised: z.number().int() })),
    verdicts: z.array(z.object({ verdict: VerdictWord, closed: z.number().int() })),
    /** Closed in this month, whenever raised; and in how many whole days. */
    closed: z.number().int(),
    medianDays: z.number().int().nullable(),
    longestDays: z.number().int().nullable(),
    /** Open at the end of the month, or now. */
    open: z.number().int(),
    oldestDays: z.number().int().nullable(),
  })
  .meta({ id: 'ReviewReport' });
export type ReportView = z.infer<typeof ReportView>;

/** Colleagues with the postcode at home, as far as the organisation tells it. */
export const HomesView = z
  .object({
    colleagues: z.array(z.object({ id: Id, name: z.string(), role: z.string(), pc4: z.string().nullable() })),
  })
  .meta({ id: 'ReviewHomes' });
export type HomesView = z.infer<typeof HomesView>;

/** Which postcodes are written down; null forgets one. */
export const HomesBody = z
  .strictObject({ homes: z.array(z.strictObject({ professionalId: Id, pc4: Pc4.nullable() })).max(500) })
  .meta({ id: 'ReviewHomesBody' });
export type HomesBody = z.infer<typeof HomesBody>;
