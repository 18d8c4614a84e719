import type { JSX } from 'react';
import type { HandoverSectionView } from '#modules/stay/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './Handover.module.css';

/** What is known already, each line with where it comes from; who writes can leave a line out. */
export const KnownLines = ({
  known,
  onToggle,
}: {
  known: HandoverSectionView['known'];
  onToggle?: (key: string) => void;
}): JSX.Element | null => {
  const t = useText('patient-handover');
  if (known.length === 0) return null;
  return (
    <ul className={styles.known}>
      {known.map(({ key, text, source, without }) => (
        <li key={key}>
          <span className={cx(without && styles.without)}>{text}</span>
          <span className={styles.source}>{t(`source.${source}`)}</span>
          {onToggle !== undefined && (
            <Button size="small" look="quiet" onPress={() => onToggle(key)}>
              {t(without ? 'section.putBack' : 'section.leaveOut')}
              <span className="aloud"> {text}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
