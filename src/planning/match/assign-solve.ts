/** The row sits on no column: it stays without a place. */
export const NOBODY = -1;

/** What is given to whom: rows × columns of cost in one row after the other, and per row what no column costs. */
export interface Costs {
  readonly rows: number;
  readonly columns: number;
  /** Whole numbers; Infinity where the two never go together. */
  readonly cost: Float64Array;
  /** What it costs to leave a row without a column; always finite, so there is always an answer. */
  readonly none: Float64Array;
}

/** The work in hand: who sits where, and the price `v` of each column (0 until somebody wants it, then lower). */
interface Seats {
  readonly of: Costs;
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly v: Float64Array;
}

/** The best and second best column of a row at today's prices; leaving it without one counts as a second best too. */
interface Best {
  first: number;
  second: number;
  firstCost: number;
  secondCost: number;
}

const findBest = ({ of, v }: Seats, row: number, best: Best): void => {
  const { columns, cost } = of;
  const start = row * columns;
  let [first, second] = [NOBODY, NOBODY];
  let [firstCost, secondCost] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let column = 0; column < columns; column++) {
    const price = (cost[start + column] as number) - (v[column] as number);
    if (price >= secondCost) continue;
    if (price < firstCost) {
      second = first;
      secondCost = firstCost;
      first = column;
      firstCost = price;
    } else {
      second = column;
      secondCost = price;
    }
  }
  best.first = first;
  best.second = second;
  best.firstCost = firstCost;
  best.secondCost = secondCost;
};

/** What became of a bid: who had to leave, and whether somebody who has to leave may gain by bidding again at once. */
interface Bid {
  readonly out: number;
  readonly dearer: boolean;
}

/** Gives a row its best column, and makes it as dear as the second best allows. */
const bid = (seats: Seats, row: number, best: Best): Bid => {
  const { of, columnOf, rowOf, v } = seats;
  const none = of.none[row] as number;
  findBest(seats, row, best);
  // What nobody wants at this price, nobody will want at a higher one: a row that stays without is settled.
  if (best.first === NOBODY || none <= best.firstCost) return { out: NOBODY, dearer: false };
  const second = Math.min(best.secondCost, none);
  const dearer = best.firstCost < second;
  let column = best.first;
  if (dearer) v[column] = (v[column] as number) - (second - best.firstCost);
  else if (rowOf[column] !== NOBODY && best.secondCost === second) column = best.second;
  const out = rowOf[column] as number;
  rowOf[column] = row;
  columnOf[row] = column;
  if (out !== NOBODY) columnOf[out] = NOBODY;
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

/** What the search of one row keeps; made once for all rows. */
interface Search {
  /** Least cost by which each column can be reached. */
  readonly reach: Float64Array;
  readonly from: Int32Array;
  /** The columns: first those that are done, then those that are not. */
  readonly order: Int32Array;
}

/** Where the cheapest way out ends: a free column, or a row that gives its column up. */
interface End {
  readonly column: number;
  readonly row: number;
}

/** Columns that were passed on the way become dearer, so that the next search sees true prices. */
const settle = ({ v }: Seats, { reach, order }: Search, done: number, length: number): void => {
  for (let i = 0; i < done; i++) {
    const column = order[i] as number;
    v[column] = (v[column] as number) + (reach[column] as number) - length;
  }
};

/** Looks on from a row that was reached at this cost; answers where in the order the nearest open column stands, or -1. */
const lookOn = (
  seats: Seats,
  { reach, from, order }: Search,
  done: number,
  row: number,
  paid: number,
): number => {
  const { of, rowOf, v } = seats;
  const { columns, cost } = of;
  const own = row * columns;
  let nearest = Number.POSITIVE_INFINITY;
  let at = -1;
  for (let i = done; i < columns; i++) {
    const column = order[i] as number;
    const price = paid + (cost[own + column] as number) - (v[column] as number);
    if (price < (reach[column] as number)) {
      reach[column] = price;
      from[column] = row;
    }
    const here = reach[column] as number;
    // Among equals a free column ends the search at once.
    if (here < nearest || (here === nearest && at >= 0 && rowOf[column] === NOBODY)) {
      nearest = here;
      at = i;
    }
  }
  return at;
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
  const { of, rowOf, v } = seats;
  const { columns, cost, none } = of;
  const { reach, order } = search;
  reach.fill(Number.POSITIVE_INFINITY);
  for (let column = 0; column < columns; column++) order[column] = column;
  const giving: GivingUp = { row: start, cost: none[start] as number };
  let [row, paid] = [start, 0];
  for (let done = 0; ; done++) {
    const at = lookOn(seats, search, done, row, paid);
    const column = at < 0 ? NOBODY : (order[at] as number);
    const nearest = at < 0 ? Number.POSITIVE_INFINITY : (reach[column] as number);
    if (giving.cost <= nearest) {
      settle(seats, search, done, giving.cost);
      return { column: NOBODY, row: giving.row };
    }
    if (rowOf[column] === NOBODY) {
      settle(seats, search, done, nearest);
      return { column, row: NOBODY };
    }
    order[at] = order[done] as number;
    order[done] = column;
    row = rowOf[column] as number;
    paid = nearest - (cost[row * columns + column] as number) + (v[column] as number);
    considerGivingUp(giving, row, paid + (none[row] as number));
  }
};

/** Everybody on the way moves one place up. */
const moveUp = ({ columnOf, rowOf }: Seats, start: number, end: End, from: Int32Array): void => {
  let column = end.column;
  if (column === NOBODY) {
    if (end.row === start) return;
    column = columnOf[end.row] as number;
    columnOf[end.row] = NOBODY;
  }
  for (;;) {
    const row = from[column] as number;
    const next = columnOf[row] as number;
    rowOf[column] = row;
    columnOf[row] = column;
    if (row === start) return;
    column = next;
  }
};

/**
 * Gives each row at most one column and each column to at most one row, for the least cost in sum: rows that cost less
 * without a column stay without. After Jonker and Volgenant (1987), for more columns than rows and with places that do
 * not go together; among equal answers the order of rows and columns decides, so the same numbers give the same answer.
 */
export const solve = (of: Costs): Int32Array => {
  const { rows, columns } = of;
  const seats: Seats = {
    of,
    columnOf: new Int32Array(rows).fill(NOBODY),
    rowOf: new Int32Array(columns).fill(NOBODY),
    v: new Float64Array(columns),
  };
  const left = bidInTurn(seats);
  const search: Search = {
    reach: new Float64Array(columns),
    from: new Int32Array(columns),
    order: new Int32Array(columns),
  };
  for (const row of left) moveUp(seats, row, shortest(seats, row, search), search.from);
  return seats.columnOf;
};

/** What an answer costs in sum. */
export const totalOf = ({ rows, columns, cost, none }: Costs, columnOf: Int32Array): number => {
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const column = columnOf[row] as number;
    total += column === NOBODY ? (none[row] as number) : (cost[row * columns + column] as number);
  }
  return total;
};
