import {
  type CellForm,
  cellsOf,
  type Issue,
  markDoubles,
  type Plan,
  type Row,
  type Table,
} from '#kernel/table.ts';
import {
  type InsurerContract,
  ORGANISATION_KINDS,
  type OrganisationEntry,
  type OrganisationKind,
  type OrganisationRecord,
} from '#modules/region/types.ts';
import { contractsOf, writeContracts } from './import-limits.ts';

/** The columns of a file with organisations. */
export const ORGANISATION_COLUMNS = {
  all: ['organisation_code', 'name', 'kind', 'ura', 'agb', 'phone', 'contracts'],
  required: ['organisation_code', 'name', 'kind'],
};

const next = {
  code: {
    nl: 'Een code heeft letters, cijfers, streepjes of punten, hooguit 40 tekens.',
    en: 'A code has letters, digits, dashes or dots, at most 40 characters.',
  },
  digits: {
    nl: 'Vul 8 cijfers in. Excel haalt een nul aan het begin weg: maak de kolom eerst Tekst.',
    en: 'Fill in 8 digits. Excel drops a leading zero: make the column Text first.',
  },
  phone: {
    nl: 'Vul 10 cijfers in, bijvoorbeeld 0592-00 17 20.',
    en: 'Fill in 10 digits, for example 0592-00 17 20.',
  },
};

/** What a code looks like in every file. */
export const CODE: CellForm = {
  pattern: /^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,39}$/u,
  required: true,
  next: next.code,
};
/** A Dutch telephone number. */
export const PHONE: CellForm = { pattern: /^(\+31|0)([\s-]?\d){9}$/, required: false, next: next.phone };
const EIGHT_DIGITS: CellForm = { pattern: /^\d{8}$/, required: false, next: next.digits };

/** Who signs the agreement, unless the region decides otherwise. */
const PARTIES: readonly OrganisationKind[] = ['gp', 'hospital', 'care-provider', 'desk'];

type Fields = Omit<OrganisationRecord, 'id'> & { readonly told: ReturnType<typeof contractsOf> };

/** Reads one row; null when something is wrong with it. A column that is absent leaves what was known. */
const fieldsOf = (row: Row, before: OrganisationRecord | undefined, issues: Issue[]): Fields | null => {
  const count = issues.length;
  const cells = cellsOf(row, issues);
  const code = cells.form('organisation_code', CODE);
  const name = cells.text('name', 200);
  const kind = cells.choice('kind', ORGANISATION_KINDS);
  const ura = cells.has('ura') ? cells.form('ura', EIGHT_DIGITS) : (before?.ura ?? null);
  const agb = cells.has('agb') ? cells.form('agb', EIGHT_DIGITS) : (before?.agb ?? null);
  const phone = cells.has('phone') ? cells.form('phone', PHONE) : (before?.phone ?? null);
  const told = contractsOf(cells);
  if (issues.length > count || code === null || kind === null) return null;
  const party = before?.party ?? PARTIES.includes(kind);
  return { code, name, kind, ura, agb, phone, party, email: before?.email ?? null, told };
};

const isSame = (a: Fields, b: OrganisationRecord): boolean =>
  a.name === b.name && a.kind === b.kind && a.ura === b.ura && a.agb === b.agb && a.phone === b.phone;

const entryOf = (id: string, { told, ...fields }: Fields): OrganisationEntry => ({
  id,
  ...fields,
  contracts: told?.map((each) => ({ organisationId: id, ...each })) ?? null,
});

const samePayers = (told: Fields['told'], before: readonly InsurerContract[]): boolean =>
  told === null || writeContracts(inOrder(told)) === writeContracts(inOrder(before));

const inOrder = <T extends Pick<InsurerContract, 'uzovi' | 'product'>>(contracts: readonly T[]): T[] =>
  contracts.toSorted((a, b) => (`${a.uzovi} ${a.product ?? ''}` < `${b.uzovi} ${b.product ?? ''}` ? -1 : 1));

/** What a file with organisations would do to those that are known. Their codes are the keys. */
export const planOrganisations = (
  table: Table,
  known: readonly OrganisationRecord[],
  newId: () => string,
  contracts: ReadonlyMap<string, readonly InsurerContract[]> = new Map(),
): Plan<OrganisationEntry, OrganisationEntry> => {
  const byCode = new Map(known.map((each) => [each.code, each]));
  const errors: Issue[] = [...table.issues];
  const added: OrganisationEntry[] = [];
  const changed: OrganisationEntry[] = [];
  let same = 0;
  markDoubles(table.rows, ['organisation_code'], errors);
  for (const row of table.rows) {
    const before = byCode.get(row.cells['organisation_code'] ?? '');
    const fields = fieldsOf(row, before, errors);
    if (fields === null) continue;
    if (before === undefined) added.push(entryOf(newId(), fields));
    else if (isSame(fields, before) && samePayers(fields.told, contracts.get(before.id) ?? [])) same++;
    else changed.push(entryOf(before.id, fields));
  }
  return { added, changed, same, errors, warnings: [] };
};
