import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';

/** Over how many days the keeping can be looked at. */
export const KEEPING_DAYS = ['30', '90'] as const;

const count = z.number().int();

/** How one party kept the agreement. A measure that is not theirs is null; so is a number that rests on too few. */
const KeepingRow = z.object({
  party: z.object({ id: Id, name: z.string() }),
  /** Questions put to a house, or to the desk: answered before the deadline, never answered, usual minutes. */
  answers: z
    .object({
      of: count,
      inTime: count.nullable(),
      silent: count.nullable(),
      medianMinutes: count.nullable(),
    })
    .nullable(),
  /** A yes after which the person could come, or an agreed arrival that came. */
  promises: z.object({ of: count, kept: count.nullable() }).nullable(),
  /** Beds held as free, and how many of them turned out not to be. */
  frees: z.object({ of: count, gone: count.nullable() }).nullable(),
});

/** How the parties kept the agreement, by name: for all parties alike. */
export const Keeping = z
  .object({
    from: IsoInstant,
    asOf: IsoInstant,
    /** With fewer than this nothing is said. */
    enough: count,
    rows: z.array(KeepingRow),
  })
  .meta({ id: 'Keeping' });
export type Keeping = z.infer<typeof Keeping>;
