import type { NoteAct, NoteLine } from '#modules/cases/types-meeting.ts';

/** What becomes of an act: a line of its own, a change of the line it saw, or a line beside the one that somebody else changed. */
export type Typed = { readonly kind: 'new' | 'changed' | 'beside' | 'same'; readonly line: NoteLine };

const fresh = (act: NoteAct, id: string, by: Pick<NoteLine, 'byName' | 'at'>): NoteLine => ({
  ...{ id, place: act.place, beside: null, version: 1, text: act.text, kind: 'note', actionId: null },
  ...by,
});

/**
 * What an act makes of the line it was meant for. Who saw the version that stands changes it; who saw another, or none, gets a
 * line of their own beside it, so that nobody's words go under words that were never seen. What became a decision or an action
 * stands: a change of it is a line beside it too.
 */
export const typeLine = (line: NoteLine | null, act: NoteAct, by: Pick<NoteLine, 'byName' | 'at'>): Typed => {
  if (line === null) return { kind: 'new', line: fresh(act, act.lineId, by) };
  if (line.text === act.text) return { kind: 'same', line };
  if (line.version === act.seen && line.kind === 'note')
    return { kind: 'changed', line: { ...line, ...by, text: act.text, version: line.version + 1 } };
  // Nothing typed over something one has not seen strikes nothing, and adds nothing.
  if (act.text === '') return { kind: 'same', line };
  return {
    kind: 'beside',
    line: { ...fresh(act, act.id, by), place: line.place, beside: line.beside ?? line.id },
  };
};
