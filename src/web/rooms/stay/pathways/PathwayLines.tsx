import type { JSX, ReactNode } from 'react';
import { TASK_KINDS } from '#modules/stay/types.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import type { Writing as FormWriting } from '#web/shell/use-version-form.ts';
import styles from './Pathways.module.css';
import { type MeetingDraft, nextKey, type PathwayDraft, type TaskDraft } from './pathway-draft.ts';

/** What every part of the form is given. */
export type Writing = FormWriting<PathwayDraft, string>;

/** A line of either list as it is typed: on which day, and at what time. */
interface Line {
  readonly key: number;
  readonly day: string;
  readonly time: string;
}

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

/** Lines that one adds and drops; each begins with its day and time, and goes on with what `rest` asks. */
const Lines = <Each extends Line>({
  what,
  timeLabel,
  addLabel,
  lines,
  added,
  wrong,
  onChange,
  rest,
}: {
  what: 'meetings' | 'tasks';
  timeLabel: string;
  addLabel: string;
  lines: readonly Each[];
  /** What a new line begins with. */
  added: Omit<Each, keyof Line> & Pick<Line, 'time'>;
  wrong: Writing['wrong'];
  onChange: (lines: readonly Each[]) => void;
  rest: (line: Each, put: (part: Partial<Each>) => void) => ReactNode;
}): JSX.Element => {
  const t = useText('pathways');
  return (
    <fieldset className={styles.lines}>
      <legend>{t(what)}</legend>
      {lines.map((line, index) => {
        const put = (part: Partial<Each>): void =>
          onChange(lines.map((each) => (each.key === line.key ? { ...each, ...part } : each)));
        return (
          <div key={line.key} className={styles.row} data-task={what === 'tasks' ? '' : undefined}>
            <TextField
              label={t('field.day')}
              inputMode="numeric"
              value={line.day}
              error={wrong(`${what}.${line.key}.day`)}
              onChange={({ target }) => put({ day: target.value } as Partial<Each>)}
            />
            <TextField
              label={timeLabel}
              type="time"
              value={line.time}
              error={wrong(`${what}.${line.key}.time`)}
              onChange={({ target }) => put({ time: target.value } as Partial<Each>)}
            />
            {rest(line, put)}
            <Button
              size="small"
              look="quiet"
              icon="x"
              label={t('drop', { what: t(what), number: index + 1 })}
              onPress={() => onChange(lines.filter(({ key }) => key !== line.key))}
            >
              {t('dropShort')}
            </Button>
          </div>
        );
      })}
      <Button
        size="small"
        icon="plus"
        onPress={() => onChange([...lines, { key: nextKey(lines), day: '', ...added } as Each])}
      >
        {addLabel}
      </Button>
    </fieldset>
  );
};

/** When those concerned sit together, a line each. */
export const MeetingLines = ({ draft, wrong, change }: Writing): JSX.Element => {
  const t = useText('pathways');
  return (
    <Lines<MeetingDraft>
      what="meetings"
      timeLabel={t('field.time')}
      addLabel={t('addMeeting')}
      lines={draft.meetings}
      added={{ time: '11:00', kind: 'team' }}
      wrong={wrong}
      onChange={(meetings) => change({ meetings })}
      rest={({ kind }, put) => (
        <Kind
          label={t('field.kind')}
          value={kind}
          kinds={['day-14', 'team'] as const}
          says={(each) => t(`meeting.${each}`)}
          onChange={(next) => put({ kind: next })}
        />
      )}
    />
  );
};

/** The checklist, a line each: on which day, what, and when that is fixed. */
export const TaskLines = ({ draft, wrong, change }: Writing): JSX.Element => {
  const t = useText('pathways');
  return (
    <Lines<TaskDraft>
      what="tasks"
      timeLabel={t('field.timeMaybe')}
      addLabel={t('addTask')}
      lines={draft.tasks}
      added={{ time: '', kind: 'other', label: '' }}
      wrong={wrong}
      onChange={(tasks) => change({ tasks })}
      rest={({ key, kind, label }, put) => (
        <>
          <TextField
            label={t('field.label')}
            maxLength={120}
            value={label}
            error={wrong(`tasks.${key}.label`)}
            onChange={({ target }) => put({ label: target.value })}
          />
          <Kind
            label={t('field.kind')}
            value={kind}
            kinds={TASK_KINDS}
            says={(each) => t(`task.${each}`)}
            onChange={(next) => put({ kind: next })}
          />
        </>
      )}
    />
  );
};
