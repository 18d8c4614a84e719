import { isoFromInstant } from '#kernel/calendar.ts';
import { counts } from '#kernel/freshness.ts';
import { DAY, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { phaseOf } from './board.ts';
import type { Pressure } from './contract.ts';
import type { LiveLoads } from './load.ts';
import { type Course, countAt, LOOK_BACK_DAYS, longestWait, usualAt } from './usual.ts';

/** After a change the region is counted again, at most this often … */
const BETWEEN_COUNTS = 1_000;
/** … and without one this often, because waiting times grow. */
const COUNTED_FOR = MINUTE;
/** What is usual is counted again after this. */
const USUAL_FOR = 10 * MINUTE;

/** How busy it is, counted for everybody at once. */
export interface LivePressure {
  current(now: Instant): Promise<Pressure>;
}

const coursesSince = (tx: Tx, since: Instant): Promise<Course[]> =>
  rows<Course>(
    tx,
    `select sent_at as "sentAt", accepted_at as "acceptedAt", closed_at as "closedAt", origin = 'hospital' as "fromHospital",
       coalesce(close_reason = 'no-place', false) as "noPlace"
     from placement_request_view where state <> 'draft' and (closed_at is null or closed_at > $1)`,
    [stamp(since)],
  );

const staleUnits = (picture: Picture, now: Instant): number =>
  [...picture.unitsOfSite.values()].flat().filter((unitId) => {
    const look = picture.look(unitId, now);
    return look !== undefined && !counts(phaseOf(look));
  }).length;

/** Opens the counting. It is done in the name of the desk, which knows every request; only numbers leave it. */
export const openPressure = (database: Database, picture: Picture, loads: LiveLoads): LivePressure => {
  let answer: {
    readonly at: Instant;
    readonly version: string;
    readonly pressure: Promise<Omit<Pressure, 'hospitals'>>;
  } | null = null;
  let usual: { readonly at: Instant; readonly bands: ReturnType<typeof usualAt> } | null = null;

  const asDesk = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    database.transaction(byHouse('tower', picture.region.agreement.deskOrganisationId), work);

  const count = async (now: Instant): Promise<Omit<Pressure, 'hospitals'>> => {
    const anew = usual === null || usual.at > now || now - usual.at >= USUAL_FOR;
    const courses = await asDesk((tx) => coursesSince(tx, now - (anew ? LOOK_BACK_DAYS + 8 : 8) * DAY));
    if (anew) usual = { at: now, bands: usualAt(courses, now, REGION_ZONE) };
    const counted = countAt(courses, now, REGION_ZONE);
    const longest = longestWait(courses, now);
    const inHospital = longestWait(
      courses.filter((course) => course.fromHospital),
      now,
    );
    const bands = usual?.bands ?? null;
    const item = (id: keyof typeof counted, longestMinutes: number | null) => ({
      id,
      value: counted[id],
      longestMinutes,
      usual: bands?.[id] ?? null,
    });
    return {
      items: [
        item('waiting', longest),
        item('hospital', inHospital),
        item('placed', null),
        // How old figures were is not kept: nobody can say what is usual.
        { id: 'stale', value: staleUnits(picture, now), longestMinutes: null, usual: null },
        item('no-place', null),
      ],
      asOf: isoFromInstant(now),
    };
  };
  const counted = (now: Instant): Promise<Omit<Pressure, 'hospitals'>> => {
    const { version } = picture;
    const holds = answer?.version === version ? COUNTED_FOR : BETWEEN_COUNTS;
    if (answer !== null && answer.at <= now && now - answer.at < holds) return answer.pressure;
    const pressure = count(now);
    answer = { at: now, version, pressure };
    // A count that failed is not an answer: the next who asks tries again.
    pressure.catch(() => {
      if (answer?.pressure === pressure) answer = null;
    });
    return pressure;
  };
  return {
    async current(now) {
      const [pressure, hospitals] = await Promise.all([counted(now), loads.current(now)]);
      return { ...pressure, hospitals: [...hospitals] };
    },
  };
};
