import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import styles from './Steps.module.css';

/** One step on the way of a request. */
export interface Step {
  /** Across: the moment in words (`uiterlijk 12:26`); down: what happens (`Aanvraag verstuurd`). */
  readonly title: string;
  readonly line?: ReactNode;
  /** Clock time at the right of a step down the page. */
  readonly time?: string;
  readonly phase: 'done' | 'now' | 'todo';
}

/** Steps in the order of time: done is a petrol check, now an orange ring, to come an open ring. */
export const Steps = ({
  label,
  steps,
  across = false,
}: {
  label: string;
  steps: readonly Step[];
  across?: boolean;
}): JSX.Element => {
  const t = useText('design');
  return (
    <ol className={cx(styles.steps, across ? styles.across : styles.down)} aria-label={label}>
      {steps.map((step) => (
        <li
          key={`${step.title} ${step.time ?? ''}`}
          className={cx(styles.step, styles[step.phase])}
          aria-current={step.phase === 'now' ? 'step' : undefined}
        >
          <span className={styles.dot} aria-hidden="true">
            {step.phase === 'done' && <Icon name="check" size={13} />}
          </span>
          <div>
            <p className={styles.title}>
              {step.phase === 'done' && <span className="aloud">{t('steps.done')} </span>}
              {step.title}
            </p>
            {step.line !== undefined && <p className={styles.line}>{step.line}</p>}
          </div>
          {step.time !== undefined && <span className={styles.time}>{step.time}</span>}
        </li>
      ))}
    </ol>
  );
};
