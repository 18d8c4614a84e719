import { z } from 'zod';
import { Id, IsoInstant, Phone } from '#kernel/contract.ts';
import { ROLES } from '#modules/region/types.ts';
import { NEXT_STEPS, SESSION_KINDS } from './types.ts';

const Email = z.email('Vul een e-mailadres in, bijvoorbeeld naam@organisatie.nl.').max(254);
const Name = z.string().trim().min(1).max(120);
/** Longer ones are refused with a sentence of their own. */
const Password = z.string().min(1).max(1_000);
/** Six digits; spaces are forgiven. */
const Code = z.string().min(1).max(40);
const Token = z.string().min(1).max(200);

/** What a step of signing in came to. `methods` says with what the next step can be done. */
export const Next = z
  .object({
    next: z.enum(NEXT_STEPS),
    methods: z.array(z.enum(['totp', 'passkey', 'recovery'])),
  })
  .meta({ id: 'SignInNext' });
export type Next = z.infer<typeof Next>;

/** Where one can sign in, and the step that waits in this browser; null: none. */
export const SignInDoors = z
  .object({
    mode: z.enum(['practice', 'production']),
    providers: z.array(z.object({ id: z.string(), name: z.string() })),
    waiting: Next.nullable(),
  })
  .meta({ id: 'SignInDoors' });

export const PasswordBody = z.strictObject({ email: z.string().trim().min(1).max(254), password: Password });
export const CodeBody = z.strictObject({ code: Code });
/** Nothing to say. */
export const NoBody = z.strictObject({});

/** What the browser hands to `navigator.credentials`, as @simplewebauthn/browser takes it (`optionsJSON`). */
export const PasskeyOptions = z
  .object({ options: z.record(z.string(), z.unknown()) })
  .meta({ id: 'PasskeyOptions' });
/** What the browser answers with, as @simplewebauthn/browser gives it. */
export const PasskeyBody = z.strictObject({ response: z.record(z.string(), z.unknown()) });
export const NewPasskeyBody = z.strictObject({
  name: z.string().trim().min(1).max(60),
  response: z.record(z.string(), z.unknown()),
});

export const InvitationToken = z.strictObject({ token: Token });
export const InvitationAccept = z.strictObject({ token: Token, password: Password });
export const InvitationProvider = z.strictObject({ token: Token, provider: z.string().min(1).max(60) });
/** Where the browser must go now. */
export const GoTo = z.object({ location: z.string() }).meta({ id: 'GoTo' });

/** What the invited reads before saying yes. With `known` the password is the one they have already. */
export const InvitationView = z
  .object({
    name: z.string(),
    email: z.string(),
    organisation: z.string(),
    role: z.enum(ROLES),
    place: z.string().nullable(),
    administrator: z.boolean(),
    expiresAt: IsoInstant,
    known: z.boolean(),
    /** It sets up anew what opens an account that is there. */
    again: z.boolean(),
    providers: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'InvitationView' });

/** A secret for an app that makes codes: as text, as address and as a picture (SVG). */
export const TotpSecret = z
  .object({ secret: z.string(), uri: z.string(), qr: z.string() })
  .meta({ id: 'TotpSecret' });

/** A factor was added. Recovery codes come with the first one, and are shown once. */
export const Enrolled = z
  .object({ next: z.enum(NEXT_STEPS), recoveryCodes: z.array(z.string()).nullable() })
  .meta({ id: 'Enrolled' });

export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

/** Something another did to an account: when, who (null: by hand) and why. */
export const PastAct = z
  .object({ at: IsoInstant, by: z.string().nullable(), reason: z.string() })
  .meta({ id: 'PastAct' });

