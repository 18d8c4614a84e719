import { useMutation } from '@tanstack/react-query';
import { type JSX, useId, useRef, useState } from 'react';
import { localDay } from '#kernel/calendar.ts';
import type { ReferralAnswer, ReferralView, ServiceView } from '#modules/social/contract.ts';
import { WARM_WAYS, type WarmWay } from '#modules/social/types.ts';
import { call, newKey } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import type { Writing } from '#web/shell/use-version-form.ts';
import { takeHeard } from './heard.ts';
import styles from './Refer.module.css';
import { emptyDraft, faultsIn, type ReferDraft, type ReferField, referBody } from './refer-draft.ts';
import { WhoField } from './WhoField.tsx';

type Filling = Writing<ReferDraft, ReferField>;

/** The yes of the person, said in so many words: to whom, what they get to know, and what comes back. */
const YesTick = ({ organisation, draft, change, wrong }: Filling & { organisation: string }): JSX.Element => {
  const t = useText('referral');
  return (
    <div className={styles.part}>
      <label className={styles.tick} data-wrong={wrong('yes') !== null}>
        <input
          type="checkbox"
          checked={draft.yes}
          aria-invalid={wrong('yes') !== null || undefined}
          onChange={(event) => change({ yes: event.currentTarget.checked })}
        />
        <span>
          {t('yes.label', { organisation })}
          <small>{t('yes.line')}</small>
        </span>
      </label>
      {wrong('yes') !== null && <p className={styles.wrong}>{wrong('yes')}</p>}
    </div>
  );
};

/** Who calls whom, so that nobody is only pointed the way. */
const WarmPart = ({ draft, change, wrong }: Filling): JSX.Element => {
  const t = useText('referral');
  return (
    <div className={styles.part}>
      <h3>{t('warm.label')}</h3>
      <ChipToggles<WarmWay>
        label={t('warm.label')}
        one
        chips={WARM_WAYS.map((value) => ({ value, label: t(`warm.${value}`) }))}
        values={[draft.warm]}
        onChange={([next]) => change({ warm: next ?? draft.warm, warmAt: '' })}
      />
      {draft.warm === 'together' && (
        <TextField
          label={t('warm.at')}
          type="datetime-local"
          value={draft.warmAt}
          error={wrong('warmAt')}
          onChange={(event) => change({ warmAt: event.currentTarget.value })}
        />
      )}
    </div>
  );
};

const useReferring = (onSent: (referral: ReferralView) => void) => {
  const [key, setKey] = useState(newKey);
  return useMutation<ReferralAnswer, Problem, object>({
    mutationFn: (body) => call('POST', '/api/v1/referrals', body, { idempotencyKey: key }),
    onSuccess: async ({ referral }) => {
      onSent(referral);
      await readAgain(['referral']);
    },
    // What was refused and is changed is another question.
    onError: ({ status }) => {
      if (status > 0) setKey(newKey());
    },
  });
};

/** Two fields and a yes; what was typed at the first question stands there already. */
export const ReferForm = ({
  service,
  onSent,
}: {
  service: ServiceView;
  onSent: (referral: ReferralView) => void;
}): JSX.Element => {
  const t = useText('referral');
  const form = useRef<HTMLFormElement>(null);
  const question = useId();
  const now = useNow('minute');
  const blocked = useLink().state === 'lost';
  const [draft, setDraft] = useState(() => emptyDraft(takeHeard()));
  const [tried, setTried] = useState(false);
  const send = useReferring(onSent);
  const faults = faultsIn(draft, { today: localDay(now, REGION_ZONE), now, zone: REGION_ZONE });
  const filling: Filling = {
    draft,
    wrong: (field) => (tried && faults.includes(field) ? t(`wrong.${field}`) : null),
    change: (part) => setDraft((earlier) => ({ ...earlier, ...part })),
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (faults.length === 0) return send.mutate(referBody(draft, service.id, REGION_ZONE));
        requestAnimationFrame(() =>
          form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
        );
      }}
    >
      <div className={styles.part}>
        <WhoField {...filling} />
      </div>
      <div className={styles.part}>
        <h3 id={question}>{t('question.label')}</h3>
        <TextArea
          labelledBy={question}
          hint={t('question.hint')}
          rows={3}
          maxLength={1000}
          value={draft.question}
          aria-invalid={filling.wrong('question') !== null || undefined}
          onChange={(event) => filling.change({ question: event.currentTarget.value })}
        />
        {filling.wrong('question') !== null && <p className={styles.wrong}>{filling.wrong('question')}</p>}
      </div>
      <WarmPart {...filling} />
      <YesTick {...filling} organisation={service.organisation} />
      <Refused problem={send.error} />
      <div className={styles.acts}>
        <Button submit look="primary" size="large" icon="send" busy={send.isPending} blocked={blocked}>
          {t('refer')}
        </Button>
      </div>
    </form>
  );
};
