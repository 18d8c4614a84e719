import { type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import {
  type Cells,
  cellsOf,
  type Issue,
  issue,
  markDoubles,
  type Plan,
  quoted,
  type Row,
  type Table,
} from '#kernel/table.ts';
import type { Site, Unit } from '#modules/region/types.ts';
import { readUntil, sameMinute } from './import-until.ts';
import type { Place, Published } from './types.ts';

/** The columns of a file with the numbers of houses that report only counts. */
export const COUNT_COLUMNS = {
  all: ['unit_code', 'product', 'free', 'as_of', 'fresh_until'],
  required: ['unit_code', 'product', 'free'],
};

/** Clocks run apart: a number from a few minutes ahead is from now. */
const AHEAD = 5 * MINUTE;

/** What the plan needs to know of the region as it stands. */
export interface KnownCounts {
  readonly sites: readonly Site[];
  readonly units: readonly Unit[];
  readonly places: readonly (Place & { readonly ended: boolean })[];
  /** Units that tell their beds one by one: a file does not overrule what stands there. */
  readonly tellBeds: ReadonlySet<string>;
  readonly published: ReadonlyMap<string, readonly Published[]>;
}

/** One number as a row brings it. */
export interface PlannedCount {
  readonly unitId: string;
  readonly product: Product;
  readonly free: number;
  readonly asOf: Instant;
  readonly freshUntil: Instant | null;
}

interface Reading {
  readonly known: KnownCounts;
  readonly now: Instant;
  readonly errors: Issue[];
  readonly warnings: Issue[];
}

const momentOf = (cells: Cells, column: string, text: string, zone: string): Instant | null => {
  if (text === '') return null;
  const at = readUntil(text, zone);
  if (at === null)
    cells.wrong(
      column,
      { nl: `${quoted(text)} is geen moment.`, en: `${quoted(text)} is no moment.` },
      { nl: 'Schrijf 2026-11-28 14:00.', en: 'Write 2026-11-28 14:00.' },
    );
  return at;
};

const unitOf = (cells: Cells, row: Row, { units, tellBeds }: KnownCounts): Unit | null => {
  const code = row.cells['unit_code'] ?? '';
  const unit = units.find((each) => each.code === code);
  if (unit === undefined) {
    cells.wrong(
      'unit_code',
      { nl: `Afdeling ${quoted(code)} is niet bekend.`, en: `Unit ${quoted(code)} is not known.` },
      { nl: 'Neem eerst het bestand met plekken over.', en: 'Import the file with places first.' },
    );
    return null;
  }
  if (!tellBeds.has(unit.id)) return unit;
  cells.wrong(
    'unit_code',
    {
      nl: `Afdeling ${quoted(code)} geeft haar bedden één voor één door.`,
      en: `Unit ${quoted(code)} tells its beds one by one.`,
    },
    {
      nl: 'Haal deze rij weg, of laat de afdeling kiezen voor aantallen.',
      en: 'Remove this row, or let the unit choose to report numbers.',
    },
  );
  return null;
};

const freeOf = (cells: Cells, unit: Unit, product: Product, { places }: KnownCounts): number => {
  const serving = places.filter(
    (place) => !place.ended && place.unitId === unit.id && place.products.includes(product),
  ).length;
  const free = cells.between('free', 0, 500);
  if (serving === 0)
    cells.wrong(
      'product',
      { nl: 'Deze afdeling heeft geen plek voor deze zorg.', en: 'This unit has no place for this care.' },
      { nl: 'Verbeter de zorg, of neem de plekken over.', en: 'Correct the care, or import the places.' },
    );
  else if (!Number.isInteger(free) || free > serving)
    cells.wrong(
      'free',
      {
        nl: `De afdeling heeft ${serving} van deze plekken.`,
        en: `The unit has ${serving} of these places.`,
      },
      { nl: `Vul een heel getal in tot ${serving}.`, en: `Fill in a whole number up to ${serving}.` },
    );
  return free;
};

const wrongMoments = (cells: Cells, asOf: Instant, freshUntil: Instant | null, now: Instant): void => {
  if (asOf > now + AHEAD)
    cells.wrong(
      'as_of',
      { nl: 'Dit moment ligt in de toekomst.', en: 'This moment is in the future.' },
      { nl: 'Vul in wanneer geteld is.', en: 'Fill in when was counted.' },
    );
  if (freshUntil !== null && freshUntil <= asOf)
    cells.wrong(
      'fresh_until',
      { nl: 'Dit ligt voor het moment van tellen.', en: 'This is before the moment of counting.' },
      { nl: 'Kies een later moment, of laat het leeg.', en: 'Choose a later moment, or leave it empty.' },
    );
};

const rowOf = (row: Row, reading: Reading): PlannedCount | null => {
  const { known, now, errors } = reading;
  const before = errors.length;
  const cells = cellsOf(row, errors);
  const unit = unitOf(cells, row, known);
  const product = cells.choice('product', PRODUCTS);
  if (unit === null || product === null) return null;
  const zone = known.sites.find((site) => site.id === unit.siteId)?.zone ?? 'Europe/Amsterdam';
  const free = freeOf(cells, unit, product, known);
  const asOf = momentOf(cells, 'as_of', cells.optional('as_of', 40), zone) ?? now;
  const freshUntil = momentOf(cells, 'fresh_until', cells.optional('fresh_until', 40), zone);
  wrongMoments(cells, asOf, freshUntil, now);
  return errors.length > before ? null : { unitId: unit.id, product, free, asOf, freshUntil };
};

const sameMoment = (a: Instant | null, b: Instant | null): boolean =>
  a === null || b === null ? a === b : sameMinute(a, b);

/** What a file with numbers would do; the newest word counts, so a row that is older than what is known changes nothing. */
export const planCounts = (
  table: Table,
  known: KnownCounts,
  now: Instant,
): Plan<PlannedCount, PlannedCount> => {
  const reading: Reading = { known, now, errors: [...table.issues], warnings: [] };
  markDoubles(table.rows, ['unit_code', 'product'], reading.errors);
  const added: PlannedCount[] = [];
  const changed: PlannedCount[] = [];
  let same = 0;
  for (const row of table.rows) {
    const count = rowOf(row, reading);
    if (count === null) continue;
    const told = known.published.get(count.unitId)?.find((each) => each.product === count.product);
    if (told === undefined) added.push(count);
    else if (
      sameMinute(told.asOf, count.asOf) &&
      told.free === count.free &&
      sameMoment(told.freshUntil, count.freshUntil)
    )
      same++;
    else if (told.asOf > count.asOf) {
      same++;
      reading.warnings.push(
        issue(
          row,
          'as_of',
          { nl: 'Er is al een nieuwer aantal bekend.', en: 'A newer number is known already.' },
          { nl: 'Dat blijft staan.', en: 'That one stays.' },
        ),
      );
    } else changed.push(count);
  }
  return { added, changed, same, errors: reading.errors, warnings: reading.warnings };
};
