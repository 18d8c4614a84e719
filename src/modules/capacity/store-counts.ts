import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Published } from './types.ts';

/** The last word of a unit: about its beds, or (`counted`) the number of one product; empty when it never told one. */
export interface FigureRow {
  readonly unitId: string;
  readonly counted: boolean;
  readonly asOf: Instant | null;
  readonly source: Published['source'] | null;
  readonly product: Published['product'] | null;
  readonly free: number | null;
  readonly freshUntil: Instant | null;
}

/** Is this a number that was told? */
export const isNumber = <Row extends { readonly product: unknown }>(row: Row): row is Row & Published =>
  row.product !== null;

/** The last words of units, in one statement. */
export const FIGURES = (where: string): string =>
  `select unit_id as "unitId", false as counted, as_of as "asOf", source, null as product, null::integer as free,
     null::timestamptz as "freshUntil" from capacity_figure_view where ${where}
   union all select unit_id, true, as_of, source, product, free, fresh_until from capacity_published_view where ${where}`;

/** The numbers of those of these units that report counts; a unit that never told one has an empty list. */
export const readPublished = async (
  tx: Tx,
  units: readonly string[],
): Promise<Map<string, readonly Published[]>> => {
  const found = await rows<FigureRow>(
    tx,
    `select unit_id as "unitId", product, free, as_of as "asOf", fresh_until as "freshUntil", source
     from capacity_published_view where unit_id = any($1::uuid[]) order by unit_id, product`,
    [units],
  );
  const byUnit = Map.groupBy(found, (row) => row.unitId);
  return new Map([...byUnit].map(([unitId, told]) => [unitId, told.filter(isNumber)]));
};

/** Does this unit report counts, and did it ever stand by its beds? */
export const reportOf = async (
  tx: Tx,
  unitId: string,
): Promise<{ readonly kind: 'beds' | 'counts'; readonly stoodBy: boolean }> => {
  const row = await first<{ kind: 'beds' | 'counts' | null; stood_by: boolean }>(
    tx,
    `select (select kind from capacity_unit_report where unit_id = $1) as kind,
       exists (select 1 from capacity_figure where unit_id = $1) as stood_by`,
    [unitId],
  );
  return { kind: row?.kind ?? 'beds', stoodBy: row?.stood_by ?? false };
};

/** Units that stood by their beds, and do not report counts. */
export const unitsThatTellBeds = async (tx: Tx): Promise<Set<string>> => {
  const found = await rows<{ unit_id: string }>(
    tx,
    `select f.unit_id from capacity_figure f
     where not exists (select 1 from capacity_unit_report r where r.unit_id = f.unit_id and r.kind = 'counts')`,
  );
  return new Set(found.map((row) => row.unit_id));
};

/** From now on the unit reports its beds, or only counts. */
export const putReport = async (tx: Tx, unitId: string, kind: 'beds' | 'counts'): Promise<void> => {
  await rows(
    tx,
    `insert into capacity_unit_report (unit_id, kind) values ($1, $2)
     on conflict (unit_id) do update set kind = excluded.kind`,
    [unitId, kind],
  );
};

/** Writes the last number of each of these products. */
export const putPublished = async (
  tx: Tx,
  unitId: string,
  numbers: readonly Published[],
  actor: string,
): Promise<void> => {
  for (const { product, free, asOf, freshUntil, source } of numbers) {
    await rows(
      tx,
      `insert into capacity_published (unit_id, product, free, as_of, fresh_until, source, actor)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (unit_id, product) do update set free = excluded.free, as_of = excluded.as_of,
         fresh_until = excluded.fresh_until, source = excluded.source, actor = excluded.actor`,
      [unitId, product, free, stamp(asOf), stampOrNull(freshUntil), source, actor],
    );
  }
};

/** The products a flex bed can become; null when it is not flex, or does not exist (any more). */
export const flexOf = async (tx: Tx, placeId: string): Promise<readonly Published['product'][] | null> => {
  const row = await first<{ flex: Published['product'][] }>(
    tx,
    'select flex from capacity_flex_view where id = $1',
    [placeId],
  );
  return row?.flex ?? null;
};

/** What each of these beds can become; null: it is not flex. */
export const putFlex = async (
  tx: Tx,
  beds: readonly { readonly placeId: string; readonly products: readonly Published['product'][] | null }[],
): Promise<void> => {
  if (beds.length === 0) return;
  await rows(
    tx,
    `update capacity_place p set flex = t.products from jsonb_to_recordset($1::jsonb) as t("placeId" uuid, products text[])
     where p.id = t."placeId" and p.flex is distinct from t.products`,
    [JSON.stringify(beds)],
  );
};

/** What a flex bed is from now on. */
export const putProducts = async (
  tx: Tx,
  placeId: string,
  products: readonly Published['product'][],
): Promise<void> => {
  await rows(tx, 'update capacity_place set products = $2, version = version + 1 where id = $1', [
    placeId,
    products,
  ]);
};
