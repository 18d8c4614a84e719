/** The row sits on no column: it stays without. */
export const NOBODY = -1;

/** Which rows and columns go together and what that costs, row after row; what is not listed never goes together. */
export interface Costs {
  readonly rows: number;
  readonly columns: number;
  /** Where the entries of each row begin, and one number more for where the last row ends. */
  readonly starts: Int32Array;
  readonly column: Int32Array;
  /** Whole numbers. */
  readonly cost: Float64Array;
  /** What it costs to leave a row without a column; always finite, so there is always an answer. */
  readonly none: Float64Array;
}

/** The work in hand: who sits where, and the price `v` of each column (0 until somebody wants it, then lower). */
interface Seats {
  readonly of: Costs;
  /** The entry by which a row sits on its column. */
  readonly seat: Int32Array;
  readonly rowOf: Int32Array;
  readonly v: Float64Array;
}

/** The best and second best entry of a row at today's prices. */
interface Best {
  first: number;
  second: number;
  firstCost: number;
  secondCost: number;
}

const findBest = ({ of, v }: Seats, row: number, best: Best): void => {
  const { starts, column, cost } = of;
  const end = starts[row + 1] as number;
  let [first, second] = [NOBODY, NOBODY];
  let [firstCost, secondCost] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let at = starts[row] as number; at < end; at++) {
    const price = (cost[at] as number) - (v[column[at] as number] as number);
    if (price >= secondCost) continue;
    if (price < firstCost) {
      second = first;
      secondCost = firstCost;
      first = at;
      firstCost = price;
    } else {
      second = at;
      secondCost = price;
    }
  }
  best.first = first;
  best.second = second;
  best.firstCost = firstCost;
  best.secondCost = secondCost;
};

/** What became of a bid: who had to leave, and whether that one may gain by bidding again at once. */
interface Bid {
  readonly out: number;
  readonly dearer: boolean;
}

/** Gives a row its best column, and makes it as dear as the second best allows. */
const bid = (seats: Seats, row: number, best: Best): Bid => {
  const { of, seat, rowOf, v } = seats;
  const none = of.none[row] as number;
  findBest(seats, row, best);
  // What nobody wants at this price, nobody will want at a higher one: a row that stays without is settled.
  if (best.first === NOBODY || none <= best.firstCost) return { out: NOBODY, dearer: false };
  const second = Math.min(best.secondCost, none);
  const dearer = best.firstCost < second;
  let entry = best.first;
  let column = of.column[entry] as number;
  if (dearer) v[column] = (v[column] as number) - (second - best.firstCost);
  else if (rowOf[column] !== NOBODY && best.secondCost === second) {
    entry = best.second;
    column = of.column[entry] as number;
  }
  const out = rowOf[column] as number;
  rowOf[column] = row;
  seat[row] = entry;
  if (out !== NOBODY) seat[out] = NOBODY;
  return { out, dearer };
};

/** Each row in turn takes what it likes best; who is pushed out tries again. Answers who is left after two rounds. */
const bidInTurn = (seats: Seats): number[] => {
  const { rows } = seats.of;
  const best: Best = { first: NOBODY, second: NOBODY, firstCost: 0, secondCost: 0 };
  let waiting = Array.from({ length: rows }, (_, row) => row);
  for (let round = 0; round < 2; round++) {
    const left: number[] = [];
    let tries = 8 * rows;
    for (const one of waiting) {
      let row = one;
      while (row !== NOBODY) {
        const { out, dearer } = bid(seats, row, best);
        row = out;
        if (row !== NOBODY && (!dearer || tries-- <= 0)) {
          left.push(row);
          break;
        }
      }
    }
    waiting = left;
  }
  return waiting;
};

/** What the search for one row keeps; made once for all rows. */
interface Search {
  /** Least cost by which each column can be reached, from which row and by which entry. */
  readonly reach: Float64Array;
  readonly from: Int32Array;
  readonly entry: Int32Array;
  /** 1: can be reached; 2: done. */
  readonly state: Uint8Array;
  /** Columns that can be reached, and those that are done. */
  readonly open: Int32Array;
  readonly done: Int32Array;
  opened: number;
}

/** Looks on from a row that was reached at this cost. */
const lookOn = ({ of, v }: Seats, search: Search, row: number, paid: number): void => {
  const { reach, from, entry, state, open } = search;
  const { starts, column, cost } = of;
  const end = starts[row + 1] as number;
  let { opened } = search;
  for (let at = starts[row] as number; at < end; at++) {
    const to = column[at] as number;
    const price = paid + (cost[at] as number) - (v[to] as number);
    if (price >= (reach[to] as number) || state[to] === 2) continue;
    reach[to] = price;
    from[to] = row;
    entry[to] = at;
    if (state[to] === 1) continue;
    state[to] = 1;
    open[opened++] = to;
  }
  search.opened = opened;
};

