export type { Asked, Fit, Reject, Search } from './asked.ts';
export { findPlaces } from './find.ts';
export { fitChecks, fitWhy } from './fit-sentences.ts';
export { rejectWhy } from './reject-sentences.ts';
export {
  type PlaceRow,
  type PlaceStanding,
  type PlaceTable,
  placeTable,
  setPlace,
  setUnit,
  type UnitStanding,
} from './table.ts';
