import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';
import { ROLES } from './types.ts';

export { Agreements } from './contract-agreement.ts';
export { MailAddressBody, MailAddresses } from './contract-mail.ts';
export { FollowBody, FollowedList, PublishBody, Published } from './contract-open.ts';

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
      site: z
        .object({ id: Id, name: z.string(), pc4: z.string(), lat: z.number(), lon: z.number() })
        .nullable(),
      unit: z.object({ id: Id, name: z.string() }).nullable(),
    }),
    mode: z.enum(['practice', 'production']),
    region: z.object({ name: z.string(), deskPhone: z.string() }),
    /** Where the background of the map comes from; null: none. */
    mapTiles: z.string().nullable(),
    now: IsoInstant,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** Signed in: the token is for scripts (`Authorization: Bearer`), browsers get a cookie. */
export const SignedIn = z.object({ token: z.string(), session: Session }).meta({ id: 'SignedIn' });

const ImportIssue = z.object({
  row: z.number().int(),
  column: z.string(),
  nl: z.string(),
  en: z.string(),
  next: z.string(),
  next_en: z.string(),
});

/** What an import did, or with `preview` would do. `errors` and `warnings` hold the first 200. */
export const ImportAnswer = z
  .object({
    preview: z.boolean(),
    added: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    errorCount: z.number().int(),
    errors: z.array(ImportIssue),
    warningCount: z.number().int(),
    warnings: z.array(ImportIssue),
  })
  .meta({ id: 'ImportAnswer' });
export type ImportAnswer = z.infer<typeof ImportAnswer>;

/** Only look what an import would do. */
export const ImportQuery = z.strictObject({ preview: z.enum(['true', 'false']).default('false') });

/** The directory: who takes part, where, and what was agreed. */
export const RegionView = z
  .object({
    name: z.string(),
    organisations: z.array(
      z.object({
        id: Id,
        code: z.string(),
        name: z.string(),
        kind: z.string(),
        phone: z.string().nullable(),
        /** Its counts are public. */
        publishes: z.boolean(),
      }),
    ),
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
