import type { Sentence } from './refusal.ts';

/** One row of a file: its number as a spreadsheet shows it (the heading is row 1) and its cells by column name. */
export interface Row {
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A file as it was read: its rows that are not empty, and what is wrong with rows that cannot be read. */
export interface Table {
  readonly rows: readonly Row[];
  readonly issues: readonly Issue[];
}

/** What is the matter with one cell and what the reader can do, in both languages. Column '' is the whole row. */
export interface Issue {
  readonly row: number;
  readonly column: string;
  readonly what: Sentence;
  readonly next: Sentence;
}

/** What an import would do, or did: rows that are new, changed and the same, and what is wrong with the file. */
export interface Plan<Added, Changed> {
  readonly added: readonly Added[];
  readonly changed: readonly Changed[];
  readonly same: number;
  /** With one error nothing is imported. */
  readonly errors: readonly Issue[];
  /** Rows that are imported, but not wholly as the file says. */
  readonly warnings: readonly Issue[];
}

/** Makes an issue of a row. */
export const issue = (row: Row, column: string, what: Sentence, next: Sentence): Issue => ({
  row: row.number,
  column,
  what,
  next,
});

/** Reads cells of one row; what is wrong is added to the issues and answered with something harmless. */
export interface Cells {
  /** Does the file have this column? A column that is absent leaves things as they are. */
  has(column: string): boolean;
  /** The text as it stands, at most `max` characters; may be empty. */
  optional(column: string, max: number): string;
  /** A text that must be there. */
  text(column: string, max: number): string;
  /** One of the options. */
  choice<Option extends string>(column: string, options: readonly Option[]): Option | null;
  /** Several of the options, separated by a bar, comma or space. */
  choices<Option extends string>(column: string, options: readonly Option[]): Option[];
  /** A text of this form, or empty when it is not required. */
  form(column: string, form: CellForm): string | null;
  /** A number between these bounds, with a point or a comma. */
  between(column: string, low: number, high: number): number;
  /** Something else is wrong here. */
  wrong(column: string, what: Sentence, next: Sentence): void;
}

/** A form a cell must have, in a pattern and in words. */
export interface CellForm {
  readonly pattern: RegExp;
  readonly required: boolean;
  readonly next: Sentence;
}

const filled = { nl: 'Vul deze kolom in.', en: 'Fill in this column.' };
const shorter = { nl: 'Kort de tekst in.', en: 'Shorten the text.' };

const chooseFrom = (options: readonly string[]): Sentence => ({
  nl: `Kies uit: ${options.join(', ')}.`,
  en: `Choose from: ${options.join(', ')}.`,
});

/** A cell may be quoted back to the reader, but not a whole page of it. */
export const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;

const notThis = (text: string): Sentence => ({
  nl: `${quoted(text)} kan hier niet.`,
  en: `${quoted(text)} cannot be used here.`,
});

const tooLong = (max: number): Sentence => ({
  nl: `Deze tekst is langer dan ${max} tekens.`,
  en: `This text is longer than ${max} characters.`,
});

/** Opens the cells of a row for reading; issues are added to the list that is handed in. */
export const cellsOf = (row: Row, issues: Issue[]): Cells => {
  const raw = (column: string): string => row.cells[column] ?? '';
  const wrong = (column: string, what: Sentence, next: Sentence): void => {
    issues.push(issue(row, column, what, next));
  };
  const optional = (column: string, max: number): string => {
    const text = raw(column);
    if (text.length > max) wrong(column, tooLong(max), shorter);
    return text;
  };
  return {
    has: (column) => row.cells[column] !== undefined,
    optional,
    text(column, max) {
      const text = optional(column, max);
      if (text === '') wrong(column, { nl: 'Hier staat niets.', en: 'Nothing is filled in here.' }, filled);
      return text;
    },
    choice(column, options) {
      const found = options.find((option) => option === raw(column));
      if (found === undefined) wrong(column, notThis(raw(column)), chooseFrom(options));
      return found ?? null;
    },
    choices(column, options) {
      const words = raw(column)
        .split(/[|,\s]+/)
        .filter((word) => word !== '');
      const unknown = words.find((word) => !options.some((option) => option === word));
      if (unknown !== undefined) wrong(column, notThis(unknown), chooseFrom(options));
      return options.filter((option) => words.includes(option));
    },
    form(column, { pattern, required, next }) {
      const text = raw(column);
      if (text === '' && !required) return null;
      if (!pattern.test(text)) wrong(column, notThis(text), next);
      return text;
    },
    between(column, low, high) {
      const text = raw(column).replace(',', '.');
      const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
      if (!(value >= low && value <= high)) {
        wrong(column, notThis(raw(column)), {
          nl: `Vul een getal in tussen ${low} en ${high}.`,
          en: `Fill in a number between ${low} and ${high}.`,
        });
      }
      return value;
    },
    wrong,
  };
};

/** Marks rows whose key was used before in the same file: one of the two is a mistake. */
export const markDoubles = (rows: readonly Row[], columns: readonly string[], issues: Issue[]): void => {
  const seen = new Map<string, number>();
  const last = columns.at(-1) ?? '';
  for (const row of rows) {
    const key = columns.map((column) => row.cells[column] ?? '').join('\n');
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row.number);
    else if (row.cells[last] !== '') {
      issues.push(
        issue(
          row,
          last,
          {
            nl: `${quoted(row.cells[last] ?? '')} staat ook in rij ${before}.`,
            en: `${quoted(row.cells[last] ?? '')} is in row ${before} too.`,
          },
          { nl: 'Haal een van de twee rijen weg.', en: 'Remove one of the two rows.' },
        ),
      );
    }
  }
};
