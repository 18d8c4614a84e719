import { type InputHTMLAttributes, type JSX, type Ref, useState } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Fields.module.css';

/** A password to type or paste, which the reader may look at: who sees what stands there, types it right. */
export const SecretField = ({
  label,
  hint,
  error,
  ref,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  hint?: string;
  error?: string | null;
  ref?: Ref<HTMLInputElement>;
}): JSX.Element => {
  const t = useText('accounts');
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.secret}>
      <TextField
        {...input}
        {...(hint === undefined ? {} : { hint })}
        {...(ref === undefined ? {} : { ref })}
        label={label}
        error={error ?? null}
        type={shown ? 'text' : 'password'}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <button type="button" className={styles.show} aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? <Icon name="eye-off" size={15} /> : <Icon name="eye" size={15} />}
        {t('field.show')}
      </button>
    </div>
  );
};
