/** `Admission`, `SiteRow` and `UnitRow` are what tests and benches make a region of. @internal */
export type { Admission, Asked, Fit, Reject, Search } from './asked.ts';
export { findPlaces } from './find.ts';
export { fitChecks, fitWhy } from './fit-sentences.ts';
export { rejectWhy } from './reject-sentences.ts';
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
