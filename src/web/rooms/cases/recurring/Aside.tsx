import { type JSX, useId, useState } from 'react';
import { localDay, plusDays } from '#kernel/calendar.ts';
import { ASIDE_REASONS, type AsideReason } from '#modules/cases/types.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import styles from './Recurring.module.css';

/** A quarter, half a year, a year: 13, 26 and 52 weeks. */
const TERMS = ['91', '182', '364'] as const;
type Term = (typeof TERMS)[number];

/** Puts somebody aside: why, and how long they are left alone. */
export const Aside = ({
  asked,
  busy,
  blocked,
  onAside,
  onStop,
}: {
  /** The person was asked, and may have said no. */
  asked: boolean;
  busy: boolean;
  blocked: boolean;
  onAside: (aside: { reason: AsideReason; againOn: string }) => void;
  onStop: () => void;
}): JSX.Element => {
  const t = useText('recurring');
  const why = useId();
  const now = useNow('minute');
  const [reason, setReason] = useState<AsideReason | null>(asked ? 'person-says-no' : null);
  const [term, setTerm] = useState<Term>('182');
  useFocusBack();
  const reasons = ASIDE_REASONS.filter((each) => asked || each !== 'person-says-no');
  return (
    <form
      className={styles.aside}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === null || busy || blocked) return;
        onAside({ reason, againOn: plusDays(localDay(now, REGION_ZONE), Number(term)) });
      }}
    >
      <h3 id={why}>{t('aside.why')}</h3>
      <ChoiceCards<AsideReason>
        labelledBy={why}
        columns={2}
        choices={reasons.map((value) => ({
          value,
          title: t(`asideReason.${value}.title`),
          line: t(`asideReason.${value}.line`),
        }))}
        value={reason}
        onChange={setReason}
      />
      <h3>{t('aside.until')}</h3>
      <ChipToggles<Term>
        label={t('aside.until')}
        one
        chips={TERMS.map((value) => ({ value, label: t(`term.${value}`) }))}
        values={[term]}
        onChange={([next]) => setTerm(next ?? term)}
      />
      <div className={styles.acts}>
        <Button submit look="primary" busy={busy} blocked={reason === null || blocked}>
          {t('aside.do')}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t('aside.stop')}
        </Button>
      </div>
    </form>
  );
};
