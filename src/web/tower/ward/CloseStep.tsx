import { type JSX, useState } from 'react';
import type { Instant } from '#kernel/interval.ts';
import { CLOSURE_REASONS, type ClosureReason } from '#modules/capacity/types.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './BedCard.module.css';
import { CloseUntil } from './CloseUntil.tsx';
import type { CardParts } from './card-parts.ts';
import { useWardWords } from './use-ward-words.ts';

const Reasons = ({ onReason }: { onReason: (reason: ClosureReason) => void }): JSX.Element => {
  const t = useText('ward');
  return (
    <div className={styles.step}>
      <p className={styles.ask}>{t('close.why')}</p>
      <div className={styles.choices}>
        {CLOSURE_REASONS.map((reason) => (
          <Button key={reason} onPress={() => onReason(reason)}>
            {capital(t(`reason.${reason}`))}
          </Button>
        ))}
      </div>
    </div>
  );
};

/** Closes one bed: why, then until when; the last press does it. Who lies in it stays, who was planned is moved. */
export const CloseStep = ({ bed, ward, acts, onDone }: CardParts): JSX.Element => {
  const t = useText('ward');
  const words = useWardWords();
  const now = useNow('minute');
  const [reason, setReason] = useState<ClosureReason | null>(null);
  if (reason === null) return <Reasons onReason={setReason} />;
  const close = (until: Instant): void =>
    onDone(
      acts.close(
        ward.unit.id,
        { placeId: bed.id, reason, until },
        t('done.closed', { code: bed.code, moment: words.when(until, now) }),
      ),
    );
  return <CloseUntil zone={ward.site.zone} busy={acts.busy} onUntil={close} />;
};
