export { casesRefusals } from './refusals.ts';
export { casesRoutes } from './routes.ts';
export { concernsContacts, goOver } from './service-round.ts';
