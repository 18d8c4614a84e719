import { z } from 'zod';
import { FigureSchema, Id, IsoDay, IsoInstant, SentenceSchema } from '#kernel/contract.ts';
import { PRODUCTS, PROPERTIES } from '#kernel/product.ts';
import { RoomAnswer } from '#modules/capacity/contract.ts';
import { ALL_CLOSURE_REASONS, PLACE_STATES } from '#modules/capacity/types.ts';
import { OfferView, RequestView } from '#modules/placement/contract.ts';
import { StayMark } from '#modules/stay/contract.ts';
import { HospitalPressure } from './contract-load.ts';

export { Delays } from './contract-delays.ts';
export { Departures, HospitalWaiting } from './contract-departures.ts';
export { Definition, Flows, ProductHistory, Then } from './contract-history.ts';
export { Keeping } from './contract-keeping.ts';
export { type ListRow, TowerList } from './contract-list.ts';
export { NextMoves, RegionGains, WardGains } from './contract-next.ts';
export { CapacityStatement, Country } from './contract-open.ts';
export * from './contract-queue.ts';
export { Unmet, Waiting } from './contract-waiting.ts';

/** Until when, or from when, a site lets people arrive. */
const Admission = z.object({
  now: z.boolean(),
  until: IsoInstant.nullable(),
  nextFrom: IsoInstant.nullable(),
});

/** One site for one product on the board. The same bytes for every screen: distances are drawn by the screen. */
export const BoardRow = z
  .object({
    siteId: Id,
    /** The unit that opens when the row is opened (the first that serves this product). */
    unitId: Id,
    product: z.enum(PRODUCTS),
    /** Free now: a person can really come. Null when the figure is too old to say. */
    free: z.number().int().nullable(),
    /** One letter a place in the fixed order: f free, s soon, h held, o occupied, c closed, u unknown. */
    beds: z.string(),
    held: z.number().int(),
    heldUntil: IsoInstant.nullable(),
    /** To come within 24 h, 72 h and 7 d, cumulative; null when unknown. */
    soon: z.tuple([z.number().int(), z.number().int(), z.number().int()]).nullable(),
    /** The earliest end of a free gap shorter than usual ("kort vrij t/m"). */
    shortUntil: IsoInstant.nullable(),
    admission: Admission,
    closed: z.object({ reason: z.enum(ALL_CLOSURE_REASONS), until: IsoInstant.nullable() }).nullable(),
    figure: FigureSchema,
  })
  .meta({ id: 'BoardRow' });
export type BoardRow = z.infer<typeof BoardRow>;

