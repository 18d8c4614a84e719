import { useMutation } from '@tanstack/react-query';
import { type JSX, useId, useState } from 'react';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Own.module.css';

/** A few words of the person: a question about one look, or that something is wrong. */
export const Say = ({
  kind,
  lookId,
  onClose,
}: {
  kind: 'question' | 'wrong';
  lookId: string | null;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('own');
  const id = useId();
  const [text, setText] = useState('');
  const say = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', '/api/v1/own/answers', { kind, lookId, text }),
    onSuccess: async () => {
      await readAgain(['own']);
      onClose();
    },
  });
  const needed = kind === 'wrong' && text.trim() === '';
  return (
    <form
      className={styles.say}
      onSubmit={(event) => {
        event.preventDefault();
        if (!needed && !say.isPending) say.mutate();
      }}
    >
      <p id={id} className={styles.label}>
        {t(`say.${kind}`)}
      </p>
      <TextArea
        labelledBy={id}
        value={text}
        rows={3}
        maxLength={1000}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.two}>
        <Button submit look="primary" size="large" busy={say.isPending} blocked={needed}>
          {t('say.send')}
        </Button>
        <Button size="large" onPress={onClose}>
          {t('say.back')}
        </Button>
      </div>
      <Refused problem={say.error} />
    </form>
  );
};
