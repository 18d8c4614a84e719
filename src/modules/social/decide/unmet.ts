/** Fewer than this is not said: among so few somebody would be known again. */
export const FEWEST_SAID = 5;

/** How often a kind of help was not there for one reason. */
export interface UnmetCount {
  readonly kind: string;
  readonly reason: string;
  readonly times: number;
}

/** What is said of a kind: how often, null when too few, and for which reasons. */
export interface SaidUnmet {
  readonly kind: string;
  readonly times: number | null;
  readonly reasons: readonly { readonly reason: string; readonly times: number }[];
}

const sumOf = (counts: readonly { readonly times: number }[]): number =>
  counts.reduce((sum, { times }) => sum + times, 0);

const mostFirst = <T extends { readonly times: number }>(counts: readonly T[]): T[] =>
  counts.toSorted((a, b) => b.times - a.times);

/** The reasons that can be said; what is left over must not be few either, or it could be worked out. */
const saidReasons = (counts: readonly UnmetCount[]): SaidUnmet['reasons'] => {
  const said = mostFirst(counts)
    .filter(({ times }) => times >= FEWEST_SAID)
    .map(({ reason, times }) => ({ reason, times }));
  const left = () => sumOf(counts) - sumOf(said);
  while (said.length > 0 && left() > 0 && left() < FEWEST_SAID) said.pop();
  return said;
};

const totals = (counts: readonly UnmetCount[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const each of counts) times.set(each.reason, (times.get(each.reason) ?? 0) + each.times);
  return times;
};

/** What the region may say of the help that was not there, most often first; months are taken together. */
export const sayUnmet = (counts: readonly UnmetCount[]): readonly SaidUnmet[] => {
  const kinds = [...new Set(counts.map(({ kind }) => kind))].toSorted();
  const all = kinds.map((kind) => {
    const own = [...totals(counts.filter((each) => each.kind === kind))].map(([reason, times]) => ({
      ...{ kind, reason, times },
    }));
    return { kind, times: sumOf(own), reasons: saidReasons(own) };
  });
  return mostFirst(all).map(({ kind, times, reasons }) =>
    times < FEWEST_SAID ? { kind, times: null, reasons: [] } : { kind, times, reasons },
  );
};
