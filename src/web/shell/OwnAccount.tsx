import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { AccountView } from '#modules/accounts/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { cameIn } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './RoleSwitch.module.css';

type Hat = AccountView['hats'][number];

const Hats = ({ hats, onDone }: { hats: readonly Hat[]; onDone: () => void }): JSX.Element => {
  const t = useText('shell');
  const navigate = useNavigate();
  const { mutate } = useMutation<unknown, Problem, string>({
    mutationFn: (professionalId) => call('POST', '/api/v1/account/hat', { professionalId }),
    onSuccess: async () => {
      await cameIn();
      onDone();
      await navigate({ to: '/' });
    },
  });
  return (
    <section>
      <h2>{t('you.change')}</h2>
      <ul className={styles.roles}>
        {hats.map((hat) => (
          <li key={hat.professionalId}>
            <button
              type="button"
              className={styles.pick}
              aria-current={hat.current ? 'true' : undefined}
              onClick={() => mutate(hat.professionalId)}
            >
              <b>{t(`role.${hat.role}`)}</b>
              <small>{hat.place ?? hat.organisation}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Outside practice: the roles one has, one's own account, and for an administrator the users. */
export const OwnAccount = ({ onDone }: { onDone: () => void }): JSX.Element => {
  const t = useText('shell');
  const { data } = useRead<AccountView>('/api/v1/account', ['accounts']);
  const hats = data?.body.hats ?? [];
  return (
    <>
      {hats.length > 1 && <Hats hats={hats} onDone={onDone} />}
      <div className={styles.both}>
        <ButtonLink to="/account" icon="user-round-cog">
          {t('you.account')}
        </ButtonLink>
        {hats.some(
          ({ current, administrator, role }) => current && (administrator || role === 'region-manager'),
        ) && (
          <ButtonLink to="/gebruikers" icon="users-round">
            {t('you.users')}
          </ButtonLink>
        )}
      </div>
    </>
  );
};
