import { useMemo } from 'react';
import type { Product } from '#kernel/product.ts';
import type { ModelAnswer } from '#modules/outlook/contract.ts';
import { difference, ofWard } from '#planning/simulate/index.ts';
import type { SimModel, SimResult } from '#planning/simulate/types.ts';
import { misfitsOf, partyRows, turn } from '#planning/whatif/index.ts';
import type { Levers, Misfit, PartyRow, Price } from '#planning/whatif/types.ts';
import type { ShownShift } from '#web/rooms/outlook/fan/Fan.tsx';
import type { Draft } from '#web/rooms/outlook/kept/use-scenarios.ts';
import { isTurned, keyOf } from '#web/rooms/outlook/levers/turning.ts';
import { type Played, usePlayed, type Wanted } from '#web/rooms/outlook/play/use-played.ts';

/** The region as it is, with the numbers that were typed over: what a scenario is compared with. */
const baseOf = ({ product, typed }: Levers): Levers =>
  typed === undefined ? { product } : { product, typed };

/** The product changes nothing by itself: without a lever the same region is played once for all. */
const playKey = (levers: Levers): string =>
  isTurned({ ...levers, typed: undefined } as never) &&
  Object.keys(levers).some((of) => of !== 'product' && of !== 'typed')
    ? keyOf(levers)
    : keyOf({ product: null, ...(levers.typed === undefined ? {} : { typed: levers.typed }) });

/** What one scenario comes to. */
export interface Outcome {
  readonly rows: readonly PartyRow[];
  readonly years: number;
}

/** What came out of playing: of the scenario that is looked at, and of those beside it. */
export interface Outcomes {
  readonly played: Played;
  readonly chosen: Outcome | null;
  readonly of: (draft: Draft) => Outcome | null;
  /** What the chosen scenario does to the mean of free places of its product; null: nothing, or not played yet. */
  readonly shift: ShownShift | null;
  /** Why nothing is drawn, in the scenario or as it is now. */
  readonly misfits: readonly Misfit[];
}

/** Does a misfit make the answer on this product dishonest? What is about another product is said beside it. */
export const concerns = ({ what, code }: Misfit, product: Product, model: SimModel): boolean =>
  what === 'region' ||
  code === 'short-history' ||
  what === product ||
  model.wards.some((ward) => ward.product === product && ward.pool === what);

/** The region without the products that cannot be played honestly: their queue would only grow and drown the rest. */
const withoutMisfits = (model: SimModel, misfits: readonly Misfit[], product: Product): SimModel => {
  const out = new Set(misfits.filter((misfit) => !concerns(misfit, product, model)).map(({ what }) => what));
  const stays = (row: { readonly product: Product }): boolean => !out.has(row.product);
  return { ...model, wards: model.wards.filter(stays), flows: model.flows.filter(stays) };
};

/** What was left out, as a name: with other products in it, it is another region. */
const leftOut = (whole: SimModel, model: SimModel): string =>
  whole.flows
    .filter((flow) => !model.flows.includes(flow))
    .map(({ id }) => id)
    .join(' ');

const freeShift = (
  product: Product,
  [baseModel, base]: readonly [SimModel, SimResult],
  [model, result]: readonly [SimModel, SimResult],
) => {
  const free =
    (of: SimModel) =>
    (played: SimResult, year: number): number =>
      of.wards.reduce((sum, ward, at) => {
        if (ward.product !== product) return sum;
        const occupied = ofWard(at, 'occupied')(played, year);
        return sum + ward.beds * (1 - (Number.isNaN(occupied) ? 0 : occupied));
      }, 0);
  return difference(base, result, (played, year) => free(played === base ? baseModel : model)(played, year));
};

/** Plays what is on the table and reads it: the chosen scenario first, then those it is compared with. */
export const useOutcomes = (
  answer: ModelAnswer,
  product: Product,
  chosen: Draft,
  beside: readonly Draft[],
): Outcomes => {
  const whole = answer.model as SimModel;
  const model = useMemo(
    () => withoutMisfits(whole, answer.misfits as Misfit[], product),
    [whole, answer.misfits, product],
  );
  const turnedTo = useMemo(() => turn(model, chosen.levers), [model, chosen.levers]);
  const misfits = useMemo(() => {
    const found = [...(answer.misfits as Misfit[]), ...misfitsOf(turnedTo, answer.days)];
    return found.filter(
      (one, at) => found.findIndex((other) => other.code === one.code && other.what === one.what) === at,
    );
  }, [answer, turnedTo]);
  const blocked = misfits.some((misfit) => concerns(misfit, product, model));
  const wanted: Wanted[] = blocked
    ? []
    : [chosen, ...beside].flatMap(({ levers }) => [
        { key: playKey(baseOf(levers)), model: turn(model, baseOf(levers)) },
        { key: playKey(levers), model: turn(model, levers) },
      ]);
  const played = usePlayed(`${answer.asOf} ${leftOut(whole, model)}`, wanted);
  const read = useMemo(() => {
    const known = new Map<string, Outcome>();
    return (levers: Levers): Outcome | null => {
      const [key, baseKey] = [playKey(levers), playKey(baseOf(levers))];
      const [base, result] = [played.results.get(baseKey), played.results.get(key)];
      if (base === undefined || result === undefined) return null;
      const before = known.get(key);
      if (before !== undefined) return before;
      const rows = partyRows(
        { model: turn(model, baseOf(levers)), result: base },
        { model: turn(model, levers), result },
        answer.prices as Price[],
        levers.typed,
      );
      known.set(key, { rows, years: result.years });
      return { rows, years: result.years };
    };
  }, [played.results, model, answer.prices]);
  const shift = useMemo((): ShownShift | null => {
    const { levers, name } = chosen;
    const [key, baseKey] = [playKey(levers), playKey(baseOf(levers))];
    const [base, result] = [played.results.get(baseKey), played.results.get(key)];
    if (key === baseKey || base === undefined || result === undefined) return null;
    const found = freeShift(product, [turn(model, baseOf(levers)), base], [turnedTo, result]);
    return found === null ? null : { name, shift: found };
  }, [played.results, chosen, product, model, turnedTo]);
  return {
    ...{ played, shift, misfits, chosen: blocked ? null : read(chosen.levers) },
    of: ({ levers }) => read(levers),
  };
};
