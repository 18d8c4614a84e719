import { type InputHTMLAttributes, type JSX, type Ref, useId } from 'react';
import { Icon } from './Icon.tsx';
import styles from './TextField.module.css';

/**
 * One line to fill in. `error` says what is wrong and how to do it right, below the field; send the focus there
 * (`ref`). `labelledBy` when a Question above already carries the words.
 */
export const TextField = ({
  label,
  labelledBy,
  hint,
  error,
  ref,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & {
  label?: string;
  labelledBy?: string;
  hint?: string;
  error?: string | null;
  ref?: Ref<HTMLInputElement>;
}): JSX.Element => {
  const id = useId();
  const failed = error !== undefined && error !== null && error !== '';
  const described = [hint !== undefined && `${id}-hint`, failed && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      {label !== undefined && <label htmlFor={id}>{label}</label>}
      <input
        {...input}
        ref={ref}
        id={id}
        aria-labelledby={labelledBy}
        aria-invalid={failed || undefined}
        aria-describedby={described === '' ? undefined : described}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {failed && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="circle-alert" size={15} />
          {error}
        </p>
      )}
    </div>
  );
};
