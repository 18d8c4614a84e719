/** How a course usually goes: a beginning for who writes an order, never a limit. */
export interface UsualCourse {
  readonly visits: number;
  readonly intervalDays: number;
  readonly toleranceDays: number;
}

const ONCE: UsualCourse = { visits: 1, intervalDays: 0, toleranceDays: 0 };

/** From the same sources as the catalogue: every four weeks, every half year without delay, otherwise once. */
const USUAL: Readonly<Record<string, UsualCourse>> = {
  'immunoglobulin-iv': { visits: 6, intervalDays: 28, toleranceDays: 4 },
  denosumab: { visits: 2, intervalDays: 182, toleranceDays: 7 },
};

/** The usual course of a treatment. */
export const usualCourse = (code: string): UsualCourse => USUAL[code] ?? ONCE;
