import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { Enrolled, TotpSecret } from '#modules/accounts/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { CodeField } from './CodeField.tsx';
import codes from './Codes.module.css';
import form from './Form.module.css';
import { fieldError } from './Refusal.tsx';
import { useAct } from './use-act.ts';

type Secret = z.infer<typeof TotpSecret>;

/** In groups of four: who types it over keeps their place. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

const Scan = ({ secret }: { secret: Secret }): JSX.Element => {
  const t = useText('accounts');
  return (
    <div className={codes.app}>
      <img
        className={codes.qr}
        alt={t('app.qr')}
        src={`data:image/svg+xml,${encodeURIComponent(secret.qr)}`}
      />
      <div>
        <p>{t('app.scan')}</p>
        <p className={form.quiet}>{t('app.typed')}</p>
        <code className={codes.typed}>{grouped(secret.secret)}</code>
        <p className={form.quiet}>
          <a href={secret.uri}>{t('app.open')}</a>
        </p>
      </div>
    </div>
  );
};

/** An app that makes codes: scan the square, type the first code. The secret is asked once and never kept here. */
export const AddApp = ({
  onAdded,
}: {
  onAdded: (enrolled: z.infer<typeof Enrolled>) => void;
}): JSX.Element => {
  const t = useText('accounts');
  const [code, setCode] = useState('');
  const { data: secret, error: away } = useQuery<Secret, Problem>({
    queryKey: ['new-code-app'],
    queryFn: () => call<Secret>('POST', '/api/v1/account/totp', {}),
    staleTime: Infinity,
    gcTime: 0,
  });
  const { busy, problem, act } = useAct<z.infer<typeof Enrolled>>();
  const wrong = fieldError(problem, 'code-wrong');
  if (away !== null) return <Refused problem={away} />;
  if (secret === undefined) return <Skeleton grid="208px 1fr" rows={3} />;
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '' && !busy) act('/account/totp/confirm', { code: code.trim() }, onAdded);
      }}
    >
      <Scan secret={secret} />
      <CodeField
        label={t('app.code')}
        hint={t('app.codeHint')}
        error={wrong}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {wrong === null && <Refused problem={problem} />}
      <Button submit look="primary" size="large" wide busy={busy} blocked={code.trim() === ''}>
        {busy ? t('enter.busy') : t('app.submit')}
      </Button>
    </form>
  );
};
