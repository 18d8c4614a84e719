import { type JSX, type ReactNode, useState } from 'react';
import type { Product } from '#kernel/product.ts';
import type { ForecastAnswer, ModelAnswer } from '#modules/outlook/contract.ts';
import type { SimModel } from '#planning/simulate/types.ts';
import { turn } from '#planning/whatif/index.ts';
import type { Assumption, Levers } from '#planning/whatif/types.ts';
import { useText } from '#web/i18n/texts.ts';
import { FanPanel } from '#web/rooms/outlook/fan/FanPanel.tsx';
import { KeepActs } from '#web/rooms/outlook/kept/KeepActs.tsx';
import { Tabs } from '#web/rooms/outlook/kept/Tabs.tsx';
import { type Keep, useKeep } from '#web/rooms/outlook/kept/use-keep.ts';
import { isAbout, MOST_COMPARED, type Scenarios } from '#web/rooms/outlook/kept/use-scenarios.ts';
import { LeversPanel } from '#web/rooms/outlook/levers/LeversPanel.tsx';
import { isTurned, keyOf, todayOf } from '#web/rooms/outlook/levers/turning.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { useKeys } from '#web/shell/acts.ts';
import { usePrint } from '#web/shell/print.ts';
import styles from './Ahead.module.css';
import { Assumptions } from './Assumptions.tsx';
import { HowFar } from './HowFar.tsx';
import { OnPaper } from './OnPaper.tsx';
import { Parties } from './Parties.tsx';
import { Score } from './Score.tsx';
import { concerns, type Outcomes, useOutcomes } from './use-outcome.ts';
import { WhereWaiting } from './WhereWaiting.tsx';

interface Given {
  readonly product: Product;
  readonly forecast: ForecastAnswer;
  readonly answer: ModelAnswer;
  readonly keeps: boolean;
  readonly scenarios: Scenarios;
  readonly onProduct: (product: Product) => void;
  readonly picks: ReactNode;
}

/** What the reader has open: the table of the fan, the scenarios beside each other, the assumptions. */
interface Open {
  readonly table: boolean;
  readonly compare: boolean;
  readonly assumptions: boolean;
}

const saving = (keep: Keep, outcomes: Outcomes, asOf: string) => (): void => {
  if (outcomes.chosen !== null) keep.save({ ...outcomes.chosen, asOf });
};

const useTable = ({ answer, scenarios, product, onProduct }: Given) => {
  const t = useText('outlook');
  const [open, setOpen] = useState<Open>({ table: false, compare: false, assumptions: false });
  const toggle = (what: keyof Open): void => setOpen((before) => ({ ...before, [what]: !before[what] }));
  const { chosen, drafts } = scenarios;
  const beside = open.compare
    ? drafts.filter((draft) => draft !== chosen && isAbout(draft, product)).slice(1 - MOST_COMPARED)
    : [];
  const outcomes = useOutcomes(answer, product, chosen, beside);
  const keep = useKeep(scenarios);
  const print = usePrint();
  const share = (): void => {
    if (chosen.kept !== null) keep.share();
  };
  const look = (key: string): void => {
    const next = drafts.find((draft) => draft.key === key);
    scenarios.choose(key);
    if (next?.levers.product != null && next.levers.product !== product) onProduct(next.levers.product);
  };
  const next = (): void => look(drafts[(drafts.indexOf(chosen) + 1) % drafts.length]?.key ?? '');
  useKeys([
    { keys: ['s'], does: t('keys.scenario'), run: next },
    { keys: ['t'], does: t('table'), run: () => toggle('table') },
    { keys: ['p'], does: t('print'), run: () => void print() },
    ...(chosen.kept === null ? [] : [{ keys: ['d'], does: t('keys.share'), run: share }]),
  ]);
  return { open, toggle, beside, outcomes, keep, print, share, look };
};

/** Is what stands kept the same as what is on the table? */
const isKept = ({ chosen }: Scenarios): boolean =>
  chosen.kept !== null && keyOf(chosen.kept.levers as Levers) === keyOf(chosen.levers);

/** The working copy of the region: levers, fan, per party, and all that belongs to it. */
export const Table = (given: Given): JSX.Element => {
  const { product, forecast, answer, keeps, scenarios, picks } = given;
  const { open, toggle, beside, outcomes, keep, print, share, look } = useTable(given);
  const { chosen } = scenarios;
  const model = answer.model as SimModel;
  const { typed } = chosen.levers;
  const now = typed === undefined ? model : turn(model, { product, typed });
  const change = (levers: Levers): void => scenarios.change({ levers: { ...levers, product } });
  const blocked = outcomes.misfits.some((misfit) => concerns(misfit, product, model));
  const rows = outcomes.chosen?.rows ?? null;
  return (
    <>
      <div className={styles.top}>
        <Tabs scenarios={{ ...scenarios, choose: look }} onAdd={() => scenarios.add(product)} />
        {picks}
      </div>
      <OnPaper {...{ product, chosen, today: todayOf(now, product) }} />
      <div className={styles.page}>
        <div className={styles.side}>
          <div className={styles.leversSlot}>
            <LeversPanel
              today={todayOf(now, product)}
              product={productShort(product)}
              policy={model.policy}
              levers={chosen.levers}
              onChange={change}
            >
              <HowFar played={outcomes.played} waiting={!blocked && rows === null} />
              {keeps && (
                <KeepActs
                  {...{ draft: chosen, keep }}
                  changed={rows !== null && isTurned(chosen.levers) && !isKept(scenarios)}
                  onSave={saving(keep, outcomes, answer.asOf)}
                  onShare={share}
                />
              )}
            </LeversPanel>
          </div>
          <div className={styles.beside}>
            <Score score={forecast.score} />
            <WhereWaiting product={product} />
          </div>
        </div>
        <div className={styles.mid}>
          <div className={styles.fanSlot}>
            <FanPanel
              answer={forecast}
              shown={forecast.siteId === null ? outcomes.shift : null}
              table={open.table}
              onTable={() => toggle('table')}
            />
          </div>
          <div className={styles.partySlot}>
            <Parties
              {...{ product, model, scenarios, outcomes, beside, blocked }}
              comparing={open.compare}
              onCompare={() => toggle('compare')}
              onAssumptions={() => toggle('assumptions')}
              onPrint={() => void print()}
            />
          </div>
        </div>
      </div>
      <Assumptions
        opened={open.assumptions}
        onClose={() => toggle('assumptions')}
        assumptions={answer.assumptions as Assumption[]}
        model={model}
        levers={chosen.levers}
        onChange={change}
      />
    </>
  );
};
