import type { JSX } from 'react';
import type { TriageView } from '#modules/placement/contract.ts';
import { questionOf, TRIAGE_NOW } from '#modules/placement/types.ts';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Triage.module.css';

/** What was answered, by whom; what a field of the request said already stands there as that. */
export const AnswerList = ({ triage }: { triage: TriageView }): JSX.Element => {
  const t = useText('triage');
  return (
    <ul className={styles.answers} aria-label={t('answers')}>
      {triage.answers.map(({ question: id, answer, by, implied }) => {
        const question = questionOf(TRIAGE_NOW, id)?.question;
        const words = question?.options.find(({ value }) => value === answer)?.words;
        if (question === undefined || words === undefined) return null;
        return (
          <li key={id}>
            <span>
              {inWords(question.words)} <b>{inWords(words)}</b>
            </span>
            <span className={styles.given}>{implied ? t('implied') : by}</span>
          </li>
        );
      })}
    </ul>
  );
};