/** Where the nearest open column stands in its list; among equals the lowest, a free one before others. -1: none. */
const nearest = ({ rowOf }: Seats, { reach, open, opened }: Search): number => {
  let at = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < opened; i++) {
    const column = open[i] as number;
    const here = reach[column] as number;
    if (here > least || (here === least && rowOf[column] !== NOBODY)) continue;
    least = here;
    at = i;
  }
  return at;
};

/** Where the cheapest way out ends: a free column, or a row that gives its column up. */
interface End {
  readonly column: number;
  readonly row: number;
}

/** Columns that were passed on the way become dearer, so that the next search sees true prices. */
const settle = ({ v }: Seats, { reach, done }: Search, passed: number, length: number): void => {
  for (let i = 0; i < passed; i++) {
    const column = done[i] as number;
    v[column] = (v[column] as number) + (reach[column] as number) - length;
  }
};

/** The cheapest row so far that could give its column up, and what the whole chain would cost then. */
interface GivingUp {
  row: number;
  cost: number;
}

const considerGivingUp = (giving: GivingUp, row: number, cost: number): void => {
  if (cost >= giving.cost) return;
  giving.row = row;
  giving.cost = cost;
};

/** Finds the cheapest chain of moves that seats a row: the shortest path of Dijkstra over the prices. */
const shortest = (seats: Seats, start: number, search: Search): End => {
  const { of, seat, rowOf, v } = seats;
  const { reach, state, open, done } = search;
  reach.fill(Number.POSITIVE_INFINITY);
  state.fill(0);
  search.opened = 0;
  const giving: GivingUp = { row: start, cost: of.none[start] as number };
  let [row, paid] = [start, 0];
  for (let passed = 0; ; passed++) {
    lookOn(seats, search, row, paid);
    const at = nearest(seats, search);
    const column = at < 0 ? NOBODY : (open[at] as number);
    const length = at < 0 ? Number.POSITIVE_INFINITY : (reach[column] as number);
    if (giving.cost <= length) {
      settle(seats, search, passed, giving.cost);
      return { column: NOBODY, row: giving.row };
    }
    if (rowOf[column] === NOBODY) {
      settle(seats, search, passed, length);
      return { column, row: NOBODY };
    }
    search.opened -= 1;
    open[at] = open[search.opened] as number;
    state[column] = 2;
    done[passed] = column;
    row = rowOf[column] as number;
    paid = length - (of.cost[seat[row] as number] as number) + (v[column] as number);
    considerGivingUp(giving, row, paid + (of.none[row] as number));
  }
};

/** Everybody on the way moves one place up. */
const moveUp = ({ of, seat, rowOf }: Seats, start: number, end: End, { from, entry }: Search): void => {
  let column = end.column;
  if (column === NOBODY) {
    if (end.row === start) return;
    column = of.column[seat[end.row] as number] as number;
    seat[end.row] = NOBODY;
  }
  for (;;) {
    const row = from[column] as number;
    const before = seat[row] as number;
    rowOf[column] = row;
    seat[row] = entry[column] as number;
    if (row === start) return;
    column = of.column[before] as number;
  }
};

/**
 * Gives each row at most one column and each column to at most one row, for the least cost in sum: rows that cost less
 * without a column stay without. Answers the entry of each row, or `NOBODY`. After Jonker and Volgenant (1987), for more
 * columns than rows and pairs that do not go together; the same numbers in the same order give the same answer.
 */
export const solve = (of: Costs): Int32Array => {
  const { rows, columns } = of;
  const seats: Seats = {
    of,
    seat: new Int32Array(rows).fill(NOBODY),
    rowOf: new Int32Array(columns).fill(NOBODY),
    v: new Float64Array(columns),
  };
  const left = bidInTurn(seats);
  const search: Search = {
    reach: new Float64Array(columns),
    from: new Int32Array(columns),
    entry: new Int32Array(columns),
    state: new Uint8Array(columns),
    open: new Int32Array(columns),
    done: new Int32Array(columns),
    opened: 0,
  };
  for (const row of left) moveUp(seats, row, shortest(seats, row, search), search);
  return seats.seat;
};

/** What an answer costs in sum. */
export const totalOf = ({ cost, none }: Costs, seat: Int32Array): number =>
  seat.reduce((sum, entry, row) => sum + ((entry === NOBODY ? none[row] : cost[entry]) as number), 0);
