/** Walks with the focus along the rows of a list, one further or one back; into the list when the focus is elsewhere. */
export const walkRows = (rows: string, by: 1 | -1): void => {
  const all = [...document.querySelectorAll<HTMLElement>(rows)];
  const here = all.indexOf(document.activeElement as HTMLElement);
  const next = all[here === -1 ? 0 : Math.max(0, Math.min(all.length - 1, here + by))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
};
