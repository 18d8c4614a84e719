import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import type { CodeView } from '#modules/people/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { SentCode } from '#web/rooms/accounts/parts/SentCode.tsx';
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
  return (
    <SentCode
      token={token}
      address="/api/v1/own/session"
      practiceCode={sent.practiceCode}
      words={{
        title: t('code.title'),
        sent: t('code.sent', { to: sent.sentTo ?? '', until: format.clock(Date.parse(sent.until)) }),
        practice: t('code.practice'),
        label: t('code.label'),
        open: relative ? family('enter.open') : t('code.open'),
        again: t('code.again'),
      }}
      className={styles.enter}
      onIn={onIn}
      onBack={onBack}
    />
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
