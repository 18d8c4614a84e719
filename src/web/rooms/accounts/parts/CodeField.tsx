import type { InputHTMLAttributes, JSX, Ref } from 'react';
import { TextField } from '#web/design/TextField.tsx';
import styles from './Fields.module.css';

/** Six digits from an app, large enough to compare; the telephone offers its numbers. */
export const CodeField = (
  props: InputHTMLAttributes<HTMLInputElement> & {
    label: string;
    hint?: string;
    error?: string | null;
    ref?: Ref<HTMLInputElement>;
  },
): JSX.Element => (
  <div className={styles.code}>
    <TextField
      {...props}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      maxLength={9}
      required
    />
  </div>
);
