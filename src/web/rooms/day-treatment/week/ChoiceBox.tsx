import type { JSX } from 'react';
import type { Choice } from '#modules/day-treatment/contract-plan.ts';
import type { HalfDayView } from '#modules/day-treatment/contract-room.ts';
import { cx } from '#web/design/cx.ts';
import styles from './ChoiceBox.module.css';
import { placeIn } from './grid.ts';

/** A moment that fits, where it would stand: dashed, with its number. The words stand with the choice itself. */
export const ChoiceBox = ({
  choice,
  number,
  halfDay,
  wide,
  chosen,
  name,
}: {
  choice: Choice;
  number: number;
  halfDay: HalfDayView;
  wide: boolean;
  chosen: boolean;
  name: string;
}): JSX.Element | null => {
  const place = placeIn(halfDay, choice.from, choice.until);
  if (place === null) return null;
  return (
    <span
      aria-hidden="true"
      className={cx(styles.choice, wide && styles.wide, chosen && styles.chosen)}
      style={wide ? { left: `${place.left}%`, width: `${place.width}%` } : { left: `${place.left}%` }}
    >
      <b>{number}</b>
      {wide && <span>{name}</span>}
    </span>
  );
};
