export { reviewRefusals } from './refusals.ts';
export { reviewRoutes } from './routes.ts';
export { openAlerts, REVIEWER, reviewOrganisation } from './service.ts';
