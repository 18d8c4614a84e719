import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteAct, NoteLine } from '#modules/cases/types-meeting.ts';
import { typeLine } from './note.ts';

const by = { byName: 'Oefen', at: 1 };
const act = (of: Partial<NoteAct>): NoteAct => ({
  id: 'a',
  lineId: 'l',
  place: 1,
  seen: 0,
  text: 'x',
  ...of,
});
const line = (of: Partial<NoteLine> = {}): NoteLine => ({
  ...{ id: 'l', place: 1, beside: null, version: 2, text: 'stond er', kind: 'note', actionId: null },
  ...by,
  ...of,
});

describe('a line of a note', () => {
  it('is changed by who saw it as it stands', () => {
    expect(typeLine(line(), act({ seen: 2, text: 'beter' }), by)).toMatchObject({
      kind: 'changed',
      line: { id: 'l', version: 3, text: 'beter' },
    });
  });

  it('stays, with another beside it, when somebody else was first', () => {
    expect(typeLine(line(), act({ id: 'b', seen: 1, text: 'anders' }), by)).toMatchObject({
      kind: 'beside',
      line: { id: 'b', beside: 'l', place: 1, version: 1, text: 'anders' },
    });
    expect(typeLine(line({ id: 'm', beside: 'l' }), act({ lineId: 'm', seen: 1 }), by).line.beside).toBe('l');
  });

  it('is not struck by who did not see it, and stays as it was decided', () => {
    expect(typeLine(line(), act({ seen: 1, text: '' }), by)).toEqual({ kind: 'same', line: line() });
    expect(typeLine(line({ kind: 'decision' }), act({ seen: 2, text: 'toch niet' }), by).kind).toBe('beside');
  });
});

/** The house as it keeps a note, and a network that loses answers. */
const openNote = () => {
  const [lines, kept] = [new Map<string, NoteLine>(), new Map<string, string>()];
  /** Per line, what stood in it and over what it was written. */
  const replaced = new Map<string, string[]>();
  return {
    lines,
    replaced,
    take(given: NoteAct): NoteLine {
      const known = kept.get(given.id);
      if (known !== undefined) return lines.get(known) as NoteLine;
      const before = lines.get(given.lineId) ?? null;
      const typed = typeLine(before, given, by);
      if (typed.kind === 'changed' && before !== null)
        replaced.set(before.id, [...(replaced.get(before.id) ?? []), before.text]);
      lines.set(typed.line.id, typed.line);
      kept.set(given.id, typed.line.id);
      return typed.line;
    },
  };
};

type Note = ReturnType<typeof openNote>;

/** What is looked at when all is done: what was acknowledged, and what went under words whose writer had it on screen. */
const openBooks = () => ({ acknowledged: [] as string[], seenWords: new Set<string>(), conflicts: 0 });

/** Somebody who types, with what stands on their screen and what was never answered. */
const openEditor = (name: number, note: Note, books: ReturnType<typeof openBooks>) => {
  const screen = new Map<string, number>();
  const unanswered: NoteAct[] = [];
  const send = (given: NoteAct, comes: boolean): void => {
    const before = note.lines.get(given.lineId);
    if (before?.version === given.seen) books.seenWords.add(before.text);
    const answered = note.take(given);
    if (answered.beside !== null) books.conflicts++;
    if (!comes) {
      unanswered.push(given);
      return;
    }
    books.acknowledged.push(given.text);
    screen.set(answered.id, answered.version);
  };
  return {
    look(): void {
      for (const { id, version } of note.lines.values()) screen.set(id, version);
    },
    again(): void {
      const first = unanswered.shift();
      if (first !== undefined) send(first, true);
    },
    type(at: number, lineId: string, comes: boolean): void {
      const seen = screen.get(lineId) ?? 0;
      send(act({ id: `act-${at}`, lineId, seen, text: `${name} typt ${at}` }), comes);
    },
  };
};

const move = fc.record({
  editor: fc.nat(3),
  line: fc.nat(5),
  does: fc.constantFrom('type', 'type', 'type', 'look', 'again'),
  comes: fc.boolean(),
});

it('several editors in any order, with answers cut off and acts sent again: every acknowledged line is there, none lost', () => {
  let conflicts = 0;
  fc.assert(
    fc.property(fc.array(move, { minLength: 5, maxLength: 120 }), (moves) => {
      const [note, books] = [openNote(), openBooks()];
      const editors = [0, 1, 2, 3].map((name) => openEditor(name, note, books));
      for (const [at, { editor, line: n, does, comes }] of moves.entries()) {
        if (does === 'type') editors[editor]?.type(at, `line-${n}`, comes);
        else editors[editor]?.[does as 'look' | 'again']();
      }
      const standing = new Set([...note.lines.values()].map(({ text }) => text));
      const lost = books.acknowledged.filter((text) => !standing.has(text) && !books.seenWords.has(text));
      const unseen = [...note.replaced.values()].flat().filter((text) => !books.seenWords.has(text));
      expect([lost, unseen]).toEqual([[], []]);
      // Sent again is once: nobody's words stand twice.
      expect(standing.size).toBe(note.lines.size);
      conflicts += books.conflicts;
    }),
    { numRuns: 300 },
  );
  expect(conflicts).toBeGreaterThan(100);
});
