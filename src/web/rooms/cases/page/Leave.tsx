import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { CaseView } from '#modules/cases/contract.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import { useCaseAct } from './use-case-act.ts';

/** An organisation leaves, by itself or because the person wants that; it asks once more, for the screen closes at once. */
export const Leave = ({ of, helper }: { of: CaseView; helper: CaseView['helpers'][number] }): JSX.Element => {
  const t = useText('cases');
  const navigate = useNavigate();
  const own = useSignedIn().actor.organisation.id === helper.id;
  const { act, blocked } = useCaseAct(of.id);
  const [sure, setSure] = useState(false);
  const ask = t(own ? 'leave.own' : 'leave.other');
  const leave = (): void =>
    act.mutate(
      { path: `helpers/${helper.id}/leave`, body: {}, done: t('leave.done', { name: helper.name }) },
      { onSuccess: () => (own ? void navigate({ to: '/samen' }) : undefined) },
    );
  if (!sure)
    return (
      <Button size="small" look="quiet" onPress={() => setSure(true)} label={`${ask}: ${helper.name}`}>
        {ask}
      </Button>
    );
  return (
    <div className={styles.acts}>
      <Button size="small" look="primary" busy={act.isPending} blocked={blocked} onPress={leave}>
        {t('leave.yes')}
      </Button>
      <Button size="small" look="quiet" onPress={() => setSure(false)}>
        {t('open.stop')}
      </Button>
      <Refused problem={act.error} />
    </div>
  );
};
