/** One measured figure, beside its peer when it has one, and whether it meets its target. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Who did the same work in the same run. */
  readonly peer: string | null;
  readonly peerValue: number | null;
  /** How many times better than the peer; above 1 is better, whichever way the unit runs. */
  readonly ratio: number | null;
  readonly target: string;
  readonly pass: boolean;
}

/** What was measured, on both sides, in the same unit. `lower` says which way is better. */
export interface Pair {
  readonly name: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly value: number;
  readonly peer: string;
  readonly peerValue: number;
  /** When the ratio was taken per round and not from the two values. */
  readonly ratio?: number;
}

/** A figure that must be so many times better than its peer. */
export const besidePeer = (pair: Pair, times: number): Figure => {
  const { better, value, peerValue } = pair;
  const ratio = pair.ratio ?? (better === 'lower' ? peerValue / value : value / peerValue);
  return {
    ...{ name: pair.name, value, unit: pair.unit, peer: pair.peer, peerValue, ratio },
    target: `>=${times}x`,
    pass: ratio >= times,
  };
};

/** A figure that stands alone, with the bound it must stay under. */
export const atMost = (name: string, value: number, unit: string, bound: number): Figure => ({
  ...{ name, value, unit, peer: null, peerValue: null, ratio: null },
  target: `<=${bound}`,
  pass: value <= bound,
});

/** A figure that stands alone, with the bound it must reach. */
export const atLeast = (name: string, value: number, unit: string, bound: number): Figure => ({
  ...{ name, value, unit, peer: null, peerValue: null, ratio: null },
  target: `>=${bound}`,
  pass: value >= bound,
});

/** The value in the middle: one slow round on a busy machine does not move it. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  const next = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (middle === undefined || next === undefined) throw new Error('nothing was measured');
  return (middle + next) / 2;
};

const short = (value: number | null): string => {
  if (value === null) return '-';
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
};

/** The figure on one line: `name value unit peer peer-value ratio target pass|fail`, a dash where there is nothing. */
export const lineOf = (figure: Figure): string =>
  [
    figure.name,
    short(figure.value),
    figure.unit,
    figure.peer ?? '-',
    short(figure.peerValue),
    figure.ratio === null ? '-' : `${short(figure.ratio)}x`,
    figure.target,
    figure.pass ? 'pass' : 'fail',
  ].join(' ');
