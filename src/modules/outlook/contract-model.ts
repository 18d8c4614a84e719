import { z } from 'zod';
import { PRODUCTS } from '#kernel/product.ts';
import { URGENCIES } from '#kernel/urgency.ts';
import { BARRIER_CODES, DESTINATIONS, FLOW_ORIGINS, SIM_POLICIES } from '#planning/simulate/types.ts';
import { ASSUMED, PARTIES, PARTY_FIGURES, PRICE_CODES } from '#planning/whatif/types.ts';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const days = z.number().min(0).max(3650);
const hours = z.number().min(0).max(8760);
const text = (most: number) => z.string().min(1).max(most);
const Windows = z.array(z.tuple([z.number().min(0).max(168), z.number().min(0).max(168)])).max(28);

const Ward = z.object({
  id: text(80),
  name: text(120),
  site: text(120),
  product: z.enum(PRODUCTS),
  beds: count.max(2000),
  shared: count.max(2000),
  pool: text(80).nullable(),
  admits: Windows,
  weekendStaff: share,
});

const Ending = z.object({
  way: z.enum(DESTINATIONS),
  share,
  careDays: days,
  shape: z.number().min(0.1).max(100),
  waitDays: days,
  waitsFor: z.enum(BARRIER_CODES).nullable(),
  leaves: Windows.optional(),
});

const Flow = z.object({
  id: text(80),
  name: text(120),
  origin: z.enum(FLOW_ORIGINS),
  urgency: z.enum(URGENCIES),
  product: z.enum(PRODUCTS),
  perWeek: z.number().min(0).max(5000),
  byHour: z.array(z.number().min(0)).length(168),
  triageHours: hours,
  transferHours: hours,
  transferShape: z.number().min(0).max(100),
  hospitalAfterHours: hours.nullable(),
  hospitalDays: days,
  patienceHours: hours.nullable(),
  wishes: z.array(z.object({ ward: text(80), share })).max(200),
  most: z.object({ days, next: z.array(z.object({ flow: text(80), share })).max(20) }).nullable(),
  endings: z.array(Ending).min(1).max(20),
  homeShare: share,
});

/** A region as it can be played (`planning/simulate/types.ts` says what each number means). */
export const Model = z
  .object({
    wards: z.array(Ward).max(400),
    flows: z.array(Flow).max(100),
    openings: z
      .array(
        z.object({
          id: text(80),
          kind: z.enum(['home-care', 'day-treatment']),
          startsPerWeek: z.number().min(0).max(2000),
        }),
      )
      .max(40),
    policy: z.enum(SIM_POLICIES),
  })
  .meta({ id: 'OutlookModel' });

/** What the manager turned. */
export const LeversBody = z
  .strictObject({
    product: z.enum(PRODUCTS).nullable(),
    admits: Windows.optional(),
    transferHours: hours.optional(),
    beds: z.record(text(80), z.number().int().min(-500).max(500)).optional(),
    sharedShare: share.optional(),
    weekendStaff: share.optional(),
    barrierDays: z.partialRecord(z.enum(BARRIER_CODES), z.number().min(0).max(2)).optional(),
    starts: z.record(text(80), z.number().min(0).max(2000)).optional(),
    policy: z.enum(SIM_POLICIES).optional(),
    typed: z.record(text(160), z.number().min(0).max(100000)).optional(),
  })
  .meta({ id: 'OutlookLevers' });

export const AssumptionRow = z
  .object({
    id: z.string(),
    value: z.number(),
    unit: z.enum(['per-week', 'hours', 'days', 'share', 'beds', 'count']),
    from: z.enum(ASSUMED),
    facts: count,
    source: z.string(),
  })
  .meta({ id: 'OutlookAssumption' });

export const MisfitRow = z
  .object({
    code: z.enum(['short-history', 'overloaded', 'no-beds', 'nobody-comes']),
    what: z.string(),
    figure: z.number(),
  })
  .meta({ id: 'OutlookMisfit' });

export const PriceRow = z
  .object({
    code: z.enum(PRICE_CODES),
    euros: z.number().min(0).max(100000),
    source: text(200),
    year: z.number().int().min(2000).max(2100),
  })
  .meta({ id: 'OutlookPrice' });

const EstimateShape = z
  .object({
    mean: z.number(),
    from: z.number(),
    until: z.number(),
    low: z.number(),
    high: z.number(),
    years: count,
  })
  .meta({ id: 'OutlookEstimate' });

/** One party of a kept scenario. */
export const PartyRowShape = z
  .object({
    party: z.enum(PARTIES),
    figure: z.enum(Object.values(PARTY_FIGURES)),
    now: EstimateShape,
    after: EstimateShape,
    difference: EstimateShape,
    unclear: z.boolean(),
    counted: z.number(),
    money: z.object({
      kind: z.enum(['gains', 'pays', 'unclear', 'none']),
      from: z.number(),
      until: z.number(),
      mean: z.number(),
    }),
    freed: z.object({
      kind: z.enum(['calling-hours', 'bed-days', 'occupancy', 'none']),
      change: EstimateShape.nullable(),
    }),
  })
  .meta({ id: 'OutlookParty' });
