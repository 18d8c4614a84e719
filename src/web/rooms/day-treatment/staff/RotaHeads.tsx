import { Popover } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { DayStaff, StaffHalfDay } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { useText } from '#web/i18n/texts.ts';
import { weekNumber } from '#web/rooms/day-treatment/week/grid.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import { HalfDayMenu } from './HalfDayMenu.tsx';
import styles from './Rota.module.css';
import { isOver, type RotaWeek } from './rota.ts';
import { type Spot, spotProps } from './use-rota-keys.ts';
import { useStaffWords } from './use-staff-words.ts';

/** The days of a week, each as wide as its half-days. */
const daysOf = ({ halfDays }: RotaWeek): { readonly day: string; readonly count: number }[] =>
  [...Map.groupBy(halfDays, ({ day }) => day)].map(([day, own]) => ({ day, count: own.length }));

const HalfDayHead = ({
  halfDay,
  staff,
  keeps,
  spot,
  stop,
  first,
}: {
  halfDay: StaffHalfDay;
  staff: DayStaff;
  keeps: boolean;
  spot: Spot;
  stop: boolean;
  first: boolean;
}): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  const [opened, setOpened] = useState(false);
  const over = isOver(halfDay, useNow('minute'));
  const shut = words.shut(halfDay);
  return (
    <th scope="col" className={cx(first && styles.week, shut !== null && styles.shut, over && styles.past)}>
      <Popover
        opened={opened}
        onChange={setOpened}
        onDismiss={() => setOpened(false)}
        position="bottom"
        offset={4}
        trapFocus
        returnFocus
        transitionProps={{ duration: 150, transition: 'fade' }}
      >
        <Popover.Target>
          <button type="button" {...spotProps(spot, stop)} onClick={() => setOpened(!opened)}>
            <span aria-hidden="true">{t(`letter.${halfDay.part}`)}</span>
            <span className="aloud">
              {words.halfDay(halfDay)} {shut}
            </span>
          </button>
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={words.halfDay(halfDay)}>
          <HalfDayMenu halfDay={halfDay} nurses={staff.nurses} keeps={keeps && !over} />
        </Popover.Dropdown>
      </Popover>
    </th>
  );
};

/** Weeks, days and half-days above the rota; a half-day opens what is the matter with it, and closes it. */
export const RotaHeads = ({
  weeks,
  staff,
  keeps,
  spot,
}: {
  weeks: readonly RotaWeek[];
  staff: DayStaff;
  keeps: boolean;
  spot: Spot;
}): JSX.Element => {
  const t = useText('day-staff');
  const { shortDay } = useWeekWords();
  const halfDays = weeks.flatMap((week) => week.halfDays);
  const filled = weeks.filter((week) => week.halfDays.length > 0);
  return (
    <thead>
      <tr>
        <td className={styles.corner} />
        {filled.map(({ monday, halfDays: own }) => (
          <th key={monday} scope="colgroup" colSpan={own.length} className={cx(styles.number, styles.week)}>
            {t('weeks.week', { number: weekNumber(monday) })}
          </th>
        ))}
      </tr>
      <tr>
        <td className={styles.corner} />
        {filled.flatMap((week) =>
          daysOf(week).map(({ day, count }, n) => (
            <th key={day} scope="colgroup" colSpan={count} className={cx(styles.day, n === 0 && styles.week)}>
              {shortDay(day)}
            </th>
          )),
        )}
      </tr>
      <tr className={styles.halves}>
        <td className={styles.corner} />
        {halfDays.map((halfDay, column) => (
          <HalfDayHead
            key={halfDay.id}
            halfDay={halfDay}
            staff={staff}
            keeps={keeps}
            spot={{ row: -1, column }}
            stop={spot.row === -1 && spot.column === column}
            first={filled.some(({ halfDays: own }) => own[0]?.id === halfDay.id)}
          />
        ))}
      </tr>
    </thead>
  );
};
