import { type JSX, useEffect, useId, useRef, useState } from 'react';
import type { EndBody } from '#modules/social/contract.ts';
import {
  REFERRAL_RESULTS,
  RESULT_REASONS,
  type ReferralResult,
  type ResultReason,
} from '#modules/social/types.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Helper.module.css';

/** Nobody is helped before they were spoken to. */
const resultsFor = (spoken: boolean): readonly ReferralResult[] =>
  spoken ? REFERRAL_RESULTS : REFERRAL_RESULTS.filter((each) => each === 'not' || each === 'other');

/** What came of it for the person, why, and (when one likes) a word for who referred. */
export const ResultForm = ({
  spoken,
  busy,
  onSend,
  onBack,
}: {
  spoken: boolean;
  busy: boolean;
  onSend: (body: EndBody) => void;
  onBack: () => void;
}): JSX.Element => {
  const t = useText('helper');
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const [result, setResult] = useState<ReferralResult | null>(null);
  const [reason, setReason] = useState<ResultReason | null>(null);
  const [words, setWords] = useState('');
  const reasons: readonly ResultReason[] = result === null ? [] : RESULT_REASONS[result];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const said = words.trim();
        if (result !== null && reason !== null && !busy)
          onSend({ result, reason, words: said === '' ? null : said });
      }}
    >
      <h2 id={`${id}-result`} ref={title} tabIndex={-1}>
        {t(spoken ? 'result.title' : 'result.titleEarly')}
      </h2>
      <ChoiceCards
        labelledBy={`${id}-result`}
        columns={1}
        choices={resultsFor(spoken).map((value) => ({ value, title: t(`result.${value}`) }))}
        value={result}
        onChange={(next) => {
          setResult(next);
          setReason(null);
        }}
      />
      {reasons.length > 0 && (
        <div className={styles.part}>
          <h3>{t('result.why')}</h3>
          <ChipToggles<ResultReason>
            label={t('result.why')}
            one
            chips={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
            values={reason === null ? [] : [reason]}
            onChange={([next]) => setReason(next ?? null)}
          />
        </div>
      )}
      <div className={styles.part}>
        <h3 id={`${id}-words`}>{t('result.words')}</h3>
        <TextArea
          labelledBy={`${id}-words`}
          hint={t('result.wordsHint')}
          value={words}
          rows={3}
          maxLength={1000}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <div className={styles.acts}>
        <Button submit look="primary" size="huge" wide busy={busy} blocked={reason === null}>
          {t('result.send')}
        </Button>
        <Button size="large" wide onPress={onBack}>
          {t('result.back')}
        </Button>
      </div>
    </form>
  );
};
