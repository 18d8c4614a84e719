import type { JSX, Ref } from 'react';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import form from './Form.module.css';
import { SecretField } from './SecretField.tsx';

/** As the server refuses shorter ones. */
const FEWEST = 12;

/** What the server may have against a new password; said below its field. */
export const PASSWORD_CODES = [
  'password-short',
  'password-long',
  'password-known',
  'password-own-words',
] as const;

/** A new password, with its rules said before and the length counted while one types. Pasting is fine. */
export const NewPassword = ({
  value,
  onChange,
  error,
  ref,
}: {
  value: string;
  onChange: (value: string) => void;
  error: string | null;
  ref?: Ref<HTMLInputElement>;
}): JSX.Element => {
  const t = useText('accounts');
  const long = [...value].length >= FEWEST;
  const left = FEWEST - [...value].length;
  return (
    <div className={form.group}>
      <SecretField
        {...(ref === undefined ? {} : { ref })}
        label={t('password.new')}
        autoComplete="new-password"
        hint={t('password.hint')}
        error={error}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <ul className={form.rules}>
        <li className={cx(long && form.met)}>
          {long ? <Icon name="check" size={15} /> : <Icon name="circle" size={15} />}
          {long || value === ''
            ? t('password.length', { fewest: FEWEST })
            : t('password.left', { count: left })}
        </li>
        <li>
          <Icon name="dot" size={15} />
          {t('password.words')}
        </li>
        <li>
          <Icon name="dot" size={15} />
          {t('password.known')}
        </li>
      </ul>
    </div>
  );
};
