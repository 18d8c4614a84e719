import { z } from 'zod';
import { isBsn } from '#kernel/bsn.ts';
import { IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PersonView } from './contract-person.ts';
import { isReason } from './decide/emergency.ts';

/** Who is meant and why; it travels in the body, never in an address. */
export const EmergencyBody = z
  .strictObject({
    birthDate: IsoDay,
    name: z.string().trim().min(1).max(200).nullable().default(null),
    bsn: z.string().refine(isBsn, 'Dit BSN klopt niet. Kijk de cijfers na.').nullable().default(null),
    reason: z
      .string()
      .trim()
      .max(500)
      .refine(isReason, 'Schrijf in een paar woorden waarom, met minstens tien letters.'),
  })
  .refine(({ name, bsn }) => name !== null || bsn !== null, {
    path: ['name'],
    message: 'Vul de naam in, of het BSN.',
  })
  .meta({ id: 'EmergencyBody' });
export type EmergencyBody = z.infer<typeof EmergencyBody>;

/** The person, and until when the door stands open. */
export const EmergencyView = z.object({ person: PersonView, until: IsoInstant }).meta({ id: 'Emergency' });
export type EmergencyView = z.infer<typeof EmergencyView>;

/** Whether the button works in this region, and since when by whom; null: nobody said anything yet. */
export const EmergencySetting = z
  .object({ on: z.boolean(), setAt: IsoInstant.nullable() })
  .meta({ id: 'EmergencySetting' });
export type EmergencySetting = z.infer<typeof EmergencySetting>;

/** Switches the button on or off for the whole region. */
export const EmergencySwitch = z.strictObject({ on: z.boolean() }).meta({ id: 'EmergencySwitch' });
