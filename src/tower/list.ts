import { isoFromInstant } from '#kernel/calendar.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import type { Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import { type ListAsk, type ListRow, ROWS_A_PAGE, type TowerList } from './contract-list.ts';
import { DEFINITIONS } from './definitions.ts';
import { ENOUGH_PEOPLE } from './flows.ts';
import type { Kept } from './history.ts';
import type { Behind, Found } from './list-behind.ts';
import { coarsely, openReader, openRow, type PlaceNames } from './list-reader.ts';

/** Newest first, and what has no beginning by its place. */
const inOrder = (one: ListRow, other: ListRow): number => {
  const [a, b] = [one.from ?? one.fromDay ?? '', other.from ?? other.fromDay ?? ''];
  if (a !== b) return a < b ? 1 : -1;
  return `${one.site} ${one.unit} ${one.bed}`.localeCompare(
    `${other.site} ${other.unit} ${other.bed}`,
    'nl',
    {
      numeric: true,
    },
  );
};

/** The shortest wait first, so that the one in the middle stands in the middle; of whom only days are known comes last. */
const byLength = (one: ListRow, other: ListRow): number => {
  const [a, b] = [one, other].map(({ from, until }) =>
    from === null || until === null ? FOREVER : Date.parse(until) - Date.parse(from),
  );
  return (a ?? 0) - (b ?? 0) || inOrder(one, other);
};

const namesIn = (picture: Picture): ((row: Behind) => PlaceNames) => {
  const { units, sites } = picture.region;
  const siteName = new Map(sites.map(({ id, name }) => [id, name]));
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  return ({ unitId }) => {
    const unit = unitOf.get(unitId ?? '');
    return { site: siteName.get(unit?.siteId ?? '') ?? null, unit: unit?.name ?? null };
  };
};

/** Nobody's name stands there, but of who may be opened from here one sees where they were and when. */
export const looksAt = ({ rows }: TowerList): readonly Look[] =>
  [...new Set(rows.flatMap(({ requestId }) => requestId ?? []))].map((objectId) => ({
    ...{ event: 'list', objectType: 'request', objectId },
    categories: ['stay'],
  }));

/** Tells the facts behind a number to somebody: one by one, by the day, or in sums. */
export const tellList = async (
  tx: Tx,
  actor: Actor,
  { picture, kept, found, ask }: { picture: Picture; kept: Kept; found: Found; ask: ListAsk },
  now: Instant,
): Promise<TowerList | null> => {
  const definition = DEFINITIONS.find(({ code }) => code === ask.of);
  if (definition === undefined) return null;
  const { behind } = found;
  const reader = await openReader(tx, actor, picture, { behind, courses: kept.courses });
  const names = namesIn(picture);
  const open = behind.filter((row) => reader.mayOpen(row));
  const rest = coarsely(
    behind.filter((row) => !reader.mayOpen(row)),
    (row) => names(row).site,
    { detailed: reader.detailed, oneSite: ask.site !== undefined },
  );
  const all = [...open.map((row) => openRow(row, names(row), reader.requestOf(row))), ...rest.rows];
  const order = found.kind === 'middle' ? byLength : inOrder;
  const rows = all.toSorted(order).slice(ask.skip, ask.skip + ROWS_A_PAGE);
  const { kind, number, untold, dayMinutes } = found;
  const sum = behind.reduce((minutes, row) => minutes + (row.minutes ?? 0), 0);
  return {
    ...{ definition, number, untold, kind, total: behind.length },
    minutes: dayMinutes === null ? null : { rows: sum, day: dayMinutes },
    rows,
    more: Math.max(0, all.length - ask.skip - rows.length),
    sums: rest.sums,
    ...{ enough: ENOUGH_PEOPLE, asOf: isoFromInstant(now) },
  };
};
