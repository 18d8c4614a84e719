import { type Day, isoFromInstant, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Going } from '#modules/stay/index.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { Delays } from './contract-delays.ts';
import { ENOUGH_STAYS, foldDelays } from './delays-fold.ts';

/** The stretch that is counted when nobody says which. */
const USUAL_DAYS = 30;

/** Somebody who could have gone, without who it is. */
interface Wait extends Pick<Going, 'wlzSince' | 'barriers' | 'inHospital'> {
  readonly organisationId: string;
  readonly zone: string;
  readonly readyDay: Day;
  readonly endedAt: Instant | null;
}

const waitsIn = (tx: Tx, from: Day, until: Day): Promise<Wait[]> =>
  rows<Wait>(
    tx,
    `select organisation_id as "organisationId", zone, ready_day as "readyDay", ended_at as "endedAt", wlz_since as "wlzSince",
       barriers, in_hospital as "inHospital" from stay_waits($1, $2)`,
    [from, until],
  );

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** Counts the days in a stretch on which somebody could have been gone; for one house, or for the region when null. */
export const delaysOf = async (
  database: Database,
  ask: { readonly from: Day | undefined; readonly until: Day | undefined; readonly houseId: string | null },
  now: Instant,
): Promise<Delays> => {
  const until = ask.until ?? plusDays(localDay(now, REGION_ZONE), 1);
  const from = ask.from ?? plusDays(until, -USUAL_DAYS);
  // No organisation: this opens nobody's record, only the counting function answers it.
  const acting = byHouse('tower');
  const found = await database.transaction(acting, (tx) => waitsIn(tx, from, until));
  const { houseId } = ask;
  const goings = found
    .filter(({ organisationId }) => houseId === null || organisationId === houseId)
    .map((wait) => ({
      ...wait,
      readyDay: later(wait.readyDay, from),
      untilDay: earlier(localDay(wait.endedAt ?? now, wait.zone), until),
    }));
  const enough = houseId === null ? ENOUGH_STAYS : 1;
  return {
    scope: houseId === null ? 'region' : 'house',
    ...{ from, until, asOf: isoFromInstant(now), enough: ENOUGH_STAYS },
    ...foldDelays(goings, enough),
  };
};
