import { type JSX, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

const NUMBER = 'button[data-number]';

/** The number so many rows and cells away; cells and rows without one are passed over. */
const numberFrom = (at: HTMLElement, [rows, cells]: readonly [number, number]): HTMLElement | null => {
  const cell = at.closest('td');
  const row = cell?.closest('tr');
  const lines = [...(row?.closest('table')?.querySelectorAll('tr') ?? [])];
  if (cell === null || row === null || row === undefined) return null;
  if (cells !== 0) {
    const own = [...row.querySelectorAll<HTMLElement>(NUMBER)];
    return own[own.indexOf(at) + cells] ?? null;
  }
  for (let index = lines.indexOf(row) + rows; lines[index] !== undefined; index += rows) {
    const found = lines[index]?.cells[cell.cellIndex]?.querySelector<HTMLElement>(NUMBER);
    if (found) return found;
  }
  return null;
};

/** A table of numbers with one stop for Tab: the arrow keys go from number to number, and Enter opens the list. */
export const NumberGrid = ({ children }: { children: ReactNode }): JSX.Element => {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const numbers = [...(grid.current?.querySelectorAll<HTMLElement>(NUMBER) ?? [])];
    const [first] = numbers;
    if (first !== undefined && numbers.every((number) => number.tabIndex !== 0)) first.tabIndex = 0;
  });
  const go = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = STEPS[event.key];
    const at = event.target;
    if (step === undefined || !(at instanceof HTMLElement) || !at.matches(NUMBER)) return;
    // On a number the arrows do not change the moment that is shown.
    event.preventDefault();
    event.stopPropagation();
    numberFrom(at, step)?.focus();
  };
  const stay = (at: EventTarget): void => {
    if (!(at instanceof HTMLElement) || !at.matches(NUMBER)) return;
    for (const number of grid.current?.querySelectorAll<HTMLElement>(NUMBER) ?? []) number.tabIndex = -1;
    at.tabIndex = 0;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it
    <div ref={grid} onKeyDown={go} onFocus={({ target }) => stay(target)}>
      {children}
    </div>
  );
};
