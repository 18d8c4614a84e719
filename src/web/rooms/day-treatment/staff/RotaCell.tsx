import { Popover } from '@mantine/core';
import type { JSX } from 'react';
import type { StaffHalfDay, StaffNurse } from '#modules/day-treatment/contract.ts';
import { cx } from '#web/design/cx.ts';
import styles from './Rota.module.css';
import { ranOut, standingOf } from './rota.ts';
import { StandingMark } from './StandingMark.tsx';
import { StandingMenu } from './StandingMenu.tsx';
import { useCell } from './use-cell.ts';
import type { RotaActs } from './use-rota-acts.ts';
import { type Spot, spotProps } from './use-rota-keys.ts';

/** One nurse in one half-day: a press puts them in; who is in it opens what can be said. */
export const RotaCell = ({
  halfDay,
  nurse,
  spot,
  stop,
  first,
  keeps,
  acts,
  opened,
  onOpen,
}: {
  halfDay: StaffHalfDay;
  nurse: StaffNurse;
  spot: Spot;
  stop: boolean;
  first: boolean;
  keeps: boolean;
  acts: RotaActs;
  opened: boolean;
  onOpen: (on: boolean) => void;
}): JSX.Element => {
  const cell = useCell(halfDay, nurse, { keeps, acts, onOpen });
  const standing = standingOf(halfDay, nurse.id);
  return (
    <td className={cx(first && styles.week, halfDay.standstill !== null && styles.shut)}>
      <button
        type="button"
        {...spotProps(spot, stop)}
        aria-label={cell.label}
        aria-disabled={cell.fixed || undefined}
        aria-expanded={cell.opens ? opened : undefined}
        className={cx(cell.fixed && styles.fixed)}
        onClick={cell.press}
      >
        <StandingMark
          standing={standing}
          doubt={standing === 'there' && ranOut(nurse, halfDay.day).length > 0}
        />
      </button>
      {opened && cell.opens && (
        <Popover
          opened
          onChange={onOpen}
          onDismiss={() => onOpen(false)}
          position="bottom"
          offset={2}
          trapFocus
          withRoles={false}
          transitionProps={{ duration: 150, transition: 'fade' }}
        >
          <Popover.Target>
            <span className={styles.under} />
          </Popover.Target>
          <Popover.Dropdown role="dialog" aria-label={cell.label}>
            <StandingMenu
              halfDay={halfDay}
              nurse={nurse}
              keeps={keeps}
              acts={acts}
              onDone={() => onOpen(false)}
            />
          </Popover.Dropdown>
        </Popover>
      )}
    </td>
  );
};
