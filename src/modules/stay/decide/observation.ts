import { type Day, halfDayAt, localDay } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Stay } from '#modules/stay/types.ts';
import type {
  DayPart,
  KindSpec,
  Lab,
  NumberSpec,
  Observation,
  ObservationKind,
  RowKind,
} from '#modules/stay/types-observation.ts';
import { OBSERVATION_KINDS, ROW_LIMITS } from './observation-kinds.ts';
import { bandOf, SCALES, totalOf } from './scales.ts';

type Measured = Observation['measured'];

/** What is said of an observation, as far as its kind decides whether that can be. */
export interface Said {
  readonly kind: ObservationKind;
  readonly dayPart?: DayPart | undefined;
  readonly measured: Measured;
  readonly lab: Lab | null;
  readonly text: string;
}

/** A field that cannot be as it was filled in, and what is asked there. */
export interface FieldFault {
  readonly path: readonly string[];
  readonly say: string;
}

const words = (value: number): string => String(value).replace('.', ',');

/** 6.3 hours in steps of a quarter is no step; floating point must not be the reason. */
const isStep = (value: number, step: number): boolean =>
  Math.abs(value / step - Math.round(value / step)) < 1e-6;

const numbersOf = ({ numbers, scale }: KindSpec): readonly NumberSpec[] =>
  scale === null
    ? numbers
    : SCALES[scale].items.map(({ code, max }) => ({
        key: code,
        unit: 'point',
        min: 0,
        max,
        step: 1,
        needed: true,
      }));

const numberFault = ({ min, max, step, needed }: NumberSpec, value: number | undefined): string | null => {
  if (value === undefined) return needed ? 'Vul hier een getal in.' : null;
  if (value < min || value > max) return `Vul een getal in van ${words(min)} tot en met ${words(max)}.`;
  return isStep(value, step) ? null : `Vul een getal in met stappen van ${words(step)}.`;
};

const measuredFaults = (spec: KindSpec, measured: Measured): FieldFault[] => {
  const asked = numbersOf(spec);
  const wrong = asked.flatMap((number) => {
    const say = numberFault(number, measured[number.key]);
    return say === null ? [] : [{ path: ['measured', number.key], say }];
  });
  const strange = Object.keys(measured).filter((key) => !asked.some((number) => number.key === key));
  return [
    ...wrong,
    ...strange.map((key) => ({ path: ['measured', key], say: 'Dit hoort niet bij deze waarneming.' })),
  ];
};

const labFaults = ({ kind, lab, text }: Said): FieldFault[] => {
  if ((kind === 'lab') !== (lab !== null))
    return [
      { path: ['lab'], say: kind === 'lab' ? 'Vul de uitslag in.' : 'Dit hoort niet bij deze waarneming.' },
    ];
  if (lab === null) return [];
  if (lab.value === null && text === '') return [{ path: ['text'], say: 'Schrijf de uitslag in woorden.' }];
  const crossed = lab.low !== null && lab.high !== null && lab.low > lab.high;
  return crossed ? [{ path: ['lab', 'high'], say: 'De bovengrens ligt onder de ondergrens.' }] : [];
};

/** What cannot be as it was filled in, field by field; empty: it can be written down. */
export const faultsOf = (said: Said): readonly FieldFault[] => {
  const spec = OBSERVATION_KINDS[said.kind];
  const elsewhere = said.dayPart !== undefined && spec.parts.length > 0 && !spec.parts.includes(said.dayPart);
  return [
    ...measuredFaults(spec, said.measured),
    ...labFaults(said),
    ...(spec.textNeeded && said.text === '' ? [{ path: ['text'], say: 'Schrijf op wat u zag.' }] : []),
    ...(elsewhere ? [{ path: ['dayPart'], say: 'Dit hoort niet bij dit deel van de dag.' }] : []),
  ];
};

/** Which part of the day it is about: as said, else the usual one of its kind, else by the clock of the house. */
const partOf = (kind: ObservationKind, at: Instant, zone: string): DayPart => {
  const { parts } = OBSERVATION_KINDS[kind];
  const now = halfDayAt(at, zone).halfDay;
  return parts.length === 0 || parts.includes(now) ? now : (parts[0] ?? now);
};

/**
 * On which day and in which part of it something was seen. Days are those of the clock on the wall; a night is told when it
 * is over, so it belongs to the day on which it ended. Not before somebody was here, and not before it happened.
 */
export const placeInStay = (
  seen: { readonly kind: ObservationKind; readonly at: Instant; readonly dayPart: DayPart | undefined },
  stay: Pick<Stay, 'arrivedAt' | 'zone' | 'endedAt'>,
  now: Instant,
): Result<{ readonly day: Day; readonly dayPart: DayPart }, Refusal> => {
  const { kind, at, dayPart } = seen;
  if (stay.endedAt !== null) return refuse({ code: 'stay-over' });
  if (at > now) return refuse({ code: 'observation-in-future' });
  // A screen knows minutes: the minute of the arrival is in the stay.
  if (at < Math.floor(stay.arrivedAt / MINUTE) * MINUTE)
    return refuse({ code: 'observation-before-arrival' });
  return ok({ day: localDay(at, stay.zone), dayPart: dayPart ?? partOf(kind, at, stay.zone) });
};

/** Is a number of this row out of range? */
export const isOut = (row: RowKind, value: number): boolean => {
  const limit = ROW_LIMITS[row];
  if (limit === null) return false;
  return limit.side === 'below' ? value <= limit.at : value >= limit.at;
};

/** How much the upper number changes on standing up; null when it was taken lying only. */
export const dropOf = ({ lying, standing }: Measured): number | null =>
  lying === undefined || standing === undefined ? null : standing - lying;

/** What the house counts from an observation itself. */
export const countedOf = (
  kind: ObservationKind,
  measured: Measured,
): { readonly key: 'drop' | 'total'; readonly value: number; readonly out: boolean } | null => {
  const { scale } = OBSERVATION_KINDS[kind];
  if (scale !== null) {
    const value = totalOf(scale, measured);
    return { key: 'total', value, out: bandOf(scale, value).out };
  }
  const drop = dropOf(measured);
  return drop === null ? null : { key: 'drop', value: drop, out: isOut('pressure-drop', drop) };
};

/** Is a result beyond what the laboratory calls usual? */
export const isLabOut = ({ value, low, high }: Lab): boolean =>
  value !== null && ((low !== null && value < low) || (high !== null && value > high));
