import type { JSX } from 'react';
import styles from './ChipToggles.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

/** One chip: a word, the key that does the same, an icon. */
export interface Chip<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hotkey?: string;
  readonly icon?: string;
}

/**
 * Small choices that are on or off. `one` keeps exactly one on (a filter, a view), otherwise any number.
 * Shape: `pill` for answers, `box` for filters, `joined` for views of the same thing. `scroll`: one line on a phone.
 */
export const ChipToggles = <Value extends string>({
  label,
  chips,
  values,
  onChange,
  one = false,
  shape = 'pill',
  scroll = false,
}: {
  label: string;
  chips: readonly Chip<Value>[];
  values: readonly Value[];
  onChange: (values: Value[]) => void;
  one?: boolean;
  shape?: 'pill' | 'box' | 'joined';
  scroll?: boolean;
}): JSX.Element => {
  const toggle = (value: Value): void => {
    if (one) onChange([value]);
    else onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw and print as a form question; this is a bar of toggles
    <div role="group" aria-label={label} className={cx(styles.chips, styles[shape], scroll && styles.scroll)}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          className={styles.chip}
          aria-pressed={values.includes(chip.value)}
          onClick={() => toggle(chip.value)}
        >
          {chip.icon !== undefined && <Icon name={chip.icon} size={15} />}
          {chip.label}
          {chip.hotkey !== undefined && <Kbd>{chip.hotkey}</Kbd>}
        </button>
      ))}
    </div>
  );
};
