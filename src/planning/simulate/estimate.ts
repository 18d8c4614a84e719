import { widthOf } from './count.ts';
import {
  type Estimate,
  FLOW_MEASURES,
  type FlowMeasure,
  REGION_MEASURES,
  type RegionMeasure,
  type SimResult,
  WARD_MEASURES,
  type WardMeasure,
} from './types.ts';

/** One number of one year; NaN where there was nothing to take the mean of. */
export type Pick = (result: SimResult, year: number) => number;

const numberAt = (result: SimResult, year: number, offset: number): number =>
  result.values[year * widthOf(result.flows.length, result.wards.length) + offset] ?? Number.NaN;

/** A measure of the flow at this place in the model. */
export const ofFlow =
  (flow: number, measure: FlowMeasure): Pick =>
  (result, year) =>
    numberAt(result, year, flow * FLOW_MEASURES.length + FLOW_MEASURES.indexOf(measure));

/** A measure of the ward at this place in the model. */
export const ofWard =
  (ward: number, measure: WardMeasure): Pick =>
  (result, year) =>
    numberAt(
      result,
      year,
      result.flows.length * FLOW_MEASURES.length +
        ward * WARD_MEASURES.length +
        WARD_MEASURES.indexOf(measure),
    );

/** A measure of the region. */
export const ofRegion =
  (measure: RegionMeasure): Pick =>
  (result, year) =>
    numberAt(
      result,
      year,
      widthOf(result.flows.length, result.wards.length) -
        REGION_MEASURES.length +
        REGION_MEASURES.indexOf(measure),
    );

/** Student's t, 97,5 percent, for so many degrees of freedom (Cornish-Fisher; the first three from the table). */
const tOf = (freedom: number): number => {
  const first = [12.706, 4.303, 3.182][freedom - 1];
  if (first !== undefined) return first;
  const z = 1.959964;
  const one = (z ** 3 + z) / 4;
  const two = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const three = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + one / freedom + two / freedom ** 2 + three / freedom ** 3;
};

/** The value below which this part of them lies, between two where it must. */
const quantile = (sorted: Float64Array, part: number): number => {
  const at = part * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
};

/** A figure over years; those that say nothing are left out, and two are needed to say how sure it is. */
const over = (values: readonly number[]): Estimate | null => {
  const known = Float64Array.from(values.filter((each) => !Number.isNaN(each))).sort();
  if (known.length < 2) return null;
  const mean = known.reduce((sum, each) => sum + each, 0) / known.length;
  const square = known.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (known.length - 1);
  const off = tOf(known.length - 1) * Math.sqrt(square / known.length);
  return {
    ...{ mean, from: mean - off, until: mean + off },
    ...{ low: quantile(known, 0.1), high: quantile(known, 0.9), years: known.length },
  };
};

/** Any number of a year, over all years that were played; null when fewer than two years say anything. */
export const estimate = (result: SimResult, pick: Pick): Estimate | null =>
  over(Array.from({ length: result.years }, (_, year) => pick(result, year)));

/** A measure of a flow over all years. @internal */
export const estimateFlow = (result: SimResult, flow: number, measure: FlowMeasure): Estimate | null =>
  estimate(result, ofFlow(flow, measure));

/** A measure of a ward over all years. @internal */
export const estimateWard = (result: SimResult, ward: number, measure: WardMeasure): Estimate | null =>
  estimate(result, ofWard(ward, measure));

/** A measure of the region over all years. @internal */
export const estimateRegion = (result: SimResult, measure: RegionMeasure): Estimate | null =>
  estimate(result, ofRegion(measure));

/**
 * What a change does: the changed year minus the same year as it is, with the same people, over all years that both have. Far
 * surer than two figures beside each other, for what is chance is in both.
 */
export const difference = (base: SimResult, changed: SimResult, pick: Pick): Estimate | null =>
  over(
    Array.from(
      { length: Math.min(base.years, changed.years) },
      (_, year) => pick(changed, year) - pick(base, year),
    ),
  );
