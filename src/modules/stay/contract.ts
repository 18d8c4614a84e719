import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { DESTINATIONS } from '#modules/capacity/types.ts';
import { stayParts, WishView } from './contract-parts.ts';

export * from './contract-family.ts';
export * from './contract-handover.ts';
export * from './contract-list.ts';
export * from './contract-observation.ts';
export * from './contract-pathway.ts';
export * from './contract-return.ts';

const Named = z.object({ id: Id, name: z.string() });

/** A stay, as far as the reader may know it. */
export const StayView = z
  .object({
    id: Id,
    requestId: Id,
    code: z.string(),
    /** Null for who may not know who it is. */
    person: z.object({ id: Id, name: z.string(), birthDate: IsoDay, ageBand: z.string() }).nullable(),
    house: Named,
    site: z.string(),
    unit: Named.extend({ phone: z.string() }),
    bed: z.string().nullable(),
    zone: z.string(),
    referrer: Named,
    gp: Named.nullable(),
    /** May the reader keep it? */
    own: z.boolean(),
    /** May the reader read what was seen? */
    treats: z.boolean(),
    product: z.enum(PRODUCTS),
    /** Ends with an answer to the GP: a stay of so many days, with a strip. */
    answers: z.boolean(),
    arrivedAt: IsoInstant,
    arrivedDay: IsoDay,
    /** Which day of the stay it is now; on the day of arrival 1. */
    day: z.number().int(),
    /** The last day the pathway and what was decided allow. */
    lastDay: IsoDay,
    daysLeft: z.number().int(),
    alarm: z.boolean(),
    /** When somebody is expected to leave, and the latest when that is uncertain; null after leaving. */
    expectedEnd: IsoInstant.nullable(),
    latestEnd: IsoInstant.nullable(),
    claim: z.object({ id: Id, version: z.number().int() }).nullable(),
    question: WishView.nullable(),
    /** What the person wants, in their own words, as it counts now. */
    goal: WishView.nullable(),
    /** Who is responsible now. */
    responsible: z
      .object({ organisation: Named, doctor: z.string().nullable(), since: IsoInstant })
      .nullable(),
    ...stayParts,
    endedAt: IsoInstant.nullable(),
    destination: z.enum(DESTINATIONS).nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Stay' });
export type StayView = z.infer<typeof StayView>;

/** One stay. */
export const StayAnswer = z.object({ stay: StayView }).meta({ id: 'StayAnswer' });
export type StayAnswer = z.infer<typeof StayAnswer>;
