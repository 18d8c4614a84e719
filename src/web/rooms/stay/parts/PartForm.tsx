import { type FormEvent, type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './parts.module.css';
import type { StayActs } from './use-stay-acts.ts';

/** Somebody else changed it since it was read: what stands there now, so that the reader can decide again. */
const Changed = ({ now }: { now: string }): JSX.Element => {
  const t = useText('stay');
  return (
    <Notice kind="conflict" title={t('form.changed')} announce>
      {t('form.changedNow', { now })}
    </Notice>
  );
};

/**
 * Writing in place: the fields, and the verb. The first field has the focus; Escape stops. `now` says what stands there
 * when somebody else was first; a word of the server about a field stands at that field and not here.
 */
export const PartForm = ({
  acts,
  act,
  now,
  onSend,
  onStop,
  children,
}: {
  acts: StayActs;
  act: string;
  now?: string;
  onSend: () => void;
  onStop: () => void;
  children: ReactNode;
}): JSX.Element => {
  const t = useText('stay');
  const inside = useRef<HTMLFormElement>(null);
  useFocusBack();
  useEffect(() => {
    inside.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);
  const { problem } = acts;
  const stale = problem?.code === 'version-stale' && now !== undefined;
  const wrong = problem?.body.fields ?? [];
  const [sent, setSent] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wrong is known after sending, or after the answer
  useEffect(() => {
    inside.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [sent, problem]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setSent(sent + 1);
    onSend();
  };
  return (
    <form
      ref={inside}
      className={styles.form}
      onSubmit={send}
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onStop();
      }}
    >
      {children}
      {stale && <Changed now={now} />}
      {!stale && wrong.length < 2 && <ProblemNotice problem={problem} kind="conflict" />}
      {wrong.length > 1 && <Refused problem={problem} />}
      <div className={styles.buttons}>
        <Button look="primary" submit busy={acts.busy}>
          {acts.busy ? t('form.busy') : act}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t('form.stop')}
        </Button>
      </div>
    </form>
  );
};
