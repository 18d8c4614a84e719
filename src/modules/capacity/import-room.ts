import { COHORTS, LEGAL_TITLES, type LegalTitle, ROOM_SEXES } from '#kernel/limits.ts';
import { type Cells, quoted, type Row } from '#kernel/table.ts';
import type { Unit } from '#modules/region/types.ts';
import type { KnownPlace, Reading } from './import-known.ts';
import type { PlaceRoom } from './types.ts';

/** The columns of a place file that say for whom the room and the ward are. */
export const ROOM_COLUMNS = ['room', 'room_sex', 'cohort', 'legal_titles'];

const ROOM_CODE = 40;

const toldOf = (cells: Cells, row: Row, room: PlaceRoom): PlaceRoom => {
  const said = (column: string): boolean => (row.cells[column] ?? '') !== '';
  const sex = said('room_sex') ? (cells.choice('room_sex', ROOM_SEXES) ?? 'any') : 'any';
  const cohort = said('cohort') ? cells.choice('cohort', COHORTS) : null;
  return {
    ...room,
    sex: cells.has('room_sex') ? sex : room.sex,
    cohort: cells.has('cohort') ? cohort : room.cohort,
  };
};

/** The room of a row: known, from an earlier row, or new. All beds of a room say the same of it. */
export const roomOf = (
  cells: Cells,
  row: Row,
  unit: Unit,
  before: KnownPlace | undefined,
  { known, newId }: Reading,
): PlaceRoom | null => {
  if (!cells.has('room')) return before?.room ?? null;
  const code = cells.optional('room', ROOM_CODE);
  if (code === '') return null;
  const key = `${unit.id}\n${code}`;
  const earlier = known.toldRooms.get(key);
  const told = toldOf(
    cells,
    row,
    earlier?.room ?? known.rooms.get(key) ?? { id: newId(), code, sex: 'any', cohort: null },
  );
  if (earlier !== undefined && (earlier.room.sex !== told.sex || earlier.room.cohort !== told.cohort)) {
    cells.wrong(
      'room',
      {
        nl: `In rij ${earlier.row} is kamer ${quoted(code)} voor anderen.`,
        en: `In row ${earlier.row} room ${quoted(code)} is for others.`,
      },
      {
        nl: 'Zeg bij elk bed van een kamer hetzelfde.',
        en: 'Say the same with every bed of a room.',
      },
    );
  }
  known.toldRooms.set(key, { room: told, row: row.number });
  return told;
};

/** On which grounds the ward of a row takes people; null when the row says nothing of it. */
export const titlesOf = (
  cells: Cells,
  row: Row,
  unit: Unit,
  { known }: Reading,
): readonly LegalTitle[] | null => {
  if ((row.cells['legal_titles'] ?? '') === '') return null;
  const titles = cells.choices('legal_titles', LEGAL_TITLES);
  const earlier = known.toldTitles.get(unit.id);
  if (earlier !== undefined && earlier.titles.join() !== titles.join()) {
    cells.wrong(
      'legal_titles',
      {
        nl: `In rij ${earlier.row} staan andere juridische titels voor deze afdeling.`,
        en: `Row ${earlier.row} has other legal titles for this unit.`,
      },
      {
        nl: 'Schrijf de juridische titels van een afdeling overal hetzelfde.',
        en: 'Write the legal titles of a unit the same everywhere.',
      },
    );
  }
  if (earlier === undefined) known.toldTitles.set(unit.id, { titles, row: row.number });
  return titles;
};

/** A room as a file says it: its code, for whom, and with what. */
export const writeRoom = (room: PlaceRoom | null): string[] =>
  room === null ? ['', '', ''] : [room.code, room.sex, room.cohort ?? ''];
