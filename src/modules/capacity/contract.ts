import { z } from 'zod';
import { HALF_DAYS } from '#kernel/calendar.ts';
import { FigureSchema, Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { CLOSURE_REASONS, DESTINATIONS } from './types.ts';

export * from './contract-room.ts';

/** Holds one place for a caller who is still on the phone. `from` is now when left out. */
export const HoldBody = z
  .strictObject({ placeId: Id, product: z.enum(PRODUCTS), from: IsoInstant.optional() })
  .meta({ id: 'HoldBody' });

/** A held place: until when nobody else can get it. */
export const HoldAnswer = z
  .object({ claimId: Id, placeId: Id, expiresAt: IsoInstant, version: z.number().int() })
  .meta({ id: 'Hold' });

export { TeamList, TeamView } from './contract-kinds.ts';
export {
  DoubtAnswer,
  DoubtBody,
  LinkBody,
  LinkView,
  RosterAnswer,
  RosterBody,
} from './contract-ward.ts';
/** Nothing to add: the act is in the address. */
export const Empty = z.strictObject({}).meta({ id: 'Empty' });

/** "Klopt nog": these figures are right now. */
export const ConfirmBody = z
  .strictObject({ source: z.enum(['tap', 'phone']).default('tap') })
  .meta({ id: 'ConfirmBody' });
export const FigureAnswer = FigureSchema.meta({ id: 'Figure' });

/** Closes one place, or a number of places of the unit. */
export const CloseBody = z
  .strictObject({
    placeId: Id.nullable().default(null),
    places: z.number().int().min(1).max(200).default(1),
    reason: z.enum(CLOSURE_REASONS),
    from: IsoInstant.optional(),
    until: IsoInstant,
  })
  .meta({ id: 'CloseBody' });
/** What closing did: which planned people lost their place. */
export const CloseAnswer = z.object({ closureId: Id, displaced: z.number().int() }).meta({ id: 'Closure' });

/** How many places have staff in a half-day. */
export const StaffingBody = z
  .strictObject({ day: IsoDay, halfDay: z.enum(HALF_DAYS), staffed: z.number().int().min(0).max(500) })
  .meta({ id: 'StaffingBody' });

/** What is now known of the staff of a half-day. */
export const StaffingAnswer = StaffingBody.extend({ unitId: Id }).meta({ id: 'Staffing' });

/** When somebody is expected to leave; `latest` when that is not certain yet. */
export const ExpectedEndBody = z
  .strictObject({ until: IsoInstant, latest: IsoInstant.nullable().default(null) })
  .meta({ id: 'ExpectedEndBody' });

/** Somebody left. Cleaning follows by itself when the ward asks for it. */
export const DepartureBody = z
  .strictObject({
    at: IsoInstant.optional(),
    destination: z.enum(DESTINATIONS),
    cleaningMinutes: z.number().int().min(0).max(1440).default(0),
  })
  .meta({ id: 'DepartureBody' });

/** To another place of the same organisation. */
export const MoveBody = z.strictObject({ placeId: Id }).meta({ id: 'MoveBody' });

/** The claim after the act. */
export const ClaimAnswer = z
  .object({
    claimId: Id,
    placeId: Id,
    kind: z.enum(['hold', 'reserved', 'stay', 'cleaning']),
    from: IsoInstant,
    until: IsoInstant.nullable(),
    version: z.number().int(),
    displaced: z.number().int(),
  })
  .meta({ id: 'Claim' });
