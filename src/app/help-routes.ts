import { casesRoutes } from '#modules/cases/index.ts';
import { dayTreatmentRoutes } from '#modules/day-treatment/index.ts';
import type { NextPlaces } from '#modules/placement/index.ts';
import type { Region } from '#modules/region/types.ts';
import { socialRoutes } from '#modules/social/index.ts';
import { stayRoutes } from '#modules/stay/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Door } from '#platform/http/route.ts';

/** What the rooms that help somebody need of the house. */
interface Help {
  readonly nextPlaces: NextPlaces;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly practice: boolean;
  readonly linkKey: Buffer;
}

/** The doors of everybody who helps once the place is found, or when no bed is the answer. */
export const helpRoutes = (door: Door, { nextPlaces, regionOf, practice, linkKey }: Help): void => {
  stayRoutes(door, { nextPlaces, regionOf, practice });
  dayTreatmentRoutes(door, { regionOf, practice, linkKey });
  socialRoutes(door, { regionOf });
  casesRoutes(door, { regionOf });
};
