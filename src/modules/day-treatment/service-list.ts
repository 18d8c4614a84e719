import { localDay } from '#kernel/calendar.ts';
import { metresBetween } from '#kernel/geo.ts';
import { cellsOf, type Issue, markDoubles, type Row, type Table } from '#kernel/table.ts';
import { chairsOf, type Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Columns } from '#platform/csv/read.ts';
import type { Tx } from '#platform/db/database.ts';
import type { MoveAnswer } from './contract-growth.ts';
import { CATALOGUE_V1 } from './decide/catalogue-v1.ts';
import { moveOf } from './decide/move-list.ts';
import { siteOfUnit } from './doing-room.ts';
import { nursesOf } from './store-nurse.ts';
import { allRooms } from './store-room.ts';
import { treatmentsInUse } from './store-treatment.ts';
import type { DayCarePatient, OpenRoom } from './types-growth.ts';

const REQUIRED = ['number', 'treatment', 'given', 'visits'];

/** The columns of the list of a hospital: its own numbers, no names and no BSN. */
export const LIST_COLUMNS: Columns = {
  all: [...REQUIRED, 'pc4', 'lying', 'supervision'],
  required: REQUIRED,
};

const PC4 = {
  pattern: /^[1-9]\d{3}$/,
  required: false,
  next: { nl: 'Vul vier cijfers in, of niets.', en: 'Fill in four digits, or nothing.' },
};
const MOST_A_YEAR = 60;

const patientOf = (row: Row, issues: Issue[]): DayCarePatient | null => {
  const count = issues.length;
  const cells = cellsOf(row, issues);
  const yes = (column: string): boolean =>
    (row.cells[column] ?? '') !== '' && cells.choice(column, ['yes', 'no']) === 'yes';
  const pc4 = cells.form('pc4', PC4);
  const patient = {
    row: row.number,
    number: cells.text('number', 40),
    treatment: cells.text('treatment', 60),
    given: cells.between('given', 0, 200),
    visits: cells.between('visits', 1, MOST_A_YEAR),
    pc4: pc4 === '' ? null : pc4,
    lying: yes('lying'),
    supervision: yes('supervision'),
  };
  return issues.length > count ? null : patient;
};

const openRooms = async (tx: Tx, doing: Doing): Promise<OpenRoom[]> => {
  const unitIds = (await allRooms(tx)).map(({ unitId }) => unitId);
  const [chairs, nurses] = [await chairsOf(tx, unitIds), await nursesOf(tx, unitIds)];
  const today = localDay(doing.now, REGION_ZONE);
  return unitIds.map((unitId) => ({
    unitId,
    name: doing.region.units.find(({ id }) => id === unitId)?.name ?? '',
    lying: chairs.some((chair) => chair.unitId === unitId && chair.lying),
    nurses: nurses.filter((nurse) => nurse.unitId === unitId && !nurse.ended),
    today,
  }));
};

/** Who of a list could be treated near home, where, and why others could not. Nothing of it is kept. */
export const sortList = async (tx: Tx, table: Table, doing: Doing): Promise<MoveAnswer> => {
  const issues = [...table.issues];
  markDoubles(table.rows, ['number', 'treatment'], issues);
  const patients = table.rows.map((row) => patientOf(row, issues)).filter((each) => each !== null);
  const rooms = await openRooms(tx, doing);
  const given = { drafts: CATALOGUE_V1.map(({ code }) => code), signed: await treatmentsInUse(tx) };
  const kilometres = (pc4: string, unitId: string): number | null => {
    const [home, site] = [doing.region.postcodes.get(pc4), siteOfUnit(doing, unitId)];
    return home === undefined || site === null ? null : Math.round(metresBetween(home, site) / 100) / 10;
  };
  const lines = patients.map((patient) => {
    const { unitId, ...move } = moveOf(patient, given, rooms, kilometres);
    const { row, number, treatment, visits } = patient;
    const room = rooms.find((each) => each.unitId === unitId)?.name ?? null;
    return { row, number, treatment, visits, room, ...move };
  });
  const could = lines.filter(({ why }) => why === null);
  return {
    lines,
    issues: issues.map(({ row, column, what, next }) => ({
      ...{ row, column },
      nl: `${what.nl} ${next.nl}`,
      en: `${what.en} ${next.en}`,
    })),
    could: could.length,
    of: lines.length,
    hours: could.reduce((sum, { minutes }) => sum + minutes, 0) / 60,
  };
};
