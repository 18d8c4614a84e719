import { type JSX, useEffect, useId, useRef } from 'react';
import type { TriageQuestion } from '#modules/placement/types.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Triage.module.css';

/**
 * One question of the tree with its answers as large buttons: a press answers and brings the next one. Not radio cards,
 * because arrows would answer while one is still reading.
 */
export const OneQuestion = ({
  question,
  given,
  left,
  busy,
  onAnswer,
  onBefore,
  onRest,
}: {
  question: TriageQuestion;
  given: string | undefined;
  /** How many are still to come after this one, at most. */
  left: number;
  busy: boolean;
  onAnswer: (answer: string) => void;
  onBefore: (() => void) | null;
  /** All that is still open is as usual. */
  onRest: (() => void) | null;
}): JSX.Element => {
  const t = useText('triage');
  const id = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each next question gets the focus, not each drawing of it.
  useEffect(() => {
    box.current?.querySelector('button')?.focus();
  }, [question.id]);
  return (
    <div className={styles.one}>
      <h4 id={id}>{inWords(question.words)}</h4>
      <p className={styles.why}>{inWords(question.why)}</p>
      <fieldset ref={box} aria-labelledby={id} className={styles.options}>
        {question.options.map(({ value, words }) => (
          <Button
            key={value}
            size="large"
            busy={busy}
            {...(value === given ? { icon: 'check' } : {})}
            onPress={() => onAnswer(value)}
          >
            {inWords(words)}
          </Button>
        ))}
      </fieldset>
      <div className={styles.foot}>
        <span>{left === 0 ? t('last') : t('left', { count: left })}</span>
        {onBefore !== null && (
          <Button look="quiet" onPress={onBefore}>
            {t('before')}
          </Button>
        )}
        {onRest !== null && (
          <Button look="quiet" icon="check-check" onPress={onRest} blocked={busy}>
            {t('rest')}
          </Button>
        )}
      </div>
    </div>
  );
};
