import type { JSX } from 'react';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { RoomLink } from '#web/rooms/day-treatment/parts/RoomTabs.tsx';
import { weekNumber } from '#web/rooms/day-treatment/week/grid.ts';
import { mustMoveBy, type RotaWeek } from './rota.ts';
import styles from './Staff.module.css';

/** Who cannot stay where they are planned now that somebody is not there, and where they get another moment. */
export const MoveNow = ({
  unitId,
  weeks,
  plans,
}: {
  unitId: string;
  weeks: readonly RotaWeek[];
  plans: boolean;
}): JSX.Element | null => {
  const t = useText('day-staff');
  const moves = mustMoveBy(weeks);
  if (moves.length === 0) return null;
  return (
    <Notice
      kind="conflict"
      icon="triangle-alert"
      title={t('move.title', { count: moves.reduce((sum, { count }) => sum + count, 0) })}
      actions={moves.map(({ monday, count }) => (
        <RoomLink key={monday} tab="week" unitId={unitId} from={monday} className={styles.link}>
          {t('move.week', { number: weekNumber(monday), count })}
        </RoomLink>
      ))}
      announce
    >
      {t(plans ? 'move.line' : 'move.lineNurse')}
    </Notice>
  );
};
