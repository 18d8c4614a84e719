import { type FocusEvent, type KeyboardEvent, useState } from 'react';

/** A place on the rota: row −1 are the half-days themselves. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

const spotOf = (element: EventTarget): Spot | null => {
  const place = element instanceof HTMLElement ? element.closest<HTMLElement>('[data-row]') : null;
  return place === null
    ? null
    : { row: Number(place.dataset['row']), column: Number(place.dataset['column']) };
};

/** Where a button of the rota stands, for the arrows. */
export const spotProps = ({ row, column }: Spot, stop: boolean) => ({
  'data-row': row,
  'data-column': column,
  tabIndex: stop ? 0 : -1,
});

/** The rota is one stop of Tab; the arrows walk over its cells, and up to the half-days above them. */
export const useRotaKeys = ({ rows, columns }: { readonly rows: number; readonly columns: number }) => {
  const [kept, setKept] = useState<Spot>({ row: 0, column: 0 });
  const spot = { row: Math.min(kept.row, rows - 1), column: Math.min(kept.column, columns - 1) };
  return {
    spot,
    onFocus: ({ target }: FocusEvent<HTMLTableElement>): void => {
      const here = spotOf(target);
      if (here !== null) setKept(here);
    },
    onKeyDown: (event: KeyboardEvent<HTMLTableElement>): void => {
      const [here, step] = [spotOf(event.target), STEPS[event.key]];
      if (here === null || step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      const row = Math.max(-1, Math.min(rows - 1, here.row + step[0]));
      const column = Math.max(0, Math.min(columns - 1, here.column + step[1]));
      event.preventDefault();
      const next = `[data-row="${row}"][data-column="${column}"]`;
      event.currentTarget.querySelector<HTMLElement>(next)?.focus();
    },
  };
};
