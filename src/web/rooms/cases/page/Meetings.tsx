import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { CaseView, MeetingAnswer, MeetingList } from '#modules/cases/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { momentTyped, typedMoment } from '#web/i18n/typed-moment.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import { Note } from './Note.tsx';

const SetMeeting = ({ of, onSet }: { of: CaseView; onSet: (id: string) => void }): JSX.Element => {
  const t = useText('cases');
  const [now] = useState(useNow('minute'));
  const blocked = useLink().state === 'lost';
  const [at, setAt] = useState(typedMoment(now, REGION_ZONE));
  const [place, setPlace] = useState('');
  const moment = momentTyped(at, REGION_ZONE);
  const ready = moment !== null && place.trim() !== '' && !blocked;
  const set = useMutation<MeetingAnswer, Problem>({
    mutationFn: () =>
      call('POST', `/api/v1/cases/${of.id}/meetings`, {
        at: isoFromInstant(moment ?? now),
        place: place.trim(),
      }),
    onSuccess: ({ meeting }) => {
      setPlace('');
      onSet(meeting.id);
    },
    onSettled: () => readAgain(['case']),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !set.isPending) set.mutate();
      }}
    >
      <div className={styles.fields}>
        <TextField
          label={t('meeting.place')}
          maxLength={300}
          autoComplete="off"
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <TextField
          label={t('meeting.at')}
          type="datetime-local"
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
      </div>
      <Refused problem={set.error} />
      <div>
        <Button submit busy={set.isPending} blocked={!ready}>
          {t('meeting.set')}
        </Button>
      </div>
    </form>
  );
};

/** Meetings of a case: when, where, and the note that several type at once. */
export const Meetings = ({ of }: { of: CaseView }): JSX.Element => {
  const t = useText('cases');
  const format = useFormat();
  const now = useNow('minute');
  const { data } = useRead<MeetingList>(`/api/v1/cases/${of.id}/meetings`, ['case', 'consent']);
  const meetings = data?.body.meetings ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = chosen ?? meetings[0]?.id ?? null;
  return (
    <Panel title={t('meeting.title')}>
      {meetings.length === 0 && <p className={styles.aside}>{t('meeting.none')}</p>}
      {meetings.length > 0 && (
        <ChipToggles
          label={t('meeting.which')}
          one
          chips={meetings.map(({ id, at, place }) => ({
            value: id,
            label: `${format.moment(Date.parse(at), now)} · ${place}`,
          }))}
          values={shown === null ? [] : [shown]}
          onChange={([next]) => setChosen(next ?? shown)}
        />
      )}
      {shown !== null && <Note key={shown} caseId={of.id} meetingId={shown} over={of.endedAt !== null} />}
      {of.endedAt === null && <SetMeeting of={of} onSet={setChosen} />}
    </Panel>
  );
};
