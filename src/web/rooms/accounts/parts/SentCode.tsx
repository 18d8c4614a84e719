import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { CodeField } from './CodeField.tsx';
import styles from './SentCode.module.css';

const CODE_LENGTH = 6;

/** What a door says around the code; `sent` tells where it went and until when it counts. */
export interface SentCodeWords {
  readonly title: string;
  readonly sent: string;
  readonly practice: string;
  readonly label: string;
  readonly open: string;
  readonly again: string;
}

/** The second step of a door without an account: the six digits that were sent, or in a practice region shown. */
export const SentCode = ({
  token,
  address,
  practiceCode,
  words,
  className,
  onIn,
  onBack,
}: {
  token: string;
  /** Where the code opens the door. */
  address: string;
  practiceCode: string | null;
  words: SentCodeWords;
  className: string | undefined;
  onIn: () => void;
  onBack: () => void;
}): JSX.Element => {
  const [typed, setTyped] = useState('');
  const digits = typed.replaceAll(/\D/g, '');
  const open = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', address, { token, code: digits }),
    onSuccess: onIn,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (digits.length === CODE_LENGTH && !open.isPending) open.mutate();
  };
  return (
    <form className={className} onSubmit={submit}>
      <h1>{words.title}</h1>
      {practiceCode === null ? (
        <p>{words.sent}</p>
      ) : (
        <Notice kind="plain" title={words.practice}>
          <b className={styles.practice}>{practiceCode}</b>
        </Notice>
      )}
      <CodeField
        label={words.label}
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
        {words.open}
      </Button>
      <Refused problem={open.error} />
      <Button look="quiet" size="large" onPress={onBack}>
        {words.again}
      </Button>
    </form>
  );
};
