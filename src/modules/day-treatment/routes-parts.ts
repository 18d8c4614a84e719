import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';

/** What the routes of this room need beside the door. */
export interface DayTreatmentParts {
  readonly regionOf: (tx: Tx) => Promise<Region>;
  /** Signs the links of moments. */
  readonly linkKey: Buffer;
  readonly practice: boolean;
}

/** Under this head the routes stand in the API reference. */
export const tag = 'day-treatment';
