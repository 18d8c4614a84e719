import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { FamilyInvited } from '#modules/people/contract.ts';
import { CONSENT_GIVERS, type ConsentGiver, KINSHIPS, type Kinship } from '#modules/people/types.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { capital } from '#web/i18n/capital.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Family.module.css';

interface Wish {
  readonly name: string;
  readonly email: string;
  readonly relation: Kinship;
  readonly saidBy: ConsentGiver;
}

const bodyOf = ({ name, email, relation, saidBy }: Wish, own: boolean): object => ({
  ...{ name: name.trim(), relation, email: email.trim() === '' ? null : email.trim() },
  ...(own ? {} : { saidBy }),
});

/** Who said yes, before anybody is asked along. The person who asks somebody along themselves has said so. */
const SaidBy = ({
  value,
  onChange,
}: {
  value: ConsentGiver;
  onChange: (next: ConsentGiver) => void;
}): JSX.Element => {
  const t = useText('family');
  return (
    <>
      <p className={styles.label}>{t('invite.saidBy')}</p>
      <ChipToggles<ConsentGiver>
        label={t('invite.saidBy')}
        one
        shape="box"
        chips={CONSENT_GIVERS.map((giver) => ({ value: giver, label: t(`giver.${giver}`) }))}
        values={[value]}
        onChange={([next = value]) => onChange(next)}
      />
    </>
  );
};

/** Asks one relative along: who it is, where the code goes, and who said yes. */
export const InviteForm = ({
  path,
  own,
  practice,
  onInvited,
  onClose,
}: {
  /** Where it is asked: for somebody one knows, or for oneself. */
  path: string;
  own: boolean;
  practice: boolean;
  onInvited: (invited: FamilyInvited) => void;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('family');
  const [wish, setWish] = useState<Wish>({ name: '', email: '', relation: 'daughter', saidBy: 'person' });
  const change = (part: Partial<Wish>): void => setWish((before) => ({ ...before, ...part }));
  const invite = useMutation<FamilyInvited, Problem>({
    mutationFn: () => call('POST', path, bodyOf(wish, own)),
    onSuccess: async (invited) => {
      await readAgain(['family']);
      onInvited(invited);
    },
  });
  const unready = wish.name.trim() === '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!invite.isPending && !unready) invite.mutate();
      }}
    >
      <TextField
        label={t('invite.name')}
        value={wish.name}
        autoComplete="off"
        maxLength={100}
        autoFocus
        error={invite.error?.field('name', currentLanguage()) ?? null}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <p className={styles.label}>{t(own ? 'invite.relationOwn' : 'invite.relation')}</p>
      <ChipToggles<Kinship>
        label={t(own ? 'invite.relationOwn' : 'invite.relation')}
        one
        shape="box"
        chips={KINSHIPS.map((value) => ({ value, label: capital(t(`relation.${value}`)) }))}
        values={[wish.relation]}
        onChange={([relation = wish.relation]) => change({ relation })}
      />
      <TextField
        label={t('invite.email')}
        hint={t(practice ? 'invite.emailPractice' : 'invite.emailHint')}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={wish.email}
        error={invite.error?.field('email', currentLanguage()) ?? null}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      {!own && <SaidBy value={wish.saidBy} onChange={(saidBy) => change({ saidBy })} />}
      <p className={styles.quiet}>{t('invite.line')}</p>
      <div className={styles.acts}>
        <Button
          submit
          look="primary"
          size={own ? 'large' : 'medium'}
          busy={invite.isPending}
          blocked={unready}
        >
          {t('invite.send')}
        </Button>
        <Button size={own ? 'large' : 'medium'} onPress={onClose}>
          {t('invite.close')}
        </Button>
      </div>
      <Refused problem={invite.error} />
    </form>
  );
};
