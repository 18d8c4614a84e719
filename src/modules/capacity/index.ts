export { isLive, isOverdue, isPresent } from './decide/standing.ts';
export type { Doing } from './doing.ts';
export { openHoldBatch } from './hold-batch.ts';
export { placeFile, placeFileRoutes } from './import.ts';
export { loadPicture, lookAt, type Picture, type ProductLook, type UnitLook } from './picture.ts';
export { SOON_WITHIN } from './picture-moments.ts';
export { capacityPolicies } from './policy.ts';
export { capacityConstraints, capacityRefusals } from './refusals.ts';
export { capacityRoutes } from './routes.ts';
export { holdPlaces } from './service-hold.ts';
export {
  arriveOnPlace,
  departFromPlace,
  moveExpectedEnd,
  releaseClaim,
  replanPlace,
  reservePlace,
} from './service-stay.ts';
export { closePlaces, confirmUnit, staffUnit, sweepHolds } from './service-unit.ts';
export { placeCodes, unitOfPlace } from './store.ts';
export { putPlaces } from './store-import.ts';
export { readFacts } from './store-picture.ts';
export type { Standing } from './types.ts';