/** The whole region now. */
export const Board = z
  .object({
    version: z.string(),
    asOf: IsoInstant,
    region: z.string(),
    sites: z.array(
      z.object({
        id: Id,
        name: z.string(),
        organisation: z.string(),
        town: z.string(),
        phone: z.string(),
        lat: z.number(),
        lon: z.number(),
      }),
    ),
    products: z.array(
      z.object({
        product: z.enum(PRODUCTS),
        free: z.number().int(),
        held: z.number().int(),
        soon: z.tuple([z.number().int(), z.number().int(), z.number().int()]),
        /** Sites whose figure is too old to count. */
        notCounted: z.number().int(),
      }),
    ),
    /** Every place once, whatever it serves. */
    totals: z.object({
      places: z.number().int(),
      free: z.number().int(),
      held: z.number().int(),
      unknownSites: z.number().int(),
    }),
    rows: z.array(BoardRow),
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof Board>;

/** Why this number: lines that end in it, and the beds behind it. */
export const Why = z
  .object({
    siteId: Id,
    site: z.string(),
    product: z.enum(PRODUCTS),
    total: z.number().int(),
    lines: z.array(z.object({ state: z.enum(PLACE_STATES), count: z.number().int(), text: SentenceSchema })),
    free: z.number().int().nullable(),
    /** The last number we knew, when the figure is too old to count. */
    lastKnown: z.number().int().nullable(),
    definition: SentenceSchema,
    figure: FigureSchema,
    beds: z.array(
      z.object({
        placeId: Id,
        unit: z.string(),
        code: z.string(),
        state: z.enum(PLACE_STATES),
        text: SentenceSchema,
      }),
    ),
  })
  .meta({ id: 'Why' });
export type Why = z.infer<typeof Why>;

export { HospitalPressure } from './contract-load.ts';

/** How busy the region is, beside what is usual. */
export const Pressure = z
  .object({
    items: z.array(
      z.object({
        id: z.enum(['waiting', 'hospital', 'placed', 'stale', 'no-place']),
        value: z.number().int(),
        /** Longest wait in minutes, where that says something. */
        longestMinutes: z.number().int().nullable(),
        /** The usual 10-90 % of this weekday and hour in the history, null when there is too little history. */
        usual: z.object({ low: z.number(), high: z.number(), max: z.number() }).nullable(),
      }),
    ),
    /** Per hospital that told how busy it is, or that takes nobody in. */
    hospitals: z.array(HospitalPressure),
    asOf: IsoInstant,
  })
  .meta({ id: 'Pressure' });
export type Pressure = z.infer<typeof Pressure>;

/** One stretch on a bed of the ward. The name only for who may know it. */
const WardClaim = z.object({
  claimId: Id,
  kind: z.enum(['hold', 'reserved', 'stay', 'cleaning']),
  from: IsoInstant,
  until: IsoInstant.nullable(),
  latestEnd: IsoInstant.nullable(),
  expiresAt: IsoInstant.nullable(),
  arrivedAt: IsoInstant.nullable(),
  overdue: z.boolean(),
  displaced: z.boolean(),
  name: z.string().nullable(),
  profile: z.object({ ageBand: z.string(), sex: z.string(), product: z.enum(PRODUCTS) }).nullable(),
  requestId: Id.nullable(),
  requestVersion: z.number().int().nullable(),
  /** How far the stay on it is, and what is in the way; null for who is no party to it. */
  stay: StayMark.nullable(),
  version: z.number().int(),
});

/** A ward over some days. */
export const Ward = z
  .object({
    unit: z.object({ id: Id, name: z.string(), phone: z.string() }),
    site: z.object({ id: Id, name: z.string(), zone: z.string(), organisation: z.string() }),
    /** May the reader change this ward? */
    own: z.boolean(),
    siblings: z.array(z.object({ unitId: Id, name: z.string() })),
    days: z.array(IsoDay),
    from: IsoInstant,
    until: IsoInstant,
    counts: z.object({
      free: z.number(),
      soon: z.number(),
      held: z.number(),
      occupied: z.number(),
      closed: z.number(),
      unknown: z.number(),
    }),
    figure: FigureSchema.extend({ by: z.string().nullable() }),
    places: z.array(
      z.object({
        id: Id,
        code: z.string(),
        products: z.array(z.enum(PRODUCTS)),
        /** What a flex bed can become; null: it stays what it is. */
        flex: z.array(z.enum(PRODUCTS)).nullable(),
        properties: z.array(z.enum(PROPERTIES)),
        /** The shared room it stands in, and for whom that is now. */
        room: RoomAnswer.nullable(),
        state: z.enum(PLACE_STATES),
        freeUntil: IsoInstant.nullable(),
        changesAt: IsoInstant.nullable(),
        overdue: z.boolean(),
        claims: z.array(WardClaim),
        closures: z.array(
          z.object({
            id: Id,
            reason: z.enum(ALL_CLOSURE_REASONS),
            from: IsoInstant,
            until: IsoInstant.nullable(),
          }),
        ),
      }),
    ),
    /** The numbers of a ward that reports only counts, and what is left of them; null: it tells its beds. */
    published: z
      .array(
        z.object({ product: z.enum(PRODUCTS), places: z.number().int(), left: z.number().int().nullable() }),
      )
      .nullable(),
    freePerDay: z.array(z.object({ day: IsoDay, free: z.number().int(), plusMinus: z.number().int() })),
    incoming: z.array(z.object({ offer: OfferView, request: RequestView })),
    asOf: IsoInstant,
  })
  .meta({ id: 'Ward' });
export type Ward = z.infer<typeof Ward>;
