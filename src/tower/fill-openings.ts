import { type Day, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { FillOpening } from '#planning/whatif/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';

/** So many weeks back tell how many people begin in a staffed half-day; the coming ones how many half-days have staff. */
const WEEKS_BACK = 8;
const WEEKS_AHEAD = 2;

/** Home care of the region: what all teams say they can take on now, as the starts of a week. */
const homeCare = async (tx: Tx): Promise<FillOpening[]> => {
  const [row] = await rows<{ free: number }>(
    tx,
    `select coalesce(sum(free), 0)::int as free from capacity_team_view where kind = 'home-care'`,
  );
  const starts = row?.free ?? 0;
  return starts > 0 ? [{ id: 'home-care', kind: 'home-care', startsPerWeek: starts }] : [];
};

/** Half-days with somebody to give care, and people whose first visit it was, from a day to a day (not included). */
interface HalfDays {
  readonly staffed: number;
  readonly began: number;
}

const halfDays = async (tx: Tx, since: Day, until: Day): Promise<HalfDays> => {
  const all = await rows<HalfDays>(tx, 'select staffed, began from day_treatment_weeks($1, $2)', [
    since,
    until,
  ]);
  const sum = (of: keyof HalfDays): number => all.reduce((most, row) => most + row[of], 0);
  return { staffed: sum('staffed'), began: sum('began') };
};

/**
 * Day treatment of the region: the half-days that have staff in the coming weeks, each with as many people who begin as one
 * had in the weeks before. Where nobody began yet nothing is said.
 */
const dayTreatment = async (tx: Tx, now: Instant): Promise<FillOpening[]> => {
  const today = localDay(now, REGION_ZONE);
  const past = await halfDays(tx, plusDays(today, -7 * WEEKS_BACK), today);
  const coming = await halfDays(tx, plusDays(today, 1), plusDays(today, 1 + 7 * WEEKS_AHEAD));
  if (past.staffed === 0 || past.began === 0 || coming.staffed === 0) return [];
  const perHalfDay = past.began / past.staffed;
  return [
    {
      ...{ id: 'day-treatment', kind: 'day-treatment' },
      startsPerWeek: (coming.staffed / WEEKS_AHEAD) * perHalfDay,
      began: past.began,
    },
  ];
};

/** What can begin at home or near home in a week, by what the region itself says and did. */
export const openingsOf = async (tx: Tx, now: Instant): Promise<FillOpening[]> => [
  ...(await homeCare(tx)),
  ...(await dayTreatment(tx, now)),
];
