import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { AccountView } from '#modules/accounts/contract.ts';
import { cameIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Account.module.css';

/** The roles one has; one at a time, so that every look has one reason. */
export const Hats = ({ hats }: { hats: AccountView['hats'] }): JSX.Element => {
  const t = useText('accounts');
  const words = useText('shell');
  const navigate = useNavigate();
  const { busy, problem, act } = useAct();
  const wear = (professionalId: string): void =>
    act('/account/hat', { professionalId }, () => {
      void cameIn().then(() => navigate({ to: '/' }));
    });
  return (
    <Panel title={t('hat.title')}>
      <p className={styles.lead}>{hats.length > 1 ? t('hat.line') : t('hat.one')}</p>
      <ul className={styles.list}>
        {hats.map((hat) => (
          <li key={hat.professionalId} className={styles.row}>
            <Icon name="user-round" size={18} />
            <span className={styles.what}>
              <b>{words(`role.${hat.role}`)}</b>
              <span>
                {hat.place === null ? hat.organisation : `${hat.organisation} · ${hat.place}`}
                {hat.administrator && ` · ${t('user.administrator')}`}
              </span>
            </span>
            {hat.current ? (
              <span className={styles.here}>
                <Icon name="check" size={15} />
                {t('hat.current')}
              </span>
            ) : (
              <Button
                size="small"
                busy={busy}
                label={`${t('hat.wear')}: ${words(`role.${hat.role}`)}, ${hat.organisation}`}
                onPress={() => wear(hat.professionalId)}
              >
                {t('hat.wear')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refused problem={problem} />
    </Panel>
  );
};
