import { type Cells, quoted, type Row } from '#kernel/table.ts';
import { CODE } from '#modules/region/index.ts';
import type { Site, Unit } from '#modules/region/types.ts';
import type { Indexed, Reading } from './import-known.ts';

/** The site of a row; null when it is not known. */
export const siteOf = (cells: Cells, row: Row, known: Indexed): Site | null => {
  const code = row.cells['site_code'] ?? '';
  const site = known.sites.get(code);
  if (site === undefined) {
    cells.wrong(
      'site_code',
      { nl: `Locatie ${quoted(code)} is niet bekend.`, en: `Site ${quoted(code)} is not known.` },
      { nl: 'Neem eerst het bestand met locaties over.', en: 'Import the file with sites first.' },
    );
  }
  return site ?? null;
};

/** The unit of a row: known, from an earlier row, or new. Its name must be the same in every row that gives one. */
export const unitOf = (cells: Cells, row: Row, site: Site, { known, newId }: Reading): Unit | null => {
  const code = cells.form('unit_code', CODE) ?? '';
  const name = cells.optional('unit_name', 200);
  const unit = known.units.get(code);
  if (unit !== undefined && unit.siteId !== site.id) {
    cells.wrong(
      'unit_code',
      {
        nl: `Afdeling ${quoted(code)} hoort bij een andere locatie.`,
        en: `Unit ${quoted(code)} belongs to another site.`,
      },
      {
        nl: 'Geef de afdeling een eigen code, of verbeter de locatie.',
        en: 'Give the unit a code of its own, or correct the site.',
      },
    );
    return null;
  }
  if (unit === undefined && name === '') {
    cells.wrong(
      'unit_name',
      {
        nl: `Afdeling ${quoted(code)} is nieuw en heeft nog geen naam.`,
        en: `Unit ${quoted(code)} is new and has no name yet.`,
      },
      {
        nl: 'Vul bij de eerste plek van een nieuwe afdeling haar naam in.',
        en: 'Fill in the name with the first place of a new unit.',
      },
    );
    return null;
  }
  if (name === '' || unit?.name === name) return unit ?? null;
  const earlier = known.renamed.get(code);
  if (earlier !== undefined && earlier.unit.name !== name) {
    cells.wrong(
      'unit_name',
      {
        nl: `In rij ${earlier.row} heet deze afdeling anders.`,
        en: `In row ${earlier.row} this unit has another name.`,
      },
      {
        nl: 'Schrijf de naam van een afdeling overal hetzelfde.',
        en: 'Write the name of a unit the same everywhere.',
      },
    );
    return null;
  }
  const named =
    unit === undefined
      ? { id: newId(), siteId: site.id, code, name, phone: null, email: null }
      : { ...unit, name };
  known.units.set(code, named);
  known.renamed.set(code, { unit: named, row: row.number });
  return named;
};
