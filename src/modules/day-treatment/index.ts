export { dayTreatmentRefusals } from './refusals.ts';
export { dayTreatmentRoutes } from './routes.ts';
