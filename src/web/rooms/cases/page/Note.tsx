import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { MeetingAnswer } from '#modules/cases/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import { useNote } from './use-note.ts';

type Line = MeetingAnswer['meeting']['lines'][number];

const Decide = ({ path, line }: { path: string; line: Line }): JSX.Element => {
  const t = useText('cases');
  const decide = useMutation<MeetingAnswer, Problem>({
    mutationFn: () => call('POST', `${path}/lines/${line.id}/decision`, {}),
    onSettled: () => readAgain(['case']),
  });
  return (
    <>
      <Button
        size="small"
        look="quiet"
        busy={decide.isPending}
        onPress={() => decide.mutate()}
        label={`${t('note.decide')}: ${line.text}`}
      >
        {t('note.decide')}
      </Button>
      <Refused problem={decide.error} />
    </>
  );
};

/** The note of a meeting: lines by several at once; a line changed by two stands as two, side by side. */
export const Note = ({
  caseId,
  meetingId,
  over,
}: {
  caseId: string;
  meetingId: string;
  over: boolean;
}): JSX.Element => {
  const t = useText('cases');
  const note = useNote(caseId, meetingId);
  const [fresh, setFresh] = useState(newKey);
  const { meeting } = note;
  if (meeting === undefined) return <NotRead read={note.read} grid="1fr 80px" rows={3} />;
  // The new line stays in its own field while it is typed, also when the house has the beginning of it.
  const lines = meeting.lines.filter(({ id, text }) => text !== '' && id !== fresh);
  const last = Math.max(0, ...[...lines, ...note.waiting].map(({ place }) => place));
  const onTheWay = note.waiting.filter(
    ({ line }) => line !== fresh && !meeting.lines.some(({ id }) => id === line),
  );
  const begun = meeting.lines.find(({ id }) => id === fresh);
  const next = begun ?? { id: fresh, place: last + 1, version: 0, text: '' };
  const closed = over || meeting.cancelled !== null;
  return (
    <div className={styles.form}>
      {meeting.agenda !== undefined && meeting.agenda.length > 0 && (
        <p className={styles.aside}>
          {t('note.agenda')}: {meeting.agenda.map(({ what }) => what).join(' · ')}
        </p>
      )}
      <ul className={styles.note} aria-label={t('note.title')}>
        {lines.map((line, at) => (
          <li key={line.id} data-beside={line.beside !== null || undefined} data-kind={line.kind}>
            {closed || line.kind !== 'note' ? (
              <p>
                {line.kind !== 'note' && <span className={styles.tag}>{t(`note.kind.${line.kind}`)}</span>}{' '}
                {line.text}
              </p>
            ) : (
              <TextField
                label={t(line.beside === null ? 'note.line' : 'note.beside', { number: at + 1 })}
                hint={line.by}
                maxLength={2000}
                autoComplete="off"
                value={note.textOf(line)}
                onChange={(event) => note.write(line, event.currentTarget.value)}
              />
            )}
            {!closed && line.kind === 'note' && (
              <Decide path={`/api/v1/cases/${caseId}/meetings/${meetingId}`} line={line} />
            )}
          </li>
        ))}
        {onTheWay.map(({ line, text }) => (
          <li key={line}>
            <p className={styles.aside}>{text}</p>
          </li>
        ))}
      </ul>
      {!closed && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setFresh(newKey());
          }}
        >
          <TextField
            label={t('note.new')}
            hint={t('note.hint')}
            maxLength={2000}
            autoComplete="off"
            value={note.textOf(next)}
            onChange={(event) => note.write(next, event.currentTarget.value)}
          />
        </form>
      )}
      <Refused problem={note.error} />
      {note.waiting.length > 0 && note.error?.status === 0 && (
        <Notice kind="offline" title={t('note.kept', { count: note.waiting.length })}>
          {t('note.keptLine')}
        </Notice>
      )}
    </div>
  );
};
