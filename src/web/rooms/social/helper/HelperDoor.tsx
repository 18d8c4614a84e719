import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import type { HelperCodeView, HelperLook } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { CodeField } from '#web/rooms/accounts/parts/CodeField.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Helper.module.css';
import { HelperShut } from './HelperShut.tsx';

const CODE_LENGTH = 6;

/** Something waits; a code goes to the organisation itself. */
const AskCode = ({
  token,
  look,
  onCode,
}: {
  token: string;
  look: HelperLook;
  onCode: (code: HelperCodeView) => void;
}): JSX.Element => {
  const t = useText('helper');
  const ask = useMutation<HelperCodeView, Problem>({
    mutationFn: () => call('POST', '/api/v1/helper/code', { token }),
    onSuccess: onCode,
  });
  return (
    <>
      <h1>{t('waits.title', { organisation: look.organisation })}</h1>
      <p>{look.codeTo === null ? t('waits.line') : t('waits.lineTo', { to: look.codeTo })}</p>
      <Button look="primary" size="huge" wide icon="mail" busy={ask.isPending} onPress={() => ask.mutate()}>
        {t('waits.ask')}
      </Button>
      <Refused problem={ask.error} />
      <p className={styles.small}>{t('waits.private')}</p>
    </>
  );
};

const TypeCode = ({
  token,
  sent,
  onIn,
  onBack,
}: {
  token: string;
  sent: HelperCodeView;
  onIn: () => void;
  onBack: () => void;
}): JSX.Element => {
  const t = useText('helper');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const digits = typed.replaceAll(/\D/g, '');
  const open = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', '/api/v1/helper/session', { token, code: digits }),
    onSuccess: onIn,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (digits.length === CODE_LENGTH && !open.isPending) open.mutate();
  };
  return (
    <form className={styles.acts} onSubmit={submit}>
      <h1>{t('code.title')}</h1>
      {sent.practiceCode === null ? (
        <p>{t('code.sent', { to: sent.sentTo ?? '', until: format.clock(Date.parse(sent.until)) })}</p>
      ) : (
        <Notice kind="plain" title={t('code.practice')}>
          <b className={styles.code}>{sent.practiceCode}</b>
        </Notice>
      )}
      <CodeField
        label={t('code.label')}
        value={typed}
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        submit
        look="primary"
        size="huge"
        wide
        busy={open.isPending}
        blocked={digits.length !== CODE_LENGTH}
      >
        {t('code.open')}
      </Button>
      <Refused problem={open.error} />
      <Button look="quiet" size="large" onPress={onBack}>
        {t('code.again')}
      </Button>
    </form>
  );
};

/** The door: that something waits, and the code that opens it. */
export const HelperDoor = ({ token, onIn }: { token: string; onIn: () => void }): JSX.Element => {
  const t = useText('helper');
  const [sent, setSent] = useState<HelperCodeView | null>(null);
  const { data, error, refetch } = useQuery<HelperLook, Problem>({
    queryKey: ['helper-look', token],
    queryFn: () => call('POST', '/api/v1/helper/look', { token }),
    gcTime: 0,
  });
  if (error !== null) return <HelperShut problem={error} onAgain={refetch} />;
  if (data === undefined) return <Skeleton grid="1fr" rows={4} late={t('loading')} />;
  if (sent === null) return <AskCode token={token} look={data} onCode={setSent} />;
  return <TypeCode token={token} sent={sent} onIn={onIn} onBack={() => setSent(null)} />;
};
