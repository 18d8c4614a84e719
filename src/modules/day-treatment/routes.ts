import type { Door } from '#platform/http/route.ts';
import { orderRoutes } from './routes-order.ts';
import type { DayTreatmentParts } from './routes-parts.ts';
import { treatmentRoutes } from './routes-treatment.ts';

/** Adds the routes of day treatment. */
export const dayTreatmentRoutes = (door: Door, parts: DayTreatmentParts): void => {
  treatmentRoutes(door, parts);
  orderRoutes(door, parts);
};
