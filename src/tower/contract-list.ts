import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { ORIGINS } from '#modules/placement/types.ts';
import { Definition } from './contract-history.ts';

const count = z.number().int().min(0);

/** Numbers of the past that open their list, by the code of their definition. */
const LISTED = [
  'beds',
  'occupied',
  'claimed',
  'closed',
  'free',
  'free-at-ten',
  'waiting',
  'asked',
  'placed',
  'refused',
  'unmet',
  'flow',
  'flow-wait',
] as const;

/** At most so many rows go in one answer. */
export const ROWS_A_PAGE = 200;

/** Which number: of the board at a moment (`at`), of a day (`day`), of the last days together (`days`), or of a way people went. */
export const ListAsk = z.object({
  of: z.enum(LISTED),
  /** Left out only for ways of any care. */
  product: z.enum(PRODUCTS).optional(),
  at: IsoInstant.optional(),
  /** With `at`: one site; without it the whole region. */
  site: Id.optional(),
  day: IsoDay.optional(),
  days: z.coerce.number().int().min(1).max(366).optional(),
  /** Of a way: where people were, and where they went or why there was no place; what is left out may be any. */
  origin: z.enum(ORIGINS).optional(),
  to: z.string().max(40).optional(),
  /** When the number was counted, at most an hour ago: a day that still runs is counted up to then. */
  asOf: IsoInstant.optional(),
  /** So many rows were seen already. */
  skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type ListAsk = z.infer<typeof ListAsk>;

/** One fact behind a number. Of somebody of another house only the days and the site; never who. */
const ListRow = z.object({
  site: z.string().nullable(),
  unit: z.string().nullable(),
  bed: z.string().nullable(),
  product: z.enum(PRODUCTS),
  /** Local days; null: not kept, or it goes on. */
  fromDay: IsoDay.nullable(),
  untilDay: IsoDay.nullable(),
  /** The moments; null for who may only know the days. */
  from: IsoInstant.nullable(),
  until: IsoInstant.nullable(),
  /** Of a mean: how many minutes of the day it counts for; null for who may only know the days. */
  minutes: count.nullable(),
  origin: z.enum(ORIGINS).nullable(),
  /** Where they went, or why there was no place, as in the ways. */
  to: z.string().nullable(),
  /** What was waited for, why a ward said no, or why a bed was closed: `wait:triage`, `refused:no-capacity`, `closed:no-staff`. */
  because: z.string().nullable(),
  /** Only when this reader may open the request. */
  requestId: Id.nullable(),
});
export type ListRow = z.infer<typeof ListRow>;

/** The rows behind a number, and what it means. Rows and sums together are as many as `total`. */
export const TowerList = z
  .object({
    definition: Definition,
    /** As the screen shows it; null: it is not told, and neither is its list. */
    number: z.number().nullable(),
    /** Why it is not told: too few people, or nobody knew. */
    untold: z.enum(['few', 'unknown']).nullable(),
    /** A count of the rows, a mean over the minutes of the day, or the one in the middle, in hours. */
    kind: z.enum(['count', 'mean', 'middle']),
    total: count,
    /** Of a mean: minutes of all rows together, and of the day. */
    minutes: z.object({ rows: count, day: count }).nullable(),
    rows: z.array(ListRow),
    /** How many rows come after these. */
    more: count,
    /** Who is not shown one by one: how many, per site where that can be said. */
    sums: z.array(z.object({ site: z.string().nullable(), count })),
    enough: count,
    asOf: IsoInstant,
  })
  .meta({ id: 'TowerList' });
export type TowerList = z.infer<typeof TowerList>;
