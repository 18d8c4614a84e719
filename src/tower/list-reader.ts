import { localDay } from '#kernel/calendar.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Actor } from '#platform/http/actor.ts';
import { isoOrNull } from './board.ts';
import type { ListRow } from './contract-list.ts';
import type { CareCourse } from './courses.ts';
import { ENOUGH_PEOPLE, wayOf } from './flows.ts';
import type { Behind } from './list-behind.ts';
import { towerPolicies } from './policy.ts';

const DETAILED: readonly string[] = towerPolicies.ward.roles;
const HOUSES: readonly string[] = towerPolicies.wardGains.roles;
/** Steers the region by counts, and opens nobody from a list. */
const STEERS = 'region-manager';

/** Who reads the list, and which of the requests behind it row-level security lets them open. */
export interface ListReader {
  /** May open a row of somebody: the moments, where from and where to. */
  mayOpen(row: Behind): boolean;
  /** The request of a row, for who may open it there. */
  requestOf(row: Behind): string | null;
  /** Sees beds and days, and not only sums. */
  readonly detailed: boolean;
}

const keyOf = ({ sentAt, product, origin }: Pick<CareCourse, 'sentAt' | 'product' | 'origin'>): string =>
  `${sentAt} ${product} ${origin}`;

/** A course knows no request: it is found again among those the reader may open. Two at one moment are nobody's. */
const requestsOpen = async (tx: Tx, courses: readonly CareCourse[]): Promise<Map<string, string>> => {
  const found = await rows<Pick<CareCourse, 'sentAt' | 'product' | 'origin'> & { id: string }>(
    tx,
    `select id, sent_at as "sentAt", product, origin from placement_request_view
     where sent_at = any($1::timestamptz[])`,
    [[...new Set(courses.map(({ sentAt }) => sentAt))].map(stamp)],
  );
  const often = Map.groupBy([...new Set(courses)], keyOf);
  const open = Map.groupBy(found, keyOf);
  return new Map(
    [...open].flatMap(([key, [one, second]]): [string, string][] =>
      one === undefined || second !== undefined || often.get(key)?.length !== 1 ? [] : [[key, one.id]],
    ),
  );
};

const noKey = (unitId: string | null, at: Instant | null): string => `${unitId} ${at}`;

/** The requests behind the noes of a list, as far as the reader may open them. */
const refusedOpen = async (tx: Tx, noes: readonly Behind[]): Promise<Map<string, string>> => {
  const found = await rows<{ requestId: string; unitId: string; at: Instant }>(
    tx,
    `select o.request_id as "requestId", o.unit_id as "unitId", o.answered_at as at
     from placement_offer_view o join placement_request_view r on r.id = o.request_id
     where o.state = 'refused' and o.answered_at = any($1::timestamptz[])`,
    [noes.flatMap(({ from }) => (from === null ? [] : [stamp(from)]))],
  );
  const same = Map.groupBy(found, ({ unitId, at }) => noKey(unitId, at));
  return new Map(
    [...same].flatMap(([key, [one, second]]): [string, string][] =>
      one === undefined || second !== undefined ? [] : [[key, one.requestId]],
    ),
  );
};

/** Opens a list for somebody; `courses` are all that are kept, so that two that look alike are told apart from one. */
export const openReader = async (
  tx: Tx,
  actor: Actor,
  picture: Picture,
  { behind, courses }: { readonly behind: readonly Behind[]; readonly courses: readonly CareCourse[] },
): Promise<ListReader> => {
  const { units, sites, agreement } = picture.region;
  const ownSites = new Set(
    sites.filter((site) => site.organisationId === actor.organisationId).map(({ id }) => id),
  );
  const ownUnits = new Set(units.filter(({ siteId }) => ownSites.has(siteId)).map(({ id }) => id));
  const detailed = DETAILED.includes(actor.role);
  const opens = detailed && actor.role !== STEERS;
  const desk = actor.role === 'desk' && actor.organisationId === agreement.deskOrganisationId;
  const house = HOUSES.includes(actor.role);
  const wanted = new Set(behind.flatMap(({ course }) => (course === null ? [] : [course.sentAt])));
  const near = courses.filter(({ sentAt }) => wanted.has(sentAt));
  const requests = opens ? await requestsOpen(tx, near) : new Map<string, string>();
  const noes = opens
    ? await refusedOpen(
        tx,
        behind.filter(({ kind }) => kind === 'no'),
      )
    : requests;
  const requestOf = ({ kind, course, unitId, from }: Behind): string | null => {
    if (kind === 'no') return noes.get(noKey(unitId, from)) ?? null;
    return course === null ? null : (requests.get(keyOf(course)) ?? null);
  };
  const isOwn = ({ unitId }: Behind): boolean => unitId !== null && ownUnits.has(unitId);
  /** A house that was only asked knows somebody until another house says yes. */
  const stillAsked = ({ course }: Behind): boolean =>
    course !== null && course.acceptedAt === null && course.closedAt === null;
  const mayOpen = (row: Behind): boolean => {
    if (row.kind === 'bed') return detailed;
    if (!opens) return false;
    if (desk) return true;
    if (house) return isOwn(row) || (requestOf(row) !== null && stillAsked(row));
    return row.kind !== 'no' && requestOf(row) !== null;
  };
  return { mayOpen, requestOf: (row) => (mayOpen(row) ? requestOf(row) : null), detailed };
};

const dayOf = (at: Instant | null): string | null =>
  at === null || at >= FOREVER ? null : localDay(at, REGION_ZONE);

/** Names of the region for a row. */
export interface PlaceNames {
  readonly site: string | null;
  readonly unit: string | null;
}

/** A row in full, for who may open it. */
export const openRow = (row: Behind, names: PlaceNames, requestId: string | null): ListRow => ({
  ...names,
  bed: row.bed,
  product: row.product,
  ...{ fromDay: dayOf(row.from), untilDay: dayOf(row.until) },
  ...{ from: isoOrNull(row.from), until: isoOrNull(row.until), minutes: row.minutes },
  origin: row.course?.origin ?? null,
  to: row.course === null ? null : wayOf(row.course),
  because: row.because,
  requestId,
});

/** A row of somebody of another house: where, which care and which days, and nothing else. */
const coarseRow = (row: Behind, site: string | null): ListRow => ({
  ...{ site, unit: null, bed: null, product: row.product },
  ...{ fromDay: dayOf(row.from), untilDay: dayOf(row.until), from: null, until: null, minutes: null },
  ...{ origin: null, to: null, because: null, requestId: null },
});

/** What of the rest is shown one by one, by the day, and what only as a sum: fewer than five at a site could be recognised. */
export const coarsely = (
  rest: readonly Behind[],
  siteOf: (row: Behind) => string | null,
  { detailed, oneSite }: { readonly detailed: boolean; readonly oneSite: boolean },
): { readonly rows: ListRow[]; readonly sums: { site: string | null; count: number }[] } => {
  const groups = [...Map.groupBy(rest, siteOf)];
  const enough = detailed ? groups.filter(([, own]) => own.length >= ENOUGH_PEOPLE) : [];
  const few = groups.filter((group) => !enough.includes(group)).flatMap(([, own]) => own);
  const [one] = few;
  return {
    rows: enough.flatMap(([site, own]) => own.map((row) => coarseRow(row, site))),
    sums: one === undefined ? [] : [{ site: oneSite ? siteOf(one) : null, count: few.length }],
  };
};
