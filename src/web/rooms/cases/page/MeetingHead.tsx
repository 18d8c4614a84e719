import { type JSX, useState } from 'react';
import type { CaseView, MeetingAnswer } from '#modules/cases/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import { MeetingSheet } from './MeetingSheet.tsx';
import marks from './Note.module.css';
import { useMeeting } from './use-meeting.ts';

type Meeting = MeetingAnswer['meeting'];

const Cancel = ({
  cancel,
  blocked,
  onStop,
}: {
  cancel: ReturnType<typeof useMeeting>['cancel'];
  blocked: boolean;
  onStop: () => void;
}): JSX.Element => {
  const t = useText('cases');
  const [reason, setReason] = useState('');
  const ready = reason.trim().length > 2 && !blocked;
  return (
    <form
      className={styles.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !cancel.isPending) cancel.mutate(reason.trim(), { onSuccess: onStop });
      }}
    >
      <TextField
        label={t('meeting.cancelWhy')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button submit busy={cancel.isPending} blocked={!ready}>
        {t('meeting.cancel')}
      </Button>
    </form>
  );
};

/** When and where, what is on the agenda, and what can be done with the meeting as a whole. */
export const MeetingHead = ({
  of,
  path,
  meeting,
}: {
  of: CaseView;
  path: string;
  meeting: Meeting;
}): JSX.Element => {
  const t = useText('cases');
  const format = useFormat();
  const now = useNow('minute');
  const blocked = useLink().state === 'lost';
  const { invite, print, cancel, paper } = useMeeting(path);
  const [cancelling, setCancelling] = useState(false);
  const { cancelled, agenda, at, minutes, place } = meeting;
  return (
    <>
      {paper !== null && <MeetingSheet of={of} meeting={paper} />}
      <p className={marks.when}>
        <b>{format.moment(Date.parse(at), now)}</b> · {t('meeting.minutes', { count: minutes })} · {place}
      </p>
      {cancelled !== null && (
        <Notice kind="plain" icon="circle-x" title={t('meeting.cancelled')}>
          {cancelled}
        </Notice>
      )}
      <div className={styles.acts}>
        <Button
          size="small"
          icon="calendar-plus"
          blocked={blocked}
          busy={invite.isPending}
          onPress={() => invite.mutate()}
        >
          {t('meeting.invite')}
        </Button>
        <Button
          size="small"
          icon="printer"
          blocked={blocked}
          busy={print.isPending}
          onPress={() => print.mutate()}
        >
          {t('meeting.print')}
        </Button>
        {cancelled === null && of.endedAt === null && !cancelling && (
          <Button size="small" look="quiet" onPress={() => setCancelling(true)}>
            {t('meeting.cancel')}
          </Button>
        )}
      </div>
      {cancelling && <Cancel cancel={cancel} blocked={blocked} onStop={() => setCancelling(false)} />}
      <Refused problem={invite.error ?? print.error ?? cancel.error} />
      {agenda !== undefined && agenda.length > 0 && (
        <section className={marks.agenda} aria-label={t('note.agenda')}>
          <h3>{t('note.agenda')}</h3>
          <ol>
            {agenda.map(({ id, what, due }) => (
              <li key={id}>
                {what}{' '}
                <span className={styles.aside}>
                  {t('plan.by', { day: format.day(Date.parse(`${due}T12:00:00Z`)) })}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
};
