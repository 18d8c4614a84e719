import { z } from 'zod';
import { isDay } from './calendar.ts';

/** A public id. */
export const Id = z.uuid();

/** What an address names by its id: `/units/{id}`. */
export const ById = z.object({ id: Id });
export type ById = z.infer<typeof ById>;

/** Nobody was admitted before, nobody is planned after; and every clock and calendar can count there. */
const inOurTime = (text: string): boolean => /^(19|20|21)\d\d-/.test(text);

/** An instant in UTC with `Z`, as the API writes and reads it. */
export const IsoInstant = z.iso
  .datetime({ offset: true })
  .refine(inOurTime, 'Vul een datum in tussen 1900 en 2200.');

/** A local calendar day. */
export const IsoDay = z
  .string()
  .refine((text) => isDay(text) && inOurTime(text), 'Vul een bestaande dag in, bijvoorbeeld 2026-10-22.')
  .meta({ format: 'date' });

/** A four-digit postcode. */
export const Pc4 = z.string().regex(/^[1-9]\d{3}$/, 'Vul vier cijfers in, bijvoorbeeld 9405.');

/** A Dutch telephone number of ten digits, with or without spaces and dashes. */
export const Phone = z
  .string()
  .max(20)
  .refine(
    (text) => /^(\+31|0)\d{9}$/.test(text.replace(/[\s-]/g, '')),
    'Vul 10 cijfers in, bijvoorbeeld 0592-00 17 20.',
  );

/** A sentence in both languages. */
export const SentenceSchema = z.object({ nl: z.string(), en: z.string() });

/** What every refusal looks like (application/problem+json, RFC 9457). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    detail_en: z.string(),
    next: z.string(),
    next_en: z.string(),
    fields: z.array(z.object({ path: z.string(), nl: z.string(), en: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** A figure with its age: when, and how we know. */
export const FigureSchema = z.object({
  asOf: IsoInstant.nullable(),
  source: z.enum(['tap', 'link', 'work', 'phone', 'import']).nullable(),
  phase: z.enum(['fresh', 'old', 'too-old', 'silent', 'never']),
});
