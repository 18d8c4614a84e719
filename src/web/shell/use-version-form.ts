import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useKeys } from './acts.ts';

/** What every part of a form is given: what is typed, what is wrong in it, and how to change it. */
export interface Writing<Draft, Field extends string> {
  readonly draft: Draft;
  /** What is wrong with a field, in words; null when nothing is, or nobody tried to send it yet. */
  readonly wrong: (field: Field) => string | null;
  readonly change: (part: Partial<Draft>) => void;
}

/** How the next version of something is written. */
interface Version<Draft, Field extends string, Fault> {
  /** What it begins with: what counts now. */
  readonly begin: () => Draft;
  readonly faultsOf: (draft: Draft) => ReadonlyMap<Field, Fault>;
  readonly say: (fault: Fault) => string;
  /** What Escape does, in words. */
  readonly leave: string;
  readonly onLeave: () => void;
  /** Only for a draft without faults. */
  readonly send: (draft: Draft) => void;
}

/**
 * The form in which somebody decides on the next version of what everybody works with: opens on its first field, leaves with
 * Escape, gives the focus back, and on what is wrong goes to the first field that is.
 */
export const useVersionForm = <Draft, Field extends string, Fault>({
  begin,
  faultsOf,
  say,
  leave,
  onLeave,
  send,
}: Version<Draft, Field, Fault>): {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly writing: Writing<Draft, Field>;
  readonly submit: (event: FormEvent) => void;
} => {
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(begin);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(draft);
  useFocusBack();
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  useKeys([{ keys: ['Escape'], does: leave, run: onLeave, onlyKey: true }]);
  return {
    form,
    writing: {
      draft,
      wrong: (field) => {
        const fault = tried ? faults.get(field) : undefined;
        return fault === undefined ? null : say(fault);
      },
      change: (part) => setDraft((earlier) => ({ ...earlier, ...part })),
    },
    submit: (event) => {
      event.preventDefault();
      setTried(true);
      if (faults.size === 0) return send(draft);
      // Where it goes wrong first, there one goes on.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    },
  };
};
