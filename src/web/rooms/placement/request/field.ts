import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import type { Fault } from './draft.ts';

/** The name of a question on the page; the focus finds it by `data-field`. */
export type Field = Fault['field'];

/** What is the matter with one field and how to do it right, or null. */
export const faultText = (faults: readonly Fault[], field: Field, t: TFunction): string | null => {
  const fault = faults.find((candidate) => candidate.field === field);
  return fault === undefined ? null : t(`fault.${fault.field}.${fault.code}`);
};

/** Puts the focus in a field, on its first thing to fill in or choose. */
export const focusField = (field: Field): void =>
  document.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea, select)`)?.focus();

/** After a try to send, the focus goes to the first field that is not right. */
export const useFocusOnFault = (tries: number, first: Field | undefined): void => {
  const seen = useRef(tries);
  useEffect(() => {
    if (tries === seen.current) return;
    seen.current = tries;
    if (first !== undefined) focusField(first);
  }, [tries, first]);
};
