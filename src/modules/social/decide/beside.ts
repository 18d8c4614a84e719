import type { HeardNeed } from './hear.ts';
import type { KindCode } from './kinds.ts';
import type { Need } from './need.ts';
import { NEEDS_V1 } from './needs-v1.ts';

/** So many other needs are offered: what fits on a phone below what was heard. */
const MOST = 4;
/** The kind of help was made for the need. */
const MADE_FOR = 3;

const bestKinds = ({ kinds }: Need): KindCode[] =>
  (Object.entries(kinds) as [KindCode, number][]).filter(([, fit]) => fit === MADE_FOR).map(([kind]) => kind);

/** How strongly help for what was heard points at another need: bad sleep at debts, because debt help may answer it. */
const pointsAt = (heard: readonly HeardNeed[], other: Need): number => {
  const made = bestKinds(other);
  return heard.reduce(
    (sum, { need, surety }) =>
      sum +
      surety * Math.max(0, ...made.map((kind) => need.kinds[kind] ?? 0).filter((fit) => fit < MADE_FOR)),
    0,
  );
};

/** Needs that may lie behind what was heard, to be asked with “bedoelt u ook”; the likeliest first, none that was heard. */
export const needsBeside = (heard: readonly HeardNeed[]): readonly Need[] => {
  const known = new Set(heard.map(({ need }) => need.code));
  return NEEDS_V1.filter(({ code }) => !known.has(code))
    .map((need) => ({ need, points: pointsAt(heard, need) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST)
    .map(({ need }) => need);
};

/** The needs somebody chose by their codes, as sure as if they had said them; a code that is none is left out. */
export const needsChosen = (codes: readonly string[]): readonly HeardNeed[] =>
  NEEDS_V1.filter(({ code }) => codes.includes(code)).map((need) => ({ need, by: need.nl, surety: 1 }));
