import { z } from 'zod';
import { FigureSchema, Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { FIGURE_SOURCES } from '#kernel/freshness.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { LOAD_KINDS, STOP_REASONS, TEAM_KINDS } from './types-kinds.ts';

/** How somebody tells it: on the screen, or the desk that heard it on the telephone. */
const Told = z.enum(['tap', 'phone']).default('tap');

const oncePerProduct = (numbers: readonly { readonly product: string }[]): boolean =>
  new Set(numbers.map(({ product }) => product)).size === numbers.length;

/** Numbers of a house that reports only counts: free places per product, staff included; zero is an answer. */
export const CountsBody = z
  .strictObject({
    counts: z
      .array(z.strictObject({ product: z.enum(PRODUCTS), free: z.number().int().min(0).max(500) }))
      .min(1)
      .refine(oncePerProduct, 'Noem elke zorg één keer.'),
    asOf: IsoInstant.optional(),
    freshUntil: IsoInstant.nullable().default(null),
    source: Told,
  })
  .meta({ id: 'CountsBody' });

/** The numbers of a unit now: what was told, and what of it is left after the claims made since. */
export const CountsAnswer = z
  .object({
    unitId: Id,
    counts: z.array(
      z.object({
        product: z.enum(PRODUCTS),
        free: z.number().int(),
        left: z.number().int(),
        asOf: IsoInstant,
        freshUntil: IsoInstant.nullable(),
        source: z.enum(FIGURE_SOURCES),
      }),
    ),
  })
  .meta({ id: 'Counts' });

/** How a unit reports: its beds one by one, or numbers. */
export const ReportBody = z.strictObject({ kind: z.enum(['beds', 'counts']) }).meta({ id: 'ReportBody' });
export const ReportAnswer = ReportBody.extend({ unitId: Id }).meta({ id: 'Report' });

/** What a flex bed is from now on. */
export const ProductsBody = z
  .strictObject({ products: z.array(z.enum(PRODUCTS)).min(1) })
  .meta({ id: 'ProductsBody' });
export const ProductsAnswer = ProductsBody.extend({ placeId: Id }).meta({ id: 'PlaceProducts' });

/** How many more people a team can help; with none: how long one waits, or until when it takes nobody on. */
export const TeamCountBody = z
  .strictObject({
    free: z.number().int().min(0).max(500),
    waitingDays: z.number().int().min(0).max(400).nullable().default(null),
    closedUntil: IsoDay.nullable().default(null),
    freshUntil: IsoInstant.nullable().default(null),
    source: Told,
  })
  .meta({ id: 'TeamCountBody' });
/** "Klopt nog" of a team. */
export const TeamConfirmBody = z.strictObject({ source: Told }).meta({ id: 'TeamConfirmBody' });

/** A team with its number; null when it never told one or when that is too old to count. */
export const TeamView = z
  .object({
    id: Id,
    organisation: z.string(),
    name: z.string(),
    neighbourhood: z.string(),
    pc4s: z.array(z.string()),
    kind: z.enum(TEAM_KINDS),
    phone: z.string(),
    free: z.number().int().nullable(),
    waitingDays: z.number().int().nullable(),
    closedUntil: IsoDay.nullable(),
    figure: FigureSchema,
    /** May the reader tell its number? */
    own: z.boolean(),
  })
  .meta({ id: 'Team' });
export type TeamView = z.infer<typeof TeamView>;
export const TeamList = z.object({ teams: z.array(TeamView) }).meta({ id: 'Teams' });
export type TeamList = z.infer<typeof TeamList>;

/** How busy a hospital is. */
export const LoadBody = z
  .strictObject({ kind: z.enum(LOAD_KINDS), value: z.number().int().min(0).max(2000) })
  .meta({ id: 'LoadBody' });
export const LoadAnswer = LoadBody.extend({ siteId: Id, asOf: IsoInstant }).meta({ id: 'Load' });

/** A stop: why, and until when that is expected. */
export const StopBody = z
  .strictObject({ kind: z.enum(LOAD_KINDS), reason: z.enum(STOP_REASONS), until: IsoInstant })
  .meta({ id: 'StopBody' });
export const StopAnswer = StopBody.extend({ siteId: Id, from: IsoInstant }).meta({ id: 'Stop' });
export const StopEndBody = z.strictObject({ kind: z.enum(LOAD_KINDS) }).meta({ id: 'StopEndBody' });
export const StopEndAnswer = StopEndBody.extend({ siteId: Id }).meta({ id: 'StopEnd' });
