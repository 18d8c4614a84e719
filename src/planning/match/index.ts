export { type Later, type LaterSeat, type Move, matchAhead } from './ahead.ts';
/** `Admission`, `SiteRow` and `UnitRow` are what tests and benches make a region of. @internal */
export type { Admission, Asked, Fit, Reject, Search } from './asked.ts';
export { type Assigning, assignPlaces, type Seat } from './assign.ts';
export { LATER_PER_HOUR, type Waiting } from './assign-costs.ts';
export { type PlanWords, seatWhy, seatWhyNot } from './assign-sentences.ts';
export { findPlaces } from './find.ts';
export { fitChecks, fitWhy } from './fit-sentences.ts';
export { barrierWhy } from './limit-sentences.ts';
export { type Barrier, barrierOf, type Contract, type LimitsAsked, type PlaceLimits } from './limits.ts';
export { rejectWhy } from './reject-sentences.ts';
export { say } from './say.ts';
/** @internal */
export type { SiteRow, UnitRow } from './table.ts';
export {
  type PlaceRow,
  type PlaceStanding,
  type PlaceTable,
  placeTable,
  setPlace,
  setUnit,
  type UnitStanding,
} from './table.ts';
