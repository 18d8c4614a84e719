export { serviceFile } from './import-services.ts';
export { socialRefusals } from './refusals.ts';
export { socialRoutes } from './routes.ts';
export { bringInMap } from './service-hsds.ts';
export { searchServices } from './service-search.ts';
