import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { HelperReferral } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { queries, readAgain, useRead } from '#web/api/queries.ts';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useLiveUntil } from '#web/rooms/people/family/use-own-live.ts';
import { OwnFrame } from '#web/rooms/people/own/OwnFrame.tsx';
import { Away } from './Away.tsx';
import styles from './Helper.module.css';
import { HelperShut } from './HelperShut.tsx';
import { HelperSteps } from './HelperSteps.tsx';
import { Who } from './Who.tsx';

const REFERRAL = '/api/v1/helper/referral';
const TOPIC = 'helper';

/** Nobody is inside: the half hour is over, nobody came by a link, or the referral was taken back. */
const Outside = ({ problem }: { problem: Problem }): JSX.Element => {
  const t = useText('helper');
  if (problem.code === 'helper-over')
    return (
      <Notice kind="empty" icon="mail" title={t('over.title')} announce>
        {t('over.line')}
      </Notice>
    );
  return <HelperShut problem={problem} onAgain={() => readAgain([TOPIC])} />;
};

/** What stands on the screen; once it is done nobody needs to read any longer who it was. */
const Referral = ({
  view,
  leaving,
  onLeave,
}: {
  view: HelperReferral;
  leaving: boolean;
  onLeave: () => void;
}): JSX.Element => {
  const steps = <HelperSteps view={view} />;
  return (
    <>
      {view.referral.state === 'ended' ? steps : <Who view={view}>{steps}</Who>}
      <Away view={view} leaving={leaving} onLeave={onLeave} />
    </>
  );
};

/** The one referral: who, the question, and one press per step. */
export const HelperInside = (): JSX.Element => {
  const t = useText('helper');
  const [left, setLeft] = useState(false);
  const { data, error } = useRead<HelperReferral>(left ? null : REFERRAL, [TOPIC]);
  // What was read is not shown any longer than the reader may read it.
  const view = error === null && !left ? data?.body : undefined;
  useLiveUntil('/api/v1/helper/live', TOPIC, view?.until);
  const leave = useMutation<unknown, Problem>({
    mutationFn: () => call('DELETE', '/api/v1/helper/session'),
    onSuccess: () => {
      setLeft(true);
      queries.removeQueries({ queryKey: [REFERRAL] });
    },
  });
  return (
    <OwnFrame
      name={t('name')}
      phone={null}
      practice={view?.practice === true}
      tab={null}
      onTab={() => undefined}
    >
      <div className={styles.page}>
        {left && (
          <Notice kind="good" title={t('left.title')} announce>
            {t('left.line')}
          </Notice>
        )}
        {error !== null && !left && <Outside problem={error} />}
        {view === undefined && error === null && !left && (
          <Skeleton grid="1fr" rows={6} late={t('loading')} />
        )}
        {view !== undefined && (
          <Referral view={view} leaving={leave.isPending} onLeave={() => leave.mutate()} />
        )}
      </div>
    </OwnFrame>
  );
};
