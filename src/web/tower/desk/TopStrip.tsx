import type { JSX } from 'react';
import { localDay } from '#kernel/calendar.ts';
import type { Queue } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { AlertCount } from '#web/rooms/outlook/alerts/AlertCount.tsx';
import { answeredOf } from '#web/rooms/placement/request/draft.ts';
import type { Kept } from '#web/rooms/placement/request/use-draft.ts';
import { CallAfter } from './CallAfter.tsx';
import styles from './TopStrip.module.css';

type Stale = Queue['staleUnits'];

const OldFigures = ({ stale }: { stale: Stale }): JSX.Element => {
  const t = useText('desk');
  const format = useFormat();
  const now = useNow('minute');
  const named = stale
    .slice(0, 2)
    .map(({ site, figure }) =>
      figure.asOf === null
        ? t('stale.never', { site })
        : t('stale.since', { site, length: format.length(now - Date.parse(figure.asOf)) }),
    );
  const rest = stale.length - named.length;
  return (
    <>
      <StateMark state="unknown" size={16} />
      <b>{t('stale.title', { count: stale.length })}</b>
      <span className={styles.named}>
        {rest > 0
          ? t('stale.andMore', { sites: named.join(', '), count: rest })
          : t('stale.line', { sites: named.join(t('stale.and')), count: named.length })}
      </span>
      <CallAfter stale={stale} />
    </>
  );
};

/** Minutes and seconds since the telephone was picked up: `00:47`. */
const stopwatch = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
};

const Call = ({ kept }: { kept: Kept }): JSX.Element => {
  const t = useText('desk');
  const now = useNow('second');
  return (
    <span className={styles.running}>
      <Icon name="phone-incoming" size={18} />
      <b role="timer">{t('telephone.running', { clock: stopwatch(now - kept.begunAt) })}</b>
      <span>{t('telephone.answered', { count: answeredOf(kept.draft, localDay(now, REGION_ZONE)) })}</span>
    </span>
  );
};

/** Below the head: figures that are too old to count, and the telephone call that keeps running with its stopwatch. */
export const TopStrip = ({
  stale,
  kept,
  calling,
  onCall,
  onStop,
}: {
  stale: Stale;
  kept: Kept | null;
  calling: boolean;
  onCall: () => void;
  onStop: () => void;
}): JSX.Element => {
  const t = useText('desk');
  const next = (): string => {
    if (calling) return t('telephone.back');
    return t(kept === null ? 'telephone.begin' : 'telephone.goOn');
  };
  return (
    <div className={cx(styles.strip, stale.length > 0 && styles.stale)}>
      {stale.length > 0 && <OldFigures stale={stale} />}
      <div className={styles.telephone}>
        <AlertCount />
        {kept !== null && <Call kept={kept} />}
        {kept !== null && calling && (
          <Button size="small" look="quiet" onPress={onStop}>
            {t('telephone.stop')}
          </Button>
        )}
        <Button
          size="small"
          keys={['N']}
          {...(kept === null ? { icon: 'phone-incoming' } : {})}
          onPress={onCall}
        >
          {next()}
        </Button>
      </div>
    </div>
  );
};
