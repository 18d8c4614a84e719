import { isBirthDate } from '#kernel/age-band.ts';
import { isBsn } from '#kernel/bsn.ts';
import { type Day, isDay } from '#kernel/calendar.ts';
import { type Cells, cellsOf, type Issue, issue, type Row } from '#kernel/table.ts';
import { SEXES } from '#modules/people/types.ts';
import type { Incoming, OwnImporter } from '#platform/csv/file.ts';
import { record } from '#platform/diary/diary.ts';
import { FORMS } from './contract-signal.ts';
import { countingContacts } from './decide/contacts.ts';
import { caseLine } from './doing.ts';
import { lookAtContacts, todayAt, writeContacts } from './service-contacts.ts';
import type { BroughtContact } from './types-contact.ts';
import { CONTACT_KINDS } from './types-signal.ts';

const COLUMNS = ['number', 'bsn', 'birth_date', 'sex', 'day', 'kind', 'reason', 'helper'];

/** A contact with the row it stands in. */
type RowContact = BroughtContact & { readonly row: Row };

const DAY_FORM = {
  pattern: /^\d{4}-\d\d-\d\d$/,
  required: true,
  next: { nl: 'Schrijf de dag als 2026-11-22.', en: 'Write the day as 2026-11-22.' },
};

const dayOf = (cells: Cells, column: string, holds: (day: Day) => boolean, next: Issue['next']): Day => {
  const day = cells.form(column, DAY_FORM) ?? '';
  if (DAY_FORM.pattern.test(day) && !(isDay(day) && holds(day)))
    cells.wrong(column, { nl: 'Deze dag kan hier niet.', en: 'This day cannot be here.' }, next);
  return day;
};

const code = (pattern: RegExp, nl: string, en: string) => ({ pattern, required: false, next: { nl, en } });
const NUMBER = code(
  FORMS.number,
  'Gebruik letters, cijfers, punt of streep, hooguit 30.',
  'Use letters, digits, point or dash, at most 30.',
);
const REASON = code(FORMS.reason, 'Vul een ICPC-code in, zoals P06.', 'Fill in an ICPC code, such as P06.');
const HELPER = code(
  FORMS.helper,
  'Vul een korte code in, zoals POH-1: geen naam.',
  'Fill in a short code, such as POH-1: no name.',
);

const whoseOf = (cells: Cells, row: Row): Pick<BroughtContact, 'number' | 'bsn'> => {
  const number = cells.form('number', NUMBER);
  const bsn = row.cells['bsn'] ?? '';
  if (bsn !== '' && !isBsn(bsn))
    cells.wrong(
      'bsn',
      { nl: 'Dit BSN klopt niet.', en: 'This BSN is not right.' },
      { nl: 'Kijk de cijfers na.', en: 'Check the digits.' },
    );
  if (number === null && bsn === '')
    cells.wrong(
      'number',
      { nl: 'Hier staat niet om wie het gaat.', en: 'It does not say who this is about.' },
      { nl: 'Vul uw eigen nummer in, of het BSN.', en: 'Fill in your own number, or the BSN.' },
    );
  return { number, bsn: bsn === '' ? null : bsn };
};

const contactOf = (row: Row, errors: Issue[], today: Day): RowContact | null => {
  const count = errors.length;
  const cells = cellsOf(row, errors);
  const whose = whoseOf(cells, row);
  const birthDate = dayOf(cells, 'birth_date', (day) => isBirthDate(day, today), {
    nl: 'Vul de geboortedatum in.',
    en: 'Fill in the birth date.',
  });
  const sex = cells.choice('sex', SEXES);
  const day = dayOf(cells, 'day', (on) => on <= today, {
    nl: 'Vul een dag in die geweest is.',
    en: 'Fill in a day that has been.',
  });
  const kind = cells.choice('kind', CONTACT_KINDS);
  const [reason, helper] = [cells.form('reason', REASON) ?? '', cells.form('helper', HELPER) ?? ''];
  if (sex === null || kind === null || errors.length > count) return null;
  return { ...whose, birthDate, sex, day, kind, reason, helper, row };
};

const otherBirthDate = (row: Row): Issue =>
  issue(
    row,
    'birth_date',
    {
      nl: 'Dit nummer staat hier met een andere geboortedatum.',
      en: 'This number stands here with another birth date.',
    },
    { nl: 'Kijk het nummer en de geboortedatum na.', en: 'Check the number and the birth date.' },
  );

const tooOld = (row: Row, old: number): Issue =>
  issue(
    row,
    'day',
    { nl: `${old} contacten zijn ouder dan drie jaar.`, en: `${old} contacts are older than three years.` },
    {
      nl: 'Die zijn niet overgenomen: zij zeggen hier niets meer.',
      en: 'They were not taken in: they say nothing here any more.',
    },
  );

/** Contacts of the acting organisation as a file: all or nothing, and the same file again changes nothing. */
export const contactFile: Incoming<OwnImporter> = {
  name: 'contacts',
  // Names, addresses and words of a record have no column: a file with them is refused.
  columns: { all: COLUMNS, required: ['birth_date', 'sex', 'day', 'kind'] },
  async bringIn(tx, table, { actor: id, organisationId, now, preview }) {
    const today = todayAt(now);
    const errors = [...table.issues];
    const read = table.rows.flatMap((row) => contactOf(row, errors, today) ?? []);
    const { counting, old } = countingContacts(read, today);
    const bringing = await lookAtContacts(tx, counting);
    for (const at of bringing.otherBirthDate) errors.push(otherBirthDate((counting[at] as RowContact).row));
    if (!preview && errors.length === 0 && bringing.added.length > 0) {
      await writeContacts(tx, bringing);
      await record(tx, [
        caseLine({ actor: { id, organisationId }, now }, 'contacts-brought', organisationId),
      ]);
    }
    const [first] = read;
    const warnings = old === 0 || first === undefined ? [] : [tooOld(first.row, old)];
    const same = read.length - old - bringing.added.length;
    return { added: bringing.added, changed: [], same, errors, warnings };
  },
};
