import type { JSX } from 'react';
import { useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import { cx } from '#web/design/cx.ts';
import { useText } from '#web/i18n/texts.ts';

const LATE_SECONDS = 10;

/** The page itself has an age: `Live · 2 s`; above ten seconds in words. The band below the head tells of a lost link. */
export const LiveAge = ({
  className,
  late,
}: {
  className?: string | undefined;
  late?: string | undefined;
}): JSX.Element => {
  const t = useText('shell');
  const link = useLink();
  useNow('second');
  const seconds = link.state === 'live' ? Math.max(0, Math.round((Date.now() - link.heardAt) / 1_000)) : 0;
  if (link.state === 'connecting') return <span className={className}>{t('live.connecting')}</span>;
  if (link.state === 'lost') {
    return (
      <span className={cx(className, late)}>
        <i />
        {t('live.lost')}
      </span>
    );
  }
  return (
    <span className={cx(className, seconds > LATE_SECONDS && late)}>
      <i />
      {seconds > LATE_SECONDS ? t('live.late', { count: seconds }) : t('live.now', { count: seconds })}
    </span>
  );
};
