import { z } from 'zod';
import { isBsn } from '#kernel/bsn.ts';
import { Id, IsoDay, Pc4, Phone } from '#kernel/contract.ts';
import { SEXES } from './types.ts';

/** A line of text as somebody types it: no line breaks, no invisible characters. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/\p{Cc}/u.test(text), 'Gebruik gewone letters, op één regel.');

/** A person as entered by who asks for a place. */
export const PersonEntry = z
  .strictObject({
    name: line(200).min(1, 'Vul de naam in.'),
    birthDate: IsoDay,
    sex: z.enum(SEXES),
    bsn: z.string().refine(isBsn, 'Dit BSN klopt niet. Kijk de cijfers na.').nullable().default(null),
    pc4: Pc4.nullable().default(null),
    phone: Phone.nullable().default(null),
    gpName: line(200).nullable().default(null),
    kinName: line(200).nullable().default(null),
    kinPhone: Phone.nullable().default(null),
  })
  .meta({ id: 'PersonEntry' });

/** A person as shown to who may know them; the BSN only in its last digits. */
export const PersonView = z
  .object({
    id: Id,
    name: z.string(),
    birthDate: z.string(),
    sex: z.enum(SEXES),
    bsnMasked: z.string().nullable(),
    pc4: z.string().nullable(),
    phone: z.string().nullable(),
    gpName: z.string().nullable(),
    kinName: z.string().nullable(),
    kinPhone: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof PersonView>;

/** A change to a person; only what is given changes. */
export const PersonChange = z
  .strictObject({
    name: line(200).min(1, 'Vul de naam in.'),
    pc4: Pc4.nullable(),
    phone: Phone.nullable(),
    gpName: line(200).nullable(),
    kinName: line(200).nullable(),
    kinPhone: Phone.nullable(),
  })
  .partial()
  .meta({ id: 'PersonChange' });
