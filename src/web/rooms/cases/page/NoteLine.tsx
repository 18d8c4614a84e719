import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { MeetingAnswer } from '#modules/cases/contract.ts';
import { call } from '#web/api/call.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import marks from './Note.module.css';
import type { Agreeing } from './NoteAgree.tsx';
import type { Line } from './note-groups.ts';
import type { useNote } from './use-note.ts';

/** One press makes a line a decision, or an action for whom and by when stands above the note. */
const Becomes = ({
  path,
  line,
  agreeing,
}: {
  path: string;
  line: Line;
  agreeing: Agreeing | null;
}): JSX.Element => {
  const t = useText('cases');
  const blocked = useLink().state === 'lost';
  const become = useMutation<MeetingAnswer, Problem, { what: string; body: object }>({
    mutationFn: ({ what, body }) => call('POST', `${path}/lines/${line.id}/${what}`, body),
    onSettled: () => readAgain(['case']),
  });
  const button = (label: string, aloud: string, what: string, body: object) => (
    <Button
      size="small"
      look="quiet"
      blocked={blocked}
      busy={become.isPending}
      onPress={() => become.mutate({ what, body })}
      label={aloud}
    >
      {label}
    </Button>
  );
  return (
    <>
      {button(t('note.decide'), `${t('note.decide')}: ${line.text}`, 'decision', {})}
      {agreeing !== null &&
        button(t('note.agree'), t('note.agreeAloud', { who: agreeing.name, what: line.text }), 'action', {
          owner: agreeing.owner,
          due: agreeing.due,
        })}
      <Refused problem={become.error} />
    </>
  );
};

/** One line of the note: to type in while it is a note, to read once it is a decision or an action. */
export const NoteLine = ({
  line,
  number,
  path,
  note,
  closed,
  agreeing,
  onKeep,
}: {
  line: Line;
  number: number;
  path: string;
  note: ReturnType<typeof useNote>;
  closed: boolean;
  agreeing: Agreeing | null;
  /** Others stand beside it: this one stays, they are struck. */
  onKeep?: () => void;
}): JSX.Element => {
  const t = useText('cases');
  if (closed || line.kind !== 'note')
    return (
      <p className={marks.settled} data-kind={line.kind}>
        {line.kind !== 'note' && <span className={styles.tag}>{t(`note.kind.${line.kind}`)}</span>}{' '}
        {line.text}
      </p>
    );
  return (
    <div className={marks.line}>
      <TextField
        label={t(line.beside === null ? 'note.line' : 'note.beside', { number })}
        hint={line.by}
        maxLength={2000}
        autoComplete="off"
        value={note.textOf(line)}
        onChange={(event) => note.write(line, event.currentTarget.value)}
      />
      <div className={styles.acts}>
        {onKeep === undefined ? (
          <Becomes path={path} line={line} agreeing={agreeing} />
        ) : (
          <Button size="small" onPress={onKeep} label={`${t('note.keep')}: ${line.text}`}>
            {t('note.keep')}
          </Button>
        )}
      </div>
    </div>
  );
};
