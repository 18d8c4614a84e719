export type { Admission, Asked, Fit, Reject, Search } from './asked.ts';
export { findPlaces } from './find.ts';
export { fitChecks, fitWhy } from './fit-sentences.ts';
export { rejectWhy } from './reject-sentences.ts';
export {
  type PlaceRow,
  type PlaceStanding,
  type PlaceTable,
  placeTable,
  type SiteRow,
  setPlace,
  setUnit,
  type UnitRow,
  type UnitStanding,
} from './table.ts';
