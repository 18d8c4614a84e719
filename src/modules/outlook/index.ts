export type { Modelled, OutlookParts } from './doing.ts';
export { outlookRefusals } from './refusals.ts';
export { outlookRoutes } from './routes.ts';
export { setPrices, setThreshold } from './service-alert.ts';
export { type DayFacts, forecastNow, forgetOld, scoreBefore, warn } from './service-daily.ts';
export { keepScenario } from './service-scenario.ts';
