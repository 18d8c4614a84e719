import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { BeginBody, ConversationAnswer } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { TOGETHER } from './use-talk.ts';

const HOLDING = ['gp', 'gp-assistant', 'transfer-nurse', 'welfare-worker'];

/** Begins a conversation with somebody one helps, known or by a case, or goes on with the one that stands open. */
export const BeginConversation = ({ about }: { about: BeginBody }): JSX.Element | null => {
  const t = useText('conversation');
  const navigate = useNavigate();
  const blocked = useLink().state === 'lost';
  const { role } = useSignedIn().actor;
  const begin = useMutation<ConversationAnswer, Problem>({
    mutationFn: () => call('POST', TOGETHER.base, about),
    onSuccess: ({ conversation: { id } }) => navigate({ to: '/gesprek/$id', params: { id } }),
  });
  if (!HOLDING.includes(role)) return null;
  return (
    <div>
      <Button icon="message-circle" busy={begin.isPending} blocked={blocked} onPress={() => begin.mutate()}>
        {t('begin.together')}
      </Button>
      <ProblemNotice problem={begin.error} />
    </div>
  );
};
