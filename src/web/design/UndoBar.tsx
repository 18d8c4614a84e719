import type { JSX } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './UndoBar.module.css';

/** "Done. Take back": what was done, the seconds left to take it back, key Z. Shown by the undo provider of the shell. */
export const UndoBar = ({
  text,
  secondsLeft,
  seconds = 10,
  onUndo,
}: {
  text: string;
  secondsLeft: number;
  seconds?: number;
  onUndo: () => void;
}): JSX.Element => {
  const t = useText('design');
  return (
    <div className={styles.bar}>
      <Icon name="check" />
      <span className={styles.text} role="status">
        {text}
      </span>
      <button type="button" className={styles.undo} onClick={onUndo}>
        {t('undo.act')} <span aria-hidden="true">{secondsLeft}</span>
        <Kbd onButton>Z</Kbd>
      </button>
      <span className={styles.left} style={{ width: `${(secondsLeft / seconds) * 100}%` }} />
    </div>
  );
};
