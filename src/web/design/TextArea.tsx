import { type JSX, type TextareaHTMLAttributes, useId } from 'react';
import styles from './TextField.module.css';

/** A few lines to write in; grows with what is written. `labelledBy` when a Question above carries the words. */
export const TextArea = ({
  labelledBy,
  hint,
  ...area
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { labelledBy: string; hint?: string }): JSX.Element => {
  const id = useId();
  return (
    <div className={styles.field}>
      <textarea
        {...area}
        className={styles.area}
        aria-labelledby={labelledBy}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
};
