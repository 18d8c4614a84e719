import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { Invited } from '#modules/accounts/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { ShownLink } from './ShownLink.tsx';
import styles from './Users.module.css';

/** Fewer letters tell nobody why. */
const SHORTEST = 10;

/** Somebody lost telephone and codes: who they are is made sure of first, then all they sign in with is taken away. */
export const ResetAccount = ({
  account,
  onClose,
}: {
  account: { readonly id: string; readonly name: string };
  onClose: () => void;
}): JSX.Element => {
  const t = useText('accounts');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const [made, setMade] = useState<z.infer<typeof Invited> | null>(null);
  const { busy, problem, act } = useAct<z.infer<typeof Invited>>();
  const wrong = problem?.field('reason', currentLanguage()) ?? null;
  if (made !== null)
    return <ShownLink link={made.link} email={made.invitation.email} again onDone={onClose} />;
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) act(`/accounts/${account.id}/reset`, { reason, checked }, setMade);
      }}
    >
      <p>{t('reset.ask', { name: account.name })}</p>
      <p>{t('reset.check')}</p>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => setChecked(event.currentTarget.checked)}
        />
        <span>{t('reset.checked')}</span>
      </label>
      <TextField
        label={t('reset.reason')}
        hint={t('reset.reasonHint')}
        maxLength={500}
        autoComplete="off"
        error={wrong}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p>{t('reset.line')}</p>
      <div className={styles.acts}>
        <Button submit look="danger" busy={busy} blocked={!checked || reason.trim().length < SHORTEST}>
          {t('reset.do')}
        </Button>
        <Button onPress={onClose}>{t('reset.keep')}</Button>
      </div>
      {wrong === null && <Refused problem={problem} />}
    </form>
  );
};
