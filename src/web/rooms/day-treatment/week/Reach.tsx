import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { ReachBody, ReachView } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import styles from './Told.module.css';

const Form = ({
  path,
  reach,
  onDone,
}: {
  path: string;
  reach: ReachView;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('day-treatment');
  const [email, setEmail] = useState(reach.email ?? '');
  const [refuses, setRefuses] = useState(reach.refuses);
  const save = useMutation<ReachView, Problem, ReachBody>({
    mutationFn: (body) => call('PUT', path, body),
    onSuccess: async () => {
      announce(t('reach.saved'));
      await readAgain([path, 'day-room', 'day-order']);
      onDone();
    },
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate({ email: email.trim() === '' ? null : email.trim(), refuses });
      }}
    >
      <TextField
        label={t('reach.email')}
        hint={reach.phone === null ? t('reach.noPhone') : t('reach.phone', { phone: reach.phone })}
        error={save.error?.field('email', currentLanguage()) ?? null}
        type="email"
        inputMode="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={refuses}
          onChange={(event) => setRefuses(event.currentTarget.checked)}
        />
        {t('reach.refuses')}
      </label>
      <div className={styles.acts}>
        <Button submit busy={save.isPending}>
          {t('reach.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('act.close')}
        </Button>
      </div>
      <Refused problem={save.error} />
    </form>
  );
};

/** Where messages about somebody's moments go, or that they want none. */
export const Reach = ({ orderId, onDone }: { orderId: string; onDone: () => void }): JSX.Element => {
  const path = `/api/v1/orders/${orderId}/reach`;
  const read = useRead<ReachView>(path, [path]);
  const reach = read.data?.body;
  return reach === undefined ? (
    <NotRead read={read} grid="1fr" rows={2} />
  ) : (
    <Form path={path} reach={reach} onDone={onDone} />
  );
};
