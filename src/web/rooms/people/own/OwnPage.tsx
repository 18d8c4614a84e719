import { useMutation } from '@tanstack/react-query';
import { type JSX, useEffect, useState } from 'react';
import type { OwnPeriod } from '#modules/people/types.ts';
import type { FamilyView } from '#modules/stay/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { queries, useRead } from '#web/api/queries.ts';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { OwnPlan } from '#web/rooms/cases/own/OwnPlan.tsx';
import { useOwnPlan } from '#web/rooms/cases/own/use-own-plan.ts';
import { StayTab } from '#web/rooms/people/family/StayTab.tsx';
import { useOwnLive } from '#web/rooms/people/family/use-own-live.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { OwnConversation } from '#web/rooms/social/conversation/OwnConversation.tsx';
import { Enter } from './Enter.tsx';
import { LooksTab } from './Looks.tsx';
import { OwnConsents } from './OwnConsents.tsx';
import { OwnFrame, type OwnTab } from './OwnFrame.tsx';
import { takeToken } from './take-token.ts';

const STAY = '/api/v1/own/stay';

/** Nothing of whom was read before stays on this device. */
const forget = (): void => queries.removeQueries({ predicate: ({ queryKey }) => isOwn(queryKey[0]) });
const isOwn = (key: unknown): boolean => typeof key === 'string' && key.startsWith('/api/v1/own/');

/** Who came without a link, whose time is over, or who was let go, reads in a sentence what now. */
const Shut = ({ revoked }: { revoked: boolean }): JSX.Element => {
  const t = useText('own');
  const family = useText('family');
  return (
    <OwnFrame phone={null} tab={null} onTab={() => undefined}>
      {revoked ? (
        <Notice kind="empty" icon="hand-heart" title={family('revoked.title')} announce>
          {family('revoked.line')}
        </Notice>
      ) : (
        <Notice kind="empty" icon="mail" title={t('over.title')}>
          {t('over.line')}
        </Notice>
      )}
    </OwnFrame>
  );
};

/** What can be chosen: a relative has the stay and nothing else; who has no stay and no plan begins at who looked. */
const tabsOf = (view: FamilyView | undefined, hasPlan: boolean): readonly OwnTab[] => {
  if (view === undefined) return [];
  if (view.reader === 'relative') return ['stay'];
  const begun = [...(view.stay === null ? [] : (['stay'] as const)), ...(hasPlan ? (['plan'] as const) : [])];
  const own = ['conversation', 'looks', 'consents'] as const;
  return begun.length === 0 ? ['looks', 'conversation', 'consents'] : [...begun, ...own];
};

const Inside = (): JSX.Element => {
  const t = useText('own');
  const [chosen, setChosen] = useState<OwnTab | null>(null);
  const [period, setPeriod] = useState<OwnPeriod>('week');
  const { data, error } = useRead<FamilyView>(STAY, ['own-stay']);
  const view = data?.body;
  const plan = useOwnPlan(view?.reader === 'person');
  useOwnLive(view?.until);
  // What was read is forgotten too; asking again finds the door closed, and says so.
  const leave = useMutation<unknown, Problem>({
    mutationFn: () => call('DELETE', '/api/v1/own/session'),
    onSuccess: () => queries.resetQueries(),
  });
  if (error?.code === 'own-over' || error?.code === 'family-revoked')
    return <Shut revoked={error.code === 'family-revoked'} />;
  const tabs = tabsOf(view, plan.cases.length > 0);
  const tab = chosen ?? tabs[0] ?? null;
  return (
    <OwnFrame
      phone={view?.deskPhone ?? null}
      practice={view?.practice === true}
      tab={tab}
      tabs={tabs.length > 1 ? tabs : []}
      onTab={setChosen}
      onLeave={() => leave.mutate()}
    >
      <Refused problem={error ?? leave.error} />
      {view === undefined && error === null && <Skeleton grid="1fr" rows={6} late={t('loading')} />}
      {view !== undefined && tab === 'stay' && <StayTab view={view} />}
      {tab === 'plan' && <OwnPlan cases={plan.cases} />}
      {tab === 'conversation' && <OwnConversation />}
      {tab === 'looks' && <LooksTab period={period} onPeriod={setPeriod} />}
      {tab === 'consents' && <OwnConsents />}
    </OwnFrame>
  );
};

/** Behind a link of one's own: the stay in plain words, "Wie keek er in mijn gegevens?", and consent. */
export const OwnPage = ({ relative = false }: { relative?: boolean }): JSX.Element => {
  const t = useText('own');
  const family = useText('family');
  const title = relative ? family('title.door') : t('title');
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    document.title = `${title} · ${t('name')}`;
    // A second letter may be opened in the same window.
    const again = (): void => setToken((before) => takeToken() ?? before);
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, [t, title]);
  const enter = (): void => {
    forget();
    setToken(null);
  };
  if (token === null) return <Inside />;
  return (
    <OwnFrame phone={null} tab={null} onTab={() => undefined}>
      <Enter key={token} token={token} relative={relative} onIn={enter} />
    </OwnFrame>
  );
};
