import { z } from 'zod';
import { isBsn } from '#kernel/bsn.ts';
import { Id, IsoDay, Pc4, Phone } from '#kernel/contract.ts';
import { SEXES } from './types.ts';

/** A person as entered by who asks for a place. */
export const PersonEntry = z
  .strictObject({
    name: z.string().trim().min(1, 'Vul de naam in.').max(200),
    birthDate: IsoDay,
    sex: z.enum(SEXES),
    bsn: z.string().refine(isBsn, 'Dit BSN klopt niet. Kijk de cijfers na.').nullable().default(null),
    pc4: Pc4.nullable().default(null),
    phone: Phone.nullable().default(null),
    gpName: z.string().max(200).nullable().default(null),
    kinName: z.string().max(200).nullable().default(null),
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
    name: z.string().trim().min(1).max(200),
    pc4: Pc4.nullable(),
    phone: Phone.nullable(),
    gpName: z.string().max(200).nullable(),
    kinName: z.string().max(200).nullable(),
    kinPhone: Phone.nullable(),
  })
  .partial()
  .meta({ id: 'PersonChange' });
