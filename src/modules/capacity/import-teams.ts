import {
  type Cells,
  cellsOf,
  type Issue,
  markDoubles,
  type Plan,
  quoted,
  type Row,
  type Table,
} from '#kernel/table.ts';
import { importAlone, loadOrganisations } from '#modules/region/index.ts';
import type { Organisation } from '#modules/region/types.ts';
import type { FileKind } from '#platform/csv/file.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { loadTeams, putTeams } from './store-kinds.ts';
import { TEAM_KINDS, type Team } from './types-kinds.ts';

const COLUMNS = ['organisation_code', 'team_name', 'neighbourhood', 'pc4s', 'kind', 'phone'];

const PC4 = /^[1-9]\d{3}$/;
const PHONE = {
  pattern: /^(\+31|0)[\d\s-]{9,14}$/,
  required: true,
  next: {
    nl: 'Vul 10 cijfers in, bijvoorbeeld 0592-00 52 01.',
    en: 'Fill in 10 digits, for instance 0592-00 52 01.',
  },
};

/** What the plan needs to know of the region as it stands. */
interface KnownTeams {
  readonly organisations: readonly Organisation[];
  readonly teams: readonly Team[];
}

const pc4sOf = (cells: Cells): string[] => {
  const words = cells
    .text('pc4s', 400)
    .split(/[|,\s]+/)
    .filter((word) => word !== '');
  const odd = words.find((word) => !PC4.test(word));
  if (odd !== undefined)
    cells.wrong(
      'pc4s',
      { nl: `${quoted(odd)} is geen postcode.`, en: `${quoted(odd)} is no postcode.` },
      {
        nl: 'Vul vier cijfers in, met een streep ertussen: 9401|9404.',
        en: 'Fill in four digits, with a bar between: 9401|9404.',
      },
    );
  return [...new Set(words)];
};

const teamOf = (row: Row, known: KnownTeams, errors: Issue[], id: () => string): Team | null => {
  const count = errors.length;
  const cells = cellsOf(row, errors);
  const code = row.cells['organisation_code'] ?? '';
  const organisation = known.organisations.find((each) => each.code === code);
  if (organisation === undefined)
    cells.wrong(
      'organisation_code',
      { nl: `Organisatie ${quoted(code)} is niet bekend.`, en: `Organisation ${quoted(code)} is not known.` },
      {
        nl: 'Neem eerst het bestand met organisaties over.',
        en: 'Import the file with organisations first.',
      },
    );
  const name = cells.text('team_name', 200);
  const neighbourhood = cells.text('neighbourhood', 200);
  const pc4s = pc4sOf(cells);
  const kind = cells.choice('kind', TEAM_KINDS);
  const phone = cells.form('phone', PHONE) ?? '';
  if (organisation === undefined || kind === null || errors.length > count) return null;
  const before = known.teams.find((each) => each.organisationId === organisation.id && each.name === name);
  return { id: before?.id ?? id(), organisationId: organisation.id, name, neighbourhood, pc4s, kind, phone };
};

const isSame = (a: Team, b: Team): boolean =>
  a.neighbourhood === b.neighbourhood &&
  a.kind === b.kind &&
  a.phone === b.phone &&
  a.pc4s.join() === b.pc4s.join();

/** What a file with teams would do; organisation and name together are the key. */
const planTeams = (table: Table, known: KnownTeams, id: () => string): Plan<Team, Team> => {
  const errors = [...table.issues];
  markDoubles(table.rows, ['organisation_code', 'team_name'], errors);
  const teams = table.rows.map((row) => teamOf(row, known, errors, id)).filter((team) => team !== null);
  const beforeOf = (team: Team): Team | undefined => known.teams.find((each) => each.id === team.id);
  const added = teams.filter((team) => beforeOf(team) === undefined);
  const changed = teams.filter((team) => {
    const before = beforeOf(team);
    return before !== undefined && !isSame(team, before);
  });
  return { added, changed, same: teams.length - added.length - changed.length, errors, warnings: [] };
};

/** Teams as a file; a team that is new has no number until it tells one. */
export const teamFile: FileKind = {
  name: 'teams',
  columns: { all: COLUMNS, required: COLUMNS },
  async bringIn(tx, table, { actor, now, preview }) {
    await importAlone(tx);
    const known = { organisations: await loadOrganisations(tx), teams: await loadTeams(tx) };
    const plan = planTeams(table, known, newId);
    const written = [...plan.added, ...plan.changed];
    if (preview || plan.errors.length > 0 || written.length === 0) return plan;
    await putTeams(tx, written);
    const line = { at: now, room: 'capacity', event: 'team-written', unitId: null, actor };
    await record(
      tx,
      written.map(({ id, organisationId, kind }) => ({
        ...line,
        subject: id,
        organisationId,
        body: { kind },
      })),
    );
    return plan;
  },
  async takeOut(tx) {
    const codes = new Map((await loadOrganisations(tx)).map((each) => [each.id, each.code]));
    return (await loadTeams(tx))
      .map(({ organisationId, name, neighbourhood, pc4s, kind, phone }) => [
        codes.get(organisationId) ?? '',
        name,
        neighbourhood,
        pc4s.join('|'),
        kind,
        phone,
      ])
      .sort((a, b) => (a.join('\t') < b.join('\t') ? -1 : 1));
  },
};
