import type { JSX } from 'react';
import type { Choice, HalfDayView } from '#modules/day-treatment/contract.ts';
import { cx } from '#web/design/cx.ts';
import styles from './ChoiceBox.module.css';
import { placeIn } from './grid.ts';

/** Below this share of the half-day a name has no room. */
const ROOM_FOR_NAME = 15;

/** A chair of a moment that fits, where it would stand: dashed, with its number. The words stand with the choice itself. */
export const ChoiceBox = ({
  seat,
  number,
  halfDay,
  wide,
  chosen,
  name,
}: {
  seat: Choice['chairs'][number];
  number: number;
  halfDay: HalfDayView;
  wide: boolean;
  chosen: boolean;
  name: string;
}): JSX.Element | null => {
  const place = placeIn(halfDay, seat.from, seat.until);
  if (place === null) return null;
  return (
    <span
      aria-hidden="true"
      className={cx(styles.choice, wide && styles.wide, chosen && styles.chosen)}
      style={wide ? { left: `${place.left}%`, width: `${place.width}%` } : { left: `${place.left}%` }}
    >
      <b>{number}</b>
      {wide && place.width >= ROOM_FOR_NAME && <span>{name}</span>}
    </span>
  );
};
