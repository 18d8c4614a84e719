import { type JSX, type ReactNode, useId } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import styles from './Question.module.css';

/** The head of one question: its number, or a check once answered, and what one may skip (`mag leeg`). */
export const Question = ({
  number,
  title,
  hint,
  done = false,
  children,
}: {
  number: number;
  title: string;
  hint?: string;
  done?: boolean;
  /** The answer; gets the id of the title, to be labelled by. */
  children: (titleId: string) => ReactNode;
}): JSX.Element => {
  const t = useText('design');
  const id = useId();
  return (
    <div className={styles.question}>
      <div className={styles.head}>
        <span className={cx(styles.mark, done && styles.done)}>
          {done ? <Icon name="check" size={13} /> : number}
          {done && <span className="aloud">{t('question.answered')}</span>}
        </span>
        <h3 id={id}>{title}</h3>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </div>
      {children(id)}
    </div>
  );
};
