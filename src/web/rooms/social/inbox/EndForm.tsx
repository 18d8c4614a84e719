import { type JSX, useId, useState } from 'react';
import type { EndBody, ReferralView } from '#modules/social/contract.ts';
import { REFERRAL_RESULTS, RESULT_REASONS, type ReferralResult } from '#modules/social/types.ts';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from '#web/rooms/social/refer/Refer.module.css';

/** Before somebody was spoken to, they cannot have been helped. */
const UNSPOKEN: ReadonlySet<string> = new Set(['sent', 'seen', 'accepted']);

/** What came of it and why; the reason that is usual stands already, and words are for who referred. */
export const EndForm = ({
  referral,
  busy,
  blocked = false,
  problem,
  onSend,
  onStop,
}: {
  referral: ReferralView;
  busy: boolean;
  blocked?: boolean;
  problem: Problem | null;
  onSend: (end: EndBody) => void;
  onStop: () => void;
}): JSX.Element => {
  const t = useText('referral');
  const [what, words] = [useId(), useId()];
  const results = REFERRAL_RESULTS.filter(
    (each) => !UNSPOKEN.has(referral.state) || each === 'not' || each === 'other',
  );
  const [result, setResult] = useState<ReferralResult | null>(null);
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  useFocusBack();
  const send = (): void => {
    if (result === null || busy || blocked) return;
    onSend({ result, reason, words: text.trim() === '' ? null : text });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={styles.part}>
        <h3 id={what}>{t('end.what')}</h3>
        <ChoiceCards<ReferralResult>
          labelledBy={what}
          columns={2}
          choices={results.map((value) => ({
            value,
            title: t(`result.${value}.title`),
            line: t(`result.${value}.line`),
          }))}
          value={result}
          onChange={(next) => {
            setResult(next);
            setReason(RESULT_REASONS[next][0]);
          }}
        />
      </div>
      {result !== null && (
        <div className={styles.part}>
          <h3>{t('end.why')}</h3>
          <ChipToggles<string>
            label={t('end.why')}
            one
            chips={RESULT_REASONS[result].map((value) => ({ value, label: t(`reason.${value}`) }))}
            values={[reason]}
            onChange={([next]) => setReason(next ?? reason)}
          />
        </div>
      )}
      <div className={styles.part}>
        <h3 id={words}>{t('end.words', { who: referral.madeBy })}</h3>
        <TextArea
          labelledBy={words}
          hint={t('end.wordsHint')}
          rows={2}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <Refused problem={problem} />
      <div className={styles.acts}>
        <Button submit look="primary" busy={busy} blocked={result === null || blocked}>
          {t('end.do')}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t('end.stop')}
        </Button>
      </div>
    </form>
  );
};
