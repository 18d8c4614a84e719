import { z } from 'zod';
import { Id, IsoDay, IsoInstant, SentenceSchema } from '#kernel/contract.ts';
import { NextMoveRow } from '#modules/placement/contract.ts';
import { BARRIER_CODES, BARRIER_OWNERS } from '#modules/stay/types.ts';

const count = z.number().int().min(0);

/** The best next move for everybody who waits, least time first. It places nobody. */
export const NextMoves = z
  .object({
    asOf: IsoInstant,
    /** How many are told to take a place now, and how many to wait for one that is expected. */
    now: count,
    later: count,
    /** Sites and kinds of care with a forecast; 0: nothing can be said of the days ahead yet. */
    expected: count,
    rows: z.array(NextMoveRow),
  })
  .meta({ id: 'NextMoves' });
export type NextMoves = z.infer<typeof NextMoves>;

/** One barrier, or one who can take it away: what it would bring if it were gone today. */
const Gain = z.object({
  code: z.enum(BARRIER_CODES).nullable(),
  owner: z.enum(BARRIER_OWNERS).nullable(),
  /** Bed days that come free on average; null: too few people to say. */
  days: z.number().nullable(),
  stays: count.nullable(),
  late: count.nullable(),
  /** Requests that wait for the care of these beds. */
  waiting: count,
  /** How many of the region's own barriers the expectation rests on. */
  rests: count,
  why: SentenceSchema.nullable(),
});

/** Where it stands, for the house itself. */
const WardGain = Gain.extend({
  beds: z.array(
    z.object({
      bed: z.string(),
      stayId: Id,
      owner: z.enum(BARRIER_OWNERS),
      ownerName: z.string().nullable(),
      due: IsoDay,
      late: z.boolean(),
    }),
  ),
});

/** Which barrier, removed today, frees most bed days on one ward. */
export const WardGains = z
  .object({
    unitId: Id,
    byCode: z.array(WardGain),
    byOwner: z.array(WardGain),
    asOf: IsoInstant,
  })
  .meta({ id: 'WardGains' });
export type WardGains = z.infer<typeof WardGains>;

/** The same for the region: counts, and none with fewer than `enough` stays behind it. */
export const RegionGains = z
  .object({ byCode: z.array(Gain), byOwner: z.array(Gain), enough: count, asOf: IsoInstant })
  .meta({ id: 'RegionGains' });
export type RegionGains = z.infer<typeof RegionGains>;
