export { serviceFile } from './import-services.ts';
export { socialRefusals } from './refusals.ts';
export { socialRoutes } from './routes.ts';
export { chaseReferrals, closeTakenBack, concernsReferral } from './service-follow.ts';
export { bringInMap } from './service-hsds.ts';
/** The bench asks as a reader does. @internal */
export { searchServices, standingAt } from './service-search.ts';
