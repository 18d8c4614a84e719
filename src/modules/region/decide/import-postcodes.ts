import { cellsOf, type Issue, markDoubles, type Plan, type Row, type Table } from '#kernel/table.ts';
import type { Postcode } from '#modules/region/types.ts';
import { NETHERLANDS, PC4 } from './import-sites.ts';

/** The columns of a file with postcodes. */
export const POSTCODE_COLUMNS = {
  all: ['pc4', 'town', 'lat', 'lon'],
  required: ['pc4', 'town', 'lat', 'lon'],
};

const postcodeOf = (row: Row, issues: Issue[]): Postcode | null => {
  const count = issues.length;
  const cells = cellsOf(row, issues);
  const pc4 = cells.form('pc4', PC4) ?? '';
  const town = cells.text('town', 100);
  const lat = cells.between('lat', NETHERLANDS.south, NETHERLANDS.north);
  const lon = cells.between('lon', NETHERLANDS.west, NETHERLANDS.east);
  return issues.length > count ? null : { pc4, town, lat, lon };
};

/** What a file with the centre points of postcodes would do to those that are known. */
export const planPostcodes = (table: Table, known: readonly Postcode[]): Plan<Postcode, Postcode> => {
  const before = new Map(known.map((each) => [each.pc4, each]));
  const errors: Issue[] = [...table.issues];
  const added: Postcode[] = [];
  const changed: Postcode[] = [];
  let same = 0;
  markDoubles(table.rows, ['pc4'], errors);
  for (const row of table.rows) {
    const postcode = postcodeOf(row, errors);
    if (postcode === null) continue;
    const old = before.get(postcode.pc4);
    if (old === undefined) added.push(postcode);
    else if (old.town === postcode.town && old.lat === postcode.lat && old.lon === postcode.lon) same++;
    else changed.push(postcode);
  }
  return { added, changed, same, errors, warnings: [] };
};
