export { letterAbout, textAbout } from './letter-moment.ts';
export { dayTreatmentRefusals } from './refusals.ts';
export { dayTreatmentRoutes } from './routes.ts';
export { concernsOrder, followGiven } from './service-done.ts';
export { extendHalfDays } from './service-half-day.ts';
export { type TellingRules, tellMoments } from './service-telling.ts';
export { allRooms } from './store-room.ts';
export type { TellingKind } from './types-told.ts';
