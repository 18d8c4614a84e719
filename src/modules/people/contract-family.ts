import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';
import { CONSENT_GIVERS } from './types-consent.ts';
import { KINSHIPS } from './types-family.ts';

const Name = z.string().trim().min(1, 'Vul een naam in.').max(100);
const Email = z.email('Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.').max(254);

/** Asks one relative along; who said yes stands with it. */
export const FamilyBody = z
  .strictObject({
    name: Name,
    relation: z.enum(KINSHIPS),
    email: Email.nullable().default(null),
    saidBy: z.enum(CONSENT_GIVERS),
  })
  .meta({ id: 'FamilyBody' });
export type FamilyBody = z.infer<typeof FamilyBody>;

/** The person asks a relative along themselves: the yes is their own. */
export const OwnFamilyBody = z
  .strictObject({ name: Name, relation: z.enum(KINSHIPS), email: Email.nullable().default(null) })
  .meta({ id: 'OwnFamilyBody' });
export type OwnFamilyBody = z.infer<typeof OwnFamilyBody>;

/** Who reads along, and since when on whose yes. */
export const RelativeView = z
  .object({
    id: Id,
    name: z.string(),
    relation: z.enum(KINSHIPS),
    /** Where the code goes, without telling the whole address. */
    codeTo: z.string().nullable(),
    saidBy: z.enum(CONSENT_GIVERS),
    saidAt: IsoInstant,
  })
  .meta({ id: 'Relative' });
export type RelativeView = z.infer<typeof RelativeView>;

/** The relative of a person; null when nobody reads along. */
export const FamilyOf = z.object({ relative: RelativeView.nullable() }).meta({ id: 'FamilyOf' });
export type FamilyOf = z.infer<typeof FamilyOf>;

/** A personal link for the relative; null when it went to them by e-mail, and then nobody else sees it. */
export const FamilyInvited = z
  .object({ relative: RelativeView, token: z.string().nullable(), until: IsoInstant })
  .meta({ id: 'FamilyInvited' });
export type FamilyInvited = z.infer<typeof FamilyInvited>;
