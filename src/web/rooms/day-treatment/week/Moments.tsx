import { type JSX, useId } from 'react';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Moments.module.css';
import type { Week } from './use-week.ts';
import { useWeekWords } from './use-week-words.ts';

/** The moments that fit for whoever is chosen, best first, and the one button that takes the chosen one. */
export const Moments = ({
  week,
  busy,
  onTake,
}: {
  week: Week;
  busy: boolean;
  onTake: () => void;
}): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const title = useId();
  const { choices, choicesProblem, selected, chosen } = week;
  const moves = chosen?.kind === 'planned';
  const takes = t(moves ? 'act.move' : 'act.plan');
  if (choicesProblem !== null) return <ProblemNotice problem={choicesProblem} />;
  if (choices === undefined) return <p className={styles.quiet}>{t('choices.coming')}</p>;
  if (choices.choices.length === 0) {
    return (
      <p className={styles.none}>{choices.none === null ? t('choices.none') : t(`none.${choices.none}`)}</p>
    );
  }
  return (
    <>
      <h4 id={title} className={styles.title}>
        {t('choices.title', { count: choices.choices.length })}
      </h4>
      <div role="radiogroup" aria-labelledby={title} className={styles.moments}>
        {choices.choices.map((choice, index) => {
          const [where, why] = words.choice(choice);
          return (
            <label key={choice.halfDayId} className={cx(styles.moment, choice === selected && styles.chosen)}>
              <input
                type="radio"
                name={title}
                checked={choice === selected}
                onChange={() => week.pickChoice(index)}
              />
              <b aria-hidden="true" className={styles.number}>
                {index + 1}
              </b>
              <span>
                <span className={styles.when}>{words.moment(choice)}</span>
                <span className={styles.line}>{where}</span>
                <span className={styles.line}>{why}</span>
              </span>
            </label>
          );
        })}
      </div>
      <div className={styles.take}>
        <Button
          look="primary"
          size="large"
          wide
          keys={['↵']}
          blocked={selected === null}
          busy={busy}
          onPress={onTake}
        >
          {busy ? t('act.busy') : takes}
        </Button>
      </div>
    </>
  );
};
