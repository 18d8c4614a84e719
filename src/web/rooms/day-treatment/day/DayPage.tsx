import { type JSX, useEffect } from 'react';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { BeginDay } from './BeginDay.tsx';
import styles from './Day.module.css';
import { OpenDay } from './OpenDay.tsx';
import { UnlockDay } from './UnlockDay.tsx';
import { useKeeper } from './use-day.ts';

/** The list of one half-day on the tablet: opened with a PIN, kept on the device, also without a network. */
export const DayPage = (): JSX.Element => {
  const t = useText('day-list');
  const { phase, list, own } = useKeeper();
  useEffect(() => {
    document.title = `${t('title')} · Verkeerstoren`;
  }, [t]);
  if (phase === 'open' && list !== null) return <OpenDay list={list} own={own} />;
  return (
    <main id="main" tabIndex={-1} className={styles.door}>
      {phase === 'looking' && <Skeleton grid="1fr" rows={4} />}
      {phase === 'none' && <BeginDay />}
      {phase === 'locked' && <UnlockDay />}
    </main>
  );
};
