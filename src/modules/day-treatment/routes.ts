import type { Door } from '#platform/http/route.ts';
import { dayRoutes } from './routes-day.ts';
import { figuresRoutes } from './routes-figures.ts';
import { growthRoutes } from './routes-growth.ts';
import { halfDayRoutes } from './routes-half-day.ts';
import { momentRoutes } from './routes-moment.ts';
import { orderRoutes } from './routes-order.ts';
import type { DayTreatmentParts } from './routes-parts.ts';
import { planRoutes } from './routes-plan.ts';
import { roomRoutes } from './routes-room.ts';
import { staffRoutes } from './routes-staff.ts';
import { treatmentRoutes } from './routes-treatment.ts';

/** Adds the routes of day treatment. */
export const dayTreatmentRoutes = (door: Door, parts: DayTreatmentParts): void => {
  treatmentRoutes(door, parts);
  orderRoutes(door, parts);
  roomRoutes(door, parts);
  halfDayRoutes(door, parts);
  staffRoutes(door, parts);
  planRoutes(door, parts);
  dayRoutes(door, parts);
  figuresRoutes(door, parts);
  momentRoutes(door, parts);
  growthRoutes(door, parts);
};
