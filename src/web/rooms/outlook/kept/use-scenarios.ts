import { useState } from 'react';
import type { Product } from '#kernel/product.ts';
import type { Scenario, ScenarioList } from '#modules/outlook/contract.ts';
import type { Levers } from '#planning/whatif/types.ts';
import { useRead } from '#web/api/queries.ts';
import { useText } from '#web/i18n/texts.ts';
import { isTurned } from '#web/rooms/outlook/levers/turning.ts';

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

/** Is a scenario about this product? What was not turned yet is about any. */
export const isAbout = ({ levers }: Draft, product: Product): boolean =>
  levers.product === null || levers.product === product || !isTurned(levers);

/** The kept scenarios of the own organisation (`keeps`), with what is tried here and not kept yet. */
export const useScenarios = (product: Product, keeps: boolean): Scenarios => {
  const t = useText('outlook');
  const list = useRead<ScenarioList>(keeps ? '/api/v1/outlook/scenarios' : null, ['outlook']);
  const [own, setOwn] = useState<readonly Draft[] | null>(null);
  const [key, setKey] = useState('');
  const [made, setMade] = useState(0);
  const empty = (name: string, of: Product): Draft => ({
    key: `new ${name}`,
    name: t('scenario.unnamed'),
    levers: { product: of },
    kept: null,
  });
  const read = list.data?.body.scenarios.toReversed().map(draftOf) ?? [];
  const fitting = (now: readonly Draft[]): readonly Draft[] =>
    now.some((draft) => isAbout(draft, product)) ? now : [...now, empty(product, product)];
  const drafts = fitting(own ?? read);
  const about = drafts.filter((draft) => isAbout(draft, product));
  const chosen = about.find((draft) => draft.key === key) ?? about[0] ?? empty(product, product);
  // What comes back from the house later changes what stands then, not what stood when it was asked.
  const edit = (make: (now: readonly Draft[]) => readonly Draft[]): void =>
    setOwn((before) => make(fitting(before ?? read)));
  return {
    ...{ drafts, chosen, choose: setKey },
    ready: !keeps || list.data !== undefined || list.error !== null,
    add: (of) => {
      const draft = empty(String(made), of);
      setMade(made + 1);
      edit((now) => [...now, draft]);
      setKey(draft.key);
    },
    change: (change) => {
      edit((now) => now.map((draft) => (draft.key === chosen.key ? { ...draft, ...change } : draft)));
    },
    drop: () => {
      edit((now) => now.filter((draft) => draft.key !== chosen.key));
      setMade(made + 1);
      setKey('');
    },
  };
};
