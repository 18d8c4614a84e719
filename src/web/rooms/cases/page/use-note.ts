import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MeetingAnswer, TypedAnswer } from '#modules/cases/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { arrived, goingNow, type TypedLine, typedOn } from './note-typed.ts';

/** Somebody types on: so long after the last letter a line goes to the house. */
const PAUSE_MS = 500;
/** So long until it is tried again when the house was not there. */
const AGAIN_MS = 3_000;

/**
 * The note of a meeting on this screen: what the house has, with what is typed here over it. Each line somebody pauses in goes as
 * one act with an id of its own; without a connection it stays here and goes by itself, the same act again.
 */
export const useNote = (caseId: string, meetingId: string) => {
  const path = `/api/v1/cases/${caseId}/meetings/${meetingId}`;
  const read = useRead<MeetingAnswer>(path, ['case', 'consent']);
  const [typed, setTyped] = useState<readonly TypedLine[]>([]);
  const { mutate, isPending, error, reset } = useMutation<TypedAnswer, Problem, readonly TypedLine[]>({
    mutationFn: (going) => {
      const ids = new Set(going.map(({ id }) => id));
      setTyped((now) => now.map((each) => (ids.has(each.id) ? { ...each, sent: true } : each)));
      return call('POST', `${path}/lines`, { acts: going.map(({ sent: _, ...act }) => act) });
    },
    onSuccess: async (answer) => {
      await readAgain(['case']);
      setTyped((now) => arrived(now, answer));
    },
  });
  // What the house refused waits for somebody to type on; what did not reach it goes again.
  const refused = error !== null && error.status > 0;
  useEffect(() => {
    if (isPending || refused || typed.length === 0) return;
    const timer = setTimeout(() => mutate(goingNow(typed)), error === null ? PAUSE_MS : AGAIN_MS);
    return () => clearTimeout(timer);
  }, [typed, isPending, refused, error, mutate]);
  return {
    read,
    meeting: read.data?.body.meeting,
    error,
    /** Lines the house does not have yet, as they stand here. */
    waiting: [...new Map(typed.map((each) => [each.line, each])).values()],
    textOf: (line: { readonly id: string; readonly text: string }): string =>
      typed.findLast((each) => each.line === line.id)?.text ?? line.text,
    write(
      line: { readonly id: string; readonly place: number; readonly version: number },
      text: string,
    ): void {
      if (refused) reset();
      setTyped((now) => typedOn(now, line, { id: newKey(), text }));
    },
  };
};
