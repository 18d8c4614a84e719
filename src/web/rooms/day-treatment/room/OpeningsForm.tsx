import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { instantOf } from '#kernel/calendar.ts';
import type { DayRoom, OpeningsBody } from '#modules/day-treatment/contract.ts';
import { PARTS, type Part } from '#modules/day-treatment/types.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { areHours, type Hours, hoursKey, hoursOn, linesOf, WEEKDAYS, type Week, weekOn } from './openings.ts';
import styles from './Room.module.css';

/** A Monday, to name the days of a week after. */
const MONDAY = instantOf('2026-01-05', 720, REGION_ZONE);
const DAY = 86_400_000;

const Cell = ({
  weekday,
  part,
  hours,
  keeps,
  onChange,
}: {
  weekday: number;
  part: Part;
  hours: Hours;
  keeps: boolean;
  onChange: (hours: Hours) => void;
}): JSX.Element => {
  const t = useText('day-room');
  const week = useText('day-treatment');
  const format = useFormat();
  const named = { day: format.weekday(MONDAY + (weekday - 1) * DAY), part: week(`part.${part}`) };
  if (!keeps) return <td>{hours.opens === '' ? t('week.shut') : t('week.hours', { ...hours })}</td>;
  return (
    <td>
      <div className={styles.hours} data-wrong={!areHours(weekday, part, hours) || undefined}>
        <input
          type="time"
          aria-label={t('week.opens', named)}
          value={hours.opens}
          onChange={({ target }) => onChange({ ...hours, opens: target.value })}
        />
        <span aria-hidden="true">{t('week.until')}</span>
        <input
          type="time"
          aria-label={t('week.closes', named)}
          value={hours.closes}
          onChange={({ target }) => onChange({ ...hours, closes: target.value })}
        />
      </div>
    </td>
  );
};

const Grid = ({
  week,
  keeps,
  onChange,
}: {
  week: Week;
  keeps: boolean;
  onChange: (week: Week) => void;
}): JSX.Element => {
  const t = useText('day-room');
  const parts = useText('day-treatment');
  const format = useFormat();
  return (
    <table className={styles.week}>
      <caption className="aloud">{t('week.caption')}</caption>
      <thead>
        <tr>
          <td />
          {PARTS.map((part) => (
            <th key={part} scope="col">
              {parts(`part.${part}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {WEEKDAYS.map((weekday) => (
          <tr key={weekday}>
            <th scope="row">{format.weekday(MONDAY + (weekday - 1) * DAY)}</th>
            {PARTS.map((part) => (
              <Cell
                key={part}
                weekday={weekday}
                part={part}
                keeps={keeps}
                hours={hoursOn(week, weekday, part)}
                onChange={(hours) => onChange({ ...week, [hoursKey(weekday, part)]: hours })}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** When the room is usually open, from a day on; its half-days follow at once. */
export const OpeningsForm = ({
  room,
  keeps,
  today,
}: {
  room: DayRoom;
  keeps: boolean;
  today: string;
}): JSX.Element => {
  const t = useText('day-room');
  const [from, setFrom] = useState(today);
  const [typed, setTyped] = useState<Week | null>(null);
  const week = typed ?? weekOn(room.openings, from === '' ? today : from);
  const lines = linesOf(week);
  const save = useMutation<DayRoom, Problem, OpeningsBody>({
    mutationFn: (body) => call('PUT', `/api/v1/day-rooms/${room.unit.id}/openings`, body),
    onSuccess: async () => {
      setTyped(null);
      await readAgain(['day-room', 'day-order']);
    },
  });
  const change = (next: Week): void => {
    save.reset();
    setTyped(next);
  };
  return (
    <Panel title={t('week.title')}>
      <form
        className={styles.openings}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (lines !== null && from !== '') save.mutate({ from, week: lines });
        }}
      >
        <Grid week={week} keeps={keeps} onChange={change} />
        {keeps && (
          <>
            <p className={styles.small}>{t('week.line')}</p>
            {lines === null && (
              <p role="alert" className={styles.wrong}>
                {t('week.wrong')}
              </p>
            )}
            <div className={styles.acts}>
              <TextField
                label={t('week.from')}
                type="date"
                min={today}
                value={from}
                onChange={({ target }) => setFrom(target.value)}
              />
              <Button
                submit
                look="primary"
                busy={save.isPending}
                blocked={typed === null || lines === null || from === ''}
              >
                {t(save.isPending ? 'busy' : 'week.save')}
              </Button>
            </div>
          </>
        )}
        <Refused problem={save.error} />
        {save.isSuccess && typed === null && (
          <Notice kind="good" title={t('week.saved')} announce>
            {t('week.savedLine')}
          </Notice>
        )}
      </form>
    </Panel>
  );
};
