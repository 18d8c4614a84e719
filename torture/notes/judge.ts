import type { Client } from 'pg';
import { asOwner } from '#torture/house/judge.ts';

/** What somebody typed: text that nobody else typed, or nothing to strike what they saw. */
export interface Typed {
  readonly text: string;
}

interface Kept {
  readonly id: string;
  readonly lineId: string;
  readonly keptIn: string;
  readonly seen: number;
  readonly text: string;
}

interface Standing {
  readonly id: string;
  readonly version: number;
  readonly text: string;
}

/** What is wrong with a note, counted from its tables alone. */
export interface NoteFaults {
  /** Typed, and in no version of any line. */
  readonly lost: number;
  /** Kept more than once, or in more than one line. */
  readonly doubles: number;
  /** Lines that do not follow from what was typed: something went under words its writer had not seen. */
  readonly unexplained: number;
}

/** The acts a line was made of, one a version: the first began it, each next saw the one before. */
const versionsOf = (line: Standing, acts: readonly Kept[]): readonly Kept[] => {
  const here = acts.filter(({ keptIn }) => keptIn === line.id);
  // A line of one's own is begun by an act meant for it; a line beside another has the id of the act that did not fit.
  const first = here.find(({ id, lineId, seen }) => id === line.id || (lineId === line.id && seen === 0));
  const made: Kept[] = first === undefined ? [] : [first];
  for (let version = 1; version < line.version; version++) {
    const over = here.filter((act) => act !== first && act.lineId === line.id && act.seen === version);
    // Nothing, typed over what was not seen, changes nothing: it is kept, and makes no version.
    const next = over.find(({ text }) => text !== '') ?? over[0];
    if (next === undefined) return made;
    made.push(next);
  }
  return made;
};

/** Lays what was typed beside what stands. It reads rows, and shares nothing with the code that wrote them. */
const judgeNote = (
  typed: readonly Typed[],
  { lines, acts }: { readonly lines: readonly Standing[]; readonly acts: readonly Kept[] },
): NoteFaults => {
  const versions = lines.map((line) => ({ line, made: versionsOf(line, acts) }));
  const times = new Map<string, number>();
  for (const { made } of versions) for (const { text } of made) times.set(text, (times.get(text) ?? 0) + 1);
  const written = typed.filter(({ text }) => text !== '');
  return {
    lost: written.filter(({ text }) => !times.has(text)).length,
    doubles: [...times].filter(([text, count]) => text !== '' && count > 1).length,
    unexplained: versions.filter(
      ({ line, made }) => made.length !== line.version || made.at(-1)?.text !== line.text,
    ).length,
  };
};

const read = async (
  client: Client,
  meeting: string,
): Promise<{ readonly lines: readonly Standing[]; readonly acts: readonly Kept[] }> => {
  const lines = await client.query<Standing>(
    'select id, version, text from cases_note_line where meeting_id = $1',
    [meeting],
  );
  const acts = await client.query<Kept>(
    `select id, line_id as "lineId", kept_in as "keptIn", seen, text from cases_note_act where meeting_id = $1`,
    [meeting],
  );
  return { lines: lines.rows, acts: acts.rows };
};

/** Defects of a house, planted in its tables: a line that went under unseen words, and one that is gone. */
const PLANTED = {
  overwritten: `update cases_note_line set text = 'overschreven' where id =
    (select id from cases_note_line where version > 1 order by id limit 1)`,
  gone: `with act as (delete from cases_note_act where kept_in in
      (select id from cases_note_line where beside is not null and version = 1 order by id limit 1) returning kept_in)
    delete from cases_note_line where id in (select kept_in from act)`,
} as const;

/** What is wrong with the note of a meeting, and what is found in it when a defect is planted and taken back. */
export const judgeMeeting = (
  url: string,
  meeting: string,
  typed: readonly Typed[],
): Promise<NoteFaults & { readonly planted: Readonly<Record<keyof typeof PLANTED, NoteFaults>> }> =>
  asOwner(url, async (client) => {
    const faults = judgeNote(typed, await read(client, meeting));
    const withDefect = async (sql: string): Promise<NoteFaults> => {
      await client.query('begin');
      await client.query(sql);
      const found = judgeNote(typed, await read(client, meeting));
      await client.query('rollback');
      return found;
    };
    const overwritten = await withDefect(PLANTED.overwritten);
    const gone = await withDefect(PLANTED.gone);
    return { ...faults, planted: { overwritten, gone } };
  });
