import type { JSX } from 'react';
import type { Pressure } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useStopWords } from './HospitalCell.tsx';
import styles from './Stops.module.css';

/** Which hospitals take nobody in, for a phone and for paper, where the pressure strip does not stand. */
export const Stops = ({ pressure }: { pressure: Pressure | undefined }): JSX.Element | null => {
  const t = useText('board');
  const now = useNow('minute');
  const words = useStopWords();
  const stopped = (pressure?.hospitals ?? []).filter(({ stop }) => stop !== null);
  if (stopped.length === 0) return null;
  return (
    <ul className={styles.stops} aria-label={t('hospital.stops')}>
      {stopped.map((hospital) => (
        <li key={`${hospital.siteId} ${hospital.kind}`}>
          <StateMark state="closed" size={15} />
          <span>
            <b>{t(`hospital.${hospital.kind}`, { site: hospital.site })}</b> {t('hospital.stop')}{' '}
            {words(hospital, now)}
          </span>
        </li>
      ))}
    </ul>
  );
};
