import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';
import { ROLES } from './types.ts';

/** A role of the practice region that can be picked. */
export const PracticeRole = z
  .object({
    id: Id,
    role: z.enum(ROLES),
    name: z.string(),
    organisation: z.string(),
    place: z.string().nullable(),
  })
  .meta({ id: 'PracticeRole' });
export const PracticeRoles = z.object({ roles: z.array(PracticeRole) });

/** Picks a role. */
export const SignIn = z.strictObject({ role: z.union([Id, z.enum(ROLES)]) });

/** Who is signed in, where, and what time the server has. */
export const Session = z
  .object({
    actor: z.object({
      id: Id,
      name: z.string(),
      role: z.enum(ROLES),
      phone: z.string().nullable(),
      organisation: z.object({ id: Id, name: z.string(), kind: z.string() }),
      site: z.object({ id: Id, name: z.string(), pc4: z.string(), lat: z.number(), lon: z.number() }).nullable(),
      unit: z.object({ id: Id, name: z.string() }).nullable(),
    }),
    mode: z.enum(['practice', 'production']),
    region: z.object({ name: z.string(), deskPhone: z.string() }),
    now: IsoInstant,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** The directory: who takes part, where, and what was agreed. */
export const RegionView = z
  .object({
    name: z.string(),
    organisations: z.array(z.object({ id: Id, code: z.string(), name: z.string(), kind: z.string(), phone: z.string().nullable() })),
    sites: z.array(
      z.object({
        id: Id,
        organisationId: Id,
        code: z.string(),
        name: z.string(),
        town: z.string(),
        pc4: z.string(),
        lat: z.number(),
        lon: z.number(),
        phone: z.string(),
      }),
    ),
    units: z.array(z.object({ id: Id, siteId: Id, code: z.string(), name: z.string() })),
    agreement: z.object({
      validFrom: z.string(),
      holdMinutes: z.number(),
      answerMinutes: z.number(),
      parallelOffers: z.number(),
      heldOffers: z.number(),
      oldAfterMinutes: z.number(),
      tooOldAfterMinutes: z.number(),
      silentAfterMinutes: z.number(),
      deskPhone: z.string(),
    }),
  })
  .meta({ id: 'Region' });
