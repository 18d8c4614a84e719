import { useMutation } from '@tanstack/react-query';
import { type JSX, useEffect, useState } from 'react';
import type { OwnView } from '#modules/people/contract.ts';
import type { OwnPeriod } from '#modules/people/types.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { queries, useRead } from '#web/api/queries.ts';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { Enter } from './Enter.tsx';
import { Looks } from './Looks.tsx';
import { OwnConsents } from './OwnConsents.tsx';
import { OwnFrame, type OwnTab } from './OwnFrame.tsx';

/** The link carries its secret behind `#`: it never travels to a server, and here it leaves the address at once. */
const takeToken = (): string | null => {
  const token = window.location.hash.slice(1);
  if (token === '') return null;
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
};

const Inside = ({
  period,
  onPeriod,
}: {
  period: OwnPeriod;
  onPeriod: (next: OwnPeriod) => void;
}): JSX.Element => {
  const t = useText('own');
  const [tab, setTab] = useState<OwnTab>('looks');
  const { data, error } = useRead<OwnView>(`/api/v1/own/looks?period=${period}`, ['own']);
  const view = data?.body;
  // What was read is forgotten too; asking again finds the door closed, and says so.
  const leave = useMutation<unknown, Problem>({
    mutationFn: () => call('DELETE', '/api/v1/own/session'),
    onSuccess: () => queries.resetQueries(),
  });
  if (error?.code === 'own-over')
    return (
      <OwnFrame phone={view?.deskPhone ?? null} tab={null} onTab={setTab}>
        <Notice kind="empty" icon="mail" title={t('over.title')}>
          {t('over.line')}
        </Notice>
      </OwnFrame>
    );
  return (
    <OwnFrame
      phone={view?.deskPhone ?? null}
      practice={view?.practice === true}
      tab={view === undefined ? null : tab}
      onTab={setTab}
      onLeave={() => leave.mutate()}
    >
      <Refused problem={error ?? leave.error} />
      {view === undefined && error === null && <Skeleton grid="1fr" rows={6} late={t('loading')} />}
      {view !== undefined && tab === 'consents' && <OwnConsents />}
      {view !== undefined && tab === 'looks' && <Looks view={view} period={period} onPeriod={onPeriod} />}
    </OwnFrame>
  );
};

/** "Wie keek er in mijn gegevens?": for the person whose data it is, with a link of their own. */
export const OwnPage = (): JSX.Element => {
  const t = useText('own');
  const [token, setToken] = useState(takeToken);
  const [period, setPeriod] = useState<OwnPeriod>('week');
  useEffect(() => {
    document.title = `${t('title')} · ${t('name')}`;
    // A second letter may be opened in the same window.
    const again = (): void => setToken((before) => takeToken() ?? before);
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, [t]);
  if (token !== null)
    return (
      <OwnFrame phone={null} tab={null} onTab={() => undefined}>
        <Enter key={token} token={token} onIn={() => setToken(null)} />
      </OwnFrame>
    );
  return <Inside period={period} onPeriod={setPeriod} />;
};
