import type { Day } from '#kernel/calendar.ts';
import type { Price } from '#planning/whatif/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';

/** The prices that count now. */
export const pricesOf = (tx: Tx): Promise<Price[]> =>
  rows<Price>(
    tx,
    'select distinct on (code) code, euros, source, year from outlook_price order by code, version desc',
  );

/** How often prices were set; who changes them names it. */
export const priceVersion = async (tx: Tx): Promise<number> =>
  (await first<{ version: number }>(tx, 'select coalesce(max(version), 0) as version from outlook_price'))
    ?.version ?? 0;

/** Keeps new prices under this version. */
export const insertPrices = async (
  tx: Tx,
  prices: readonly Price[],
  by: { readonly version: number; readonly name: string; readonly today: Day },
): Promise<void> => {
  await rows(
    tx,
    `insert into outlook_price (code, version, euros, source, year, valid_from, set_by)
     select code, $5, euros, source, year, $6, $7
     from unnest($1::text[], $2::double precision[], $3::text[], $4::integer[]) as p (code, euros, source, year)`,
    [
      ...[prices.map(({ code }) => code), prices.map(({ euros }) => euros)],
      ...[prices.map(({ source }) => source), prices.map(({ year }) => year)],
      ...[by.version, by.today, by.name],
    ],
  );
};
