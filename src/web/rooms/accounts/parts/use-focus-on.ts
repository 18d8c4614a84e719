import { type RefObject, useEffect, useRef } from 'react';

/** A field that has the focus when it comes on the page, and gets it back when what was typed is refused. */
export const useFocusOn = (refused: unknown): RefObject<HTMLInputElement | null> => {
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal brings the focus back
  useEffect(() => field.current?.focus(), [refused]);
  return field;
};
