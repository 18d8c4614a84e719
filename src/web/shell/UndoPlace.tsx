import type { JSX } from 'react';
import { useNow } from '#web/api/clock.ts';
import { Problem } from '#web/api/problem.ts';
import { Notice } from '#web/design/Notice.tsx';
import { UndoBar } from '#web/design/UndoBar.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useKeys } from './acts.ts';
import styles from './UndoPlace.module.css';
import { takeBack, UNDO_SECONDS, type Undoable, useUndoable } from './undo.ts';

const Open = ({ undoable }: { undoable: Extract<Undoable, { kind: 'open' }> }): JSX.Element => {
  const t = useText('shell');
  useNow('second');
  const undo = (): void =>
    void takeBack((fault) =>
      fault instanceof Problem ? fault.sentence(currentLanguage()) : t('undo.failed'),
    );
  useKeys([{ keys: ['z'], does: t('undo.key'), run: undo }]);
  const secondsLeft = Math.max(0, Math.min(UNDO_SECONDS, Math.ceil((undoable.until - Date.now()) / 1_000)));
  return <UndoBar text={undoable.text} secondsLeft={secondsLeft} seconds={UNDO_SECONDS} onUndo={undo} />;
};

/** The one place where the last thing done can be taken back. */
export const UndoPlace = (): JSX.Element => {
  const undoable = useUndoable();
  return (
    <div className={styles.place}>
      {undoable?.kind === 'open' && <Open key={undoable.until} undoable={undoable} />}
      {undoable?.kind === 'failed' && <Notice kind="failed" title={undoable.text} announce />}
    </div>
  );
};
