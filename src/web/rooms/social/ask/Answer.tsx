import { Link } from '@tanstack/react-router';
import { type JSX, useEffect, useRef } from 'react';
import type { QuestionAnswer } from '#modules/social/contract.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import styles from './Ask.module.css';
import { HelperCard } from './HelperCard.tsx';

type Named = QuestionAnswer['beside'];

const chipsOf = (needs: Named) => needs.map((need) => ({ value: need.code, label: need[currentLanguage()] }));

/** What was heard, to be put right with a tap, and what may lie behind it. */
const Meant = ({
  answer,
  needs,
  onMean,
}: {
  answer: QuestionAnswer;
  needs: readonly string[];
  onMean: (needs: readonly string[]) => void;
}): JSX.Element | null => {
  const t = useText('first-question');
  const { heard, beside } = answer;
  const on = needs.length > 0 ? needs : heard.map(({ code }) => code);
  return (
    <>
      {heard.length > 0 && (
        <div className={styles.meant}>
          <p>{t('heard')}</p>
          <ChipToggles label={t('heard')} chips={chipsOf(heard)} values={[...on]} onChange={onMean} />
        </div>
      )}
      {beside.length > 0 && (
        <div className={styles.meant}>
          <p>{t('beside')}</p>
          <ChipToggles
            label={t('beside')}
            chips={chipsOf(beside)}
            values={[]}
            onChange={([code = '']) => onMean([code])}
          />
        </div>
      )}
    </>
  );
};

/** Who can help, each with why; the reader is led here when the answer comes. */
export const Answer = ({
  answer,
  words,
  needs,
  refers,
  onMean,
}: {
  answer: QuestionAnswer;
  words: string;
  needs: readonly string[];
  refers: boolean;
  onMean: (needs: readonly string[]) => void;
}): JSX.Element => {
  const t = useText('first-question');
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question leads to its answer; a tap on a need stays where it was
  useEffect(() => heading.current?.focus(), [words]);
  return (
    <section className={styles.answer} aria-labelledby="who-helps">
      <h2 id="who-helps" ref={heading} tabIndex={-1}>
        {answer.helpers.length === 0 ? t('nobody') : t('who')}
      </h2>
      <Meant answer={answer} needs={needs} onMean={onMean} />
      {answer.helpers.length === 0 ? (
        <Notice kind="empty" title={t('nobodyTitle')}>
          {t('nobodyLine')}
        </Notice>
      ) : (
        <ul className={styles.helpers}>
          {answer.helpers.map((helper) => (
            <HelperCard
              key={helper.id}
              {...{ helper, words, refers }}
              heard={[...answer.heard, ...answer.beside.map((need) => ({ ...need, by: need.nl }))]}
            />
          ))}
        </ul>
      )}
      <p className={styles.more}>
        <Link to="/sociale-kaart">{t('map', { count: answer.total })}</Link>
      </p>
    </section>
  );
};
