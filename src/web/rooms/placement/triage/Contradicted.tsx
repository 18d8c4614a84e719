import type { JSX } from 'react';
import { type Contradiction, questionOf, TRIAGE_NOW } from '#modules/placement/types.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Triage.module.css';

const Given = ({
  id,
  answer,
  onChange,
}: {
  id: string;
  answer: string;
  onChange: (question: string) => void;
}): JSX.Element | null => {
  const t = useText('triage');
  const found = questionOf(TRIAGE_NOW, id);
  const option = found?.question.options.find(({ value }) => value === answer);
  if (found === null || option === undefined) return null;
  return (
    <li>
      <span>
        {inWords(found.question.words)} <b>{inWords(option.words)}</b>
      </span>
      <Button
        size="small"
        onPress={() => onChange(id)}
        label={t('changeOf', { question: inWords(found.question.words) })}
      >
        {t('change')}
      </Button>
    </li>
  );
};

/** Two answers that cannot both be true, side by side, each to be changed. */
export const Contradicted = ({
  pair,
  onChange,
}: {
  pair: Contradiction;
  onChange: (question: string) => void;
}): JSX.Element => {
  const t = useText('triage');
  return (
    <Notice kind="conflict" title={t('contradiction')} announce>
      <ul className={styles.pair}>
        <Given id={pair.question} answer={pair.answer} onChange={onChange} />
        <Given id={pair.other} answer={pair.otherAnswer} onChange={onChange} />
      </ul>
    </Notice>
  );
};
