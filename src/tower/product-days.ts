import { type Day, instantOf, isoFromInstant, localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { AT_HOUR } from '#planning/forecast/types.ts';
import { cellOfDay } from '#planning/history/columns.ts';
import type { FactKind } from '#planning/history/types.ts';
import type { ProductHistory } from './contract-history.ts';
import { freeOfUnits } from './free-places.ts';
import type { Kept } from './history.ts';

/** The days of the region of the last so many, and their borders: the beginning of each and the end of the last. */
export const daysOf = (
  kept: Kept,
  count: number,
  now: Instant,
): { readonly days: readonly Day[]; readonly borders: readonly Instant[] } => {
  const first = localDay(Math.max(kept.since, now - count * DAY), REGION_ZONE);
  const today = localDay(now, REGION_ZONE);
  const days: Day[] = [];
  for (let day = first; day <= today; day = plusDays(day, 1)) days.push(day);
  const borders = [...days, plusDays(today, 1)].map((day) => instantOf(day, 0, REGION_ZONE));
  // The day that runs counts up to now, or it would look quieter than it is.
  borders[borders.length - 1] = Math.max(now, (borders.at(-2) ?? now) + 1);
  return { days, borders };
};

/** When the beds of a day are counted: at ten, or now when it is not ten yet. */
export const countedAt = (day: Day, now: Instant): Instant =>
  Math.min(now, instantOf(day, AT_HOUR * 60, REGION_ZONE));

/** Per day of the last so many days: how full a product was, who waited, what came, what ended without a place, what was refused. */
export const productDays = (
  kept: Kept,
  picture: Picture,
  ask: { readonly product: Product; readonly days: number },
  now: Instant,
): ProductHistory => {
  const { product } = ask;
  const { days, borders } = daysOf(kept, ask.days, now);
  const sums = kept.columns.sumDays(borders);
  const begun = (day: number, kind: FactKind): number => sums.begun[cellOfDay(day, product, kind)] ?? 0;
  const [occupied, waiting] = (['stay', 'wait'] as const).map((kind) =>
    kept.columns.presence(kind, product, borders),
  );
  return {
    product,
    days: days.map((day, index) => {
      const at = countedAt(day, now);
      return {
        day,
        beds: kept.columns.countAt('bed', at)[PRODUCTS.indexOf(product)] ?? 0,
        occupied: occupied?.[index] ?? 0,
        free: freeOfUnits(kept.units, picture.region, at).get(product) ?? 0,
        asked: begun(index, 'wait'),
        placed: begun(index, 'placed'),
        refused: begun(index, 'refused'),
        unmet: begun(index, 'unmet'),
        waiting: waiting?.[index] ?? 0,
      };
    }),
    asOf: isoFromInstant(now),
  };
};
