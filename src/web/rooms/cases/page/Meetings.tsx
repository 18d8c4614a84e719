import { type JSX, useState } from 'react';
import type { CaseView, MeetingList } from '#modules/cases/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Case.module.css';
import marks from './Note.module.css';
import { Note } from './Note.tsx';
import { SetMeeting } from './SetMeeting.tsx';

/** Meetings of a case: when, where, and the note that several type at once. */
export const Meetings = ({ of }: { of: CaseView }): JSX.Element => {
  const t = useText('cases');
  const format = useFormat();
  const now = useNow('minute');
  const read = useRead<MeetingList>(`/api/v1/cases/${of.id}/meetings`, ['case', 'consent']);
  const meetings = read.data?.body.meetings;
  const [chosen, setChosen] = useState<string | null>(null);
  const [setting, setSetting] = useState(false);
  const shown = chosen ?? meetings?.[0]?.id ?? null;
  const first = meetings?.length === 0;
  return (
    <Panel title={t('meeting.title')}>
      {meetings === undefined && <NotRead read={read} grid="1fr 80px" rows={2} />}
      {first && <p className={styles.aside}>{t('meeting.none')}</p>}
      {meetings !== undefined && meetings.length > 1 && (
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
      {shown !== null && <Note key={shown} of={of} meetingId={shown} />}
      {of.endedAt === null && meetings !== undefined && !first && !setting && (
        <div className={marks.another}>
          <Button look="quiet" icon="calendar-plus" onPress={() => setSetting(true)}>
            {t('meeting.another')}
          </Button>
        </div>
      )}
      {of.endedAt === null && (first || setting) && (
        <SetMeeting
          of={of}
          onSet={(id) => {
            setChosen(id);
            setSetting(false);
          }}
        />
      )}
    </Panel>
  );
};
