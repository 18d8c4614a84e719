import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { CaseView, MeetingAnswer } from '#modules/cases/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { momentTyped, typedMoment } from '#web/i18n/typed-moment.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';

const LONG = ['30', '45', '60'] as const;
type Long = (typeof LONG)[number];

/** Sets a meeting: when, how long, where. Everybody who may see meetings finds it, and takes it in their own calendar. */
export const SetMeeting = ({ of, onSet }: { of: CaseView; onSet: (id: string) => void }): JSX.Element => {
  const t = useText('cases');
  const [now] = useState(useNow('minute'));
  const blocked = useLink().state === 'lost';
  const [at, setAt] = useState(typedMoment(now, REGION_ZONE));
  const [minutes, setMinutes] = useState<Long>('30');
  const [place, setPlace] = useState('');
  const [key, setKey] = useState(newKey);
  const moment = momentTyped(at, REGION_ZONE);
  const ready = moment !== null && place.trim() !== '' && !blocked;
  const set = useMutation<MeetingAnswer, Problem>({
    mutationFn: () =>
      call(
        'POST',
        `/api/v1/cases/${of.id}/meetings`,
        { at: isoFromInstant(moment ?? now), minutes: Number(minutes), place: place.trim() },
        { idempotencyKey: key },
      ),
    onSuccess: ({ meeting }) => {
      setKey(newKey());
      setPlace('');
      onSet(meeting.id);
    },
    // What was refused and is changed is another question.
    onError: ({ status }) => {
      if (status > 0) setKey(newKey());
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
          hint={t('meeting.placeHint')}
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
      <ChipToggles<Long>
        label={t('meeting.long')}
        one
        shape="box"
        chips={LONG.map((value) => ({ value, label: t('meeting.minutes', { count: Number(value) }) }))}
        values={[minutes]}
        onChange={([next = minutes]) => setMinutes(next)}
      />
      <Refused problem={set.error} />
      <div>
        <Button submit busy={set.isPending} blocked={!ready}>
          {t('meeting.set')}
        </Button>
      </div>
    </form>
  );
};
