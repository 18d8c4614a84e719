import type { TypedAnswer } from '#modules/cases/contract.ts';

/** A line as it was typed here, over the version that was on this screen, until the house has it. */
export interface TypedLine {
  readonly id: string;
  readonly line: string;
  readonly place: number;
  readonly seen: number;
  readonly text: string;
  /** It went on its way: it may be in the house already, so it is not changed any more, only sent again. */
  readonly sent: boolean;
}

/** Typed on in a line: what did not go yet is changed, what went is followed by another. */
export const typedOn = (
  typed: readonly TypedLine[],
  line: { readonly id: string; readonly place: number; readonly version: number },
  { id, text }: { readonly id: string; readonly text: string },
): readonly TypedLine[] => {
  const before = typed.find((each) => each.line === line.id && !each.sent);
  // What somebody else wrote since the first letter is behind what is typed, and was not seen.
  const seen = before?.seen ?? line.version;
  const rest = typed.filter((each) => each !== before);
  return [...rest, { id, line: line.id, place: line.place, seen, text, sent: false }];
};

/** What goes now: of each line the first; the next waits until it is known over what it was written. */
export const goingNow = (typed: readonly TypedLine[]): readonly TypedLine[] => [
  ...new Map(typed.toReversed().map((each) => [each.line, each])).values(),
];

/** What is left when the house has these: what was typed after them stands over, and in, the line they became. */
export const arrived = (
  typed: readonly TypedLine[],
  { kept, meeting }: Pick<TypedAnswer, 'kept' | 'meeting'>,
): readonly TypedLine[] => {
  const lineOf = new Map(kept.map(({ act, line }) => [act, line]));
  const moved = new Map(
    typed.flatMap(({ id, line, text }) => {
      const now = meeting.lines.find((each) => each.id === lineOf.get(id));
      if (now === undefined) return [];
      // Somebody wrote over it before this answer came: that was not seen, so what follows stands beside it. Nothing
      // but spaces is nothing there.
      return [[line, { line: now.id, seen: now.text.trim() === text.trim() ? now.version : 0 }] as const];
    }),
  );
  return typed.filter(({ id }) => !lineOf.has(id)).map((each) => ({ ...each, ...moved.get(each.line) }));
};
