import { atMost, type Figure } from '#bench/figure.ts';
import {
  estimate,
  estimateFlow,
  estimateRegion,
  ofFlow,
  ofRegion,
  type Pick,
} from '#planning/simulate/estimate.ts';
import { play } from '#planning/simulate/index.ts';
import { amsterdam, SETTINGS, type Setting } from './amsterdam.ts';

const RUN = { seed: 2019, years: 400, warmUpDays: 200, days: 364 } as const;
const [GP, EMERGENCY, HOSPITAL] = [0, 1, 2] as const;
const DAYS = 0.3;
const POINTS = 5;

/** Days of waiting in a hospital bed, of everybody who goes on from there: from the ward, or after being taken in. */
const hospitalDays: Pick = (result, year) =>
  ofRegion('wrongBedDays')(result, year) /
  (ofFlow(HOSPITAL, 'placed')(result, year) + ofRegion('hospitalAdmissions')(result, year));

const rowOf = (setting: Setting): number[] => {
  const result = play(amsterdam(setting), RUN);
  const share = (flow: number, measure: 'within3Days' | 'toHospital'): number =>
    100 * (estimateFlow(result, flow, measure)?.mean ?? Number.NaN);
  return [
    estimate(result, hospitalDays)?.mean ?? Number.NaN,
    (estimateFlow(result, GP, 'waitHours')?.mean ?? Number.NaN) / 24,
    share(HOSPITAL, 'within3Days'),
    share(EMERGENCY, 'toHospital'),
    (estimateRegion(result, 'wrongBedDays')?.mean ?? Number.NaN) / RUN.days,
  ];
};

const UNITS = [
  'hospital-days',
  'gp-days',
  'within-3-days-%',
  'emergency-to-hospital-%',
  'waiting-a-day',
] as const;

/** The published table (Arntzen 2023) beside ours, every gap on a line, and the largest gaps as figures. */
export const amsterdamTable = (): Figure[] => {
  const [days, points]: [number[], number[]] = [[], []];
  for (const setting of SETTINGS) {
    const ours = rowOf(setting);
    const cells = UNITS.map((unit, at) => {
      const published = setting.published[at] ?? null;
      const own = ours[at] as number;
      if (published === null) return `${unit} ${own.toFixed(2)} (left out)`;
      const gap = own - published;
      if (at < 2) days.push(Math.abs(gap));
      else if (at < 4) points.push(Math.abs(gap));
      return `${unit} ${own.toFixed(2)} (published ${published}, gap ${gap.toFixed(2)})`;
    });
    console.log(`simulate-amsterdam ${setting.name}: ${cells.join('; ')}`);
  }
  return [
    atMost('simulate-amsterdam-days', Math.max(...days), 'days', DAYS),
    atMost('simulate-amsterdam-points', Math.max(...points), 'points', POINTS),
  ];
};
