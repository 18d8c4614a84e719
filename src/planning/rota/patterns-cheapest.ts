import { OTHER_SITE, PER_DAY_OFF } from './costs.ts';
import type { Net } from './patterns.ts';
import type { Pattern } from './types.ts';

/** What a visit costs beyond its own cost: a price at each half-day and treatment, and infinity where nobody fits. */
export interface Prices {
  readonly price: Float64Array;
  readonly shut: Float64Array;
  /** How heavily the price weighs. */
  readonly weight: number;
}

/** Whether two nodes that follow each other are reached alike: the same day at the same site. */
const isReachedAs = (net: Net, node: number, other: number): boolean =>
  net.day[node] === net.day[other] &&
  net.site[node] === net.site[other] &&
  net.before[node] === net.before[other];

/** The cheapest way to a node over the nodes of the visit before; which one that is stays in `back`. */
const reach = (net: Net, course: number, node: number): number => {
  const { day, site, sum: sums } = net;
  const wanted = (day[node] as number) - (net.interval[course] as number);
  const here = site[node];
  const until = net.beforeUntil[node] as number;
  let least = Number.POSITIVE_INFINITY;
  let by = -1;
  for (let from = net.before[node] as number; from < until; from++) {
    let cost = (sums[from] as number) + Math.abs(wanted - (day[from] as number)) * PER_DAY_OFF;
    if (site[from] !== here) cost += OTHER_SITE;
    if (cost < least) {
      least = cost;
      by = from;
    }
  }
  net.back[node] = by;
  return least;
};

/** Adds to each node of a visit the cheapest way to it. */
const follow = (net: Net, course: number, visit: number): void => {
  const { sum: sums, back } = net;
  const first = net.nodesFrom[visit] as number;
  let least = 0;
  for (let node = first; node < (net.nodesFrom[visit + 1] as number); node++) {
    if (node > first && isReachedAs(net, node, node - 1)) back[node] = back[node - 1] as number;
    else least = reach(net, course, node);
    sums[node] = (sums[node] as number) + least;
  }
};

/** What each node of a visit costs by itself, the price included. */
const priceVisit = (net: Net, visit: number, kind: number, { price, shut, weight }: Prices): void => {
  const { halfDay, base, sum: sums } = net;
  const priced = net.locked[visit] === 0;
  for (let node = net.nodesFrom[visit] as number; node < (net.nodesFrom[visit + 1] as number); node++) {
    const key = (halfDay[node] as number) * net.treatments + kind;
    const more = priced ? (shut[key] as number) + weight * (price[key] as number) : 0;
    sums[node] = (base[node] as number) + more;
  }
};

/** The cheapest way of a course, prices included; infinity when there is none. `wayOf` then tells which one it is. */
export const cheapest = (net: Net, course: number, prices: Prices): number => {
  const first = net.visitsFrom[course] as number;
  const last = (net.visitsFrom[course + 1] as number) - 1;
  const kind = net.treatment[course] as number;
  for (let visit = first; visit <= last; visit++) {
    priceVisit(net, visit, kind, prices);
    if (visit > first) follow(net, course, visit);
  }
  let least = Number.POSITIVE_INFINITY;
  for (let node = net.nodesFrom[last] as number; node < (net.nodesFrom[last + 1] as number); node++)
    if ((net.sum[node] as number) < least) least = net.sum[node] as number;
  return least;
};

/** The nodes of the cheapest way found last for this course, into `out` from its first visit on. */
export const wayOf = (net: Net, course: number, out: Int32Array): void => {
  const last = (net.visitsFrom[course + 1] as number) - 1;
  let node = net.nodesFrom[last] as number;
  for (let each = node + 1; each < (net.nodesFrom[last + 1] as number); each++)
    if ((net.sum[each] as number) < (net.sum[node] as number)) node = each;
  for (let visit = last; visit >= (net.visitsFrom[course] as number); visit--) {
    out[visit] = node;
    node = net.back[node] as number;
  }
};

/** What a way costs, without prices. */
export const wayCost = (net: Net, course: number, nodes: Int32Array): number => {
  let cost = 0;
  const first = net.visitsFrom[course] as number;
  for (let visit = first; visit < (net.visitsFrom[course + 1] as number); visit++) {
    const node = nodes[visit] as number;
    cost += net.base[node] as number;
    if (visit === first) continue;
    const from = nodes[visit - 1] as number;
    const gap = (net.day[node] as number) - (net.day[from] as number) - (net.interval[course] as number);
    cost += Math.abs(gap) * PER_DAY_OFF + (net.site[node] === net.site[from] ? 0 : OTHER_SITE);
  }
  return cost;
};

/** The half-days of a way. */
export const patternOf = (net: Net, course: number, nodes: Int32Array): Pattern => {
  const way = nodes.subarray(net.visitsFrom[course], net.visitsFrom[course + 1]);
  return Array.from(way, (node) => net.halfDay[node] as number);
};
