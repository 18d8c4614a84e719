import { useMutation } from '@tanstack/react-query';
import { type JSX, lazy, Suspense, useState } from 'react';
import type { DoorView } from '#modules/people/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './OwnDoor.module.css';

// The letter brings its own square code along: only who makes one fetches it.
const DoorLetter = lazy(async () => ({ default: (await import('./DoorLetter.tsx')).DoorLetter }));

/** A small act of who knows the person: a letter with the way to their own overview. */
export const OwnDoor = ({ personId }: { personId: string }): JSX.Element => {
  const t = useText('own-door');
  const { mode } = useSignedIn();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const make = useMutation<DoorView, Problem>({
    mutationFn: () =>
      call('POST', `/api/v1/persons/${personId}/door`, { email: email.trim() === '' ? null : email.trim() }),
  });
  if (!open)
    return (
      <div>
        <Button look="quiet" icon="eye" onPress={() => setOpen(true)}>
          {t('act')}
        </Button>
      </div>
    );
  return (
    <section className={styles.door} aria-label={t('act')}>
      <h3>{t('act')}</h3>
      <p>{t('line')}</p>
      {make.data === undefined ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!make.isPending) make.mutate();
          }}
        >
          <TextField
            label={t('email')}
            hint={t(mode === 'practice' ? 'emailPractice' : 'emailHint')}
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <div className={styles.buttons}>
            <Button submit look="primary" busy={make.isPending}>
              {t('make')}
            </Button>
            <Button onPress={() => setOpen(false)}>{t('close')}</Button>
          </div>
        </form>
      ) : (
        <Suspense>
          <DoorLetter door={make.data} onClose={() => setOpen(false)} />
        </Suspense>
      )}
      <Refused problem={make.error} />
    </section>
  );
};
