import type { JSX } from 'react';
import type { Product } from '#kernel/product.ts';
import { useNow } from '#web/api/clock.ts';
import { useSignedIn } from '#web/api/session.ts';
import { cx } from '#web/design/cx.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { Draft } from '#web/rooms/outlook/kept/use-scenarios.ts';
import type { Lever } from '#web/rooms/outlook/levers/LeverSlider.tsx';
import type { Today } from '#web/rooms/outlook/levers/turning.ts';
import { useLevers } from '#web/rooms/outlook/levers/use-levers.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import styles from './Ahead.module.css';

const isMoved = (lever: Lever): boolean => lever.value !== undefined;

/** The head of the printed sheet: of what it is, when it was made, and what was turned. */
export const OnPaper = ({
  product,
  chosen,
  today,
}: {
  product: Product;
  chosen: Draft;
  today: Today;
}): JSX.Element => {
  const t = useText('outlook');
  const format = useFormat();
  const now = useNow('minute');
  const { region } = useSignedIn();
  const set = useLevers(today, productShort(product), chosen.levers, () => undefined);
  const moved = [...set.main, ...set.perWard, ...set.barriers, ...set.starts].filter(isMoved);
  return (
    <div className={cx('paper-only', styles.onPaper)}>
      <p className={styles.paperTitle}>
        {t('paper.title', { name: chosen.name, product: productShort(product) })}
      </p>
      <p>
        {format.longDay(now)}, {format.clock(now)}. {t('paper.desk', { phone: region.deskPhone })}
      </p>
      <p>
        {moved.length === 0
          ? t('paper.nothing')
          : moved
              .map(({ name, value, words, today: was, todayWords }) =>
                t('paper.turned', { name, was: todayWords ?? words(was), now: words(value ?? was) }),
              )
              .join(' ')}
        {chosen.levers.policy !== undefined &&
          ` ${t('policy.title')}: ${t(`policy.${chosen.levers.policy}`)}.`}
        {chosen.levers.typed !== undefined &&
          ` ${t('paper.typed', { count: Object.keys(chosen.levers.typed).length })}`}
      </p>
    </div>
  );
};
