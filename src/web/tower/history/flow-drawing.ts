import type { Flows } from '#tower/contract.ts';

type Way = Flows['ways'][number];

/** A stop on the way: where people were, which care, where they went. Height and place in the units of the drawing. */
export interface FlowStop {
  readonly id: string;
  readonly column: 0 | 1 | 2;
  readonly people: number;
  readonly top: number;
  readonly height: number;
}

/** A band between two stops, as wide as there are people in it. */
export interface FlowBand {
  readonly id: string;
  readonly people: number;
  readonly column: 0 | 1;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** The whole picture. */
export interface FlowDrawing {
  readonly stops: readonly FlowStop[];
  readonly bands: readonly FlowBand[];
  readonly height: number;
  readonly people: number;
}

const GAP = 18;
const LEAST = 4;

const sumBy = (ways: readonly Way[], key: (way: Way) => string): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const way of ways) sums.set(key(way), (sums.get(key(way)) ?? 0) + (way.people ?? 0));
  return sums;
};

const columnOf = (
  sums: ReadonlyMap<string, number>,
  column: FlowStop['column'],
  perPerson: number,
): FlowStop[] => {
  let top = 0;
  return [...sums]
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([id, people]) => {
      const stop = { id, column, people, top, height: Math.max(LEAST, people * perPerson) };
      top += stop.height + GAP;
      return stop;
    });
};

/** Bands leave and reach a stop in the order of the stops on the other side, so that none crosses without need. */
const bandsBetween = (
  left: readonly FlowStop[],
  right: readonly FlowStop[],
  sums: ReadonlyMap<string, number>,
  perPerson: number,
): FlowBand[] => {
  const used = new Map<string, number>();
  const next = (stop: FlowStop, width: number): number => {
    const key = `${stop.column} ${stop.id}`;
    const at = stop.top + (used.get(key) ?? 0);
    used.set(key, (used.get(key) ?? 0) + width);
    return at;
  };
  return left.flatMap((from) =>
    right.flatMap((to): FlowBand[] => {
      const people = sums.get(`${from.id} ${to.id}`) ?? 0;
      if (people === 0) return [];
      const width = people * perPerson;
      const column = from.column === 0 ? 0 : 1;
      const id = `${column} ${from.id} ${to.id}`;
      return [{ id, people, column, from: next(from, width), to: next(to, width), width }];
    }),
  );
};

/** Draws the ways that are told in `height` units; who is in a way of fewer than `enough` people is not in it. */
export const drawFlows = (ways: readonly Way[], height: number): FlowDrawing => {
  const told = ways.filter((way) => way.people !== null);
  const columns = [
    sumBy(told, (way) => way.from),
    sumBy(told, (way) => way.product),
    sumBy(told, (way) => way.to),
  ] as const;
  const people = [...columns[0].values()].reduce((sum, each) => sum + each, 0);
  const most = Math.max(...columns.map((column) => column.size));
  const perPerson = people === 0 ? 0 : Math.max(1, (height - GAP * (most - 1)) / people);
  const [origins, products, ends] = [
    columnOf(columns[0], 0, perPerson),
    columnOf(columns[1], 1, perPerson),
    columnOf(columns[2], 2, perPerson),
  ];
  const stops = [...origins, ...products, ...ends];
  return {
    stops,
    bands: [
      ...bandsBetween(
        origins,
        products,
        sumBy(told, (way) => `${way.from} ${way.product}`),
        perPerson,
      ),
      ...bandsBetween(
        products,
        ends,
        sumBy(told, (way) => `${way.product} ${way.to}`),
        perPerson,
      ),
    ],
    height: Math.max(0, ...stops.map((stop) => stop.top + stop.height)),
    people,
  };
};
