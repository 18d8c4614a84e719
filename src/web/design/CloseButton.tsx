import type { JSX } from 'react';
import styles from './CloseButton.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

/** The cross in the corner of what floats. `className` gives it its place there; `--close` another size. */
export const CloseButton = ({
  label,
  onPress,
  className,
}: {
  label: string;
  onPress: () => void;
  className?: string | undefined;
}): JSX.Element => (
  <button type="button" className={cx(styles.close, className)} aria-label={label} onClick={onPress}>
    <Icon name="x" />
  </button>
);
