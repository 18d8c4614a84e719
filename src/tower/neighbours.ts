import { isoFromInstant } from '#kernel/calendar.ts';
import { type FigurePhase, type FreshnessLimits, figurePhase } from '#kernel/freshness.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { CapacityStatement, Country, RegionCount } from './contract-open.ts';

/** A region whose published counts we follow. */
export interface Followed {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

/** What we last heard of a region, already added up. */
interface Heard {
  readonly counts: readonly RegionCount[];
  readonly figureAt: Instant;
  readonly at: Instant;
  readonly etag: string | null;
}

/** After so long without an answer a region is silent. */
const SILENT_AFTER = 15 * MINUTE;

interface Sum {
  readonly product: Product | null;
  readonly type: string;
  total: number | null;
  free: number | null;
  sites: number;
}

/** Others may leave our code out and write our word for it. */
const BY_WORD: ReadonlyMap<string, Product> = new Map(
  PRODUCTS.flatMap((product) => [
    [PRODUCT_WORDS[product].long.nl.toLowerCase(), product] as const,
    [PRODUCT_WORDS[product].short.nl.toLowerCase(), product] as const,
  ]),
);

type Line = NonNullable<CapacityStatement['capacity']['intramural']>[number]['available'];

/** Adds up what a region published, per kind of care; only published counts are added, so absence never becomes zero. */
export const sumOf = (statement: CapacityStatement): RegionCount[] => {
  const sums = new Map<string, Sum>();
  const sumFor = (entry: { type: string; product?: Product | undefined }): Sum => {
    const product = entry.product ?? BY_WORD.get(entry.type.trim().toLowerCase()) ?? null;
    const key = product ?? entry.type.trim().toLowerCase();
    const known = sums.get(key);
    if (known !== undefined) return known;
    const type = product === null ? entry.type : PRODUCT_WORDS[product].short.nl;
    const made: Sum = { product, type, total: null, free: null, sites: 0 };
    sums.set(key, made);
    return made;
  };
  const add = (available: Line, total: Line): void => {
    for (const entry of available ?? []) {
      const sum = sumFor(entry);
      sum.free = (sum.free ?? 0) + entry.count;
      sum.sites += 1;
    }
    for (const entry of total ?? []) {
      const sum = sumFor(entry);
      sum.total = (sum.total ?? 0) + entry.count;
    }
  };
  const { intramural = [], extramural = [] } = statement.capacity;
  for (const each of intramural) add(each.available, each.total);
  for (const each of extramural) add(each.available, each.total);
  const rank = ({ product }: Sum): number => (product === null ? PRODUCTS.length : PRODUCTS.indexOf(product));
  return [...sums.values()].sort((a, b) => rank(a) - rank(b) || (a.type < b.type ? -1 : 1));
};

/** The newest moment a region says its counts were true; without one, when it answered. */
const figureAtOf = ({ capacity, asOf }: CapacityStatement, heardAt: Instant): Instant => {
  const told = [...(capacity.intramural ?? []), ...(capacity.extramural ?? [])].flatMap(
    (each) => each.asOf ?? [],
  );
  const moments = (told.length > 0 ? told : [asOf ?? isoFromInstant(heardAt)]).map((text) =>
    Date.parse(text),
  );
  // Nobody else's clock makes a figure younger than the answer it came in.
  return Math.min(heardAt, Math.max(...moments));
};

/** The regions we follow, as last heard. In memory only: it is their figure, we look, we do not keep it. */
export interface Neighbours {
  follow(list: readonly Followed[]): void;
  readonly followed: readonly Followed[];
  etagOf(id: string): string | null;
  received(id: string, statement: CapacityStatement, heard: { at: Instant; etag: string | null }): void;
  unchanged(id: string, at: Instant): void;
  /** Each region with the phase of its figure now. */
  current(now: Instant, limits: FreshnessLimits): Country['regions'];
  /** Changes whenever something was heard. */
  readonly version: number;
}

const phaseOf = (heard: Heard, now: Instant, limits: FreshnessLimits): FigurePhase => {
  const phase = figurePhase(heard.figureAt, 'import', now, limits);
  return phase === 'fresh' && now - heard.at > SILENT_AFTER ? 'silent' : phase;
};

/** Opens the book of neighbours, empty. */
export const openNeighbours = (): Neighbours => {
  let list: readonly Followed[] = [];
  let version = 0;
  const heard = new Map<string, Heard>();
  return {
    follow(next) {
      list = next;
      version++;
      for (const id of heard.keys()) if (!next.some((each) => each.id === id)) heard.delete(id);
    },
    get followed() {
      return list;
    },
    etagOf: (id) => heard.get(id)?.etag ?? null,
    received(id, statement, { at, etag }) {
      heard.set(id, { counts: sumOf(statement), figureAt: figureAtOf(statement, at), at, etag });
      version++;
    },
    unchanged(id, at) {
      const known = heard.get(id);
      if (known === undefined) return;
      heard.set(id, { ...known, at });
      version++;
    },
    current: (now, limits) =>
      list.map(({ id, name }) => {
        const known = heard.get(id);
        if (known === undefined)
          return { id, name, figureAt: null, heardAt: null, phase: 'never' as const, counts: [] };
        return {
          id,
          name,
          figureAt: isoFromInstant(known.figureAt),
          heardAt: isoFromInstant(known.at),
          phase: phaseOf(known, now, limits),
          counts: [...known.counts],
        };
      }),
    get version() {
      return version;
    },
  };
};
