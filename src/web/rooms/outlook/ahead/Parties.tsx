import { type JSX, useRef } from 'react';
import type { Product } from '#kernel/product.ts';
import type { SimModel } from '#planning/simulate/types.ts';
import type { PartyRow } from '#planning/whatif/types.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import {
  type Draft,
  isAbout,
  letterOf,
  MOST_COMPARED,
  type Scenarios,
} from '#web/rooms/outlook/kept/use-scenarios.ts';
import { isTurned } from '#web/rooms/outlook/levers/turning.ts';
import { Compare } from '#web/rooms/outlook/parties/Compare.tsx';
import { Conclusion, DilemmaCard, Misfits } from '#web/rooms/outlook/parties/Conclusion.tsx';
import { PartyTable } from '#web/rooms/outlook/parties/PartyTable.tsx';
import styles from './Ahead.module.css';
import { FirstAnswer } from './FirstAnswer.tsx';
import type { Outcomes } from './use-outcome.ts';

interface Given {
  readonly product: Product;
  readonly model: SimModel;
  readonly scenarios: Scenarios;
  readonly outcomes: Outcomes;
  readonly beside: readonly Draft[];
  readonly blocked: boolean;
  readonly comparing: boolean;
  readonly onCompare: () => void;
  readonly onAssumptions: () => void;
  readonly onPrint: () => void;
}

/** The rows that stand: those of now, or while the new are played the last ones of the same kind. */
const useStanding = (rows: readonly PartyRow[] | null): readonly PartyRow[] | null => {
  const last = useRef<readonly PartyRow[] | null>(null);
  if (rows !== null) last.current = rows;
  return rows ?? last.current;
};

const Rows = ({ scenarios, outcomes, beside, comparing }: Given): JSX.Element => {
  const t = useText('outlook');
  const { chosen, drafts } = scenarios;
  const standing = useStanding(outcomes.chosen?.rows ?? null);
  if (standing === null)
    return (
      <div className={styles.words}>
        <Skeleton grid="1fr 1fr 120px 120px 1fr" rows={7} />
      </div>
    );
  if (!comparing)
    return <PartyTable rows={standing} isTurned={isTurned(chosen.levers)} stale={outcomes.chosen === null} />;
  const shown = drafts.filter((draft) => draft === chosen || beside.includes(draft));
  return (
    <Compare
      base={standing}
      compared={shown.map((draft) => ({
        key: draft.key,
        name: t('scenario.tab', { letter: letterOf(drafts, draft.key), name: draft.name }),
        rows: outcomes.of(draft)?.rows ?? null,
      }))}
    />
  );
};

const Foot = ({ product, scenarios, comparing, onCompare, onAssumptions, onPrint }: Given): JSX.Element => {
  const t = useText('outlook');
  const { mode } = useSignedIn();
  const about = scenarios.drafts.filter((draft) => isAbout(draft, product)).length;
  return (
    <div className={styles.foot}>
      <p>
        <Icon name="info" size={14} /> {t(mode === 'practice' ? 'party.footPractice' : 'party.foot')}
      </p>
      <div>
        {about > 1 && (
          <Button size="small" icon="columns-3" expanded={comparing} onPress={onCompare}>
            {t('compare.open', { count: Math.min(MOST_COMPARED, about) })}
          </Button>
        )}
        <Button size="small" icon="list-checks" onPress={onAssumptions}>
          {t('assumptions.open')}
        </Button>
        <Button size="small" icon="printer" keys={['P']} onPress={onPrint}>
          {t('print')}
        </Button>
      </div>
    </div>
  );
};

/** Per party what changes, in figures, and what that comes to in words. */
export const Parties = (given: Given): JSX.Element => {
  const t = useText('outlook');
  const { product, model, scenarios, outcomes, blocked } = given;
  const { levers } = scenarios.chosen;
  const { misfits, chosen } = outcomes;
  return (
    <div className={styles.mid}>
      {!blocked && (
        <div className={styles.sheet}>
          {chosen === null && isTurned(levers) && <FirstAnswer {...{ model, levers, product }} />}
          {!isTurned(levers) && <p className={styles.first}>{t('first.nothing')}</p>}
          <Rows {...given} />
          <Foot {...given} />
        </div>
      )}
      {blocked && (
        <div className={styles.sheet}>
          <div className={styles.words}>
            <Misfits misfits={misfits} blocks />
          </div>
          <Foot {...given} />
        </div>
      )}
      {chosen !== null && isTurned(levers) && (
        <>
          <Conclusion rows={chosen.rows} years={chosen.years} />
          <DilemmaCard rows={chosen.rows} />
        </>
      )}
      {!blocked && <Misfits misfits={misfits} blocks={false} />}
    </div>
  );
};
