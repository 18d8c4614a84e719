import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { REQUEST_STATES, WAIT_CAUSES } from '#modules/placement/types.ts';

/** How many leave on a day, per kind of care. */
const LeaveDay = z.object({
  day: IsoDay,
  leaves: z.number().int(),
  /** Of those, who may also leave later. */
  uncertain: z.number().int(),
  products: z.array(z.object({ product: z.enum(PRODUCTS), leaves: z.number().int() })),
});

/** What stands between somebody and home. */
const Barrier = z.object({ code: z.string(), owner: z.string(), due: IsoDay, late: z.boolean() });

/** Somebody who is expected to leave: no name, but the bed, the care and what is in the way. */
const Leaver = z.object({
  /** Null when they came another way than through a request: nobody keeps a stay of them here. */
  stayId: Id.nullable(),
  /** Null for who only sees counts. */
  requestId: Id.nullable(),
  day: IsoDay,
  until: IsoInstant,
  latest: IsoInstant.nullable(),
  certain: z.boolean(),
  /** Still there after the expected end. */
  overdue: z.boolean(),
  site: z.string(),
  unitId: Id,
  unit: z.string(),
  phone: z.string(),
  bed: z.string(),
  product: z.enum(PRODUCTS),
  /** Null for who only sees counts. */
  ageBand: z.string().nullable(),
  barriers: z.array(Barrier),
  /** What of the plan for home is not arranged yet. */
  missing: z.array(z.string()),
  late: z.array(z.string()),
});

/** Who leaves in the coming days, and what is needed for that. */
export const Departures = z
  .object({
    days: z.array(LeaveDay),
    sites: z.array(z.object({ siteId: Id, site: z.string(), leaves: z.array(z.number().int()) })),
    leavers: z.array(Leaver),
    asOf: IsoInstant,
  })
  .meta({ id: 'Departures' });
export type Departures = z.infer<typeof Departures>;

/** Somebody of one's own hospital who waits for a place, or for the day they go there. */
const HospitalWaiter = z.object({
  requestId: Id,
  code: z.string(),
  name: z.string().nullable(),
  ageBand: z.string(),
  product: z.enum(PRODUCTS),
  state: z.enum(REQUEST_STATES),
  /** From which day they could go. */
  readyDay: IsoDay,
  /** Whole days they wait already; negative while that day has not come. */
  daysWaiting: z.number().int(),
  cause: z.enum(WAIT_CAUSES).nullable(),
  /** Where they go and when, once a house said yes. */
  site: z.string().nullable(),
  arrivalFrom: IsoInstant.nullable(),
  /** A wrong bed by law: there is a decision for long-term care. Otherwise a delayed departure, once the day is there. */
  kind: z.enum(['wrong-bed', 'delayed', 'not-yet']),
});

/** The people of one hospital who wait: a wrong bed by law apart from a delayed departure. */
export const HospitalWaiting = z
  .object({
    waiting: z.array(HospitalWaiter),
    totals: z.object({
      wrongBed: z.object({ people: z.number().int(), days: z.number().int() }),
      delayed: z.object({ people: z.number().int(), days: z.number().int() }),
      notYet: z.number().int(),
    }),
    asOf: IsoInstant,
  })
  .meta({ id: 'HospitalWaiting' });
export type HospitalWaiting = z.infer<typeof HospitalWaiting>;
