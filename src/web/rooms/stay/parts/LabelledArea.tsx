import { type JSX, useId } from 'react';
import { TextArea } from '#web/design/TextArea.tsx';
import styles from './parts.module.css';

/** A few lines to write in, with its word above. */
export const LabelledArea = ({
  label,
  value,
  onChange,
  maxLength = 1000,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
}): JSX.Element => {
  const id = useId();
  return (
    <div>
      <p id={id} className={styles.label}>
        {label}
      </p>
      <TextArea
        labelledBy={id}
        rows={1}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
};
