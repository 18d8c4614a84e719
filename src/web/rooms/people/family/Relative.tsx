import { useMutation } from '@tanstack/react-query';
import { type JSX, lazy, Suspense, useState } from 'react';
import type { FamilyInvited, FamilyOf, RelativeView } from '#modules/people/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Family.module.css';
import { InviteForm } from './InviteForm.tsx';

// The letter brings its own square code along: only who makes one fetches it.
const FamilyLink = lazy(async () => ({ default: (await import('./FamilyLink.tsx')).FamilyLink }));

/** For whom, and in whose hand. */
interface Place {
  readonly path: string;
  /** The person themselves, not somebody who cares for them. */
  readonly own: boolean;
  readonly practice: boolean;
}

/** Who reads along, since when on whose yes, and how it ends. */
const ReadsAlong = ({
  relative,
  place: { path, own },
  onInvited,
  onAnother,
}: {
  relative: RelativeView;
  place: Place;
  onInvited: (invited: FamilyInvited) => void;
  onAnother: () => void;
}): JSX.Element => {
  const t = useText('family');
  const format = useFormat();
  const size = own ? 'large' : 'medium';
  const revoke = useMutation<FamilyOf, Problem>({
    mutationFn: () => call('POST', `${path}/revoke`, {}),
    onSuccess: () => readAgain(['family']),
  });
  const link = useMutation<FamilyInvited, Problem>({
    mutationFn: () => call('POST', `${path}/link`, {}),
    onSuccess: onInvited,
  });
  return (
    <div className={styles.stack}>
      <p>
        <b>{t('reads', { name: relative.name, relation: t(`relation.${relative.relation}`) })}</b>
      </p>
      <p className={styles.quiet}>
        {t(own ? 'saidOwn' : `said.${relative.saidBy}`, { day: format.longDay(Date.parse(relative.saidAt)) })}
      </p>
      <div className={styles.acts}>
        <Button size={size} busy={revoke.isPending} onPress={() => revoke.mutate()}>
          {t('revoke')}
        </Button>
        {!own && (
          <Button size={size} busy={link.isPending} onPress={() => link.mutate()}>
            {t('resend')}
          </Button>
        )}
        <Button size={size} look="quiet" onPress={onAnother}>
          {t('another')}
        </Button>
      </div>
      <Refused problem={revoke.error ?? link.error} />
    </div>
  );
};

/** The one relative who reads along: asking somebody along, a new link, and letting go. */
export const Relative = ({ path, own, practice }: Place): JSX.Element => {
  const t = useText('family');
  const { data, error } = useRead<FamilyOf>(path, ['family']);
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<FamilyInvited | null>(null);
  const shown = (next: FamilyInvited): void => {
    setInvited(next);
    setInviting(false);
  };
  if (invited !== null)
    return (
      <Suspense>
        <FamilyLink invited={invited} onDone={() => setInvited(null)} />
      </Suspense>
    );
  const place = { path, own, practice };
  if (inviting) return <InviteForm {...place} onInvited={shown} onClose={() => setInviting(false)} />;
  const relative = data?.body.relative ?? null;
  return (
    <>
      <Refused problem={error} />
      {relative !== null && (
        <ReadsAlong relative={relative} place={place} onInvited={shown} onAnother={() => setInviting(true)} />
      )}
      {data !== undefined && relative === null && (
        <div className={styles.stack}>
          <p className={styles.quiet}>{t(own ? 'noneOwn' : 'none')}</p>
          <div className={styles.acts}>
            <Button icon="user-round-plus" size={own ? 'large' : 'medium'} onPress={() => setInviting(true)}>
              {t('invite.act')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
};
