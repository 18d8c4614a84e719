import { useState } from 'react';
import type { Product } from '#kernel/product.ts';
import type { Scenario, ScenarioList } from '#modules/outlook/contract.ts';
import type { Levers } from '#planning/whatif/types.ts';
import { useRead } from '#web/api/queries.ts';
import { useText } from '#web/i18n/texts.ts';

/** So many scenarios stand beside each other. */
export const MOST_COMPARED = 3;

/** A scenario on the table: kept or not yet. */
export interface Draft {
  readonly key: string;
  readonly name: string;
  readonly levers: Levers;
  /** As the house keeps it; null: only here. */
  readonly kept: Scenario | null;
}

/** The scenarios on the table and which one is looked at. */
export interface Scenarios {
  readonly drafts: readonly Draft[];
  readonly chosen: Draft;
  readonly ready: boolean;
  readonly choose: (key: string) => void;
  readonly add: (product: Product) => void;
  readonly change: (change: Partial<Omit<Draft, 'key'>>) => void;
  readonly drop: () => void;
}

const draftOf = (kept: Scenario): Draft => ({
  key: kept.id,
  name: kept.name,
  // What crossed HTTP has the same shape; only the words for "left out" differ between the two floors.
  levers: kept.levers as Levers,
  kept,
});

/** `A`, `B`, … as they stand in a row. */
export const letterOf = (drafts: readonly Draft[], key: string): string =>
  String.fromCharCode(
    65 +
      Math.max(
        0,
        drafts.findIndex((draft) => draft.key === key),
      ),
  );

/** The kept scenarios of the own organisation (`keeps`), with what is tried here and not kept yet. */
export const useScenarios = (product: Product, keeps: boolean): Scenarios => {
  const t = useText('outlook');
  const list = useRead<ScenarioList>(keeps ? '/api/v1/outlook/scenarios' : null, ['outlook']);
  const [own, setOwn] = useState<readonly Draft[] | null>(null);
  const [key, setKey] = useState('');
  const [made, setMade] = useState(0);
  const empty = (number: number, of: Product): Draft => ({
    key: `new ${number}`,
    name: t('scenario.unnamed'),
    levers: { product: of },
    kept: null,
  });
  const read = list.data?.body.scenarios.toReversed().map(draftOf) ?? [];
  const drafts = own ?? (read.length === 0 ? [empty(0, product)] : read);
  const chosen = drafts.find((draft) => draft.key === key) ?? drafts[0] ?? empty(0, product);
  // What comes back from the house later changes what stands then, not what stood when it was asked.
  const edit = (make: (now: readonly Draft[]) => readonly Draft[]): void =>
    setOwn((before) => make(before ?? drafts));
  return {
    ...{ drafts, chosen, choose: setKey },
    ready: !keeps || list.data !== undefined || list.error !== null,
    add: (of) => {
      const draft = empty(made + 1, of);
      setMade(made + 1);
      edit((now) => [...now, draft]);
      setKey(draft.key);
    },
    change: (change) => {
      edit((now) => now.map((draft) => (draft.key === chosen.key ? { ...draft, ...change } : draft)));
    },
    drop: () => {
      edit((now) => {
        const left = now.filter((draft) => draft.key !== chosen.key);
        return left.length === 0 ? [empty(made + 1, product)] : left;
      });
      setMade(made + 1);
      setKey('');
    },
  };
};
