import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { InvitationView, Next } from '#modules/accounts/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { cameIn } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Gate } from '#web/rooms/accounts/parts/Gate.tsx';
import { WhatNext } from '#web/rooms/accounts/parts/WhatNext.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { Accept } from './Accept.tsx';

/** The part behind `#` goes to no server by itself: it is read here and handed in as a body. */
const tokenInHand = (): string => decodeURIComponent(location.hash.slice(1));

const Unknown = ({ problem }: { problem: Problem | null }): JSX.Element => {
  const t = useText('accounts');
  return (
    <Gate title={t('invited.title')} {...(problem === null ? { lead: t('invited.noToken') } : {})}>
      <Refused problem={problem} />
      <ButtonLink to="/" look="secondary" size="large" wide>
        {t('invited.signIn')}
      </ButtonLink>
    </Gate>
  );
};

/** An invitation: who asks you, for what, and the way in. Works once. */
export const InvitedPage = (): JSX.Element => {
  const t = useText('accounts');
  const navigate = useNavigate();
  const [token] = useState(tokenInHand);
  const [next, setNext] = useState<Next | null>(null);
  const { data: invitation, error } = useQuery<z.infer<typeof InvitationView>, Problem>({
    queryKey: ['invitation', token],
    queryFn: () => call('POST', '/api/v1/invitations/look', { token }),
    enabled: token !== '',
    staleTime: Infinity,
    gcTime: 0,
  });
  const enter = async (): Promise<void> => {
    await cameIn();
    await navigate({ to: '/', replace: true });
  };
  const go = (answer: Next): void => {
    // Used up: it need not stand in the address, nor in the history, any longer.
    history.replaceState(history.state, '', location.pathname);
    if (answer.next === 'signed-in') void enter();
    else setNext(answer);
  };
  if (next !== null)
    return (
      <WhatNext
        next={next}
        onNext={go}
        onIn={() => void enter()}
        onBack={() => void navigate({ to: '/', replace: true })}
      />
    );
  if (token === '' || error !== null) return <Unknown problem={error} />;
  if (invitation === undefined)
    return (
      <Gate title={t('invited.title')}>
        <Skeleton grid="1fr" rows={4} />
      </Gate>
    );
  return <Accept invitation={invitation} token={token} onNext={go} />;
};
