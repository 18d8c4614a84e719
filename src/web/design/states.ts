/** The six states of a place, in the order in which they always stand. */
export const STATES = ['free', 'soon', 'held', 'occupied', 'closed', 'unknown'] as const;

/** Free · comes free · held · occupied · closed · unknown. "No staff" is closed with that reason, never a seventh. */
export type State = (typeof STATES)[number];

/** How many places of each state, as a row of beds shows them; a state left out counts zero. */
export type StateCounts = Readonly<Partial<Record<State, number>>>;

/** The states of a row one by one, in the fixed order: `{ occupied: 1, free: 2 }` gives free, free, occupied. */
export const spread = (counts: StateCounts): State[] =>
  STATES.flatMap((state) => new Array<State>(Math.max(0, counts[state] ?? 0)).fill(state));
