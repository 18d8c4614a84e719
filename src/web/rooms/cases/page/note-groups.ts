import type { MeetingAnswer } from '#modules/cases/contract.ts';

/** A line as the note shows it. */
export type Line = MeetingAnswer['meeting']['lines'][number];

/** Lines that stand side by side, for they were written over one another; most stand alone. Struck lines are gone. */
export const groupsOf = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.text === '') continue;
    const of = line.beside ?? line.id;
    groups.set(of, [...(groups.get(of) ?? []), line]);
  }
  return [...groups.values()];
};
