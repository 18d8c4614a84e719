export type { Admission, Asked, Fit, Found, Reason, Reject, Search } from './asked.ts';
export { findPlaces } from './find.ts';
export { type CheckWords, fitChecks, fitWhy } from './fit-sentences.ts';
export { rejectWhy } from './reject-sentences.ts';
export type { SiteWords } from './say.ts';
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
