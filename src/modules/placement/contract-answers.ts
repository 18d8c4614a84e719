import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { REFUSALS } from './types.ts';

/** The coded reasons of a no. */
export const refusalCodes = Object.keys(REFUSALS) as [keyof typeof REFUSALS, ...(keyof typeof REFUSALS)[]];

/** A place beyond what there is, for crisis or today, with the reason in a sentence. */
const ExtraBody = z.strictObject({ reason: z.string().max(500) }).meta({ id: 'ExtraBody' });

/** A yes: by which doctor, on which place of the unit, from when. */
export const AcceptBody = z
  .strictObject({
    doctor: z.string().trim().min(2, 'Vul de naam in van de arts die opneemt.').max(200),
    placeId: Id.optional(),
    arrivalFrom: IsoInstant.optional(),
    product: z.enum(PRODUCTS).optional(),
    extra: ExtraBody.optional(),
  })
  .meta({ id: 'AcceptBody' });

/** A no, with the coded reason and the ward's own words. */
export const RefuseBody = z
  .strictObject({ code: z.enum(refusalCodes), text: z.string().max(500).default('') })
  .meta({ id: 'RefuseBody' });

/** Yes, but later: from when, and if need be why. */
export const AlternativeBody = z
  .strictObject({ from: IsoInstant, text: z.string().max(500).default('') })
  .meta({ id: 'AlternativeBody' });
