import { type JSX, useState } from 'react';
import type { SeenView } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Seen.module.css';
import type { ObservationActs } from './use-observations.ts';
import { useSeenWords } from './use-seen-words.ts';

const LEAST = 3;

const Withdraw = ({
  seen,
  acts,
  onDone,
}: {
  seen: SeenView;
  acts: ObservationActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('observation');
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const send = async (): Promise<void> => {
    setShort(reason.trim().length < LEAST);
    if (reason.trim().length < LEAST || acts.busy) return;
    if (await acts.withdraw(seen.id, reason.trim(), t('seen.withdrawnSaid'))) onDone();
  };
  return (
    <form
      className={styles.withdraw}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{t('seen.withdrawMeans')}</p>
      <TextField
        label={t('seen.whyWithdraw')}
        value={reason}
        maxLength={300}
        autoFocus
        autoComplete="off"
        error={short ? t('seen.whyShort') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button submit busy={acts.busy}>
        {t('seen.withdraw')}
      </Button>
    </form>
  );
};

/** One thing that was seen: when, by whom, and what; taken back it stays readable. `acts` null: only to read. */
export const SeenItem = ({ seen, acts }: { seen: SeenView; acts: ObservationActs | null }): JSX.Element => {
  const t = useText('observation');
  const format = useFormat();
  const now = useNow('minute');
  const words = useSeenWords();
  const [taking, setTaking] = useState(false);
  const { withdrawn } = seen;
  const measured = words.measured(seen);
  return (
    <li className={styles.item} data-withdrawn={withdrawn !== null || undefined}>
      <time dateTime={seen.at}>{format.moment(Date.parse(seen.at), now)}</time>
      <div>
        <p className={styles.who}>{words.who(seen)}</p>
        <p className={styles.what}>
          {measured.map(({ key, said, out }, index) => (
            <span key={key} className={styles.measured} data-out={out || undefined}>
              {index === 0 ? said : `, ${said}`}
            </span>
          ))}
          {seen.text !== '' && (measured.length === 0 ? seen.text : `. ${seen.text}`)}
        </p>
        {withdrawn !== null && (
          <p className={styles.back}>{t('seen.withdrawn', { reason: withdrawn.reason })}</p>
        )}
        {taking && acts !== null && <Withdraw seen={seen} acts={acts} onDone={() => setTaking(false)} />}
      </div>
      {acts !== null && withdrawn === null && (
        <Button
          size="small"
          look="quiet"
          icon="undo-2"
          expanded={taking}
          label={t('seen.withdrawThis', { what: words.kind(seen.kind) })}
          onPress={() => setTaking(!taking)}
        >
          {''}
        </Button>
      )}
    </li>
  );
};
