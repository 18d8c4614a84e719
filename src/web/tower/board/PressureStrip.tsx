import type { JSX } from 'react';
import { MINUTE } from '#kernel/interval.ts';
import type { Pressure } from '#tower/contract.ts';
import { Gauge, GaugeWord } from '#web/design/Gauge.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { HospitalCell } from './HospitalCell.tsx';
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

/** Shown when hospitals tell of themselves: what they say stands in the place of what we count of them. */
const BESIDE_HOSPITALS = ['waiting', 'stale', 'no-place'];
/** More hospitals than this do not fit in one strip; a stop is shown before a number. */
const MOST_HOSPITALS = 3;

/** What of the hospitals stands in the strip: their emergency departments, who is stopped first, then who is ready there. */
export const hospitalsShown = (pressure: Pressure | undefined): Pressure['hospitals'] => {
  const rank = ({ stop, kind }: Pressure['hospitals'][number]): number =>
    (stop === null ? 2 : 0) + (kind === 'emergency' ? 0 : 1);
  return (pressure?.hospitals ?? []).toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_HOSPITALS);
};

/** How busy the region is today, in words beside what is usual. Nothing while it is not known yet. */
export const PressureStrip = ({ pressure }: { pressure: Pressure | undefined }): JSX.Element => {
  const t = useText('board');
  const hospitals = hospitalsShown(pressure);
  const items = (pressure?.items ?? []).filter(
    ({ id }) => hospitals.length === 0 || BESIDE_HOSPITALS.includes(id),
  );
  return (
    <section className={styles.strip} aria-label={t('pressure.title')}>
      <div className={styles.about}>
        <h2>{t('pressure.title')}</h2>
        <p>{t('pressure.legend')}</p>
      </div>
      {hospitals.map((hospital) => (
        <HospitalCell key={`${hospital.siteId} ${hospital.kind}`} hospital={hospital} />
      ))}
      {items.map((item) => (
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
