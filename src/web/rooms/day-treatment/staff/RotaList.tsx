import { type JSX, useState } from 'react';
import type { DayStaff, StaffHalfDay, StaffNurse } from '#modules/day-treatment/contract.ts';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { HalfDayMenu } from './HalfDayMenu.tsx';
import styles from './RotaList.module.css';
import { type RotaWeek, ranOut, standingOf } from './rota.ts';
import { StandingMark } from './StandingMark.tsx';
import { StandingMenu } from './StandingMenu.tsx';
import { useCell } from './use-cell.ts';
import type { RotaActs } from './use-rota-acts.ts';
import { useStaffWords } from './use-staff-words.ts';

interface Keeping {
  readonly keeps: boolean;
  readonly acts: RotaActs;
}

const NurseLine = ({
  halfDay,
  nurse,
  keeps,
  acts,
}: Keeping & { halfDay: StaffHalfDay; nurse: StaffNurse }): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  const [opened, setOpened] = useState(false);
  const cell = useCell(halfDay, nurse, { keeps, acts, onOpen: () => setOpened(!opened) });
  const standing = standingOf(halfDay, nurse.id);
  return (
    <li>
      <button
        type="button"
        className={styles.nurse}
        aria-disabled={cell.fixed || undefined}
        aria-expanded={cell.opens ? opened : undefined}
        onClick={cell.press}
      >
        <StandingMark standing={standing} doubt={ranOut(nurse, halfDay.day).length > 0} />
        <span>
          {nurse.name}
          <span className="aloud"> {words.halfDay(halfDay)}</span>
        </span>
        <small>{t(`standing.${standing}`)}</small>
      </button>
      {opened && cell.opens && (
        <StandingMenu
          halfDay={halfDay}
          nurse={nurse}
          keeps={keeps}
          acts={acts}
          onDone={() => setOpened(false)}
        />
      )}
    </li>
  );
};

const HalfDay = ({
  halfDay,
  staff,
  keeps,
  acts,
}: Keeping & { halfDay: StaffHalfDay; staff: DayStaff }): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  const [opened, setOpened] = useState(false);
  const shut = words.shut(halfDay);
  return (
    <li className={styles.half}>
      <h2>
        <button type="button" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {words.halfDay(halfDay)}
          <Icon name="chevron-down" size={16} />
        </button>
      </h2>
      {shut !== null && (
        <p className={styles.shut}>
          <StateMark state="closed" size={13} />
          {shut}
        </p>
      )}
      {halfDay.mustMove > 0 && <p className={styles.move}>{t('count.move', { count: halfDay.mustMove })}</p>}
      {opened && <HalfDayMenu halfDay={halfDay} nurses={staff.nurses} keeps={keeps} />}
      <ul>
        {staff.nurses.map((nurse) => (
          <NurseLine key={nurse.id} halfDay={halfDay} nurse={nurse} keeps={keeps} acts={acts} />
        ))}
      </ul>
    </li>
  );
};

/** A week on a phone: each half-day with everybody who works there. */
export const RotaList = ({
  weeks,
  staff,
  ...keeping
}: Keeping & { weeks: readonly RotaWeek[]; staff: DayStaff }): JSX.Element => (
  <ul className={styles.list}>
    {weeks.flatMap(({ halfDays }) =>
      halfDays.map((halfDay) => <HalfDay key={halfDay.id} halfDay={halfDay} staff={staff} {...keeping} />),
    )}
  </ul>
);
