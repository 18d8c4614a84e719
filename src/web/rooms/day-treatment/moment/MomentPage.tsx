import { useQuery } from '@tanstack/react-query';
import { type JSX, useEffect } from 'react';
import type { MomentView } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { queries } from '#web/api/queries.ts';
import { Notice } from '#web/design/Notice.tsx';
import { OfflineNotice } from '#web/design/OfflineNotice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { OwnFrame } from '#web/rooms/people/own/OwnFrame.tsx';
import { useHashToken } from '#web/use-hash-token.ts';
import { Answering } from './Answering.tsx';
import { MomentFacts } from './MomentFacts.tsx';

const keyOf = (token: string): readonly string[] => ['moment', token];

/** Why there is nothing to see; only what may come back by itself can be tried again. */
const Shut = ({ problem, onAgain }: { problem: Problem; onAgain: () => unknown }): JSX.Element => {
  const t = useText('day-moment');
  if (problem.status > 0) return <ProblemNotice problem={problem} kind="conflict" />;
  return (
    <OfflineNotice
      words={{ title: t('offline.title'), line: t('offline.line'), again: t('offline.again') }}
      onAgain={onAgain}
    />
  );
};

/** One moment: when and where, and what somebody says to it. */
const Moment = ({ token }: { token: string }): JSX.Element => {
  const t = useText('day-moment');
  const { data, error, refetch } = useQuery<MomentView, Problem>({
    queryKey: keyOf(token),
    queryFn: () => call('POST', '/api/v1/moments/open', { token }),
    // A planner may have moved it since it was opened.
    refetchOnWindowFocus: true,
    gcTime: 0,
  });
  const view = error === null ? data : undefined;
  return (
    <OwnFrame phone={null} practice={view?.practice === true} tab={null} onTab={() => undefined}>
      {error !== null && <Shut problem={error} onAgain={refetch} />}
      {view === undefined && error === null && <Skeleton grid="1fr" rows={5} late={t('loading')} />}
      {view !== undefined && (
        <MomentFacts view={view}>
          <Answering
            token={token}
            view={view}
            onSaid={(next) => queries.setQueryData(keyOf(token), next)}
            onRefused={refetch}
          />
        </MomentFacts>
      )}
    </OwnFrame>
  );
};

/** Behind the link in a message: somebody's own moment in the Thuiskamer. No account, no name, no treatment. */
export const MomentPage = (): JSX.Element => {
  const t = useText('day-moment');
  const token = useHashToken();
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  if (token !== '') return <Moment key={token} token={token} />;
  return (
    <OwnFrame phone={null} tab={null} onTab={() => undefined}>
      <Notice kind="empty" icon="mail" title={t('none.title')}>
        {t('none.line')}
      </Notice>
    </OwnFrame>
  );
};