/** One's own account. */
export const AccountView = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    /** Did this session begin with a second factor? */
    strong: z.boolean(),
    /** Was it shown less than ten minutes ago, so that factors may be changed? */
    confirmed: z.boolean(),
    password: z.boolean(),
    totp: z.boolean(),
    recoveryCodesLeft: z.number().int(),
    hats: z.array(
      z.object({
        professionalId: Id,
        role: z.enum(ROLES),
        organisation: z.string(),
        place: z.string().nullable(),
        administrator: z.boolean(),
        current: z.boolean(),
      }),
    ),
    passkeys: z.array(
      z.object({
        id: Id,
        name: z.string(),
        createdAt: IsoInstant,
        lastUsedAt: IsoInstant.nullable(),
      }),
    ),
    sessions: z.array(
      z.object({
        id: Id,
        kind: z.enum(SESSION_KINDS),
        /** Browser and system, as "Firefox · Windows". */
        device: z.string().nullable(),
        role: z.enum(ROLES).nullable(),
        beganAt: IsoInstant,
        seenAt: IsoInstant,
        current: z.boolean(),
      }),
    ),
    /** What others did to it. */
    past: z.array(PastAct),
  })
  .meta({ id: 'AccountView' });
export type AccountView = z.infer<typeof AccountView>;

/** Shows again who one is, with a code or the password, before something about factors changes. */
export const ConfirmBody = z
  .strictObject({ code: Code.optional(), password: Password.optional() })
  .refine(
    ({ code, password }) => (code === undefined) !== (password === undefined),
    'Vul een code of uw wachtwoord in.',
  );
export const NewPasswordBody = z.strictObject({ current: Password, password: Password });
export const HatBody = z.strictObject({ professionalId: Id });
export const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' });

/** Invites somebody. `organisationId` is left out for the own organisation. */
export const InviteBody = z.strictObject({
  email: Email,
  name: Name,
  phone: Phone.nullable().default(null),
  role: z.enum(ROLES),
  siteId: Id.nullable().default(null),
  unitId: Id.nullable().default(null),
  administrator: z.boolean().default(false),
  organisationId: Id.optional(),
});

export const InvitationItem = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    organisation: z.string(),
    role: z.enum(ROLES),
    place: z.string().nullable(),
    administrator: z.boolean(),
    /** For somebody who is there already, and sets up anew what they sign in with. */
    again: z.boolean(),
    invitedAt: IsoInstant,
    expiresAt: IsoInstant,
    state: z.enum(['open', 'expired']),
  })
  .meta({ id: 'InvitationItem' });

/** An invitation. Its link went to the invited by mail (null here), or is shown to who invites, this once. */
export const Invited = z
  .object({ invitation: InvitationItem, link: z.string().nullable(), mailed: z.boolean() })
  .meta({ id: 'Invited' });

/** Takes away what somebody signs in with, by who made sure that it is them who asked. */
export const ResetBody = z.strictObject({
  reason: z.string().trim().min(10, 'Schrijf in één zin waarom.').max(500),
  /** The identity was checked as the screen says. */
  checked: z.literal(true),
});

/** Accounts only a region manager can help: last administrators, and who works for more organisations. */
export const Entrusted = z
  .object({
    accounts: z.array(
      z.object({ id: Id, name: z.string(), email: z.string(), organisations: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'EntrustedAccounts' });

/** Who of the organisation can sign in, and who was asked. */
export const AccountsList = z
  .object({
    organisation: z.string(),
    /** The roles this organisation has, to choose from. */
    roles: z.array(z.enum(ROLES)),
    accounts: z.array(
      z.object({
        id: Id,
        name: z.string(),
        email: z.string(),
        roles: z.array(z.enum(ROLES)),
        administrator: z.boolean(),
        secondFactor: z.boolean(),
        disabledAt: IsoInstant.nullable(),
        lockedUntil: IsoInstant.nullable(),
        self: z.boolean(),
        /** May the reader take away what this account signs in with? */
        resettable: z.boolean(),
        lastReset: PastAct.nullable(),
      }),
    ),
    invitations: z.array(InvitationItem),
  })
  .meta({ id: 'AccountsList' });
