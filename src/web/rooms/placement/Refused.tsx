import type { JSX } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { currentLanguage } from '#web/i18n/texts.ts';
import styles from './Refused.module.css';

/** The last answer of the server when it was no: what is the matter, per field too, and what can be done now. */
export const Refused = ({ problem }: { problem: Problem | null }): JSX.Element | null => {
  const language = currentLanguage();
  if (problem === null) return null;
  const fields = problem.body.fields ?? [];
  return (
    <ProblemNotice problem={problem}>
      {fields.length > 0 && (
        <ul className={styles.fields}>
          {fields.map((field) => (
            <li key={field.path}>{field[language]}</li>
          ))}
        </ul>
      )}
    </ProblemNotice>
  );
};
