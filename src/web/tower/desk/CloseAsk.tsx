import { type JSX, useState } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { Problem } from '#web/api/problem.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AskFirst } from '#web/rooms/placement/AskFirst.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useStep } from '#web/rooms/placement/use-step.ts';
import styles from './Steps.module.css';

type Reason = 'no-place' | 'elsewhere' | 'withdrawn';

/** Ends a request without a stay. It does not come back, so it asks first; "geen plek" counts as unmet demand. */
export const CloseAsk = ({ request, onDone }: { request: RequestView; onDone: () => void }): JSX.Element => {
  const t = useText('desk');
  const reasons: readonly Reason[] =
    request.state === 'searching' ? ['no-place', 'elsewhere', 'withdrawn'] : ['elsewhere', 'withdrawn'];
  const [reason, setReason] = useState<Reason>(reasons[0] ?? 'withdrawn');
  const { take, busy, problem } = useStep();
  const close = async (): Promise<void> => {
    const after = await take({ path: `/requests/${request.id}/close`, body: { reason } });
    if (!(after instanceof Problem)) onDone();
  };
  return (
    <div className={styles.ask}>
      <AskFirst
        title={t('close.title', { code: request.code })}
        yes={t('close.yes')}
        no={t('close.no')}
        busy={busy}
        onYes={() => void close()}
        onNo={onDone}
      >
        <p>{t(`close.${reason}Line`)}</p>
        <div className={styles.reasons}>
          <ChipToggles<Reason>
            label={t('close.why')}
            one
            shape="box"
            chips={reasons.map((value) => ({ value, label: t(`close.${value}`) }))}
            values={[reason]}
            onChange={([next]) => setReason(next ?? reason)}
          />
        </div>
      </AskFirst>
      <Refused problem={problem} />
    </div>
  );
};
