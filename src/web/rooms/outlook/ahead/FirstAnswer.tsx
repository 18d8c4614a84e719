import { type JSX, useMemo } from 'react';
import type { Product } from '#kernel/product.ts';
import type { SimModel } from '#planning/simulate/types.ts';
import { type QuickAnswer, quick, turn } from '#planning/whatif/index.ts';
import type { Levers } from '#planning/whatif/types.ts';
import { useText } from '#web/i18n/texts.ts';
import { numberText, percentText } from '#web/rooms/outlook/play/figures.ts';
import styles from './Ahead.module.css';

const meanOf = (
  { flows }: QuickAnswer,
  ids: ReadonlySet<string>,
  of: 'waitHours' | 'within3Days',
): number | null => {
  const known = flows.filter((flow) => ids.has(flow.id) && flow[of] !== null);
  const people = known.reduce((sum, { perYear }) => sum + perYear, 0);
  return people === 0 ? null : known.reduce((sum, flow) => sum + flow.perYear * (flow[of] ?? 0), 0) / people;
};

/** What formulas say at once, while the years still have to be played: waiting for this product, and within three days. */
export const FirstAnswer = ({
  model,
  levers,
  product,
}: {
  model: SimModel;
  levers: Levers;
  product: Product;
}): JSX.Element | null => {
  const t = useText('outlook');
  const figures = useMemo(() => {
    const ids = new Set(model.flows.filter((flow) => flow.product === product).map(({ id }) => id));
    const { typed } = levers;
    const now = quick(turn(model, typed === undefined ? { product } : { product, typed }));
    const next = quick(turn(model, levers));
    return (['waitHours', 'within3Days'] as const).map((of) => ({
      of,
      now: meanOf(now, ids, of),
      after: meanOf(next, ids, of),
    }));
  }, [model, levers, product]);
  const [wait, within] = figures;
  if (wait?.now == null || wait.after === null || within?.now == null || within.after === null) return null;
  return (
    <p className={styles.first} role="status" data-first-answer="">
      <b>{t('first.title')}</b>{' '}
      {t('first.line', {
        waitNow: numberText(wait.now / 24),
        waitThen: numberText(wait.after / 24),
        withinNow: percentText(within.now),
        withinThen: percentText(within.after),
      })}
    </p>
  );
};
