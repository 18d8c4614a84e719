export { serviceFile } from './import-services.ts';
export { socialRefusals } from './refusals.ts';
export { socialRoutes } from './routes.ts';
export { bringInMap } from './service-hsds.ts';
export { passOn, refer, takeStep } from './service-referral.ts';
/** The bench asks as a reader does. @internal */
export { searchServices, standingAt } from './service-search.ts';
