import { type JSX, useId } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Part.module.css';
import { useMarkWords } from './use-mark-words.ts';

const MOST = 10;
const HALF = 5;

/** A mark on a line: dragged, pressed with big buttons, or moved with the keys; said in words. */
export const MarkSlider = ({
  label,
  mark,
  onMark,
}: {
  label: string;
  mark: number | null;
  onMark: (next: number | null) => void;
}): JSX.Element => {
  const t = useText('conversation');
  const id = useId();
  const words = useMarkWords()(mark);
  const to = (next: number): void => onMark(Math.min(MOST, Math.max(0, next)));
  return (
    <div className={styles.mark}>
      <label htmlFor={id}>{label}</label>
      <output className={styles.markWords} htmlFor={id}>
        {words.seen}
      </output>
      <div className={styles.line}>
        <button type="button" aria-label={t('mark.down')} onClick={() => to((mark ?? HALF) - 1)}>
          <Icon name="minus" size={22} />
        </button>
        <input
          id={id}
          type="range"
          min={0}
          max={MOST}
          step={1}
          value={mark ?? HALF}
          data-none={mark === null || undefined}
          aria-valuetext={words.heard}
          onChange={(event) => to(Number(event.currentTarget.value))}
          // The middle is a mark too: pressing the line where it stands says so.
          onPointerUp={(event) => to(Number(event.currentTarget.value))}
        />
        <button type="button" aria-label={t('mark.up')} onClick={() => to((mark ?? HALF) + 1)}>
          <Icon name="plus" size={22} />
        </button>
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>{t('mark.poor')}</span>
        <span>{t('mark.veryWell')}</span>
      </p>
      {mark !== null && (
        <button type="button" className={styles.link} onClick={() => onMark(null)}>
          {t('mark.clear')}
        </button>
      )}
    </div>
  );
};
