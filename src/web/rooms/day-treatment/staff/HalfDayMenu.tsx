import type { JSX } from 'react';
import type { StaffHalfDay, StaffNurse } from '#modules/day-treatment/contract.ts';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { HalfDayActs } from '#web/rooms/day-treatment/week/HalfDayActs.tsx';
import styles from './Staff.module.css';
import { useStaffWords } from './use-staff-words.ts';

/** What is the matter with a half-day: why nothing runs, what nobody may do; and to close or open it. */
export const HalfDayMenu = ({
  halfDay,
  nurses,
  keeps,
}: {
  halfDay: StaffHalfDay;
  nurses: readonly StaffNurse[];
  keeps: boolean;
}): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  const shut = words.shut(halfDay);
  const more = words.heed(halfDay, nurses);
  return (
    <div className={styles.menu}>
      {!keeps && <b>{words.halfDay(halfDay)}</b>}
      {shut !== null && (
        <p className={styles.shut}>
          <StateMark state="closed" size={13} />
          {shut}
        </p>
      )}
      {more.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {shut === null && more.length === 0 && <p>{t('runs')}</p>}
      {keeps && <HalfDayActs key={halfDay.version} halfDay={halfDay} />}
    </div>
  );
};
