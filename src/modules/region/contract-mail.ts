import { z } from 'zod';
import { Id } from '#kernel/contract.ts';

/** The shape the database asks for too. */
const Email = z
  .string()
  .max(200)
  .regex(/^[^@\s]+@[^@\s]+$/, 'Vul een e-mailadres in, bijvoorbeeld afdeling@huis.nl.');

/** Where letters of the tower go: an organisation (`unitId` null) or one of its wards; no address is no letter. */
const MailAddress = z.object({
  organisationId: Id,
  unitId: Id.nullable(),
  name: z.string(),
  email: z.string().nullable(),
});

/** The addresses the reader may change. */
export const MailAddresses = z.object({ addresses: z.array(MailAddress) }).meta({ id: 'MailAddresses' });
export type MailAddresses = z.infer<typeof MailAddresses>;

/** Changes one address; null: no letters any more. */
export const MailAddressBody = z.strictObject({
  organisationId: Id,
  unitId: Id.nullable(),
  email: Email.nullable(),
});
export type MailAddressBody = z.infer<typeof MailAddressBody>;
