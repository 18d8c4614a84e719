import type { JSX } from 'react';
import { MINUTE } from '#kernel/interval.ts';
import type { Pressure } from '#tower/contract.ts';
import { Gauge, GaugeWord } from '#web/design/Gauge.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './PressureStrip.module.css';

/** One of the figures that say how busy the region is. */
export type PressureItem = Pressure['items'][number];

/** The sign of each figure, the same on the wall. */
export const PRESSURE_ICONS: Readonly<Record<PressureItem['id'], JSX.Element>> = {
  waiting: <Icon name="hourglass" size={15} />,
  hospital: <Icon name="hospital" size={15} />,
  placed: <Icon name="house-plus" size={15} />,
  stale: <Icon name="circle-question-mark" size={15} />,
  'no-place': <Icon name="circle-slash-2" size={15} />,
};

/** What is said behind the number: the word of the gauge, and the longest wait when that is known. */
export const PressureWords = ({ item }: { item: PressureItem }): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const longest = item.longestMinutes;
  return (
    <span className={styles.words}>
      {item.usual !== null && <GaugeWord facts={{ value: item.value, ...item.usual }} />}
      {longest !== null && (
        <span className={styles.small}>
          {t('pressure.longest', { length: format.length(longest * MINUTE) })}
        </span>
      )}
      {longest === null && item.usual === null && (
        <span className={styles.small}>{t(`pressure.period.${item.id}`)}</span>
      )}
    </span>
  );
};

/** How busy the region is today, in words beside what is usual. Nothing while it is not known yet. */
export const PressureStrip = ({ pressure }: { pressure: Pressure | undefined }): JSX.Element => {
  const t = useText('board');
  return (
    <section className={styles.strip} aria-label={t('pressure.title')}>
      <div className={styles.about}>
        <h2>{t('pressure.title')}</h2>
        <p>{t('pressure.legend')}</p>
      </div>
      {pressure?.items.map((item) => (
        <div key={item.id} className={styles.item}>
          <p className={styles.label}>
            {PRESSURE_ICONS[item.id]}
            {t(`pressure.${item.id}`)}
          </p>
          <p className={styles.value}>
            <b>{item.value}</b>
            <PressureWords item={item} />
          </p>
          {item.usual === null ? (
            <span className={styles.noHistory} />
          ) : (
            <Gauge facts={{ value: item.value, ...item.usual }} />
          )}
        </div>
      ))}
    </section>
  );
};
