import { type JSX, useId } from 'react';
import styles from './Users.module.css';

/** One of a list that may be long: the list of the device itself. */
export const Choose = ({
  label,
  none,
  options,
  value,
  onChange,
}: {
  label: string;
  /** The word for no choice. */
  none: string;
  options: readonly { readonly value: string; readonly label: string }[];
  value: string;
  onChange: (value: string) => void;
}): JSX.Element => {
  const id = useId();
  return (
    <div className={styles.pair}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};
