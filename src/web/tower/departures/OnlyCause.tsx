import { type JSX, useEffect, useRef } from 'react';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Delays.module.css';

/** The list shows who waits for one thing only; says so, and the way back to all. What opened it moves the eye here. */
export const OnlyCause = ({
  cause,
  count,
  onAll,
}: {
  cause: string;
  count: number;
  onAll: () => void;
}): JSX.Element => {
  const t = useText('departures');
  const stay = useText('stay');
  const line = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each cause anew
  useEffect(() => {
    line.current?.focus();
    line.current?.scrollIntoView({ block: 'center' });
  }, [cause]);
  return (
    <div className={styles.only}>
      <p ref={line} tabIndex={-1}>
        {t('delays.only', { count, cause: stay(`barrier.${cause}`) })}
      </p>
      <Button size="small" onPress={onAll}>
        {t('delays.all')}
      </Button>
    </div>
  );
};
