import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import type { CodeView } from '#modules/people/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
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

const AskBirth = ({
  token,
  relative,
  onCode,
}: {
  token: string;
  relative: boolean;
  onCode: (code: CodeView) => void;
}): JSX.Element => {
  const t = useText('own');
  const family = useText('family');
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
      <h1>{relative ? family('title.door') : t('enter.title')}</h1>
      <p>{relative ? family('enter.lead') : t('enter.lead')}</p>
      <TextField
        label={relative ? family('enter.birth') : t('enter.birth')}
        hint={t('enter.birthHint')}
        error={wrong ? t('enter.birthWrong') : null}
        value={typed}
        autoComplete={relative ? 'off' : 'bday'}
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
  relative,
  sent,
  onIn,
  onBack,
}: {
  token: string;
  relative: boolean;
  sent: CodeView;
  onIn: () => void;
  onBack: () => void;
}): JSX.Element => {
  const t = useText('own');
  const family = useText('family');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const digits = typed.replaceAll(/\D/g, '');
  const open = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', '/api/v1/own/session', { token, code: digits }),
    onSuccess: onIn,
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
        {relative ? family('enter.open') : t('code.open')}
      </Button>
      <Refused problem={open.error} />
      <Button look="quiet" size="large" onPress={onBack}>
        {t('code.again')}
      </Button>
    </form>
  );
};

/** The door: the birth date first, then the code that came by e-mail. */
export const Enter = ({
  token,
  relative,
  onIn,
}: {
  token: string;
  /** The link of who reads along, not of the person. */
  relative: boolean;
  onIn: () => void;
}): JSX.Element => {
  const t = useText('own');
  const [sent, setSent] = useState<CodeView | null>(null);
  return (
    <>
      {sent === null ? (
        <AskBirth token={token} relative={relative} onCode={setSent} />
      ) : (
        <TypeCode token={token} relative={relative} sent={sent} onIn={onIn} onBack={() => setSent(null)} />
      )}
      <p className={styles.small}>{t('enter.digid')}</p>
    </>
  );
};
