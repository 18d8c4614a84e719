import type { Assumed, Assumption } from './types.ts';

/** What one number rests on. */
export interface Ground {
  readonly from: Assumed;
  /** Facts of the region behind it; 0 when there are none. */
  readonly facts: number;
  readonly source: string;
}

/** Writes every number of a model down on its way in. */
export interface Notebook {
  /** The same number, written down under its name. */
  readonly note: (id: string, value: number, unit: Assumption['unit'], ground: Ground) => number;
  readonly rows: readonly Assumption[];
}

/** A number we made up: nobody measured or published it. */
export const guess = (source = ''): Ground => ({ from: 'guess', facts: 0, source });

/** A number the region itself says: beds, starts. */
export const region: Ground = { from: 'region', facts: 0, source: '' };

/** An empty notebook. */
export const notebook = (): Notebook => {
  const rows: Assumption[] = [];
  const note: Notebook['note'] = (id, value, unit, ground) => {
    rows.push({ id, value, unit, ...ground });
    return value;
  };
  return { note, rows };
};

/** With fewer facts than this a number counts as published, although what the region saw is already in it. */
const ENOUGH_FACTS = 10;

/**
 * The mean of a region that saw `facts` people, drawn to a published mean as if that many (`weight`) more had been seen
 * there: with few facts the published one, with many their own.
 */
export const drawnTo = (
  own: number | null,
  facts: number,
  published: { readonly value: number; readonly weight: number; readonly ground: Ground },
): { readonly value: number; readonly ground: Ground } => {
  if (own === null || facts === 0) return { value: published.value, ground: published.ground };
  const value = (facts * own + published.weight * published.value) / (facts + published.weight);
  return {
    value,
    ground: facts >= ENOUGH_FACTS ? { from: 'history', facts, source: '' } : { ...published.ground, facts },
  };
};
