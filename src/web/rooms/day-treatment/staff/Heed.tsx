import type { JSX } from 'react';
import type { DayStaff } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Panel } from '#web/design/Panel.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { isOver } from './rota.ts';
import styles from './Staff.module.css';
import { useStaffWords } from './use-staff-words.ts';

/** The half-days to come in which something is not as usual: shut, with too few, or with nobody who may do something. */
export const Heed = ({ staff }: { staff: DayStaff }): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  const now = useNow('minute');
  const lines = staff.halfDays
    .filter((halfDay) => !isOver(halfDay, now))
    .flatMap((halfDay) => {
      const shut = words.shut(halfDay);
      const more = words.heed(halfDay, staff.nurses);
      return shut === null && more.length === 0 ? [] : [{ halfDay, shut, more }];
    });
  return (
    <Panel title={t('heed.title')}>
      {lines.length === 0 && <p>{t('heed.none')}</p>}
      <ul className={styles.heed}>
        {lines.map(({ halfDay, shut, more }) => (
          <li key={halfDay.id}>
            <b>{words.halfDay(halfDay)}</b>
            {shut !== null && (
              <span className={styles.shut}>
                <StateMark state="closed" size={13} />
                {shut}
              </span>
            )}
            {more.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
