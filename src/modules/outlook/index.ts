export type { Modelled, OutlookParts } from './doing.ts';
export { outlookRefusals } from './refusals.ts';
export { outlookRoutes } from './routes.ts';
export { type DayFacts, forecastNow, scoreBefore, warn } from './service-daily.ts';
export { newestAt } from './store.ts';
