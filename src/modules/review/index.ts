export { alertsIn } from './decide/alerts.ts';
export { reviewRefusals } from './refusals.ts';
export { reviewRoutes } from './routes.ts';
export { openAlerts, REVIEWER, reviewOrganisation } from './service.ts';
