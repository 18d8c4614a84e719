export { leftOf } from './decide/counted.ts';
export { decideMore, HELD_PER_ORGANISATION, type Held } from './decide/hoard.ts';
export { isLive, isOverdue, isPresent } from './decide/standing.ts';
export { type Doing, doingOf } from './doing.ts';
export { openHoldBatch } from './hold-batch.ts';
export { placeFile, placeFileRoutes } from './import.ts';
export { kindFileRoutes, kindFiles } from './import-counts.ts';
export { loadPicture, lookAt, type Picture, type ProductLook, type UnitLook } from './picture.ts';
export { SOON_WITHIN } from './picture-moments.ts';
export { capacityPolicies } from './policy.ts';
export { capacityConstraints, capacityRefusals } from './refusals.ts';
export { capacityRoutes } from './routes.ts';
export { linkRoutes } from './routes-link.ts';
export { awayFromPlace, backOnPlace, otherCareOnPlace } from './service-away.ts';
export {
  arriveOnChair,
  changeChairs,
  claimMany,
  leaveChair,
  releaseMany,
} from './service-chair.ts';
export { addExtraPlace } from './service-extra.ts';
export { holdPlaces, reachForPlaces } from './service-hold.ts';
export { countTeam, endStop, reportLoad, startStop } from './service-kinds.ts';
export { LINK_PURPOSE } from './service-link.ts';
export { keepHold, releaseClaim, replanPlace, reservePlace } from './service-plan.ts';
export { lockedLimits } from './service-room.ts';
export { arriveOnPlace, departFromPlace, moveExpectedEnd } from './service-stay.ts';
export { closePlaces, confirmUnit, staffUnit, sweepHolds } from './service-unit.ts';
export { expireDoubts, extendRosters } from './service-ward.ts';
export { type Bedded, bedsOfClaims, claimById, placeCodes, placesServing, unitOfPlace } from './store.ts';
export { chairClaimsOf, chairsOf, chairsOfClaims, endChairs, putChairs } from './store-chair.ts';
export { putFlex } from './store-counts.ts';
export { putPlaces } from './store-import.ts';
export { insertLoads, putTeams } from './store-kinds.ts';
export { readFacts } from './store-picture.ts';
export type { Standing } from './types.ts';
