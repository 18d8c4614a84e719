import type { JSX } from 'react';
import type { Instant } from '#kernel/interval.ts';
import type { Pressure } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Gauge, GaugeWord } from '#web/design/Gauge.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './PressureStrip.module.css';

/** What one hospital tells of itself. */
export type Hospital = Pressure['hospitals'][number];

/** A stop in words: `vol, tot 14:00`; past its expected end it says that this was expected. */
export const useStopWords = (): ((hospital: Hospital, now: Instant) => string | null) => {
  const t = useText('board');
  const format = useFormat();
  return ({ stop }, now) => {
    if (stop === null) return null;
    const until = Date.parse(stop.until);
    const reason = t(`hospital.reason.${stop.reason}`);
    return t(until > now ? 'hospital.stopUntil' : 'hospital.stopOver', {
      reason,
      moment: format.moment(until, now),
    });
  };
};

/** Behind the number: a stop before anything else, then how today compares with what is usual. */
export const HospitalWords = ({ hospital }: { hospital: Hospital }): JSX.Element => {
  const t = useText('board');
  const now = useNow('minute');
  const stop = useStopWords()(hospital, now);
  const { value, usual } = hospital;
  if (stop !== null)
    return (
      <span className={styles.stop}>
        <StateMark state="closed" size={13} />
        <b>{t('hospital.stop')}</b> {stop}
      </span>
    );
  if (value === null) return <span className={styles.small}>{t('hospital.unknown')}</span>;
  return (
    <span className={styles.words}>
      {usual === null ? (
        <span className={styles.small}>{t(`hospital.now.${hospital.kind}`)}</span>
      ) : (
        <GaugeWord facts={{ value, ...usual }} />
      )}
    </span>
  );
};

/** One hospital in the pressure strip: open or stopped, how many, and the band of the last half year. */
export const HospitalCell = ({ hospital }: { hospital: Hospital }): JSX.Element => {
  const t = useText('board');
  const { value, usual, site, kind } = hospital;
  return (
    <div className={styles.item} title={site}>
      <p className={styles.label}>
        <Icon name={kind === 'emergency' ? 'siren' : 'hospital'} size={15} />
        <span className={styles.cut}>{t(`hospital.${kind}`, { site })}</span>
      </p>
      <p className={styles.value}>
        {value !== null && <b>{value}</b>}
        <HospitalWords hospital={hospital} />
      </p>
      {usual === null || value === null ? (
        <span className={styles.noHistory} />
      ) : (
        <Gauge facts={{ value, ...usual }} />
      )}
    </div>
  );
};
