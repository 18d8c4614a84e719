import { expect, it } from 'vitest';
import { arrived, goingNow, type TypedLine, typedOn } from './note-typed.ts';

const line = { id: 'l', place: 1, version: 0 };
const sent = (typed: readonly TypedLine[]): readonly TypedLine[] =>
  typed.map((each) => ({ ...each, sent: true }));
const standing = (id: string, version: number, text: string) => ({
  ...{
    id,
    version,
    text,
    place: 1,
    beside: null,
    kind: 'note' as const,
    by: 'Oefen',
    at: '2026-12-01T13:00:00Z',
  },
});
const answer = (act: string, kept: ReturnType<typeof standing>) => ({
  kept: [{ act, line: kept.id }],
  meeting: {
    id: 'm',
    at: '2026-12-01T13:00:00Z',
    minutes: 30,
    place: 'Hier',
    cancelled: null,
    lines: [kept],
  },
});

it('who types on before it went, sends one line; who types on after it went, sends the next over what it became', () => {
  const first = typedOn(typedOn([], line, { id: 'a', text: 'Me' }), line, { id: 'b', text: 'Mevrouw' });
  expect(goingNow(first).map(({ id, text }) => [id, text])).toEqual([['b', 'Mevrouw']]);
  const more = typedOn(sent(first), line, { id: 'c', text: 'Mevrouw slaapt' });
  // The answer is not there yet, or was cut off: the same act goes again, and the next waits.
  expect(goingNow(more).map(({ id }) => id)).toEqual(['b']);
  const left = arrived(more, answer('b', standing('l', 1, 'Mevrouw')));
  expect(left).toEqual([{ id: 'c', line: 'l', place: 1, seen: 1, text: 'Mevrouw slaapt', sent: false }]);
});

it('who pauses between two words, types on in the same line', () => {
  const typed = typedOn(sent(typedOn([], line, { id: 'a', text: 'Mevrouw ' })), line, {
    id: 'b',
    text: 'Mevrouw slaapt',
  });
  expect(arrived(typed, answer('a', standing('l', 1, 'Mevrouw ')))).toMatchObject([{ id: 'b', seen: 1 }]);
  expect(arrived(typed, answer('a', standing('l', 1, 'Mevrouw')))).toMatchObject([{ id: 'b', seen: 1 }]);
});

it('what somebody else wrote while one typed was not seen, and is not written over', () => {
  const typed = typedOn(
    typedOn([], { ...line, version: 3 }, { id: 'a', text: 'M' }),
    { ...line, version: 4 },
    { id: 'b', text: 'Me' },
  );
  expect(goingNow(typed)).toMatchObject([{ id: 'b', seen: 3 }]);
  const more = typedOn(sent(typed), line, { id: 'c', text: 'Mevrouw' });
  expect(arrived(more, answer('b', standing('l', 6, 'Iemand anders')))).toMatchObject([{ id: 'c', seen: 0 }]);
});

it('what became a line beside another, is typed on there', () => {
  const typed = typedOn(sent(typedOn([], line, { id: 'a', text: 'Anders' })), line, {
    id: 'b',
    text: 'Anders dus',
  });
  const [left] = arrived(typed, answer('a', standing('a', 1, 'Anders')));
  expect(left).toMatchObject({ id: 'b', line: 'a', seen: 1 });
});
