import { instantOf, isoFromInstant, localTime, plusDays } from '#kernel/calendar.ts';
import { counts, figurePhase } from '#kernel/freshness.ts';
import { HOUR, type Instant, type Interval, MINUTE } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import type { Figure, LoadKind, StopReason } from '#modules/capacity/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { figureOf } from './board.ts';
import type { HospitalPressure } from './contract.ts';
import { type Usual, usualOf } from './usual.ts';

/** So many weeks back, half a year, the same hour of the same weekday is looked at. */
const WEEKS = 26;
/** A count from longer before that hour says nothing of it. */
const SAYS_FOR = 12 * HOUR;
/** Figures grow old by themselves: looked again this often without a word. */
const LOOKED_FOR = MINUTE;
/** What is usual is counted again after this. */
const USUAL_FOR = 10 * MINUTE;

const TOLD = new Set(['load-reported', 'stop-began', 'stop-ended']);
const READER = byHouse('tower');

/** How busy the hospitals are, read for everybody at once. */
export interface LiveLoads {
  current(now: Instant): Promise<readonly HospitalPressure[]>;
  /** Takes in lines of the diary: when a hospital told something, what was read does not hold any more. */
  hear(lines: readonly WrittenEntry[]): void;
}

interface LoadRow extends Figure {
  readonly siteId: string;
  readonly kind: LoadKind;
  readonly value: number;
}

interface StopRow {
  readonly siteId: string;
  readonly kind: LoadKind;
  readonly reason: StopReason;
  readonly during: Interval;
}

/** The same hour of the same weekday, week by week back. */
const sameHours = (now: Instant): Instant[] => {
  const { day, minutes } = localTime(now, REGION_ZONE);
  return Array.from({ length: WEEKS }, (_, back) =>
    instantOf(plusDays(day, -7 * (back + 1)), minutes, REGION_ZONE),
  );
};

const nameOf = (of: { readonly siteId: string; readonly kind: LoadKind }): string =>
  `${of.siteId} ${of.kind}`;

const lastLoads = (tx: Tx): Promise<LoadRow[]> =>
  rows<LoadRow>(
    tx,
    `select distinct on (site_id, kind) site_id as "siteId", kind, value, as_of as "asOf", source
     from capacity_load_view order by site_id, kind, as_of desc, id desc`,
  );

const openStops = (tx: Tx): Promise<StopRow[]> =>
  rows<StopRow>(
    tx,
    'select site_id as "siteId", kind, reason, during from capacity_stop_view order by site_id, kind',
  );

/** What is usual now, per hospital and kind. */
const usualLoads = async (
  tx: Tx,
  known: readonly LoadRow[],
  now: Instant,
): Promise<Map<string, Usual | null>> => {
  const found = await rows<{ siteId: string; kind: LoadKind; value: number }>(
    tx,
    `select k.site_id as "siteId", k.kind, l.value
     from unnest($1::uuid[], $2::text[]) as k(site_id, kind) cross join unnest($3::timestamptz[]) as m(at)
       cross join lateral (select value from capacity_load_view v
         where v.site_id = k.site_id and v.kind = k.kind and v.as_of <= m.at and v.as_of > m.at - make_interval(secs => $4)
         order by v.as_of desc, v.id desc limit 1) l`,
    [
      known.map((load) => load.siteId),
      known.map((load) => load.kind),
      sameHours(now).map(stamp),
      SAYS_FOR / 1_000,
    ],
  );
  const groups = Map.groupBy(found, nameOf);
  return new Map([...groups].map(([name, values]) => [name, usualOf(values.map((each) => each.value))]));
};

/**
 * How each hospital stands, by what it last told: the emergency department first. A stop stands until the hospital says
 * that it ended, also when it expected that earlier.
 */
const hospitalsOf = (
  region: Region,
  told: {
    readonly loads: readonly LoadRow[];
    readonly stops: readonly StopRow[];
    readonly usual: ReadonlyMap<string, Usual | null>;
  },
  now: Instant,
): HospitalPressure[] => {
  const names = new Map([...told.loads, ...told.stops].map((each) => [nameOf(each), each]));
  return [...names.values()]
    .flatMap(({ siteId, kind }): HospitalPressure[] => {
      const site = region.sites.find((each) => each.id === siteId);
      if (site === undefined) return [];
      const load = told.loads.find((each) => each.siteId === siteId && each.kind === kind);
      const stop = told.stops.find((each) => each.siteId === siteId && each.kind === kind);
      const phase = figurePhase(load?.asOf ?? null, load?.source ?? null, now, region.agreement);
      return [
        {
          siteId,
          site: site.name,
          phone: site.phone,
          kind,
          value: load !== undefined && counts(phase) ? load.value : null,
          figure: figureOf(load ?? null, phase),
          usual: told.usual.get(`${siteId} ${kind}`) ?? null,
          stop:
            stop === undefined
              ? null
              : {
                  reason: stop.reason,
                  from: isoFromInstant(stop.during.from),
                  until: isoFromInstant(stop.during.until),
                },
        },
      ];
    })
    .toSorted((a, b) => a.kind.localeCompare(b.kind) || a.site.localeCompare(b.site, 'nl'));
};

/** Opens the looking. */
export const openLoads = (database: Database, picture: Picture): LiveLoads => {
  let answer: { readonly at: Instant; readonly hospitals: Promise<readonly HospitalPressure[]> } | null =
    null;
  let usual: { readonly at: Instant; readonly bands: ReadonlyMap<string, Usual | null> } | null = null;

  const look = (now: Instant): Promise<readonly HospitalPressure[]> =>
    database.transaction(READER, async (tx) => {
      const loads = await lastLoads(tx);
      if (usual === null || usual.at > now || now - usual.at >= USUAL_FOR)
        usual = { at: now, bands: await usualLoads(tx, loads, now) };
      return hospitalsOf(picture.region, { loads, stops: await openStops(tx), usual: usual.bands }, now);
    });
  return {
    current(now) {
      if (answer !== null && answer.at <= now && now - answer.at < LOOKED_FOR) return answer.hospitals;
      const hospitals = look(now);
      answer = { at: now, hospitals };
      // What could not be read is not an answer: the next who asks tries again.
      hospitals.catch(() => {
        if (answer?.hospitals === hospitals) answer = null;
      });
      return hospitals;
    },
    hear(lines) {
      if (lines.some((line) => line.room === 'capacity' && TOLD.has(line.event))) answer = null;
    },
  };
};
