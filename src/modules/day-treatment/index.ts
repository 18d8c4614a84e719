export { dayTreatmentRefusals } from './refusals.ts';
export { dayTreatmentRoutes } from './routes.ts';
export { concernsOrder, followGiven } from './service-done.ts';
export { endForgotten } from './service-end.ts';
export { extendHalfDays } from './service-half-day.ts';
export { concernsMoment, followMoment } from './service-offer.ts';
export { allRooms } from './store-room.ts';
