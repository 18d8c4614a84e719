import type { JSX } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from '#web/rooms/outlook/levers/Levers.module.css';
import { numberText } from '#web/rooms/outlook/play/figures.ts';
import type { Played } from '#web/rooms/outlook/play/use-played.ts';

/** How far the playing is, and how long the last took. */
export const HowFar = ({ played, waiting }: { played: Played; waiting: boolean }): JSX.Element => {
  const t = useText('outlook');
  const { years, done, seconds, failed } = played;
  const line = (): string => {
    if (failed) return t('played.failed');
    if (waiting) return years === null ? t('played.begins') : t('played.busy', { done: done ?? 0, years });
    if (seconds === null || years === null) return t('played.notYet');
    return t('played.done', { years: numberText(years), seconds: numberText(seconds) });
  };
  return (
    <p className={styles.played}>
      <Icon name="timer" />
      <span role={failed || !waiting ? 'status' : undefined}>{line()}</span>
      {waiting && !failed && years !== null && (
        <progress aria-label={t('played.progress')} max={years} value={done ?? 0} />
      )}
    </p>
  );
};
