import type { JSX } from 'react';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { noonOf, useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import styles from './StayAhead.module.css';
import { roomBehind } from './stay-ahead.ts';
import type { Bar, WardPlace } from './timeline.ts';

/** What stands between somebody and home, behind the bar of their stay: `traplift di 27 okt`. */
export const StayAhead = ({ bars }: { bars: readonly Bar[] }): JSX.Element | null => {
  const t = useText('ward');
  const format = useFormat();
  const ofStays = useStayWords();
  const room = roomBehind(bars);
  const [barrier, ...more] = room?.stay.claim?.stay?.barriers ?? [];
  if (room === null || barrier === undefined) return null;
  const said = t('bar.barrier', {
    what: ofStays.barrier(barrier),
    day: format.day(noonOf(barrier.due)).replace(/ \S+$/, ''),
  });
  return (
    <span className={cx(styles.ahead, barrier.late && styles.late)} style={{ left: `${room.left}%` }}>
      {barrier.late ? <Icon name="triangle-alert" size={14} /> : <Icon name="house" size={14} />}
      <span className={styles.words}>{said}</span>
      {more.length > 0 && <span>{t('bar.more', { count: more.length })}</span>}
    </span>
  );
};

/** The day of a stay that is nearly at its last: `7/9`. */
export const StayDay = ({ bed }: { bed: WardPlace }): JSX.Element | null => {
  const t = useText('ward');
  const stay = bed.claims.find(({ kind, displaced }) => kind === 'stay' && !displaced)?.stay ?? null;
  if (stay === null || !stay.alarm) return null;
  const { day, days, daysLeft } = stay;
  const aloud = t(daysLeft < 0 ? 'bed.dayOver' : 'bed.dayAlarm', { day, days, count: Math.abs(daysLeft) });
  return (
    <span className={cx(styles.day, daysLeft < 0 && styles.over)} title={aloud}>
      <span aria-hidden="true">{t('bed.day', { day, days })}</span>
      <span className="aloud"> {aloud}</span>
    </span>
  );
};
