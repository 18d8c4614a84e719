import type { JSX } from 'react';
import { cx } from './cx.ts';
import styles from './Kbd.module.css';

/** A key as it stands on the keyboard. `onButton` takes the colour of the button. Not shown where there are no keys. */
export const Kbd = ({
  children,
  onButton = false,
}: {
  children: string;
  onButton?: boolean;
}): JSX.Element => <kbd className={cx(styles.kbd, !onButton && styles.plain)}>{children}</kbd>;

/** What the keys of this screen do, at its foot: `[{ keys: ['J', 'K'], does: t('keys.row') }]`. */
export const KeyHints = ({
  hints,
}: {
  hints: readonly { readonly keys: readonly string[]; readonly does: string }[];
}): JSX.Element => (
  <ul className={styles.hints}>
    {hints.map(({ keys, does }) => (
      <li key={does}>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
        {does}
      </li>
    ))}
  </ul>
);
