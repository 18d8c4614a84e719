import { type JSX, useId } from 'react';
import { useText } from '#web/i18n/texts.ts';
import styles from './BedCard.module.css';

/** A day and a clock time to fill in, with the fields of the device. */
export const MomentFields = ({
  label,
  day,
  clock,
  onDay,
  onClock,
}: {
  label: string;
  day: string;
  clock: string;
  onDay: (day: string) => void;
  onClock: (clock: string) => void;
}): JSX.Element => {
  const t = useText('ward');
  const id = useId();
  return (
    <fieldset className={styles.moment}>
      <legend>{label}</legend>
      <label htmlFor={`${id}-day`} className="aloud">
        {t('moment.day')}
      </label>
      <input
        id={`${id}-day`}
        type="date"
        value={day}
        required
        onChange={(event) => onDay(event.target.value)}
      />
      <label htmlFor={`${id}-clock`} className="aloud">
        {t('moment.clock')}
      </label>
      <input
        id={`${id}-clock`}
        type="time"
        value={clock}
        required
        onChange={(event) => onClock(event.target.value)}
      />
    </fieldset>
  );
};
