import { useMutation } from '@tanstack/react-query';
import { type JSX, useEffect, useId, useRef, useState } from 'react';
import type { AlertView } from '#modules/review/contract.ts';
import { saysWhy, VERDICTS, type Verdict } from '#modules/review/types.ts';
import { call, newKey } from '#web/api/call.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import styles from './Review.module.css';

/** What the reader says of an alert: one of three, with a reason that stays. */
export const Judge = ({ alert, onStop }: { alert: AlertView; onStop: () => void }): JSX.Element => {
  const t = useText('review');
  const [question, why] = [useId(), useId()];
  const form = useRef<HTMLFormElement>(null);
  const link = useLink();
  const [key] = useState(newKey);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [reason, setReason] = useState('');
  // Who opened this with the keyboard goes on with the keyboard.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const close = useMutation<AlertView, Problem>({
    mutationFn: () =>
      call(
        'POST',
        `/api/v1/review/alerts/${alert.id}/verdict`,
        { verdict, reason: reason.trim() },
        // Looks that joined make it another question: the answer to the old one is not repeated.
        { ifMatch: `"${alert.version}"`, idempotencyKey: `${key}-${alert.version}` },
      ),
    onSuccess: () => {
      announce(t('judge.done'));
      document.getElementById('main')?.focus();
    },
    onSettled: () => readAgain(['review']),
  });
  const ready = verdict !== null && saysWhy(reason) && link.state !== 'lost';
  return (
    <form
      ref={form}
      className={styles.judge}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !close.isPending) close.mutate();
      }}
    >
      <h3 id={question}>{t('judge.question')}</h3>
      <ChoiceCards<Verdict>
        labelledBy={question}
        columns={3}
        choices={VERDICTS.map((value) => ({
          value,
          title: t(`verdict.${value}.title`),
          line: t(`verdict.${value}.line`),
        }))}
        value={verdict}
        onChange={setVerdict}
      />
      {verdict === 'improper' && (
        <Notice kind="conflict" icon="triangle-alert" title={t('breach.title')} announce>
          {t('breach.line')}
        </Notice>
      )}
      <div>
        <h3 id={why}>{t('judge.why')}</h3>
        <TextArea
          labelledBy={why}
          hint={t('judge.whyHint')}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <Refused problem={close.error} />
      <div className={styles.acts}>
        <Button submit look="primary" busy={close.isPending} blocked={!ready}>
          {t('judge.close')}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t('judge.later')}
        </Button>
      </div>
    </form>
  );
};
