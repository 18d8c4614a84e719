import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { GoTo, InvitationView, Next } from '#modules/accounts/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import form from '#web/rooms/accounts/parts/Form.module.css';
import { Gate } from '#web/rooms/accounts/parts/Gate.tsx';
import { NewPassword, PASSWORD_CODES } from '#web/rooms/accounts/parts/NewPassword.tsx';
import { fieldError } from '#web/rooms/accounts/parts/Refusal.tsx';
import { SecretField } from '#web/rooms/accounts/parts/SecretField.tsx';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';

type Invitation = z.infer<typeof InvitationView>;

const Facts = ({ invitation }: { invitation: Invitation }): JSX.Element => {
  const t = useText('accounts');
  const words = useText('shell');
  const format = useFormat();
  const now = useNow('minute');
  const { name, email, organisation, role, place, administrator, expiresAt } = invitation;
  return (
    <dl className={form.facts}>
      <dt>{t('invited.who')}</dt>
      <dd>{name}</dd>
      <dt>{t('invited.email')}</dt>
      <dd>{email}</dd>
      <dt>{t('invited.role')}</dt>
      <dd>
        {words(`role.${role}`)}
        {administrator && ` · ${t('user.administrator')}`}
      </dd>
      <dt>{t('invited.where')}</dt>
      <dd>{place === null ? organisation : `${organisation} · ${place}`}</dd>
      <dt>{t('invited.until')}</dt>
      <dd>{format.moment(Date.parse(expiresAt), now)}</dd>
    </dl>
  );
};

const ByEmployer = ({
  provider,
  token,
}: {
  provider: Invitation['providers'][number];
  token: string;
}): JSX.Element => {
  const t = useText('accounts');
  const { busy, problem, act } = useAct<z.infer<typeof GoTo>>();
  return (
    <>
      <Button
        icon="building-2"
        size="large"
        wide
        busy={busy}
        onPress={() =>
          act('/invitations/provider', { token, provider: provider.id }, (to) => location.assign(to.location))
        }
      >
        {t('enter.provider', { name: provider.name })}
      </Button>
      <Refused problem={problem} />
    </>
  );
};

/** Yes to an invitation: with a new password, the one of an account that was there already, or one's employer. */
export const Accept = ({
  invitation,
  token,
  onNext,
}: {
  invitation: Invitation;
  token: string;
  onNext: (next: Next) => void;
}): JSX.Element => {
  const t = useText('accounts');
  const [password, setPassword] = useState('');
  const { busy, problem, act } = useAct<Next>();
  const wrong = fieldError(problem, 'sign-in-refused', ...PASSWORD_CODES);
  return (
    <Gate
      title={invitation.again ? t('invited.againTitle') : t('invited.title')}
      lead={
        invitation.again
          ? t('invited.againLead')
          : t('invited.lead', { organisation: invitation.organisation })
      }
    >
      <Facts invitation={invitation} />
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '' && !busy) act('/invitations/accept', { token, password }, onNext);
        }}
      >
        {/* So that a password manager keeps the new password under the right name. */}
        <input
          className="aloud"
          type="email"
          autoComplete="username"
          value={invitation.email}
          readOnly
          hidden
        />
        {invitation.known ? (
          <SecretField
            label={t('invited.known')}
            hint={t('invited.knownHint')}
            autoComplete="current-password"
            error={wrong}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        ) : (
          <NewPassword value={password} onChange={setPassword} error={wrong} />
        )}
        {wrong === null && <Refused problem={problem} />}
        <Button submit look="primary" size="large" wide busy={busy} blocked={password === ''}>
          {busy ? t('enter.busy') : t('enter.submit')}
        </Button>
      </form>
      {invitation.providers.length > 0 && (
        <div className={form.form}>
          <p className={form.or}>{t('enter.employer')}</p>
          {invitation.providers.map((provider) => (
            <ByEmployer key={provider.id} provider={provider} token={token} />
          ))}
        </div>
      )}
    </Gate>
  );
};
