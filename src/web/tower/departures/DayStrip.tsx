import type { JSX } from 'react';
import type { Departures } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import styles from './Departures.module.css';

/** How many leave on each of the days, and of which care; the first two days large. */
export const DayStrip = ({ days }: { days: Departures['days'] }): JSX.Element => {
  const t = useText('departures');
  const format = useFormat();
  const now = useNow('minute');
  return (
    <ol className={styles.days} aria-label={t('perDay')}>
      {days.map(({ day, leaves, uncertain, products }) => (
        <li key={day} className={cx(styles.day, leaves === 0 && styles.empty)}>
          <span className={styles.dayName}>{capital(format.dayName(noonOf(day), now))}</span>
          <b>{leaves}</b>
          <span className={styles.word}>{t('leave', { count: leaves })}</span>
          <ul>
            {products.map(({ product, leaves: count }) => (
              <li key={product}>
                {count} {productShort(product)}
              </li>
            ))}
          </ul>
          {uncertain > 0 && <span className={styles.sure}>{t('uncertain', { count: uncertain })}</span>}
        </li>
      ))}
    </ol>
  );
};
