import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import type { CodeView } from '#modules/people/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { readDay } from '#web/rooms/placement/request/person.ts';
import styles from './Own.module.css';

const sending =
  (run: () => void) =>
  (event: FormEvent): void => {
    event.preventDefault();
    run();
  };

const AskBirth = ({ token, onCode }: { token: string; onCode: (code: CodeView) => void }): JSX.Element => {
  const t = useText('own');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const ask = useMutation<CodeView, Problem, string>({
    mutationFn: (birthDate) => call('POST', '/api/v1/own/code', { token, birthDate }),
    onSuccess: onCode,
  });
  const send = (): void => {
    const day = readDay(typed);
    setWrong(day === null);
    if (day !== null && !ask.isPending) ask.mutate(day);
  };
  return (
    <form className={styles.enter} onSubmit={sending(send)}>
      <h1>{t('title')}</h1>
      <p>{t('enter.lead')}</p>
      <TextField
        label={t('enter.birth')}
        hint={t('enter.birthHint')}
        error={wrong ? t('enter.birthWrong') : null}
        value={typed}
        autoComplete="bday"
        inputMode="numeric"
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button submit look="primary" size="large" busy={ask.isPending}>
        {t('enter.send')}
      </Button>
      <Refused problem={ask.error} />
    </form>
  );
};

const TypeCode = ({
  token,
  sent,
  onIn,
  onBack,
}: {
  token: string;
  sent: CodeView;
  onIn: () => void;
  onBack: () => void;
}): JSX.Element => {
  const t = useText('own');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const digits = typed.replaceAll(/\D/g, '');
  const open = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', '/api/v1/own/session', { token, code: digits }),
    onSuccess: async () => {
      await readAgain(['own']);
      onIn();
    },
  });
  return (
    <form
      className={styles.enter}
      onSubmit={sending(() => {
        if (digits.length === 6 && !open.isPending) open.mutate();
      })}
    >
      <h1>{t('code.title')}</h1>
      {sent.practiceCode === null ? (
        <p>{t('code.sent', { to: sent.sentTo ?? '', until: format.clock(Date.parse(sent.until)) })}</p>
      ) : (
        <Notice kind="plain" title={t('code.practice')}>
          <b className={styles.code}>{sent.practiceCode}</b>
        </Notice>
      )}
      <TextField
        label={t('code.label')}
        value={typed}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button submit look="primary" size="large" busy={open.isPending} blocked={digits.length !== 6}>
        {t('code.open')}
      </Button>
      <Refused problem={open.error} />
      <Button look="quiet" size="large" onPress={onBack}>
        {t('code.again')}
      </Button>
    </form>
  );
};

/** The door: the birth date first, then the code that came by e-mail. */
export const Enter = ({ token, onIn }: { token: string; onIn: () => void }): JSX.Element => {
  const t = useText('own');
  const [sent, setSent] = useState<CodeView | null>(null);
  return (
    <>
      {sent === null ? (
        <AskBirth token={token} onCode={setSent} />
      ) : (
        <TypeCode token={token} sent={sent} onIn={onIn} onBack={() => setSent(null)} />
      )}
      <p className={styles.small}>{t('enter.digid')}</p>
    </>
  );
};
