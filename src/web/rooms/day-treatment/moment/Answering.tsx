import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { MomentAnswerBody, MomentView } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { AskForm } from './AskForm.tsx';
import styles from './Moment.module.css';

type Said = Omit<MomentAnswerBody, 'token'>;
type Asking = 'other-moment' | 'cannot';

const COMES: Said = { answer: 'comes', words: '', weekdays: [], part: null };

/** What was said so far, in a sentence. */
const SaidNotice = ({ view }: { view: MomentView }): JSX.Element | null => {
  const t = useText('day-moment');
  if (view.answer === null) return null;
  return (
    <Notice
      kind={view.answer === 'comes' ? 'good' : 'conflict'}
      {...(view.answer === 'comes' ? {} : { icon: 'hourglass' })}
      title={t(`said.${view.answer}.title`)}
      announce
    >
      {t(`said.${view.answer}.line`)}
    </Notice>
  );
};

const Choices = ({
  view,
  busy,
  onComes,
  onAsk,
}: {
  view: MomentView;
  busy: boolean;
  onComes: () => void;
  onAsk: (asking: Asking) => void;
}): JSX.Element => {
  const t = useText('day-moment');
  const { answer } = view;
  return (
    <div className={styles.acts}>
      {answer !== 'comes' && (
        <Button look="primary" size="huge" wide icon="check" busy={busy} onPress={onComes}>
          {t(answer === null ? 'comes' : 'comesAfterAll')}
        </Button>
      )}
      <Button size="large" wide icon="calendar-clock" onPress={() => onAsk('other-moment')}>
        {t('other-moment')}
      </Button>
      {answer !== 'cannot' && (
        <Button size="large" wide icon="calendar-x" onPress={() => onAsk('cannot')}>
          {t('cannot')}
        </Button>
      )}
    </div>
  );
};

/** I come, another moment, or not any more; what was said can be said differently until it begins. */
export const Answering = ({
  token,
  view,
  onSaid,
  onRefused,
}: {
  token: string;
  view: MomentView;
  onSaid: (next: MomentView) => void;
  /** The moment may have gone somewhere else meanwhile: read what is true now. */
  onRefused: () => unknown;
}): JSX.Element => {
  const [asking, setAsking] = useState<Asking | null>(null);
  const say = useMutation<MomentView, Problem, Said>({
    mutationFn: (said) => call('POST', '/api/v1/moments/answer', { token, ...said }),
    onSuccess: (next) => {
      setAsking(null);
      onSaid(next);
    },
    onError: (problem) => {
      if (problem.status > 0) void onRefused();
    },
  });
  return (
    <div className={styles.answering}>
      {asking === null && <SaidNotice view={view} />}
      <Refused problem={say.error} />
      {asking === null ? (
        <Choices view={view} busy={say.isPending} onComes={() => say.mutate(COMES)} onAsk={setAsking} />
      ) : (
        <AskForm
          key={asking}
          asking={asking}
          view={view}
          busy={say.isPending}
          onSend={(said) => say.mutate(said)}
          onBack={() => setAsking(null)}
        />
      )}
    </div>
  );
};
