export { concernsStay, followStay } from './follow.ts';
export { stayRefusals } from './refusals.ts';
export { stayRoutes } from './routes.ts';
export { beginStay } from './service-begin.ts';
export { missingStays } from './store.ts';
export { stayMarks } from './view-list.ts';
