import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { DESTINATIONS } from '#modules/capacity/types.ts';
import { BarrierView } from './contract-parts.ts';
import { STAY_NEEDS, STAY_SCOPES } from './types-list.ts';
import { ABSENCE_REASONS, MEETING_KINDS } from './types-parts.ts';

const Named = z.object({ id: Id, name: z.string() });

/** What of a stay stands beside its bed on a ward, and in a list. */
export const StayMark = z
  .object({
    stayId: Id,
    product: z.enum(PRODUCTS),
    /** Which day of the stay it is now, and how many there may be. */
    day: z.number().int(),
    days: z.number().int(),
    daysLeft: z.number().int(),
    alarm: z.boolean(),
    /** What stands between somebody and home now, the soonest first. */
    barriers: z.array(
      BarrierView.pick({
        id: true,
        code: true,
        owner: true,
        ownerName: true,
        note: true,
        due: true,
        late: true,
      }),
    ),
    /** The next talk that was not held yet. */
    meeting: z.object({ kind: z.enum(MEETING_KINDS), at: IsoInstant }).nullable(),
    /** Why somebody is away now; null: here. */
    away: z.enum(ABSENCE_REASONS).nullable(),
  })
  .meta({ id: 'StayMark' });
export type StayMark = z.infer<typeof StayMark>;

/** A stay in a list. */
export const StayLine = StayMark.extend({
  requestId: Id,
  /** Null for who may not know who it is. */
  person: Named.extend({ ageBand: z.string() }).nullable(),
  house: Named,
  site: z.string(),
  unit: Named,
  bed: z.string().nullable(),
  zone: z.string(),
  /** May the reader keep it? */
  own: z.boolean(),
  readyDay: IsoDay.nullable(),
  /** When somebody is expected to leave, and the latest when that is uncertain; null after leaving. */
  expectedEnd: IsoInstant.nullable(),
  latestEnd: IsoInstant.nullable(),
  /** What needs a decision, the most pressing first. */
  need: z.enum(STAY_NEEDS),
  endedAt: IsoInstant.nullable(),
  destination: z.enum(DESTINATIONS).nullable(),
}).meta({ id: 'StayLine' });
export type StayLine = z.infer<typeof StayLine>;

/** Who stays now, or left in the last thirty days: what needs a decision first, then who leaves first. */
export const StayList = z
  .object({ scope: z.enum(STAY_SCOPES), stays: z.array(StayLine) })
  .meta({ id: 'StayList' });
export type StayList = z.infer<typeof StayList>;
