import type { JSX } from 'react';
import { TASK_KINDS } from '#modules/stay/types.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Pathways.module.css';
import { nextKey, type PathwayDraft } from './pathway-draft.ts';

/** What every part of the form is given: what is typed, what is wrong in it, and how to change it. */
export interface Writing {
  readonly draft: PathwayDraft;
  /** What is wrong with a field, in words; null when nothing is. */
  readonly wrong: (field: string) => string | null;
  readonly change: (part: Partial<PathwayDraft>) => void;
}

const changed = <Line extends { readonly key: number }>(
  lines: readonly Line[],
  key: number,
  part: Partial<Line>,
): Line[] => lines.map((line) => (line.key === key ? { ...line, ...part } : line));

const Kind = <Value extends string>({
  label,
  value,
  kinds,
  says,
  onChange,
}: {
  label: string;
  value: Value;
  kinds: readonly Value[];
  says: (kind: Value) => string;
  onChange: (kind: Value) => void;
}): JSX.Element => (
  <label className={styles.kind}>
    <span>{label}</span>
    <select value={value} onChange={({ target }) => onChange(target.value as Value)}>
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {says(kind)}
        </option>
      ))}
    </select>
  </label>
);

/** When those concerned sit together, a line each. */
export const MeetingLines = ({ draft, wrong, change }: Writing): JSX.Element => {
  const t = useText('pathways');
  const { meetings } = draft;
  return (
    <fieldset className={styles.lines}>
      <legend>{t('meetings')}</legend>
      {meetings.map(({ key, day, time, kind }, index) => (
        <div key={key} className={styles.row}>
          <TextField
            label={t('field.day')}
            inputMode="numeric"
            value={day}
            error={wrong(`meetings.${key}.day`)}
            onChange={({ target }) => change({ meetings: changed(meetings, key, { day: target.value }) })}
          />
          <TextField
            label={t('field.time')}
            type="time"
            value={time}
            error={wrong(`meetings.${key}.time`)}
            onChange={({ target }) => change({ meetings: changed(meetings, key, { time: target.value }) })}
          />
          <Kind
            label={t('field.kind')}
            value={kind}
            kinds={['day-14', 'team'] as const}
            says={(each) => t(`meeting.${each}`)}
            onChange={(next) => change({ meetings: changed(meetings, key, { kind: next }) })}
          />
          <Button
            size="small"
            look="quiet"
            icon="x"
            label={t('drop', { what: t('meetings'), number: index + 1 })}
            onPress={() => change({ meetings: meetings.filter((line) => line.key !== key) })}
          >
            {t('dropShort')}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        icon="plus"
        onPress={() =>
          change({
            meetings: [...meetings, { key: nextKey(meetings), day: '', time: '11:00', kind: 'team' }],
          })
        }
      >
        {t('addMeeting')}
      </Button>
    </fieldset>
  );
};

/** The checklist, a line each: on which day, what, and when that is fixed. */
export const TaskLines = ({ draft, wrong, change }: Writing): JSX.Element => {
  const t = useText('pathways');
  const { tasks } = draft;
  return (
    <fieldset className={styles.lines}>
      <legend>{t('tasks')}</legend>
      {tasks.map(({ key, day, time, kind, label }, index) => (
        <div key={key} className={styles.row} data-task>
          <TextField
            label={t('field.day')}
            inputMode="numeric"
            value={day}
            error={wrong(`tasks.${key}.day`)}
            onChange={({ target }) => change({ tasks: changed(tasks, key, { day: target.value }) })}
          />
          <TextField
            label={t('field.timeMaybe')}
            type="time"
            value={time}
            error={wrong(`tasks.${key}.time`)}
            onChange={({ target }) => change({ tasks: changed(tasks, key, { time: target.value }) })}
          />
          <TextField
            label={t('field.label')}
            maxLength={120}
            value={label}
            error={wrong(`tasks.${key}.label`)}
            onChange={({ target }) => change({ tasks: changed(tasks, key, { label: target.value }) })}
          />
          <Kind
            label={t('field.kind')}
            value={kind}
            kinds={TASK_KINDS}
            says={(each) => t(`task.${each}`)}
            onChange={(next) => change({ tasks: changed(tasks, key, { kind: next }) })}
          />
          <Button
            size="small"
            look="quiet"
            icon="x"
            label={t('drop', { what: t('tasks'), number: index + 1 })}
            onPress={() => change({ tasks: tasks.filter((line) => line.key !== key) })}
          >
            {t('dropShort')}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        icon="plus"
        onPress={() =>
          change({
            tasks: [...tasks, { key: nextKey(tasks), day: '', time: '', kind: 'other', label: '' }],
          })
        }
      >
        {t('addTask')}
      </Button>
    </fieldset>
  );
};
