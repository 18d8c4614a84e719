import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';

/** What this room needs of the region. */
export interface SocialParts {
  readonly regionOf: (tx: Tx) => Promise<Region>;
}
