import type { JSX } from 'react';
import type { HandoverView } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { StateChip } from '#web/design/StateChip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Handover.module.css';

const CHIPS = { draft: 'unknown', sent: 'held', received: 'free', revoked: 'closed' } as const;

/** How far a handover is, and who must move: one chip and one sentence. */
export const HandoverStanding = ({ handover }: { handover: HandoverView }): JSX.Element => {
  const t = useText('patient-handover');
  const format = useFormat();
  const now = useNow('minute');
  const { state, number, receiver, doctor, receivedBy, byPhone, late } = handover;
  const moment = (at: string | null): string => (at === null ? '' : format.moment(Date.parse(at), now));
  const to = receiver?.name ?? t('standing.nobody');
  return (
    <div className={styles.lines}>
      <p>
        <StateChip state={CHIPS[state]}>{t(`state.${state}`)}</StateChip>
      </p>
      {state === 'draft' && <p>{t('standing.draft', { to })}</p>}
      {state === 'sent' && (
        <p>{t('standing.sent', { to, moment: moment(handover.sentAt), count: number })}</p>
      )}
      {state === 'received' && (
        <p>
          {t(byPhone ? 'standing.byPhone' : 'standing.received', {
            who: receivedBy ?? '',
            doctor: doctor ?? '',
            moment: moment(handover.receivedAt),
          })}
        </p>
      )}
      {state === 'revoked' && (
        <p>{t(`revoked.${handover.revokedBecause ?? 'sender'}`, { moment: moment(handover.revokedAt) })}</p>
      )}
      {late && <p className={styles.lacks}>{t('standing.late')}</p>}
    </div>
  );
};
