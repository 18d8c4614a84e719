import { type JSX, useState } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import styles from './Stepper.module.css';

/**
 * A number with − and + beside it, that can also be typed. `label` says of what; `large` for a hand on a phone. What is
 * typed and is no number between `min` and `max` is not handed over.
 */
export const Stepper = ({
  label,
  value,
  onChange,
  min = 0,
  max = 500,
  large = false,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  large?: boolean;
}): JSX.Element => {
  const t = useText('design');
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string): void => {
    setTyped(text);
    const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) onChange(number);
  };
  const step = (by: number): void => {
    setTyped(null);
    onChange(Math.min(max, Math.max(min, value + by)));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a form question around one number
    <div role="group" aria-label={label} className={cx(styles.stepper, large && styles.large)}>
      <button
        type="button"
        aria-label={t('stepper.less', { label })}
        aria-disabled={value <= min || undefined}
        onClick={() => step(-1)}
      >
        <Icon name="minus" size={large ? 22 : 16} />
      </button>
      <input
        type="text"
        inputMode="numeric"
        aria-label={label}
        value={typed ?? value}
        onChange={({ target }) => take(target.value)}
        onBlur={() => setTyped(null)}
      />
      <button
        type="button"
        aria-label={t('stepper.more', { label })}
        aria-disabled={value >= max || undefined}
        onClick={() => step(1)}
      >
        <Icon name="plus" size={large ? 22 : 16} />
      </button>
    </div>
  );
};
