import { type JSX, useState } from 'react';
import { localDay, plusDays } from '#kernel/calendar.ts';
import type { CaseView, MeetingAnswer } from '#modules/cases/contract.ts';
import { newKey } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import { MeetingHead } from './MeetingHead.tsx';
import marks from './Note.module.css';
import { type Agreeing, NoteAgree } from './NoteAgree.tsx';
import { NoteLine } from './NoteLine.tsx';
import { groupsOf, type Line } from './note-groups.ts';
import { useNote } from './use-note.ts';

/** The lines in their order; those that were written over one another side by side, until somebody chooses. */
const Lines = ({
  lines,
  ...one
}: {
  lines: readonly Line[];
  path: string;
  note: ReturnType<typeof useNote>;
  closed: boolean;
  agreeing: Agreeing | null;
}): JSX.Element => {
  const t = useText('cases');
  return (
    <>
      {groupsOf(lines).map((group, at) => {
        const number = at + 1;
        const first = group[0]?.id;
        if (group.length === 1 && group[0] !== undefined)
          return (
            <li key={first}>
              <NoteLine {...one} line={group[0]} number={number} />
            </li>
          );
        const keep = (kept: Line) => () => {
          for (const other of group) if (other.id !== kept.id) one.note.write(other, '');
        };
        return (
          <li key={first} className={marks.beside}>
            <p>{t('note.two')}</p>
            {group.map((line) => (
              <NoteLine key={line.id} {...one} line={line} number={number} onKeep={keep(line)} />
            ))}
          </li>
        );
      })}
    </>
  );
};

/** A line of one's own: it stays in its field while it is typed, and Enter begins the next. */
const Fresh = ({
  note,
  fresh,
  last,
  begun,
  onNext,
}: {
  note: ReturnType<typeof useNote>;
  fresh: string;
  last: number;
  begun: Line | undefined;
  onNext: () => void;
}): JSX.Element => {
  const t = useText('cases');
  const next = begun ?? { id: fresh, place: last + 1, version: 0, text: '' };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
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
  );
};

const Open = ({
  of,
  meeting,
  note,
  path,
}: {
  of: CaseView;
  meeting: MeetingAnswer['meeting'];
  note: ReturnType<typeof useNote>;
  path: string;
}): JSX.Element => {
  const t = useText('cases');
  const { id, name } = useSignedIn().actor.organisation;
  const today = localDay(useNow('minute'), REGION_ZONE);
  const [fresh, setFresh] = useState(newKey);
  const [picked, setPicked] = useState<Agreeing>({ owner: id, name, due: plusDays(today, 7) });
  // Who was picked may have left meanwhile.
  const agreeing = of.helpers.some((each) => each.id === picked.owner)
    ? picked
    : { ...picked, owner: null, name: t('plan.person') };
  const closed = of.endedAt !== null || meeting.cancelled !== null;
  // The new line stays in its own field while it is typed, also when the house has the beginning of it.
  const lines = meeting.lines.filter((line) => line.id !== fresh);
  const onTheWay = note.waiting.filter(
    ({ line, text }) => line !== fresh && text !== '' && !meeting.lines.some((each) => each.id === line),
  );
  const mayAgree = of.plan !== undefined && !closed;
  return (
    <div className={styles.form}>
      <MeetingHead of={of} path={path} meeting={meeting} />
      {mayAgree && groupsOf(lines).length > 0 && (
        <NoteAgree of={of} today={today} agreeing={agreeing} onChange={setPicked} />
      )}
      <ul className={marks.note} aria-label={t('note.title')}>
        <Lines lines={lines} path={path} note={note} closed={closed} agreeing={mayAgree ? agreeing : null} />
        {onTheWay.map(({ line, text }) => (
          <li key={line}>
            <p className={styles.aside}>{text}</p>
          </li>
        ))}
      </ul>
      {!closed && (
        <Fresh
          note={note}
          fresh={fresh}
          last={Math.max(0, ...[...lines, ...note.waiting].map(({ place }) => place))}
          begun={meeting.lines.find((line) => line.id === fresh)}
          onNext={() => setFresh(newKey())}
        />
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

/** The note of a meeting: lines by several at once; a line changed by two stands as two, side by side. */
export const Note = ({ of, meetingId }: { of: CaseView; meetingId: string }): JSX.Element => {
  const note = useNote(of.id, meetingId);
  const { meeting } = note;
  if (meeting === undefined) return <NotRead read={note.read} grid="1fr 80px" rows={3} />;
  const path = `/api/v1/cases/${of.id}/meetings/${meetingId}`;
  return <Open of={of} meeting={meeting} note={note} path={path} />;
};
