import type { Door } from '#platform/http/route.ts';
import { dayRoutes } from './routes-day.ts';
import { halfDayRoutes } from './routes-half-day.ts';
import { momentRoutes } from './routes-moment.ts';
import { orderRoutes } from './routes-order.ts';
import type { DayTreatmentParts } from './routes-parts.ts';
import { planRoutes } from './routes-plan.ts';
import { roomRoutes } from './routes-room.ts';
import { treatmentRoutes } from './routes-treatment.ts';

/** Adds the routes of day treatment. */
export const dayTreatmentRoutes = (door: Door, parts: DayTreatmentParts): void => {
  treatmentRoutes(door, parts);
  orderRoutes(door, parts);
  roomRoutes(door, parts);
  halfDayRoutes(door, parts);
  planRoutes(door, parts);
  dayRoutes(door, parts);
  momentRoutes(door, parts);
};
