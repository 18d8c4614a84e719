import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useKeys } from '#web/shell/acts.ts';

/** Asks before something that cannot come back: what it does, a verb that does it, and a way out. Escape leaves. */
export const AskFirst = ({
  title,
  children,
  yes,
  no,
  busy,
  onYes,
  onNo,
}: {
  title: string;
  children: ReactNode;
  yes: string;
  no: string;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}): JSX.Element => {
  useFocusBack();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The verb that does it stands before the way out, after anything to choose first.
    [...(box.current?.querySelectorAll('button') ?? [])].at(-2)?.focus();
  }, []);
  useKeys([{ keys: ['Escape'], does: no, run: onNo, onlyKey: true }]);
  return (
    <div ref={box}>
      <Notice
        kind="conflict"
        icon="circle-question-mark"
        title={title}
        actions={
          <>
            <Button look="primary" busy={busy} onPress={onYes}>
              {yes}
            </Button>
            <Button onPress={onNo}>{no}</Button>
          </>
        }
      >
        {children}
      </Notice>
    </div>
  );
};
