import { firstCost, nextCost, sumOf, visitCost, withoutCost } from './costs.ts';
import type { Course, HalfDay, Pattern, Rota } from './types.ts';

/** What a pattern costs, counted visit by visit; null: what it costs to have none. */
export const patternCost = (rota: Rota, course: Course, pattern: Pattern | null): number => {
  if (pattern === null) return withoutCost(course);
  const days = pattern.map((at) => rota.halfDays[at] as HalfDay);
  return days.reduce((sum, day, at) => {
    const before = days[at - 1];
    const link = before === undefined ? firstCost(course, day) : nextCost(course, before, day);
    return sum + sumOf(visitCost(course, day)) + sumOf(link);
  }, 0);
};
