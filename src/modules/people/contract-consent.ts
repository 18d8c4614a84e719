import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';
import { ORGANISATION_KINDS } from '#modules/region/types.ts';
import { CONSENT_GIVERS, CONSENT_PURPOSES } from './types-consent.ts';

/** A yes of the person as somebody records it; leave both receivers out for all of care. */
export const ConsentBody = z
  .strictObject({
    purpose: z.enum(CONSENT_PURPOSES),
    receiverOrg: Id.nullable().default(null),
    receiverKind: z.enum(ORGANISATION_KINDS).nullable().default(null),
    explicit: z.boolean().default(true),
    givenBy: z.enum(CONSENT_GIVERS).default('person'),
  })
  .refine(({ receiverOrg, receiverKind }) => receiverOrg === null || receiverKind === null, {
    path: ['receiverKind'],
    message: 'Kies één organisatie of één soort, niet allebei.',
  })
  .refine(({ purpose, explicit }) => purpose !== 'welfare' || explicit, {
    path: ['explicit'],
    message: 'Delen tussen zorg en welzijn kan alleen met een duidelijk ja van de persoon zelf.',
  })
  .refine(
    ({ purpose, receiverOrg, receiverKind }) =>
      purpose !== 'welfare' || (receiverOrg ?? receiverKind) !== null,
    {
      path: ['receiverOrg'],
      message: 'Zeg met wie er gedeeld mag worden.',
    },
  )
  .meta({ id: 'ConsentBody' });
export type ConsentBody = z.infer<typeof ConsentBody>;

/** One yes, and whether it still stands. */
export const ConsentView = z
  .object({
    id: Id,
    purpose: z.enum(CONSENT_PURPOSES),
    /** Null: every organisation in care. */
    receiver: z.string().nullable(),
    receiverKind: z.enum(ORGANISATION_KINDS).nullable(),
    explicit: z.boolean(),
    givenBy: z.enum(CONSENT_GIVERS),
    givenAt: IsoInstant,
    revokedAt: IsoInstant.nullable(),
  })
  .meta({ id: 'Consent' });
export type ConsentView = z.infer<typeof ConsentView>;

/** What the person agreed to, the last first. */
export const ConsentList = z.object({ consents: z.array(ConsentView) }).meta({ id: 'ConsentList' });
export type ConsentList = z.infer<typeof ConsentList>;
