import { z } from 'zod';
import { FigureSchema, Id, IsoInstant } from '#kernel/contract.ts';
import { Looker, PlanRow, RequestStrip } from '#modules/placement/contract.ts';

/** The queue of the desk, who has least time first. Nobody's name stands in it. */
export const Queue = z
  .object({
    requests: z.array(RequestStrip),
    staleUnits: z.array(
      z.object({ unitId: Id, unit: z.string(), site: z.string(), phone: z.string(), figure: FigureSchema }),
    ),
    /** Planned people whose bed is not free any more. */
    displaced: z.array(
      z.object({
        claimId: Id,
        unitId: Id,
        unit: z.string(),
        site: z.string(),
        placeCode: z.string(),
        from: IsoInstant,
        requestId: Id.nullable(),
      }),
    ),
    lastPlacedAt: IsoInstant.nullable(),
  })
  .meta({ id: 'Queue' });
export type Queue = z.infer<typeof Queue>;

/** A proposal for everybody who waits, all at once, least time first. It places nobody: each row is sent by hand. */
export const QueuePlan = z
  .object({ asOf: IsoInstant, placed: z.number().int(), rows: z.array(PlanRow) })
  .meta({ id: 'QueuePlan' });
export type QueuePlan = z.infer<typeof QueuePlan>;

/** Who else has a request open now. */
export const Lookers = z.object({ lookers: z.array(Looker) }).meta({ id: 'Lookers' });
export type Lookers = z.infer<typeof Lookers>;

/** What a planner does with a request that is open on the screen. */
export const LookingBody = z
  .strictObject({ doing: z.enum(['looking', 'calling']).default('looking') })
  .meta({ id: 'LookingBody' });
