import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerAnswer, StayView } from '#modules/stay/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { useText } from '#web/i18n/texts.ts';
import { STAY_TOPICS } from '#web/rooms/stay/observation/use-observations.ts';
import { announce } from '#web/shell/announce.ts';
import type { Lacking } from './boxes.ts';
import { answerPath, type Draft } from './use-draft.ts';

/** Sending the letter: asked first, for a letter with a name does not come back; what is missing goes only on purpose. */
export const useSending = (stay: StayView, draft: Draft) => {
  const t = useText('observation');
  const [asking, setAsking] = useState(false);
  const path = answerPath(stay.id);
  const { mutateAsync, isPending, error, reset } = useMutation<void, Problem, Lacking>({
    mutationFn: async ({ count, unexplained }) => {
      // What was typed a moment ago goes along.
      if (!(await draft.keep())) return;
      const body = { onPurpose: count > 0, withoutReason: unexplained.map(({ id }) => id) };
      await call<AnswerAnswer>('POST', `${path}/send`, body, { ifMatch: `"${draft.version()}"` });
      announce(t('answer.saidSent'));
      setAsking(false);
      await readAgain([...STAY_TOPICS, path]);
    },
    onError: () => void readAgain([...STAY_TOPICS, path]),
  });
  return {
    asking,
    busy: isPending,
    problem: error,
    ask: (): void => {
      reset();
      setAsking(!asking);
    },
    leave: (): void => setAsking(false),
    send: (lacking: Lacking): void => {
      if (!isPending) mutateAsync(lacking).catch(() => undefined);
    },
  };
};

/** Sending, as the question before it uses it. */
export type Sending = ReturnType<typeof useSending>;
