import type { FigureSource } from '#kernel/freshness.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { unitOf } from './sites.ts';

/** How a ward stands when the history ends, and how it last stood by its figures. */
export interface Shape {
  readonly unitId: string;
  readonly product: Product;
  /** People in bed; null leaves it as chance made it. */
  readonly present: number | null;
  /** Of those, how many leave today or tomorrow. */
  readonly leaving: number;
  /** Of those, for how many the end is uncertain. */
  readonly uncertain: number;
  /** People who stay beyond their expected end. */
  readonly overdue: number;
  readonly figure: { readonly age: number; readonly source: FigureSource };
}

const shape = (
  unit: string,
  product: Product,
  people: readonly [present: number | null, leaving: number, uncertain: number, overdue: number],
  figure: readonly [age: number, source: FigureSource],
): Shape => {
  const [present, leaving, uncertain, overdue] = people;
  return {
    unitId: unitOf(unit).id,
    product,
    present,
    leaving,
    uncertain,
    overdue,
    figure: { age: figure[0], source: figure[1] },
  };
};

/**
 * The last hours of the history end here: beds free, held and coming free on every kind of ward, and figures of every age.
 * Wards whose figure comes from the work itself get it by their last act.
 */
export const SHAPES: readonly Shape[] = [
  shape('peelo-lijsterbes', 'elv-high', [9, 2, 1, 1], [MINUTE, 'work']),
  shape('peelo-zuid', 'elv-high', [6, 0, 1, 0], [6 * MINUTE, 'work']),
  shape('kanaalhuis-waterkant', 'elv-low', [7, 1, 1, 0], [25 * MINUTE, 'tap']),
  shape('kanaalhuis-sluis', 'reo-observation', [2, 0, 0, 0], [25 * MINUTE, 'tap']),
  shape('larikshof-linde', 'elv-low', [9, 2, 0, 0], [3 * MINUTE, 'link']),
  shape('larikshof-hazelaar', 'wlz-crisis', [2, 0, 0, 0], [3 * MINUTE, 'link']),
  shape('rolde-brinkzijde', 'elv-low', [4, 0, 0, 0], [6 * HOUR + MINUTE, 'tap']),
  shape('zandhof-duin', 'elv-low', [null, 0, 0, 0], [14 * HOUR + 11 * MINUTE, 'tap']),
  shape('marsdijk-weide', 'elv-high', [12, 1, 2, 1], [3 * MINUTE, 'link']),
  shape('marsdijk-stilte', 'elv-palliative', [3, 0, 1, 0], [3 * MINUTE, 'link']),
  shape('marsdijk-luwte', 'wlz-crisis', [3, 0, 0, 0], [3 * MINUTE, 'link']),
  shape('weerhuis-hunze', 'elv-high', [6, 0, 1, 0], [2 * HOUR + 9 * MINUTE, 'phone']),
  shape('kloosterhof-gaarde', 'reo-observation', [3, 0, 0, 0], [3 * HOUR + 31 * MINUTE, 'tap']),
  shape('lichtpunt', 'elv-palliative', [4, 0, 1, 0], [57 * MINUTE, 'tap']),
  shape('havezate-es', 'grz', [9, 1, 1, 1], [HOUR + 12 * MINUTE, 'tap']),
  shape('havezate-brink', 'grz', [6, 1, 0, 0], [HOUR + 12 * MINUTE, 'tap']),
  shape('beuk-logeren', 'respite', [null, 0, 0, 0], [13 * HOUR + 4 * MINUTE, 'tap']),
];

const shapeOf = (unitId: string): Shape => {
  const found = SHAPES.find((each) => each.unitId === unitId);
  if (found === undefined) throw new Error(`ward ${unitId} has no shape`);
  return found;
};

/** People who stay beyond their end are expected to leave this long before the history ends. */
export const OVERDUE_SINCE = 2 * DAY;

/** When a ward last stood by its figures. */
export const lastWordOf = (unitId: string, now: Instant): Instant => now - shapeOf(unitId).figure.age;
