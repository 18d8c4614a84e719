import { casesRoutes } from '#modules/cases/index.ts';
import { dayTreatmentRoutes } from '#modules/day-treatment/index.ts';
import type { NextPlaces } from '#modules/placement/index.ts';
import type { Region } from '#modules/region/types.ts';
import { helperRoutes, socialRoutes } from '#modules/social/index.ts';
import { stayRoutes } from '#modules/stay/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Door } from '#platform/http/route.ts';
import type { Feed } from '#platform/live/feed.ts';
import { keyFor } from '#platform/secrets.ts';
import { helperLiveRoute } from './helping-live.ts';
import type { Messages } from './messages.ts';

/** What the rooms that help somebody need of the house. */
interface Help {
  readonly nextPlaces: NextPlaces;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly practice: boolean;
  readonly feed: Feed;
  /** The key of this installation. */
  readonly key: Buffer;
  readonly messages: Messages;
}

/** The doors of everybody who helps once the place is found, or when no bed is the answer. */
export const helpRoutes = (
  door: Door,
  { nextPlaces, regionOf, practice, feed, key, messages }: Help,
): void => {
  const { linkKey, sendNow, textNow } = messages;
  stayRoutes(door, { nextPlaces, regionOf, practice });
  dayTreatmentRoutes(door, { regionOf, practice, linkKey });
  socialRoutes(door, { regionOf });
  helperRoutes(door, {
    ...{ regionOf, practice, linkKey, sendNow, textNow },
    codeKey: keyFor(key, 'helper-door'),
  });
  helperLiveRoute(door, feed);
  casesRoutes(door, { regionOf });
};
