import { type JSX, type KeyboardEvent, useId } from 'react';
import styles from './ChoiceCards.module.css';

/** One big choice: a word, and one line that explains it. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly line?: string;
}

/**
 * Big radio cards. Arrows move as in every radio group; with the focus inside, 1–9 picks a card.
 * `labelledBy` is the id of the question above it.
 */
export const ChoiceCards = <Value extends string>({
  labelledBy,
  choices,
  value,
  onChange,
  columns = 2,
}: {
  labelledBy: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  columns?: number;
}): JSX.Element => {
  const name = useId();
  const pick = (event: KeyboardEvent<HTMLDivElement>): void => {
    const choice =
      event.ctrlKey || event.altKey || event.metaKey ? undefined : choices[Number(event.key) - 1];
    if (choice === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${choice.value}"]`)?.focus();
    onChange(choice.value);
  };
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      tabIndex={-1}
      data-columns={columns}
      className={styles.cards}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      onKeyDown={pick}
    >
      {choices.map((choice) => (
        <label key={choice.value} className={styles.card}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.title}>{choice.title}</span>
          {choice.line !== undefined && <span className={styles.line}>{choice.line}</span>}
        </label>
      ))}
    </div>
  );
};
