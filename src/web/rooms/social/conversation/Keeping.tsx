import type { JSX } from 'react';
import type { TalkPart } from '#modules/social/types.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import type { HeldPart } from './keeper.ts';
import styles from './Part.module.css';
import { useMarkWords } from './use-mark-words.ts';
import type { Talk } from './use-talk.ts';

/** Somebody else wrote meanwhile: both lie open, and the reader chooses. */
const Apart = ({ part, held, talk }: { part: TalkPart; held: HeldPart; talk: Talk }): JSX.Element => {
  const t = useText('conversation');
  const words = useMarkWords();
  const { theirs } = held;
  return (
    <Notice
      kind="conflict"
      title={t('apart.title')}
      announce
      actions={
        <>
          <Button onPress={() => talk.settle(part, 'mine')}>{t('apart.mine')}</Button>
          <Button onPress={() => talk.settle(part, 'theirs')}>{t('apart.theirs')}</Button>
        </>
      }
    >
      {theirs !== null && (
        <p>
          {theirs.mark !== null && <>{words(theirs.mark).seen}. </>}
          {theirs.words === '' ? t('words.none') : `“${theirs.words}”`}
        </p>
      )}
    </Notice>
  );
};

/** How what was typed stands; without a line in a clear sentence. */
export const Keeping = ({
  part,
  held,
  talk,
}: {
  part: TalkPart;
  held: HeldPart;
  talk: Talk;
}): JSX.Element => {
  const t = useText('conversation');
  if (held.keeping === 'apart') return <Apart part={part} held={held} talk={talk} />;
  if (held.keeping === 'refused') return <ProblemNotice problem={held.problem} />;
  if (held.keeping === 'waiting')
    return (
      <Notice kind="offline" title={t('kept.waiting')} announce>
        {t('kept.waitingLine')}
      </Notice>
    );
  const written = held.version > 0 || held.keeping !== 'kept';
  return (
    <p className={styles.kept} role="status">
      {written && (
        <>
          <Icon name={held.keeping === 'kept' ? 'check' : 'loader'} size={16} />
          {t(held.keeping === 'kept' ? 'kept.kept' : 'kept.keeping')}
        </>
      )}
    </p>
  );
};
